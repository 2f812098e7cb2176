"""Compare tables: rows, cells and their properties."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.text.words import stretches
from brief.word.opc.markup import W
from brief.word.revisions.align import Item, alike
from brief.word.revisions.canon import TRACKED, key, properties_of
from brief.word.revisions.marks import DELETED, INSERTED
from brief.word.revisions.tokens import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.word.revisions.marks import Marks

ROW, CELL = f"{W}tr", f"{W}tc"
_ROW_ALIKE = 0.3
_CELL_ALIKE = 0.3


class TableWriter(Struct, frozen=True):
    """Compares two tables; the new one becomes the table with revisions.

    A cell holds blocks, and who compares blocks meets tables: what it does with those of a cell is given,
    `compare_blocks` for two cells and `mark_blocks` for one that is gone or come.
    """

    marks: Marks
    compare_blocks: Callable[[etree._Element, etree._Element], None]
    mark_blocks: Callable[[etree._Element, str], None]

    def compare(self, old: etree._Element, new: etree._Element) -> None:
        """Compare properties, grid and rows."""
        self._properties(old, new, "tblPr", 0)
        self._grid(old, new)
        olds, news = rows_of(old), rows_of(new)
        pairs = _pairs(olds, news, _ROW_ALIKE)
        before: etree._Element | None = None
        a = c = 0
        for i, j in [*pairs, (len(olds), len(news))]:
            for row in olds[a:i]:
                before = self._gone(row, before, news[c] if c < len(news) else None, new)
            for row in news[c:j]:
                self.marked_row(row, INSERTED)
                before = row
            if i < len(olds):
                before = self._row(olds[i], news[j])
            a, c = i + 1, j + 1

    def _gone(
        self, row: etree._Element, before: etree._Element | None, after: etree._Element | None, table: etree._Element
    ) -> etree._Element:
        self.marked_row(row, DELETED)
        if before is not None:
            before.addnext(row)
        elif after is not None:
            after.addprevious(row)
        else:
            table.append(row)
        return row

    def marked(self, table: etree._Element, mark: str) -> None:
        """Mark a whole table, row by row."""
        for row in rows_of(table):
            self.marked_row(row, mark)

    def marked_row(self, row: etree._Element, mark: str) -> None:
        """Mark a row, and all that is in its cells."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            place = next((n for n, child in enumerate(row) if child.tag != f"{W}tblPrEx"), 0)
            row.insert(place, properties)
        place = next((n for n, child in enumerate(properties) if child.tag in TRACKED), len(properties))
        self.marks.under(properties, mark, place)
        for cell in cells_of(row):
            self.mark_blocks(cell, mark)

    def _row(self, old: etree._Element, new: etree._Element) -> etree._Element:
        """Compare two rows and give the last row written."""
        if key(old) == key(new):
            return new
        olds, news = cells_of(old), cells_of(new)
        pairs = _cell_pairs(olds, news)
        if not pairs:
            new.addprevious(old)
            self.marked_row(old, DELETED)
            self.marked_row(new, INSERTED)
            return new
        self._exception(old, new)
        self._properties(old, new, "trPr", 1 if new.find(f"{W}tblPrEx") is not None else 0)
        self._cells(olds, news, pairs)
        return new

    def _cells(
        self, olds: Sequence[etree._Element], news: Sequence[etree._Element], pairs: Sequence[tuple[int, int]]
    ) -> None:
        before: etree._Element | None = None
        a = c = 0
        for i, j in [*pairs, (len(olds), len(news))]:
            for cell in olds[a:i]:
                self._cell_mark(cell, "cellDel", DELETED)
                if before is not None:
                    before.addnext(cell)
                else:
                    news[0].addprevious(cell)
                before = cell
            for cell in news[c:j]:
                self._cell_mark(cell, "cellIns", INSERTED)
                before = cell
            if i < len(olds):
                self._cell(olds[i], news[j])
                before = news[j]
            a, c = i + 1, j + 1

    def _cell(self, old: etree._Element, new: etree._Element) -> None:
        self._properties(old, new, "tcPr", 0)
        self.compare_blocks(old, new)

    def _cell_mark(self, cell: etree._Element, name: str, mark: str) -> None:
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
            cell.insert(0, properties)
        self.marks.under(properties, f"{W}{name}")
        self.mark_blocks(cell, mark)

    def _properties(self, old: etree._Element, new: etree._Element, name: str, place: int) -> None:
        """Say in the properties of the new element what they were."""
        before, after = old.find(f"{W}{name}"), new.find(f"{W}{name}")
        if properties_of(before) == properties_of(after):
            return
        if after is None:
            after = etree.Element(f"{W}{name}")
            new.insert(place, after)
        was = deepcopy(before) if before is not None else etree.Element(f"{W}{name}")
        for child in [child for child in was if child.tag in TRACKED]:
            was.remove(child)
        self.marks.under(after, f"{W}{name}Change").append(was)

    def _exception(self, old: etree._Element, new: etree._Element) -> None:
        self._properties(old, new, "tblPrEx", 0)

    def _grid(self, old: etree._Element, new: etree._Element) -> None:
        before, after = old.find(f"{W}tblGrid"), new.find(f"{W}tblGrid")
        if before is None or after is None or key(before) == key(after):
            return
        change = etree.SubElement(after, f"{W}tblGridChange")
        change.set(f"{W}id", self.marks.free_id())
        was = etree.SubElement(change, f"{W}tblGrid")
        was.extend(deepcopy(column) for column in before if column.tag == f"{W}gridCol")


def rows_of(table: etree._Element) -> list[etree._Element]:
    """List the rows of a table, those inside content controls too, without those of tables in its cells."""
    return _within(table, ROW)


def cells_of(row: etree._Element) -> list[etree._Element]:
    """List the cells of a row in the same way."""
    return _within(row, CELL)


def _within(element: etree._Element, tag: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            found += _within(child, tag)
    return found


def _pairs(olds: Sequence[etree._Element], news: Sequence[etree._Element], least: float) -> list[tuple[int, int]]:
    """Pair what is the same, and between that what is alike."""
    left, right = [_item(e) for e in olds], [_item(e) for e in news]
    found: list[tuple[int, int]] = []
    for stayed, a, b, c, d in stretches([item.key for item in left], [item.key for item in right]):
        if stayed:
            found += [(a + n, c + n) for n in range(b - a)]
        else:
            found += [(a + i, c + j) for i, j in alike(left[a:b], right[c:d], least)]
    return found


def _cell_pairs(olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> list[tuple[int, int]]:
    if len(olds) == len(news):
        return [(n, n) for n in range(len(olds))]
    return _pairs(olds, news, _CELL_ALIKE)


def _item(element: etree._Element) -> Item:
    return Item(key(element), str(element.tag), partial(count_words, element))
