"""The proof of the places turns red when a section holds what is not shown, or holds it out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Place
from brief.domain import Dossier, Sectie
from brief.dossier.blocks import Piece, SourceBlock
from brief.dossier.outline import OpenAgendapunt, Outline
from brief.dossier.proof import unproved
from brief.text.model import Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Sequence


def _block(index: int, text: str) -> SourceBlock:
    return SourceBlock(index, Paragraph((Run(text),)), Place("oost.docx", paragraph=index + 1), text)


def _messages(section: Sequence[SourceBlock]) -> list[str]:
    heading = _block(0, "2.1 Bodem")
    pieces = [Piece(block.block, (block,)) for block in section]
    point = OpenAgendapunt("2.1", "Bodem", heading, secties={Sectie.IN_HET_KORT: pieces})
    blocks = sorted((heading, *section), key=lambda block: block.index)
    empty = Dossier("oost", "", "", (), (), (), ())
    return [note.message for note in unproved(blocks, Outline([point]), empty) if "sectie" in note.message]


def test_blocks_in_order_are_proved() -> None:
    assert _messages([_block(1, "een"), _block(2, "twee")]) == []


def test_a_block_that_was_set_aside_stands_in_no_section() -> None:
    assert len(_messages([_block(1, "een"), replace(_block(2, "weg"), aside="verwijderde tekst")])) == 1


def test_blocks_out_of_order_are_a_fault() -> None:
    assert len(_messages([_block(2, "twee"), _block(1, "een")])) == 1
