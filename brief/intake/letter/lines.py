"""The lines of a block: of a paragraph as its breaks and tabs part it, of a table cell by cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.intake.letter.model import Regel
from brief.text.model import Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.dossier.blocks import SourceBlock

_PIECE = re.compile(r"[^\n\t]+")


def lines_of(block: SourceBlock) -> list[Regel]:
    """Give the lines of a block that hold text, in order."""
    if not isinstance(block.block, Table):
        return list(_pieces(block, block.text, 0, None))
    found: list[Regel] = []
    at = 0
    for row, cells in enumerate(block.block.rows):
        for column, spans in enumerate(cells):
            text = plain_spans(spans)
            found += _pieces(block, text, at, (row, column))
            at += len(text) + 1  # the tab or line end that parts cells
    return found


def _pieces(block: SourceBlock, text: str, at: int, cell: tuple[int, int] | None) -> Iterator[Regel]:
    for piece in _PIECE.finditer(text):
        line = piece[0].strip()
        if line:
            begin = at + piece.start() + len(piece[0]) - len(piece[0].lstrip())
            yield Regel(block.index, begin, line, block.place, cell)
