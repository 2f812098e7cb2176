"""A document as the units that a reader compares: an afspraak, a heading, a paragraph, a list item, a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.compare.content import Blok, DocumentInhoud, Noot

MARK = re.compile(r"[ \u00a0]?\[\^([^\]]*)\]")
"""The mark of a note in the text, with the space before it: what the note cites."""
MARK_BEGINS = "[^"
"""What every mark of a note holds: to look for it is far cheaper than to look for a mark."""


class Unit(Struct, frozen=True):
    """What is compared as one.

    `tekst` is its Markdown without the marks of footnotes, a line for each block, list markers without their number;
    `noten` has the footnotes, `gemerkt` the text with the marks in their places. `pad` are the headings above it.
    `genummerd` are the markers of its list items as they stand, `titel` is the plain text of a heading.
    """

    soort: str
    tekst: str
    gemerkt: str
    pad: tuple[str, ...]
    id: str = ""
    dekt: tuple[str, ...] = ()
    noten: tuple[Noot, ...] = ()
    genummerd: tuple[str, ...] = ()
    titel: str = ""


def units(document: DocumentInhoud) -> tuple[Unit, ...]:
    """Give the units of a document, in order."""
    return tuple(_units(document))


def _units(document: DocumentInhoud) -> Iterator[Unit]:
    pad: list[tuple[int, str]] = []
    pending: list[Blok] = []
    for blok in document.blokken:
        if pending and blok.afspraak != pending[0].afspraak:
            yield _unit("afspraak", pending, pad)
            pending = []
        if blok.afspraak:
            pending.append(blok)
        elif blok.soort == "kop":
            pad = [each for each in pad if each[0] < blok.niveau]
            yield _unit("kop", [blok], pad)
            pad.append((blok.niveau, blok.plat))
        elif blok.tekst.strip():
            yield _unit(blok.soort, [blok], pad)
    if pending:
        yield _unit("afspraak", pending, pad)


def _unit(soort: str, blokken: list[Blok], pad: list[tuple[int, str]]) -> Unit:
    marked = "\n".join([_line(blok) for blok in blokken])
    noten = tuple([noot for blok in blokken for noot in blok.noten])
    titel = blokken[0].plat if soort == "kop" else ""
    if not blokken[0].afspraak:
        marked, titel = plain_spaces(marked), plain_spaces(titel)
        noten = tuple([replace(noot, tekst=plain_spaces(noot.tekst)) for noot in noten])
    return Unit(
        soort,
        MARK.sub("", marked) if MARK_BEGINS in marked else marked,
        marked,
        tuple([heading for _, heading in pad]),
        blokken[0].afspraak,
        blokken[0].dekt,
        noten,
        tuple([blok.teken for blok in blokken if blok.teken]),
        titel,
    )


def plain_spaces(text: str) -> str:
    """Write a fixed space or hyphen as a plain one: in our own text they say the same, an afspraak keeps its own."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def _line(blok: Blok) -> str:
    if blok.soort != "lijstitem":
        return blok.tekst
    return "  " * blok.niveau + ("1. " if blok.teken[:1].isalnum() else "- ") + blok.tekst
