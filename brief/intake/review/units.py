"""The paragraphs of a document by the things they come from, as blocks of text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.intake.review.model import Sleutel
from brief.text import Bron, Heading, ListItem, NoteMark, Paragraph, Table
from brief.word.opc.origins import origin_of
from brief.word.returned import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.text import Block, Blocks, Spans
    from brief.word.reading import WordBlock
    from brief.word.returned import Alinea, Returned, Seen

    Keys = Mapping[tuple[Bron, str], str]


class Unit(Struct):
    """One thing in one of the texts: its blocks, the paragraphs that it stands in, and the thing before it."""

    sleutel: Sleutel
    blocks: list[Block] = field(default_factory=list)
    alineas: dict[tuple[str, int], Alinea] = field(default_factory=dict)
    cells: dict[int, dict[tuple[int, int], Spans]] = field(default_factory=dict)
    heads: dict[int, int] = field(default_factory=dict)
    changes: dict[int, None] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)
    after: Sleutel | None = None

    def finished(self) -> Blocks:
        """Give its blocks, the cells of tables put together in rows."""
        return tuple(
            _table(self.cells[block.head], self.heads[block.head]) if isinstance(block, _Place) else block
            for block in self.blocks
        )


class _Place(Table, frozen=True):
    """Keeps the place of a table among the blocks; `head` is its number."""


def units(paragraphs: Sequence[Seen], notes: Mapping[str, str], keys: Keys) -> dict[Sleutel, Unit]:
    """Give the things of a text in order; `notes` names the notes of the file by their ids."""
    found: dict[Sleutel, Unit] = {}
    tables = _tables(paragraphs, keys)
    marked = [number for number, each in enumerate(paragraphs) if each.marks]
    last: Sleutel | None = None
    for number, each in enumerate(paragraphs):
        after = bisect_right(marked, number)
        upcoming = paragraphs[marked[after]] if after < len(marked) else None
        for part in parts(each):
            sleutel = _sleutel(part.mark, keys) or _unmarked(each, upcoming, last, tables, keys)
            unit = found.setdefault(sleutel, Unit(sleutel, after=last))
            unit.alineas |= {(alinea.part, alinea.number): alinea for alinea in each.alineas}
            unit.changes |= dict.fromkeys(change for piece in part.pieces for change in piece.changes)
            unit.comments |= dict.fromkeys(comment for piece in part.pieces for comment in piece.comments)
            _add(unit, each, _named(part.spans, notes))
            if sleutel.bron is not None and not each.alineas[-1].note:
                last = sleutel
    return found


def names_of_notes(returned: Returned, keys: Keys) -> dict[str, str]:
    """Give for the id of each note in a file the key of what it cites; a note without a mark keeps its id."""
    found = {}
    for alinea in returned.alineas:
        if alinea.note and alinea.marks:
            origin = origin_of(alinea.marks[0], keys)
            found[alinea.note] = origin.key if origin is not None else alinea.note
    return found


def _sleutel(name: str, keys: Keys) -> Sleutel | None:
    origin = origin_of(name, keys) if name else None
    return None if origin is None else Sleutel(origin.bron, origin.key, origin.again)


def _unmarked(
    one: Seen, upcoming: Seen | None, last: Sleutel | None, tables: Mapping[tuple[str, int], Sleutel], keys: Keys
) -> Sleutel:
    """Tell where text without a mark belongs: to its note, its table, the afspraak around it, or nowhere yet.

    `upcoming` is the first paragraph behind it that has a mark.
    """
    alinea = one.alineas[-1]
    if alinea.note:
        of_note = next((_sleutel(mark, keys) for mark in alinea.marks), None)
        return of_note or Sleutel(Bron.NOOT, alinea.note)
    if one.marks:
        beside = next(filter(None, (_sleutel(mark, keys) for mark in one.marks)), None)
        return Sleutel(Bron.SJABLOON, f"naast {beside.key if beside else ''}")
    table = _table_of(alinea)
    if table is not None and table in tables:
        return tables[table]
    if last is not None and last.bron is Bron.AFSPRAAK:
        ahead = upcoming.marks if upcoming is not None else ()
        if any(_sleutel(mark, keys) == last for mark in ahead):
            return last
    return Sleutel(None, f"{alinea.part} {one.alineas[0].number}")


def _tables(paragraphs: Sequence[Seen], keys: Keys) -> dict[tuple[str, int], Sleutel]:
    """Tell to which thing each table belongs, by the marks in its cells."""
    found: dict[tuple[str, int], Sleutel] = {}
    for each in paragraphs:
        table = _table_of(each.alineas[-1])
        for mark in each.marks if table is not None else ():
            origin = origin_of(mark, keys)
            if table is not None and origin is not None and origin.cell:
                found.setdefault(table, Sleutel(origin.bron, origin.key, origin.again))
    return found


def _table_of(alinea: Alinea) -> tuple[str, int] | None:
    block = alinea.block
    return (alinea.part, block.cells[0].table) if block is not None and block.cells else None


def _add(unit: Unit, one: Seen, spans: Spans) -> None:
    block = next((each.block for each in reversed(one.alineas) if each.block is not None), None)
    if block is None or not spans:
        return
    if block.cells and unit.sleutel.bron in {Bron.AFSPRAAK, Bron.ALINEA, None}:
        _add_cell(unit, block, spans)
    else:
        unit.blocks.append(_block(block, spans))


def _add_cell(unit: Unit, block: WordBlock, spans: Spans) -> None:
    cell = block.cells[0]
    if cell.table not in unit.cells:
        unit.cells[cell.table], unit.heads[cell.table] = {}, 0
        unit.blocks.append(_Place((), cell.table))
    place = (cell.row, cell.column)
    there = unit.cells[cell.table].get(place, ())
    unit.cells[cell.table][place] = (*there, *spans)
    if cell.header:
        unit.heads[cell.table] = max(unit.heads[cell.table], cell.row + 1)


def _table(cells: Mapping[tuple[int, int], Spans], head: int) -> Table:
    columns = sorted({column for _, column in cells})
    rows = sorted({row for row, _ in cells})
    return Table(tuple(tuple(cells.get((row, column), ()) for column in columns) for row in rows), head)


def _block(block: WordBlock, spans: Spans) -> Block:
    if block.outline:
        return Heading(spans, block.outline)
    if block.number is not None:
        return ListItem(spans, block.number.level, "-" if block.number.bullet else block.number.text)
    return Paragraph(spans)


def _named(spans: Iterable[object], notes: Mapping[str, str]) -> Spans:
    named = (NoteMark(notes.get(each.name, each.name)) if isinstance(each, NoteMark) else each for each in spans)
    return tuple(named)  # type: ignore[arg-type]
