"""How it stands with the afspraken of an earlier round: what this round says of each, as data and as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.assemble.velden import gemeenschappelijke_velden, velden_afsprakenlijst
from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import LANDSDELEN, Gang
from brief.rounds.made.complete import stops
from brief.rounds.meanwhile import seen_again
from brief.rounds.opening import open_round
from brief.sources.names import RONDE
from brief.text import (
    Document,
    Element,
    Heading,
    Insert,
    ListItem,
    Paragraph,
    Run,
    Table,
    normalise_spans,
    parse,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from brief.domain import Afspraak, Ronde, Vordering
    from brief.sources import RondeBestanden
    from brief.text import Block, FieldValue, Span, Spans


ONBEKEND = "nog in te vullen"
"""What is said of an afspraak that nobody said anything about, and that no other follows."""


class Voortgang(Struct, frozen=True):
    """One afspraak of the earlier round: where it was printed, what became of it, and which afspraken follow it.

    `tekst` is its text on one line, `opgemaakt` the same with its lines, what is raised and what is bold.
    """

    id: str
    landsdeel: str
    tekst: str
    vindplaats: str
    stand: str
    vervolg: tuple[str, ...] = ()
    uitleg: str = ""
    opgemaakt: Spans = ()


class Overzicht(Struct, frozen=True):
    """The progress of a whole round; without `nu` the findings say why.

    `nu` and `toen` are this round and the earlier one, as they were read.
    """

    sinds: str
    regels: tuple[Voortgang, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    nu: RondeBestanden | None = None
    toen: RondeBestanden | None = None

    def seen_again(self) -> tuple[Diagnostic, ...]:
        """Look again whether both rounds still say what was read, before a file of it is written."""
        return seen_again(*(each for each in (self.nu, self.toen) if each is not None))


def progress(ronde: Path, earlier: Path) -> Overzicht:
    """Hold the published afspraken of an earlier round against this one, which says by `vervolg_op` what it follows.

    A mistake in the files of either stops it: an afspraak could be left out, or be said to have none that follows it.
    """
    if not (earlier / RONDE).is_file():
        message = f"de ronde {earlier.name} is er niet"
        hint = f"zet haar in {earlier.as_posix()}, of noem een ronde die er is met: --sinds"
        place = Place(earlier.as_posix())
        return Overzicht(earlier.name, (), (Diagnostic("BR714", Severity.FOUT, message, place, hint=hint),))
    opened, opened_before = open_round(ronde), open_round(earlier)
    now, before = opened.bestanden, opened_before.bestanden
    wrong = (*stops(opened_before), *stops(opened))
    if now is None or before is None or wrong:
        return Overzicht(earlier.name, (), wrong)
    follows: dict[str, list[Afspraak]] = {}
    for afspraak in now.afspraken:
        if afspraak.vervolg_op:
            follows.setdefault(_own(afspraak.vervolg_op, before.ronde.ronde), []).append(afspraak)
    said = {_own(each.afspraak, before.ronde.ronde): each for each in now.ronde.voortgang}
    published = [each for each in before.afspraken if each.te_publiceren]
    regels = tuple(_line(each, before.ronde.ronde, follows.get(each.id, []), said.get(each.id)) for each in published)
    known = {each.id for each in before.afspraken}
    lost = tuple(_unknown(each, key) for key, found in follows.items() if key not in known for each in found)
    lost += tuple(_said_of_none(now.ronde, before.ronde.ronde, {each.id for each in published}))
    return Overzicht(before.ronde.ronde, regels, lost, now, before)


def _own(vervolg: str, ronde: str) -> str:
    """Give the id in the earlier round: `2025/nw-2.4-1` is `nw-2.4-1` there; another round is left as it is."""
    return vervolg.removeprefix(f"{ronde}/")


def _unknown(afspraak: Afspraak, key: str) -> Diagnostic:
    message = f"{afspraak.id} volgt op {key}, en die afspraak is er niet in die ronde"
    place = afspraak.place_of("vervolg_op")
    return Diagnostic(
        "BR715", Severity.WAARSCHUWING, message, place, "typ het id van de eerdere afspraak: 2025/nw-2.4-1"
    )


def _said_of_none(nu: Ronde, ronde: str, published: Collection[str]) -> Iterator[Diagnostic]:
    """Report what people say of an afspraak that is not in the list of that round, or say of one again."""
    place, seen = dict(nu.places).get("voortgang", nu.place), set[str]()
    for each in nu.voortgang:
        key = _own(each.afspraak, ronde)
        if "/" in key:
            continue  # of another round
        if key not in published:
            message = f"voortgang zegt iets over {each.afspraak}, en die staat niet in de afsprakenlijst van die ronde"
            yield Diagnostic("BR715", Severity.WAARSCHUWING, message, place, f"typ het id van de eerdere: {ronde}/…")
        elif key in seen:
            message = f"voortgang noemt {each.afspraak} meer dan een keer; alleen de laatste telt"
            yield Diagnostic("BR715", Severity.WAARSCHUWING, message, place, "laat er een staan")
        seen.add(key)


def _line(afspraak: Afspraak, ronde: str, follows: list[Afspraak], said: Vordering | None) -> Voortgang:
    """Say how it stands: what people said, else what the afspraken that follow it tell."""
    where = f"afsprakenlijst {ronde}, landsdeel {LANDSDELEN[afspraak.landsdeel].naam}, agendapunt {afspraak.agendapunt}"
    going = any(each.status.in_lijst for each in follows)
    told = Gang.LOOPT.value if going else Gang.VERVALLEN.value if follows else ONBEKEND
    why = "; ".join(f"{each.status.value}: {each.besluit.reden}" for each in follows if each.besluit)
    return Voortgang(
        afspraak.id,
        afspraak.landsdeel,
        afspraak.geldend_plat,
        where,
        said.stand.value if said else told,
        tuple(each.id for each in follows),
        said.uitleg if said else why,
        _in_a_cell(parse(afspraak.geldende_tekst).blocks),
    )


def _in_a_cell(blocks: Iterable[Block]) -> Spans:
    """Give blocks as the lines of a cell, an item with its number or a dash; notes stay behind."""
    spans: list[Span] = []
    for block in blocks:
        if isinstance(block, Insert):
            continue
        for row in block.rows if isinstance(block, Table) else ((block.spans,),):
            spans.append(Run(("\n" if spans else "") + _lead(block)))
            for number, cell in enumerate(row):
                spans += [Run(" ")] if number else []
                spans += [span for span in cell if isinstance(span, Run)]
    return normalise_spans(spans)


def _lead(block: Block) -> str:
    if not isinstance(block, ListItem):
        return ""
    return "\u00a0" * 3 * block.level + (f"{block.marker} " if block.ordered else "– ")


def progress_document(overzicht: Overzicht) -> Document:
    """Give the progress as a document: a table for each landsdeel."""
    body: list[Element] = []
    for key, landsdeel in LANDSDELEN.items():
        own = [each for each in overzicht.regels if each.landsdeel == key]
        if own:
            body.append(Element(Heading((Run(f"Landsdeel {landsdeel.naam}"),), 1)))
            body.append(Element(_table(own)))
    if not body:
        body.append(Element(Paragraph((Run("Er zijn geen afspraken."),))))
    title = f"Voortgang van de afspraken van {overzicht.sinds}"
    return Document("voortgang", title, _fields(overzicht, title), tuple(body))


def _table(regels: list[Voortgang]) -> Table:
    heads = tuple((Run(each),) for each in ("Afspraak", "Vindplaats", "Stand van zaken"))
    rows = tuple((each.opgemaakt, (Run(each.vindplaats),), (Run(_standing(each)),)) for each in regels)
    return Table((heads, *rows))


def _standing(regel: Voortgang) -> str:
    """Say how it stands: `loopt (vervolg: nw-2.4-1)`, with the reason where there is one."""
    follow = f" (vervolg: {', '.join(regel.vervolg)})" if regel.vervolg else ""
    return f"{regel.stand}{follow}" + (f": {regel.uitleg}" if regel.uitleg else "")


def _fields(overzicht: Overzicht, title: str) -> dict[str, FieldValue]:
    assert overzicht.nu is not None
    ronde = overzicht.nu.ronde
    shared = gemeenschappelijke_velden(ronde, "", ronde.brief.datum)
    listing = velden_afsprakenlijst(ronde)
    empty: dict[str, FieldValue] = {"overleggen": (), "ondertitel": "", "algemeen": (), "bijlagenummer": 0}
    return {**shared, **listing, **empty, "titel": title, "concept": False}
