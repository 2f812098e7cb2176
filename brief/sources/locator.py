"""Find the place of a field again, only when a message needs it.

Keeping a place for every field of ten thousand afspraken would cost more than reading them. A locator keeps two
numbers, and reads that stretch of the file once more when it is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.sources.nodes import Composer, MappingNode, Node, ScalarEvent, SequenceNode, child_of, span

if TYPE_CHECKING:
    from brief.diagnostics import Place
    from brief.sources.source import SourceFile


_CITED = re.compile(r"@(?P<sleutel>[\w-]+)")


class Locator(Struct, frozen=True):
    """A stretch of a file that holds one node: `source.text[start:end]`."""

    source: SourceFile
    start: int
    end: int

    def place(self, veld: str = "", woorden: str = "") -> Place:
        """Give the place of a field, by a path such as `besluit.datum` or `themas.0`.

        With `woorden` the place of the first spot in that field with these words. A field that is not there gives the
        place of what would hold it; a block of text gives its first line.
        """
        if not veld and not woorden:
            return self.source.place(self.start, self._line_end(self.start))
        node = _node(self)
        for name in veld.split(".") if veld else ():
            node = child_of(node, name) or node
        start, end = span(node)
        if woorden and (found := self._words(start, end, woorden)):
            return self.source.place(*found)
        return self._own_place(node, start, end)

    def node(self) -> Node:
        """Read the stretch again; its indexes are those of the whole file."""
        column = self.start - self.source.line_starts[self.source.line_number(self.start) - 1]
        composer = Composer(self.source, " " * column + self.source.text[self.start : self.end])
        event = composer.start()
        if event is None:
            message = "a locator must hold a node"
            raise ValueError(message)
        return _moved(composer.node(event), self.start - column)

    def _words(self, start: int, end: int, words: str) -> tuple[int, int] | None:
        text, parts = self.source.text, words.split()
        first = parts[0] if parts else ""
        if len(parts) == 1 and (cited := _cited(text, start, end).get(first)) is not None:
            return cited, cited + len(first)
        pattern = r"\s+".join(map(re.escape, parts))
        for form in (rf"(?<!\w){pattern}(?!\w)", pattern):
            at = text.find(first, start, end)  # much faster than the pattern, and asked once for each mistake in a text
            whole = re.compile(form) if at >= 0 else None
            while whole is not None and at >= 0:
                if match := whole.match(text, at, end):
                    return match.span()
                at = text.find(first, at + 1, end)
        return None

    def _own_place(self, node: Node, start: int, end: int) -> Place:
        if isinstance(node, MappingNode):
            return self.source.place(start, min(end, self._line_end(start)))
        if isinstance(node, ScalarEvent) and node.style in {"|", ">"}:
            return self._first_line_of_text(start, end)
        return self.source.place(start, end)

    def _line_end(self, index: int) -> int:
        number = self.source.line_number(index)
        return self.source.line_starts[number - 1] + len(self.source.line(number).rstrip())

    def _first_line_of_text(self, start: int, end: int) -> Place:
        number = self.source.line_number(start) + 1
        begin = self.source.line_starts[number - 1] if number <= len(self.source.line_starts) else end
        line = self.source.line(number)
        if begin >= end or not line.strip():
            return self.source.place(start, start + 1)
        lead = len(line) - len(line.lstrip())
        return self.source.place(begin + lead, begin + len(line.rstrip()))


@lru_cache(maxsize=4)
def _node(locator: Locator) -> Node:
    """Read a stretch once for all messages about it: an afspraak can have thousands of mistakes."""
    return locator.node()


@lru_cache(maxsize=4)
def _cited(text: str, start: int, end: int) -> dict[str, int]:
    """Give where each key is cited first in a stretch of a file: a sentence can cite thousands that do not exist."""
    places: dict[str, int] = {}
    for match in _CITED.finditer(text, start, end):
        places.setdefault(match["sleutel"], match.start("sleutel"))
    return places


def _moved(node: Node, distance: int) -> Node:
    """Give the node with all its indexes moved."""
    if isinstance(node, MappingNode):
        pairs = [(_moved(key, distance), _moved(value, distance)) for key, value in node.pairs]
        return MappingNode(node.start + distance, node.end + distance, pairs)
    if isinstance(node, SequenceNode):
        items = [_moved(item, distance) for item in node.items]
        return SequenceNode(node.start + distance, node.end + distance, items)
    marks = (_Mark(node.start_mark.index + distance), _Mark(node.end_mark.index + distance))
    return ScalarEvent(None, None, node.implicit, node.value, *marks, node.style)


class _Mark(Struct, frozen=True):
    index: int
