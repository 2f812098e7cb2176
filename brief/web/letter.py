"""The letter laid out for a screen: its blocks as HTML, each with the line it comes from and the messages about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct, field

from brief.render.html.blocks import blocks_html
from brief.text import ListItem, Note, Paragraph, Role, plain_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brief.diagnostics import Diagnostic, Place
    from brief.sources import RondeBestanden
    from brief.text import Document, Element
    from brief.web.remarks import Genummerd, Opmerkingen


class Stuk(Struct, dict=True):
    """A stretch of the letter: its HTML, where its words come from, what it covers, messages and comments about it."""

    html: Markup
    bestand: str = ""
    regel: int = 0
    dekt: tuple[str, ...] = ()
    is_concept: bool = False
    meldingen: list[Diagnostic] = field(default_factory=list)
    opmerkingen: list[Genummerd] = field(default_factory=list)


class Opgemaakt(Struct, dict=True):
    """The letter with its notes, the messages about an afspraak by its id, and what is about neither."""

    stukken: list[Stuk]
    noten: list[str]
    bij_afspraak: dict[str, list[Diagnostic]]
    overige: list[Diagnostic]
    overige_opmerkingen: list[Genummerd]


def laid_out(
    document: Document, findings: Iterable[Diagnostic], bestanden: RondeBestanden, opmerkingen: Opmerkingen
) -> Opgemaakt:
    """Lay out a letter, with each finding and each comment at the place that it concerns."""
    notes: list[str] = []

    def mark(note: Note) -> str:
        notes.append(plain_spans(note.again or note.spans))
        number = len(notes)
        return f'<sup><a href="#noot-{number}" id="bij-noot-{number}" aria-label="Noot {number}">{number}</a></sup>'

    names = {bestanden.name(path): path for path in bestanden.bronnen}
    stretches = [_stretch(group, names, mark) for group in _grouped(document.body)]
    result = Opgemaakt(stretches, notes, {}, [], [*opmerkingen.overige])
    starts = _starts(bestanden)
    for finding in findings:
        _put(finding, result, names, starts)
    for line, found in opmerkingen.bij_regel.items():
        stretch = _at(result, bestanden.ronde.brief.tekst, line)
        (stretch.opmerkingen if stretch else result.overige_opmerkingen).extend(found)
    return result


def _grouped(elements: Sequence[Element]) -> list[list[Element]]:
    """Keep the items of a list together, so that it is one list."""
    groups: list[list[Element]] = []
    for element in elements:
        block = element.block
        goes_on = isinstance(block, ListItem) or (isinstance(block, Paragraph) and block.level > 0)
        if goes_on and groups and isinstance(groups[-1][0].block, ListItem):
            groups[-1].append(element)
        else:
            groups.append([element])
    return groups


def _stretch(group: Sequence[Element], names: dict[str, str], mark: Callable[[Note], str]) -> Stuk:
    html = Markup(blocks_html([each.block for each in group], 2, mark))  # noqa: S704 - escaped there
    place = next((found for each in group if (found := each.source() if each.source else None)), None)
    told = tuple(dict.fromkeys(identity for each in group for identity in each.dekt))
    draft = any(each.role is Role.CONCEPT for each in group)
    file = names.get(place.file, "") if place else ""
    return Stuk(html, file, place.line or 0 if place and file else 0, told, draft)


def _starts(bestanden: RondeBestanden) -> list[tuple[str, int, str]]:
    """Give where each afspraak begins: file, line, id."""
    places: list[tuple[Place | None, str]] = [(each.place, each.id) for each in bestanden.afspraken]
    return sorted((place.file, place.line, identity) for place, identity in places if place and place.line)


def _put(finding: Diagnostic, result: Opgemaakt, names: dict[str, str], starts: list[tuple[str, int, str]]) -> None:
    """Put a finding at the stretch or the afspraak that its place is in."""
    place = finding.place
    if place is None or place.line is None:
        result.overige.append(finding)
        return
    before = [each for each in starts if each[0] == place.file and each[1] <= place.line]
    if before:
        result.bij_afspraak.setdefault(before[-1][2], []).append(finding)
        return
    here = _at(result, names.get(place.file), place.line)
    (here.meldingen if here else result.overige).append(finding)


def _at(result: Opgemaakt, file: str | None, line: int) -> Stuk | None:
    """Give the stretch that a line of the letter's text is in; None when it is of another file."""
    here = [each for each in result.stukken if each.bestand == file and each.regel <= line]
    return max(here, key=lambda each: each.regel) if here and here[0].bestand not in {"", "ronde.yaml"} else None
