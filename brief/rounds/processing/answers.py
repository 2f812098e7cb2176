"""The answers of a party in a file that `brief afstemming` made: what it says of each afspraak, and what it changed."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import Afstemming, Antwoord, Opmerking, OpmerkingStand
from brief.domain.afstemming import tekstkenmerk
from brief.rounds.consent.form import ANTWOORD, DOCUMENT, NU, OPMERKING
from brief.rounds.processing.asked import asked_in, has_tables, party_of, rewritten, typed_elsewhere
from brief.rounds.processing.gathered import Listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.domain import Afspraak
    from brief.rounds.processing.asked import Asked
    from brief.rounds.processing.documents import Doc
    from brief.rounds.processing.today import Today

_YES = frozenset({"akkoord", "accoord", "ja", "ok", "oke", "oké", "eens", "wij zijn akkoord", "ja, akkoord"})


class Answers(Struct):
    """What a party answered: entries by id, remarks to keep, and what has no place; `edits` counts all it filled in."""

    bestand: str
    partij: str
    entries: dict[str, Afstemming]
    opmerkingen: list[Opmerking]
    listed: list[Listed]
    edits: int = 0


def is_request(doc: Doc) -> bool:
    """Tell whether a file is one in which a party was asked to answer."""
    return doc.document == DOCUMENT or bool(party_of(doc) and has_tables(doc))


def read_answers(doc: Doc, today: Today, day: datetime.date | None, reviewer: str = "") -> Answers:
    """Read what a party answered about each afspraak, and whatever else it wrote."""
    result = Answers(doc.file, party_of(doc) or reviewer, {}, [], [])
    days = [each.date[:10] for each in doc.revisions if re.fullmatch(r"\d{4}-\d\d-\d\d", each.date[:10])]
    when = day or (datetime.date.fromisoformat(max(days)) if days else None)
    for asked in filter(None, map(asked_in, doc.blocks)):
        _read(result, asked, today.afspraken.get(asked.id), when)
    for text in typed_elsewhere(doc, today):
        _list(result, "buiten de vakken", text, "brief leest alleen de vakken van elke afspraak; neem dit zelf over")
    result.opmerkingen += _remarks(doc, result)
    return result


def _read(result: Answers, asked: Asked, afspraak: Afspraak | None, when: datetime.date | None) -> None:
    answer, remark = asked.rows[ANTWOORD].strip(), asked.rows[OPMERKING].strip()
    others = list(rewritten(asked, afspraak))
    proposal = ""
    if afspraak is not None and NU in others and tekstkenmerk(afspraak.geldende_tekst) == asked.mark:
        others.remove(NU)
        proposal = f"tekstvoorstel: {asked.rows[NU].strip()}"
    for head in others:
        advice = "deze tekst is anders dan brief haar zou tonen; kijk na wat de partij erin schreef"
        _list(result, f"{asked.id}, rij '{head}'", asked.rows[head].strip(), advice)
    filled = [each for each in (answer, remark, proposal) if each]
    if afspraak is None:
        for each in filled:
            advice = f"er is geen afspraak {asked.id} meer; neem dit antwoord zelf over"
            _list(result, f"antwoord over {asked.id}", each, advice)
    elif filled:
        result.edits += len(filled)
        yes = answer.lower().rstrip(" .!") in _YES
        stand = Antwoord.AKKOORD if yes and not proposal and not others else Antwoord.OPMERKING
        result.entries[asked.id] = Afstemming(result.partij, stand, when, asked.mark)
        for text in (each for each in ("" if yes else answer, remark, proposal) if each):
            moment = when.isoformat() if when is not None else ""
            result.opmerkingen.append(
                Opmerking(asked.id, result.partij, moment, text, bestand=_name(result), versie=asked.mark)
            )


def _list(result: Answers, where: str, text: str, advice: str) -> None:
    """Keep what a person must do something with, and count it."""
    result.listed.append(Listed(result.bestand, result.partij, where, "", text, advice))
    result.edits += 1


def _remarks(doc: Doc, result: Answers) -> Iterator[Opmerking]:
    """Give the comments beside the text, each at the afspraak of the table that it stands at."""
    texts = {each.comment.id: each.comment.text for each in doc.remarks}
    for each in doc.remarks:
        asked = asked_in(doc.blocks[each.block]) if each.block is not None else None
        yield Opmerking(
            asked.id if asked is not None else DOCUMENT,
            each.comment.author or result.partij,
            each.comment.date[:10],
            each.comment.text,
            OpmerkingStand.AFGEDAAN if each.comment.done else OpmerkingStand.OPEN,
            "in Word afgehandeld" if each.comment.done else "",
            _name(result),
            asked.mark if asked is not None else "",
            each.words,
            texts.get(each.comment.parent or "", ""),
        )


def _name(result: Answers) -> str:
    return result.bestand.rpartition("/")[2]
