"""What two lists have in common, in time that stays in proportion to them.

The runs that two lists share are found the longest first. Where there are too many pairs of equal items, the lists are
first cut at rows of items that stand once in each; what still has too many is said to be gone and come as a whole.
Nothing is lost by it: the difference is coarser, and as true.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.text.common_runs import common_runs
from brief.text.rising import longest_rising

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    Stretch = tuple[bool, int, int, int, int]

MOST_PAIRS = 1_500_000
"""Pairs of equal items among which the longest runs are looked for."""
_ROWS = (1, 6, 24)
_DEEPEST = 4


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """Give what stayed and what did not: whether it stayed, `old[a:b]` and `new[c:d]`, in order and without gaps."""
    found: list[Stretch] = []
    for stretch in _opcodes(old, new, 0):
        if found and found[-1][0] == stretch[0]:
            first = found.pop()
            stretch = (first[0], first[1], stretch[2], first[3], stretch[4])
        found.append(stretch)
    return found


def _opcodes(old: Sequence[Hashable], new: Sequence[Hashable], deep: int) -> Iterator[Stretch]:
    """Give the runs that stayed and what stands between them; what stands between rows that cut is looked at again."""
    cut = _pairs(old, new) > MOST_PAIRS
    runs = (_anchors(old, new) if deep < _DEEPEST else []) if cut else common_runs(old, new)
    a = c = 0
    for left, right, size in (*runs, (len(old), len(new), 0)):
        if cut and runs:
            for stayed, *at in _opcodes(old[a:left], new[c:right], deep + 1):
                yield stayed, at[0] + a, at[1] + a, at[2] + c, at[3] + c
        elif left > a or right > c:
            yield False, a, left, c, right
        if size:
            yield True, left, left + size, right, right + size
        a, c = left + size, right + size


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    if len(old) * len(new) <= MOST_PAIRS:
        return 0
    counts = Counter(new)
    return sum(number * counts[item] for item, number in Counter(old).items())


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Give rows of items that stand once in each list, in the same order in both: where in each, and how long."""
    for size in _ROWS:
        left, right = _once(old, size), _once(new, size)
        both = [(left[row], right[row]) for row in left if row in right]
        if chain := longest_rising(both):
            found = [(*chain[0], size)]
            for a, c in chain[1:]:
                if a >= found[-1][0] + size and c >= found[-1][1] + size:
                    found.append((a, c, size))
            return found
    return []


def _once(items: Sequence[Hashable], size: int) -> dict[Hashable, int]:
    """Give the rows of this many items that stand once in a list, with where they begin."""
    rows = list(zip(*(items[start:] for start in range(size)), strict=False))
    counts = Counter(rows)
    return {row: number for number, row in enumerate(rows) if counts[row] == 1}
