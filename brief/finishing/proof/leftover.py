"""The lines of a file that nothing asked for yet: the first that is the same in some way, or the one most like a line.

Each way of being the same is looked up, and of two lists that are both long only what stands near is held against a
line: the time stays in proportion to what fails, however much that is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from brief.finishing.proof.lines import Line

    Key = Callable[[Line], Hashable]

_ALIKE = 0.6
_MOST_PAIRS = 40_000
"""Pairs of a missing line and a line too many, up to which all are held against each other: 200 of each."""
_NEAR = 20
"""Above that, so many lines behind the one before are."""


class Leftover:
    """Lines by their number in the file, of which each is given once."""

    def __init__(self, lines: Sequence[Line], numbers: Sequence[int], asked: int) -> None:
        self._lines = lines
        self._left = list(numbers)
        self._by: dict[Key, dict[Hashable, deque[int]]] = {}
        self._all = asked * len(numbers) <= _MOST_PAIRS
        self._matchers: dict[int, SequenceMatcher[str]] = {}

    def __iter__(self) -> Iterator[Line]:
        return (self._lines[number] for number in self._left)

    def same(self, line: Line, key: Key) -> int | None:
        """Take the first line that has the same key."""
        if key not in self._by:
            found: dict[Hashable, deque[int]] = defaultdict(deque)
            self._by[key] = found
            for number in self._left:
                found[key(self._lines[number])].append(number)
        numbers = self._by[key].get(key(line), deque())
        while numbers:
            number = numbers.popleft()
            if self._take(number):
                return number
        return None

    def most_like(self, line: Line, behind: int) -> int | None:
        """Take the line most like this one, when it is alike enough; `behind` is where the line before stood."""
        near = self._left
        if not self._all:
            first = bisect_left(near, behind)
            near = near[first : first + _NEAR]
        best, most = None, 0.0
        for number in near:
            matcher = self._matcher(number)
            matcher.set_seq1(line.plain)
            # each of the first two is never less than the one after it
            if any(each() < _ALIKE or each() <= most for each in (matcher.real_quick_ratio, matcher.quick_ratio)):
                continue
            if (ratio := matcher.ratio()) >= _ALIKE and ratio > most:
                best, most = number, ratio
        if best is not None:
            self._take(best)
        return best

    def _matcher(self, number: int) -> SequenceMatcher[str]:
        if number not in self._matchers:
            self._matchers[number] = SequenceMatcher(None, "", self._lines[number].plain)
        return self._matchers[number]

    def _take(self, number: int) -> bool:
        """Take a line that is still left; say whether it was."""
        at = bisect_left(self._left, number)
        if self._left[at : at + 1] != [number]:
            return False
        del self._left[at]
        return True
