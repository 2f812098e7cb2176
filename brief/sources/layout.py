"""Where the lines of a node begin and end in a file, comments and line ends included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.sources.changes import Change
from brief.sources.nodes import MappingNode, Node, ScalarEvent, SequenceNode, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.sources.source import SourceFile

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*([^\r\n]*)")


class Layout:
    """The layout of one file."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        found = re.search(r"\r\n|\n|\r", source.text)
        self.newline = found.group() if found else "\n"

    def join(self, lines: Iterable[str]) -> str:
        """Join lines with the line ends of this file, none after the last."""
        return self.newline.join(lines)

    def column(self, index: int) -> int:
        """Give how many characters stand before an index on its line."""
        return index - self.source.line_starts[self.source.line_number(index) - 1]

    def line_end(self, index: int) -> int:
        """Give the index of the line end of the line that an index is on."""
        number = self.source.line_number(index)
        return self.source.line_starts[number - 1] + len(self.source.line(number))

    def dash_column(self, index: int) -> int:
        """Give the column of the dash before a list item that starts at an index."""
        start = index - self.column(index)
        return self.source.text.rindex("-", start, index) - start

    def has_blank_line_before(self, index: int) -> bool:
        """Tell whether the line above that of an index is empty."""
        number = self.source.line_number(index)
        return number > 1 and not self.source.line(number - 1).strip()

    def is_flow(self, node: Node) -> bool:
        """Tell whether a list or mapping is written with brackets."""
        return self.source.text[span(node)[0] : span(node)[0] + 1] in {"{", "["} and not isinstance(node, ScalarEvent)

    def end_of(self, node: Node) -> int:
        """Give the end of the last line of a node. Blank lines and comments below it are not part of it."""
        return self.line_end(max(span(node)[0], self._last(node)))

    def _last(self, node: Node) -> int:
        start, end = span(node)
        if isinstance(node, ScalarEvent):
            return self._end_of_block(start, end) if node.style in {"|", ">"} else end
        if self.is_flow(node):
            return end
        last = node.pairs[-1][1] if isinstance(node, MappingNode) and node.pairs else None
        last = node.items[-1] if isinstance(node, SequenceNode) and node.items else last
        return self._last(last) if last is not None else start

    def _end_of_block(self, start: int, end: int) -> int:
        """Give the end of the last line with text of a block `|`, with the spaces at its end."""
        filled = start + len(self.source.text[start:end].rstrip())
        return self.line_end(max(start, filled - 1))

    def value_range(self, key: Node, value: Node) -> tuple[int, int, str]:
        """Give the stretch that a new value replaces, up to a line end, and what to keep on the line of the name.

        What is kept are the spaces and the comment behind the value, or behind the bar of a block.
        """
        colon = self.source.text.index(":", span(key)[1]) + 1
        start, end = span(value)
        if isinstance(value, ScalarEvent) and value.style in {"|", ">"}:
            header = _BLOCK_HEADER.match(self.source.text, start)
            return colon, self._end_of_block(start, end), header[1] if header else ""
        if isinstance(value, ScalarEvent) or self.is_flow(value):
            last = max(end, colon)
            return colon, self.line_end(last), self.source.text[last : self.line_end(last)]
        return colon, self.end_of(value), self.source.text[colon : self.line_end(colon)]

    def new_value(self, pair: tuple[Node, Node], lines: Sequence[str]) -> Change:
        """Put the lines of a new value behind `name:`; a comment on the line of the name stays there."""
        start, end, comment = self.value_range(*pair)
        return Change(start, end, self.join([lines[0] + comment, *lines[1:]]))

    def lines_of(self, key: int, value: Node) -> tuple[int, int]:
        """Give the stretch of the whole lines of a field, with the line end of the last; for taking it away."""
        start = key - self.column(key)
        end = self.end_of(value)
        after = re.compile(r"\r\n|\n|\r").match(self.source.text, end)
        return start, after.end() if after else end
