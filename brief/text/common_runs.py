"""The runs that two lists have in common, the longest first, in time that stays in proportion to them.

What is found is what `difflib.SequenceMatcher` without junk finds: the longest run of equal items, the first of the
longest; then the same to the left of it and to the right. `difflib` weighs all pairs of equal items again for each run
that it finds; here all runs of one length are found in one pass, by the names of the rows of that length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    Run = tuple[int, int, int]


Area = tuple[int, int, int, int, int]
"""A part of both lists, `old[a:b]` and `new[c:d]`, and how long a run in it can be."""
_SHORT = 5_000
"""Pairs of items up to which `difflib` is as fast: lists of about seventy items."""


def common_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Give where each run stands, `old[a:a + size] == new[c:c + size]`, as `(a, c, size)` in order.

    Of two runs that touch on one side the other side has items between them. Takes n log n steps for each of the
    lengths that the runs have.
    """
    if len(old) * len(new) <= _SHORT:
        return [(*each,) for each in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()[:-1]]
    rows = _Rows(old, new)
    found: list[Run] = []
    areas: list[Area] = [(0, len(old), 0, len(new), min(len(old), len(new)))]
    while areas:
        area = areas.pop()
        size = rows.longest(area)
        if size:
            a, c = area[0], area[2]
            for left, right in rows.places(area, size):
                found.append((left, right, size))
                areas.append((a, left, c, right, size - 1))
                a, c = left + size, right + size
            areas.append((a, area[1], c, area[3], size - 1))
    return _joined(sorted(found))


class _Rows:
    """Names the rows of items in two lists: rows of one size with the same name hold the same items.

    A row is named by the names of two rows that cover it, each of the largest power of two that fits.
    """

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        numbers: dict[Hashable, int] = {}
        self._names = [tuple([numbers.setdefault(item, len(numbers)) for item in items] for items in (old, new))]

    def longest(self, area: Area) -> int:
        """Give the length of the longest run that both lists have in an area `(a, b, c, d, most)`; 0 for none."""
        a, b, c, d, most = area
        most = min(most, b - a, d - c)
        least, step = 0, 1
        while least + step <= most and self._has_common(area, least + step):
            least, step = least + step, 2 * step
        most = min(most, least + step - 1)
        while least < most:
            middle = (least + most + 1) // 2
            if self._has_common(area, middle):
                least = middle
            else:
                most = middle - 1
        return least

    def places(self, area: Area, size: int) -> Iterator[tuple[int, int]]:
        """Give the places in both lists of the runs of a size, from left to right, each behind the one before."""
        a, b, c, d, _ = area
        at: dict[Hashable, list[int]] = defaultdict(list)
        for place, row in enumerate(self._of(1, size, c, d), c):
            at[row].append(place)
        for place, row in enumerate(self._of(0, size, a, b), a):
            if place >= a and (there := at.get(row)) and there[-1] >= c:
                other = there[bisect_left(there, c)]
                yield place, other
                a, c = place + size, other + size

    def _has_common(self, area: Area, size: int) -> bool:
        a, b, c, d, _ = area
        return not set(self._of(0, size, a, b)).isdisjoint(self._of(1, size, c, d))

    def _of(self, side: int, size: int, begin: int, end: int) -> Sequence[Hashable]:
        """Give the names of the rows of a size in a stretch of a list, in order."""
        power = size.bit_length() - 1
        while len(self._names) <= power:
            self._double()
        names, back = self._names[power][side], size - (1 << power)
        last = end - size + 1
        if not back:
            return names[begin:last]
        return list(zip(names[begin:last], names[begin + back : last + back], strict=True))

    def _double(self) -> None:
        """Name the rows of twice the largest size that has names."""
        half = 1 << (len(self._names) - 1)
        numbers: dict[Hashable, int] = {}
        self._names.append(
            tuple(
                [numbers.setdefault(row, len(numbers)) for row in zip(names, names[half:], strict=False)]
                for names in self._names[-1]
            )
        )


def _joined(runs: list[Run]) -> list[Run]:
    """Join the runs that follow on each other in both lists."""
    found: list[Run] = []
    for a, c, size in runs:
        if found and (found[-1][0] + found[-1][2], found[-1][1] + found[-1][2]) == (a, c):
            first = found.pop()
            found.append((first[0], first[1], first[2] + size))
        else:
            found.append((a, c, size))
    return found
