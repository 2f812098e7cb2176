"""Tables of Word: put their paragraphs in a grid, and tell a real table from one that is used for layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.dossier.blocks import SourceBlock, table_text
from brief.dossier.patterns import is_section_title, section_of
from brief.text.model import Run, Style, Table
from brief.text.normal import normalise_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.text.model import Span, Spans
    from brief.word.reading import Cell, WordBlock

_LARGEST_TABLE = 100_000
"""Cells of a table that is kept as one; larger tables are read paragraph by paragraph."""
_LAYOUT_COLUMNS = 2


class WordTable:
    """The paragraphs of one table, in order; `depth` counts the tables around it, `columns` hold text.

    `announced` tells that a sentence before it ends in a colon: "Rijk en regio agenderen deze punten:".
    """

    def __init__(self, group: Sequence[WordBlock], depth: int, *, announced: bool = False) -> None:
        self.group = group
        self.depth = depth
        self.announced = announced
        self.grid: dict[int, dict[int, list[WordBlock]]] = {}
        for block in group:
            cell = self._cell(block)
            self.grid.setdefault(cell.row, {}).setdefault(cell.column, []).append(block)
        self.columns = sorted({column for cells in self.grid.values() for column in cells})

    def _cell(self, block: WordBlock) -> Cell:
        return block.cells[self.depth]

    @property
    def rows(self) -> Iterator[list[WordBlock]]:
        """Go through the rows that hold text, each as its paragraphs."""
        for cells in self.grid.values():
            yield [block for cell in cells.values() for block in cell]

    @property
    def is_too_large(self) -> bool:
        """Tell whether the grid would be absurdly large."""
        return len(self.columns) * len(self.grid) > _LARGEST_TABLE

    @property
    def is_layout(self) -> bool:
        """Tell whether the table only puts the sections of an agendapunt in boxes.

        The title of a section must stand as a title: above text in its cell, alone in its row, or before the text of
        its row. Where other rows say something else, or a sentence announces it, the table is real, and "Toelichting"
        in it is a word as any other. A table of one column without a head is a box around what it holds.
        """
        if any(block.contents for block in self.group) or self._is_frame:
            return True
        rows = [list(cells.values()) for cells in self.grid.values()]
        titled = [self._has_title(row) for row in rows]
        return any(titled) and all(has or len(row) < _LAYOUT_COLUMNS for has, row in zip(titled, rows, strict=True))

    @property
    def _is_frame(self) -> bool:
        """Tell whether the table is a box around running text: one column, not announced as a table by a sentence."""
        items = (block.number is not None and len(block.cells) == self.depth + 1 for block in self.group)
        headed = len(self.grid) > 1 and self._head() > 0
        return len(self.columns) == 1 and not headed and (not self.announced or any(items))

    def _has_title(self, row: list[list[WordBlock]]) -> bool:
        narrow = len(self.columns) <= _LAYOUT_COLUMNS and not self.announced
        if narrow and is_section_title(row[0][0].text):
            return True
        return any(self._is_above_text(cell) for cell in row)

    def _is_above_text(self, cell: list[WordBlock]) -> bool:
        """Tell whether a cell holds the title of a section with text under it; a table in the cell has its own."""
        own = [len(block.cells) == self.depth + 1 and section_of(block.text) is not None for block in cell[:-1]]
        return any(own)

    def block(self) -> SourceBlock:
        """Give the table as one block, every paragraph in its cell, with the numbers that Word shows."""
        columns = {name: n for n, name in enumerate(self.columns)}
        cells: list[list[list[Spans]]] = [[[] for _ in columns] for _ in self.grid]
        for at, row in enumerate(self.grid.values()):
            for column, paragraphs in row.items():
                cells[at][columns[column]] = [_numbered(block) for block in paragraphs]
        table = Table(tuple(tuple(normalise_spans(_joined(cell)) for cell in row) for row in cells), self._head())
        lines = tuple((block.text, block.place) for block in self.group if block.text.strip())
        notes = tuple(note for block in self.group for note in block.notes)
        numbers = tuple(block.number.text for block in self.group if block.number and not block.number.bullet)
        place, text = self.group[0].place, table_text(table)
        return SourceBlock(0, table, place, text, lines=lines, notes=notes, shown=True, numbers=numbers)

    def _head(self) -> int:
        first = next(self.rows)
        return 1 if self._cell(first[0]).header or all(_is_bold(block) for block in first) else 0


def styled(block: WordBlock) -> Spans:
    """Give a paragraph whose style is bold or italic that look; of a heading it is not part of the text."""
    if block.outline or not block.look & (Style.BOLD | Style.ITALIC):
        return block.spans
    look = block.look & (Style.BOLD | Style.ITALIC)
    return tuple(Run(s.text, s.style | look, s.link) if isinstance(s, Run) else s for s in block.spans)


def _numbered(block: WordBlock) -> Spans:
    spans = styled(block)
    if block.number is None or block.number.bullet:
        return spans
    return (Run(block.number.text + (" " if spans else "")), *spans)


def _is_bold(block: WordBlock) -> bool:
    return all(run.style & Style.BOLD for run in block.runs if run.text.strip())


def _joined(paragraphs: list[Spans]) -> Spans:
    spans: list[Span] = []
    for paragraph in paragraphs:
        if spans:
            spans.append(Run("\n"))
        spans.extend(paragraph)
    return tuple(spans)
