"""Word to the middle form: list levels from indentation, tables put together, what is not running text set aside."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.dossier.blocks import SourceBlock
from brief.dossier.furniture import is_page_number, is_rule
from brief.dossier.headings import candidate
from brief.dossier.levels import Levels
from brief.dossier.marks import typed_marker
from brief.dossier.patterns import is_bare_number, is_contents_line, is_contents_title, is_section_title
from brief.dossier.tables import WordTable, styled
from brief.text.model import Heading, ListItem, Paragraph
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans
from brief.word.reading import Source, WordBlock, WordText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.text.model import Spans

_SHOWN = {Source.BODY, Source.TEXTBOX, Source.HEADER, Source.FOOTER, Source.FOOTNOTE, Source.ENDNOTE}
_CONTENTS_STYLES = ("toc ", "inhopg", "table of contents")


def source_blocks(word: WordText) -> tuple[SourceBlock, ...]:
    """Give the blocks of a dossier in Word, in document order; blank paragraphs have none.

    What is set aside from a table, and what stands in a text box of it, comes after the table.
    """
    levels = Levels()
    made: list[SourceBlock] = []
    for group in _groups(word.blocks):
        made += _of_group(group, levels, announced=bool(made) and _announces(made[-1]))
    return tuple(replace(block, index=index) for index, block in enumerate(made))


def _announces(block: SourceBlock) -> bool:
    """Tell whether a sentence says that something follows: it ends in a colon, and is no title of a section."""
    return not block.is_table and block.text.rstrip().endswith(":") and not is_section_title(block.text)


def _groups(blocks: Iterable[WordBlock]) -> Iterator[list[WordBlock]]:
    """Put the paragraphs of one table together, and those of one text box; every other paragraph stands alone."""
    table: list[WordBlock] = []
    late: list[WordBlock] = []
    for block in blocks:
        if not block.text.strip() and not _is_bare_number(block):
            continue
        if block.source is not Source.BODY:
            late.append(block)
        elif table and _table_of(block) == _table_of(table[0]):
            table.append(block)
        else:
            yield from _closed(table, late)
            table, late = [block] if block.cells else [], []
            if not block.cells:
                yield [block]
    yield from _closed(table, late)


def _closed(table: list[WordBlock], late: list[WordBlock]) -> Iterator[list[WordBlock]]:
    """Give a table, and then what came by in it: the paragraphs of a text box together, all else one by one."""
    if table:
        yield table
    boxes: dict[int, list[WordBlock]] = {}
    for block in late:
        if block.source is Source.TEXTBOX:
            boxes.setdefault(block.box, []).append(block)
    for block in late:
        if block.source is not Source.TEXTBOX:
            yield [block]
        elif block.box in boxes:
            yield boxes.pop(block.box)


def _is_bare_number(block: WordBlock) -> bool:
    """Tell whether a paragraph shows nothing but its number: a row of a table that Word counts."""
    return bool(block.cells) and block.number is not None and not block.number.bullet and not block.contents


def _is_contents(block: WordBlock) -> bool:
    """Tell whether a paragraph is of a table of contents: by the field it stands in, else by its style and its form."""
    if block.contents:
        return True
    if not block.style.startswith(_CONTENTS_STYLES):
        return False
    return is_contents_line(block.text) or is_contents_title(block.text)


def _table_of(block: WordBlock, depth: int = 0) -> tuple[str | None, int]:
    return (block.place.part, block.cells[depth].table) if len(block.cells) > depth else (None, 0)


def _of_group(group: list[WordBlock], levels: Levels, *, announced: bool) -> Iterable[SourceBlock]:
    first = group[0]
    if first.source is Source.TEXTBOX:
        return _of_box(group)
    if first.source is not Source.BODY or not first.cells:
        return [_of_paragraph(first, levels)]
    return _of_table(group, 0, levels, announced=announced)


def _of_box(group: list[WordBlock]) -> list[SourceBlock]:
    """Set the text of a text box aside, unless it holds a heading or title: then it is read as running text."""
    read_through = [replace(block, box=group[0].box) for block in _of_running_text(group, 0, Levels())]
    if any(_is_title(block) for block in read_through):
        return read_through
    return [replace(_of_paragraph(block, Levels()), aside="tekstvak") for block in group]


def _is_title(block: SourceBlock) -> bool:
    if block.is_table:
        return False
    found = candidate(block)
    return is_section_title(block.text) or (found is not None and found.styled)


def _of_running_text(blocks: Sequence[WordBlock], depth: int, levels: Levels) -> Iterator[SourceBlock]:
    """Read paragraphs one by one and the tables among them as tables; `depth` counts the tables around them."""
    for (_, table), group in groupby(blocks, lambda block: _table_of(block, depth)):
        if table:
            yield from _of_table(list(group), depth, levels)
        else:
            yield from (_of_paragraph(block, levels) for block in group)


def _of_table(group: list[WordBlock], depth: int, levels: Levels, *, announced: bool = False) -> Iterator[SourceBlock]:
    """Read a table as one, or row by row where it is used for layout or holds a heading."""
    table = WordTable(group, depth, announced=announced)
    if table.is_layout or table.is_too_large:
        yield from (replace(each, framed=True) for each in _of_running_text(group, depth + 1, levels))
        return
    bar = len(table.grid) == 1
    for heads, rows in groupby(table.rows, lambda row: _heads_row(row, bar=bar)):
        if not heads:
            yield WordTable([block for row in rows for block in row], depth).block()
            continue
        for row in rows:
            yield from _of_heading_row(row, depth, levels)


def _heads_row(row: list[WordBlock], *, bar: bool) -> bool:
    return any(_heads(block, bar=bar) for block in row) or _number_apart(row) is not None


def _of_heading_row(row: list[WordBlock], depth: int, levels: Levels) -> Iterator[SourceBlock]:
    """Read a row with a heading as running text; a number in a cell of its own becomes the number of the heading."""
    number, heading = _number_apart(row) or (None, None)
    if number is None:
        yield from _of_running_text(row, depth + 1, levels)
        return
    for block in row:
        made = _of_paragraph(block, levels)
        if block is number:
            yield replace(made, aside="nummer van een agendapunt")
        else:
            yield replace(made, number=_said(number)) if block is heading else made


def _number_apart(row: list[WordBlock]) -> tuple[WordBlock, WordBlock] | None:
    """Find a number such as 2.1 alone in its cell, with a heading without number in the next; None if there is none."""
    if len({len(block.cells) for block in row}) > 1:
        return None
    for first, second in pairwise(row):
        if first.cells != second.cells and second.outline and second.number is None and is_bare_number(_said(first)):
            return (first, second) if candidate(_of_paragraph(second, Levels())) is None else None
    return None


def _said(block: WordBlock) -> str:
    return block.text.strip() or (block.number.text if block.number is not None else "")


def _heads(block: WordBlock, *, bar: bool) -> bool:
    """Tell whether a paragraph in a cell is the heading of an agendapunt.

    It has the style of a heading; in a `bar`, a table of one row, it may also be a number such as 2.1 with a bold
    title.
    """
    is_styled = block.outline is not None or block.style == "title"
    if not is_styled and not bar:
        return False
    found = candidate(_of_paragraph(block, Levels()))
    return found is not None and (is_styled or (found.styled and len(found.number) > 1))


def _of_paragraph(block: WordBlock, levels: Levels) -> SourceBlock:
    text, plain = plain_spans(block.spans), normalise_spans(styled(block))
    number = block.number.text if block.number is not None and not block.number.bullet else ""
    whole = SourceBlock(0, Paragraph(plain), block.place, text, box=block.box, shown=block.source in _SHOWN)
    aside = _aside(block)
    if aside:
        return replace(whole, aside=aside)
    heading = block.outline or (1 if block.style == "title" else 0)
    whole = replace(whole, heading=heading, number=number, notes=block.notes)
    item = None if heading else _item(block, plain, number, levels)
    if item is not None:
        levels.neighbours.see(item[0])
        return replace(whole, block=item[0], marks=item[1])
    levels.neighbours.see(Heading(plain, heading) if heading else whole.block)
    fresh = bool(heading) or is_section_title(text) or not text.lstrip()[:1].islower()
    return replace(whole, block=Paragraph(plain, levels.paragraph(block.indent, fresh)))


def _item(block: WordBlock, plain: Spans, number: str, levels: Levels) -> tuple[ListItem, str] | None:
    """Read a paragraph as a list item, with the marks typed by hand that it begins with; None when it is none."""
    marker, marks, rest = typed_marker(plain)
    if _is_without_bullet(block) or (marker and block.number is None and _is_of_page(block)):
        return None
    if block.number is not None and (block.number.bullet or not marker):
        level = levels.item(block.indent, block.number.level)
        shown = "-" if block.number.bullet else number
        if marker == "-" and block.number.bullet:  # "o" typed after Word's own bullet
            return ListItem(normalise_spans(rest), levels.neighbours.level(level), shown), marks
        return ListItem(plain, level, shown), ""
    if not marker:
        return None
    return ListItem(normalise_spans(rest), levels.item(block.indent, None, typed=marks), marker), marks


def _is_of_page(block: WordBlock) -> bool:
    """Tell whether a paragraph that begins as an item is a rule or the number of a page: `* * *`, `- 3 -`, `p. 3`."""
    line = " ".join(block.text.split())
    return is_rule(line) or is_page_number(line, listed=True)


def _is_without_bullet(block: WordBlock) -> bool:
    """Tell whether a paragraph is in a list whose bullet is blank: so pandoc writes what goes on in an item."""
    return block.number is not None and block.number.bullet and not block.number.text.strip()


def _aside(block: WordBlock) -> str:
    if block.source is Source.TEXTBOX:
        return ""
    if block.source is not Source.BODY:
        return f"{block.source.value} {block.detail}".strip()
    if _is_contents(block):
        return "inhoudsopgave"
    return "plaatshouder" if block.prompt else ""
