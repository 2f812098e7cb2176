"""The level of list items and of what stands under them, by their indentation."""

from __future__ import annotations

from brief.dossier.marks import Neighbours

_NEAR = 100
"""Twips (under 2 mm) within which two indentations are the same."""


class Levels:
    """Gives list items their level by their indentation, which is what a reader sees."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, int | None, str]] = []
        self.neighbours = Neighbours()

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
