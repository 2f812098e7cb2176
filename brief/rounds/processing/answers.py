"""The answers of a party in a file that `brief afstemming` made: what it says of each afspraak, and what it changed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.domain import Afstemming, Antwoord, Opmerking, OpmerkingStand
from brief.rounds.consent_form import AFSPRAAK, ANTWOORD, DOCUMENT, NU, OPMERKING, PARTIJ, lines_of
from brief.rounds.processing.edits import Listed
from brief.text import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.rounds.processing.documents import Doc
    from brief.rounds.processing.today import Today

_YES = frozenset({"akkoord", "accoord", "ja", "ok", "oke", "oké", "eens", "wij zijn akkoord", "ja, akkoord"})
_ABOUT = re.compile(r"(\S+) \(kenmerk ([0-9a-f]{8})\)")


@dataclass(slots=True)
class Answers:
    """What a party answered: entries by id, remarks to keep, and what has no place; `edits` counts all it filled in."""

    bestand: str
    partij: str
    entries: dict[str, Afstemming]
    opmerkingen: list[Opmerking]
    listed: list[Listed]
    edits: int = 0


def is_request(doc: Doc) -> bool:
    """Tell whether a file is one in which a party was asked to answer."""
    return doc.document == DOCUMENT or bool(_party(doc) and any(_rows(doc)))


def read_answers(doc: Doc, today: Today, day: datetime.date | None, reviewer: str = "") -> Answers:
    """Read what a party answered about each afspraak."""
    party = _party(doc) or reviewer
    result = Answers(doc.file, party, {}, [], [])
    days = [each.date[:10] for each in doc.revisions if re.fullmatch(r"\d{4}-\d\d-\d\d", each.date[:10])]
    when = day or (datetime.date.fromisoformat(max(days)) if days else None)
    for rows in _rows(doc):
        about = _ABOUT.search(rows.get(AFSPRAAK, ""))
        if about is not None:
            _read(result, rows, about[1], about[2], today, when)
    return result


def _read(
    result: Answers, rows: dict[str, str], identity: str, mark: str, today: Today, when: datetime.date | None
) -> None:
    answer, remark = rows.get(ANTWOORD, "").strip(), rows.get(OPMERKING, "").strip()
    proposal = _proposal(rows.get(NU, ""), identity, mark, today)
    filled = [each for each in (answer, remark, proposal) if each]
    result.edits += len(filled)
    if not filled:
        return
    if identity not in today.afspraken:
        advice = f"er is geen afspraak {identity} meer; neem dit antwoord zelf over"
        for each in filled:
            result.listed.append(Listed(result.bestand, result.partij, f"antwoord over {identity}", "", each, advice))
        return
    yes = answer.lower().rstrip(" .!") in _YES
    stand = Antwoord.AKKOORD if yes and not proposal else Antwoord.OPMERKING
    result.entries[identity] = Afstemming(result.partij, stand, when, mark)
    for text in (each for each in ("" if yes else answer, remark, proposal) if each):
        moment = when.isoformat() if when is not None else ""
        file = result.bestand.rpartition("/")[2]
        result.opmerkingen.append(
            Opmerking(identity, result.partij, moment, text, OpmerkingStand.OPEN, bestand=file, versie=mark)
        )


def _proposal(shown: str, identity: str, mark: str, today: Today) -> str:
    """Give the text that a party wrote in the place of the one that was shown; empty when it left that as it was."""
    from brief.domain.afstemming import tekstkenmerk

    afspraak = today.afspraken.get(identity)
    if afspraak is None or tekstkenmerk(afspraak.geldende_tekst) != mark or not afspraak.status.in_lijst:
        return ""
    same = "".join(shown.split()) == "".join(plain_spans(lines_of(afspraak.geldende_tekst)).split())
    return "" if same else f"tekstvoorstel: {shown.strip()}"


def _party(doc: Doc) -> str:
    found = (block.text.removeprefix(PARTIJ) for block in doc.blocks if block.text.startswith(PARTIJ))
    return next(found, "").strip()


def _rows(doc: Doc) -> Iterator[dict[str, str]]:
    """Give each table of an afspraak as the texts of its rows by their heads."""
    for block in doc.blocks:
        if block.tokens[0].kind != "tabel":
            continue
        rows: list[list[str]] = []
        for token in block.tokens[1:]:
            if token.kind == "rij":
                rows.append([])
            elif token.kind == "cel" and rows:
                rows[-1].append("")
            elif rows and rows[-1]:
                rows[-1][-1] += token.text
        found = {row[0].strip(): " ".join(row[1:]) for row in rows if row}
        if AFSPRAAK in found and ANTWOORD in found:
            yield found
