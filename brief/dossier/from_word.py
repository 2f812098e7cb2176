"""Word to the middle form: list levels from indentation, tables put together, what is not running text set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.dossier.blocks import SourceBlock, table_text
from brief.dossier.marks import typed_marker
from brief.dossier.patterns import is_section_title
from brief.text.model import ListItem, Paragraph, Run, Spans, Style, Table
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans
from brief.word.reading import Source, WordBlock, WordText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEAR = 100
"""Twips (under 2 mm) within which two indentations are the same."""
_LARGEST_TABLE = 100_000
"""Cells of a table that is kept as one; larger tables are read paragraph by paragraph."""
_CONTENTS_STYLES = ("toc ", "inhopg", "table of contents")


def source_blocks(word: WordText) -> tuple[SourceBlock, ...]:
    """Give the blocks of a dossier in Word, in document order; blank paragraphs have none."""
    levels = _Levels()
    result: list[SourceBlock] = []
    for group in _groups(word.blocks):
        result.extend(_of_group(group, levels, len(result)))
    return tuple(result)


def _groups(blocks: Iterable[WordBlock]) -> Iterator[list[WordBlock]]:
    """Put the paragraphs of one table together; every other paragraph stands alone."""
    group: list[WordBlock] = []
    for block in blocks:
        if not block.text.strip():
            continue
        if group and (not block.cells or _table_of(block) != _table_of(group[-1])):
            yield group
            group = []
        group.append(block)
        if not block.cells or block.source is not Source.BODY:
            yield group
            group = []
    if group:
        yield group


def _table_of(block: WordBlock) -> tuple[str | None, int]:
    return (block.place.part, block.cells[0].table) if block.cells else (None, 0)


def _of_group(group: list[WordBlock], levels: _Levels, index: int) -> list[SourceBlock]:
    if not group[0].cells or group[0].source is not Source.BODY:
        return [_of_paragraph(group[0], levels, index)]
    if any(is_section_title(block.text) for block in group):  # a table used for layout: read what stands in it
        return [_of_paragraph(block, levels, index + offset) for offset, block in enumerate(group)]
    table = _of_table(group, index)
    if table is None:
        return [_of_paragraph(block, levels, index + offset) for offset, block in enumerate(group)]
    return [table]


def _of_paragraph(block: WordBlock, levels: _Levels, index: int) -> SourceBlock:
    spans = block.spans
    text = plain_spans(spans)
    aside = _aside(block)
    heading = block.outline or (1 if block.style == "title" else 0)
    number = block.number.text if block.number is not None and not block.number.bullet else ""
    marks = ""
    plain = normalise_spans(_styled(block))
    if aside:
        return SourceBlock(index, Paragraph(plain), block.place, text, aside=aside)
    marker, marks, rest = ("", "", plain) if heading else typed_marker(plain)
    if block.number is not None and not heading and (block.number.bullet or not marker):
        shown = "-" if block.number.bullet else number
        level = levels.item(block.indent, block.number.level)
        if marker == "-" and block.number.bullet:
            level = max(level, 1)  # "o" typed after Word's own bullet: one level down
        else:
            marks, rest = "", plain
        item = ListItem(normalise_spans(rest), level, shown)
        return SourceBlock(index, item, block.place, text, 0, number, marks, notes=block.notes)
    if marker:
        level = levels.item(block.indent, None, typed=marks)
        item = ListItem(normalise_spans(rest), level, marker)
        return SourceBlock(index, item, block.place, text, 0, number, marks, notes=block.notes)
    fresh = bool(heading) or is_section_title(text) or not text.lstrip()[:1].islower()
    level = levels.paragraph(block.indent, fresh)
    return SourceBlock(index, Paragraph(plain, level), block.place, text, heading, number, notes=block.notes)


def _styled(block: WordBlock) -> Spans:
    """Give a paragraph whose style is bold or italic that look; of a heading it is not part of the text."""
    if block.outline or not block.look & (Style.BOLD | Style.ITALIC):
        return block.spans
    look = block.look & (Style.BOLD | Style.ITALIC)
    return tuple(Run(s.text, s.style | look, s.link) if isinstance(s, Run) else s for s in block.spans)


def _aside(block: WordBlock) -> str:
    if block.source is Source.TEXTBOX:
        return "tekstvak"
    if block.source is not Source.BODY:
        return f"{block.source.value} {block.detail}".strip()
    if block.contents or block.style.startswith(_CONTENTS_STYLES):
        return "inhoudsopgave"
    return "plaatshouder" if block.prompt else ""


def _of_table(group: list[WordBlock], index: int) -> SourceBlock | None:
    """Put the paragraphs of a table in its grid; None when the grid would be absurdly large."""
    columns = {name: n for n, name in enumerate(sorted({block.cells[0].column for block in group}))}
    rows_used = {name: n for n, name in enumerate(sorted({block.cells[0].row for block in group}))}
    if len(columns) * len(rows_used) > _LARGEST_TABLE:
        return None
    cells: list[list[list[Spans]]] = [[[] for _ in columns] for _ in rows_used]
    for block in group:
        cells[rows_used[block.cells[0].row]][columns[block.cells[0].column]].append(_styled(block))
    rows = tuple(tuple(normalise_spans(_joined(cell)) for cell in row) for row in cells)
    head = 1 if group[0].cells[0].header or all(_is_bold(block) for block in group if not block.cells[0].row) else 0
    table = Table(rows, head)
    lines = tuple((block.text, block.place) for block in group)
    notes = tuple(note for block in group for note in block.notes)
    return SourceBlock(index, table, group[0].place, table_text(table), lines=lines, notes=notes)


def _is_bold(block: WordBlock) -> bool:
    return all(run.style & Style.BOLD for run in block.runs if run.text.strip())


def _joined(paragraphs: list[Spans]) -> Spans:
    spans: list[object] = []
    for paragraph in paragraphs:
        if spans:
            spans.append(Run("\n"))
        spans.extend(paragraph)
    return tuple(spans)  # type: ignore[arg-type]


class _Levels:
    """Gives list items their level by their indentation, which is what a reader sees."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, int | None, str]] = []

    def item(self, indent: int, level: int | None, typed: str = "") -> int:
        """Give the level of a list item; `level` is Word's own, for lists whose levels have no indentation."""
        key = (indent, level, typed)
        while self._stack and self._is_deeper(self._stack[-1], key):
            self._stack.pop()
        if not self._stack or self._is_deeper(key, self._stack[-1]):
            self._stack.append(key)
        else:
            self._stack[-1] = key
        return len(self._stack) - 1

    @staticmethod
    def _is_deeper(one: tuple[int, int | None, str], other: tuple[int, int | None, str]) -> bool:
        if abs(one[0] - other[0]) > _NEAR:
            return one[0] > other[0]
        if one[1] is not None and other[1] is not None:
            return one[1] > other[1]
        return one[2] == "o" and other[2] != "o"

    def paragraph(self, indent: int, fresh: bool) -> int:
        """Give the level of a paragraph that is no list item: above 0 it continues an item.

        A paragraph at the left edge ends the list, unless it is the second half of a sentence, which is not `fresh`.
        """
        if indent <= _NEAR or not self._stack or indent + _NEAR < self._stack[0][0]:
            if fresh:
                self._stack.clear()
            return 0
        while len(self._stack) > 1 and indent + _NEAR < self._stack[-1][0]:
            self._stack.pop()
        return len(self._stack)
