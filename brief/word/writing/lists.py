"""True Word lists: which `w:num` each item belongs to (ECMA-376 part 1, 17.9).

Word counts; the writer only says where counting starts. It follows what Word will count in each list, and opens a new
list when that differs from the marker, so that a reader sees the numbers of the source. Lists are not opened without
need: Word is known to keep only about two thousand of them in one document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.word.writing.markers import Marker, understand

if TYPE_CHECKING:
    from collections.abc import Callable

LEVELS = 9


class NumberedList(Struct):
    """One `w:num`: the look of each level used, the level and number it starts with, and what Word has counted."""

    identifier: int
    start_level: int
    start: int
    forms: dict[int, tuple[str, str]] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def next_is(self, level: int, marker: Marker) -> bool:
        """Tell whether Word would give this marker to the next item at this level."""
        form = self.forms.get(level, (marker.form, marker.text))
        return form == (marker.form, marker.text) and self.counts.get(level, 0) + 1 == marker.value

    def count(self, level: int, marker: Marker) -> None:
        """Count an item: deeper levels begin again after it."""
        self.forms[level] = (marker.form, marker.text)
        self.counts[level] = marker.value
        for deeper in [other for other in self.counts if other > level]:
            del self.counts[deeper]


class OpenItem(Struct):
    """The last item at a level: its list and its marker, both None for a bullet."""

    numbered: NumberedList | None = None
    marker: Marker | None = None


class Lists:
    """Assigns list items to lists, in the order of the document."""

    def __init__(self, new_number: Callable[[], int]) -> None:
        self.lists: list[NumberedList] = []
        self._new_number = new_number
        self._open: list[OpenItem] = []

    def end(self) -> None:
        """Tell that running text came between: the next item begins a list."""
        self._open.clear()

    def bullet(self, level: int) -> None:
        """Count a bullet: lists inside the previous item are over."""
        self._at(level, OpenItem())

    def number(self, level: int, text: str) -> int:
        """Give the `w:numId` for an item with this marker at this level (0 is the outermost)."""
        here = self._open[level] if level < len(self._open) else OpenItem()
        marker = understand(text, here.marker)
        chosen = next((c for c in self._candidates(level, here) if c.next_is(level, marker)), None)
        if chosen is None:
            chosen = NumberedList(self._new_number(), level, marker.value)
            self.lists.append(chosen)
        chosen.count(level, marker)
        self._at(level, OpenItem(chosen, marker))
        return chosen.identifier

    def _candidates(self, level: int, here: OpenItem) -> tuple[NumberedList, ...]:
        parents = (item.numbered for item in reversed(self._open[:level]))
        parent = next((numbered for numbered in parents if numbered is not None), None)
        return tuple(c for c in (here.numbered, parent) if c is not None)

    def _at(self, level: int, item: OpenItem) -> None:
        del self._open[level:]
        while len(self._open) < level:
            self._open.append(OpenItem())
        self._open.append(item)
