"""Write tables: a repeated header row, rows that stay whole, columns as wide as what they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text.origin import Origin
from brief.text.plain import plain_spans
from brief.word.opc.characters import attribute

if TYPE_CHECKING:
    from brief.text.model import Spans, Table
    from brief.word.template.styles import StyleIds
    from brief.word.writing.bookmarks import Bookmarks
    from brief.word.writing.spans import SpanWriter

_NARROWEST = 0.08
"""Share of the width that no column goes below, so that a short word fits."""
_LETTER, _CELL = 105, 240
"""Room in twips for a letter of a wide face at nine points, and for the space at both sides of a cell."""
_UNBROKEN = re.compile(r"[^\s-]+")

_SHORT = 8
"""Rows up to which a table stays on one page; of a longer one the header keeps its first row with it."""


class Look(Struct, frozen=True):
    """How a row looks: as a header, kept on the page of the next row, in a character style; `cell` is its first one."""

    is_head: bool
    keep: bool
    character_style: str | None
    cell: int


class TableWriter:
    """Writes tables of one document; `width` is that of the text, in twips."""

    def __init__(self, spans: SpanWriter, styles: StyleIds, width: int, bookmarks: Bookmarks) -> None:
        self._spans = spans
        self._styles = styles
        self._width = width
        self._bookmarks = bookmarks
        self._origin: Origin | None = None

    def table(self, table: Table, character_style: str | None = None, origin: Origin | None = None) -> str:
        """Write a table as `w:tbl`, each cell marked by where it comes from.

        A row that lacks cells is filled up: Word wants them all.
        """
        self._origin = origin
        columns = max((len(row) for row in table.rows), default=0)
        if columns == 0:
            return ""
        widths = column_widths(table, columns, self._width)
        kept = len(table.rows) - 1 if len(table.rows) <= _SHORT else table.head + 1
        rows = "".join(
            self._row(
                row,
                widths,
                Look(
                    is_head=number < table.head,
                    keep=number < kept,
                    character_style=character_style,
                    cell=number * columns + 1,
                ),
            )
            for number, row in enumerate(table.rows)
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return f"<w:tbl>{self._properties(table)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _properties(self, table: Table) -> str:
        style = "" if self._styles.table is None else f'<w:tblStyle w:val="{attribute(self._styles.table)}"/>'
        first_row = int(table.head > 0)
        return (
            f'<w:tblPr>{style}<w:tblW w:w="{self._width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"0020" if first_row else "0000"}" w:firstRow="{first_row}" w:lastRow="0"'
            ' w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        )

    def _row(self, row: tuple[Spans, ...], widths: list[int], look: Look) -> str:
        style = self._styles.head_cell if look.is_head else self._styles.cell
        paragraph = "" if style is None else f'<w:pStyle w:val="{attribute(style)}"/>'
        paragraph += "<w:keepNext/>" if look.keep else ""
        paragraph = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
        filled = (*row, *((),) * (len(widths) - len(row)))
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"<w:p>{paragraph}{self._cell(cell, look.character_style, number)}</w:p></w:tc>"
            for number, (cell, width) in enumerate(zip(filled, widths, strict=True), look.cell)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if look.is_head else ''}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: Spans, character_style: str | None, number: int) -> str:
        table = self._origin
        start, end = self._bookmarks.mark(table and Origin(table.bron, table.key, table.part, number, table.again))
        return f"{start}{self._spans.spans(cell, character_style)}{end}"


def column_widths(table: Table, columns: int, width: int) -> list[int]:
    """Divide a width in twips over columns by the square root of the longest text in each, which reads evenly.

    A column in which its longest word would break gets room for it from those that have more than they need.
    """
    longest, words = [1.0] * columns, [0] * columns
    for row in table.rows:
        for number, cell in enumerate(row):
            text = plain_spans(cell)
            longest[number] = max(longest[number], len(text))
            words[number] = max(words[number], *map(len, _UNBROKEN.findall(text)), 0)
    weights = [length**0.5 for length in longest]
    floor = _NARROWEST * sum(weights)
    weights = [max(weight, floor) for weight in weights]
    widths = [int(width * weight / sum(weights)) for weight in weights]
    widths[-1] += width - sum(widths)
    return _with_room(widths, _fitting([_CELL + _LETTER * count for count in words], width))


def _fitting(needed: list[int], width: int) -> list[int]:
    """Give what is needed where all of it fits; else no more of it than an equal share."""
    return needed if sum(needed) <= width else [min(each, width // len(needed)) for each in needed]


def _with_room(widths: list[int], needed: list[int]) -> list[int]:
    """Widen what is less than needed, each other column giving up in the measure in which it has more than that.

    All that is needed fits.
    """
    short = sum(max(need - has, 0) for has, need in zip(widths, needed, strict=True))
    spare = [max(has - need, 0) for has, need in zip(widths, needed, strict=True)]
    if not short:
        return widths
    given = [short * each // sum(spare) for each in spare]
    made = [max(has, need) - less for has, need, less in zip(widths, needed, given, strict=True)]
    made[spare.index(max(spare))] -= sum(made) - sum(widths)
    return made
