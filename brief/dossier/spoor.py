"""Where each paragraph of the source went: the track from source to result, for the report that a person reads."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import Sectie

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Place
    from brief.dossier.afspraken import Group
    from brief.dossier.blocks import SourceBlock
    from brief.dossier.outline import Outline
    from brief.text.model import Block


class Soort(StrEnum):
    """What became of a paragraph."""

    AGENDAPUNT = "agendapunt"
    AFSPRAAK = "afspraak"
    NIET_GEPUBLICEERD = "afspraak, niet gepubliceerd"
    SECTIE = "sectie"
    PLAATSHOUDER = "plaatshouder"
    REST = "rest"


class Stap(Struct, frozen=True):
    """One block of the source and where it went; `waar` names the agendapunt, section, afspraak or reason."""

    block: Block
    text: str
    place: Place
    soort: Soort
    waar: str
    afspraak: str = ""
    reden: str = ""


_SECTIENAMEN = {
    Sectie.IN_HET_KORT: "In het kort",
    Sectie.BESPREEKPUNTEN: "Bespreekpunten",
    Sectie.VOORGESTELDE_AFSPRAKEN: "Voorgestelde afspraken",
    Sectie.TOELICHTING: "Toelichting",
    Sectie.OVERIG: "Overig",
}


def stappen(
    blocks: Sequence[SourceBlock], result: Outline, groups: Iterable[tuple[str, Group, bool]]
) -> tuple[Stap, ...]:
    """Give for every block of the source, in order, where it went.

    `groups` are the afspraken: id, pieces, and whether it is published.
    """
    found: dict[int, Stap] = {}
    for block, reason in result.rest:
        soort = Soort.PLAATSHOUDER if reason == "plaatshouder" else Soort.REST
        found[block.index] = Stap(block.block, block.text, block.place, soort, reason)
    for each in result.agendapunten:
        heading = each.heading
        part = f" ({each.deel})" if each.deel else ""
        title = f"{each.nummer} {each.titel}{part}"
        found[heading.index] = Stap(heading.block, heading.text, heading.place, Soort.AGENDAPUNT, title)
        for section, pieces in each.secties.items():
            for block in (source for piece in pieces for source in piece.sources):
                waar = f"{each.nummer}{part}, {_SECTIENAMEN[section]}"
                found[block.index] = Stap(block.block, block.text, block.place, Soort.SECTIE, waar)
    for name, group, published in groups:
        soort = Soort.AFSPRAAK if published else Soort.NIET_GEPUBLICEERD
        for block in (source for piece in group.pieces for source in piece.sources):
            found[block.index] = Stap(block.block, block.text, block.place, soort, name, name, group.reason)
    return tuple(found[block.index] for block in blocks if block.index in found)
