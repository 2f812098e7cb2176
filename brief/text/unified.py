"""A change of a text as a unified diff, in time that stays in proportion to the text.

What is kept is what `common_runs` finds: `difflib` without junk, which takes the square of the lines that are alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.common_runs import common_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AROUND = 1
"""Lines that are kept around a change."""

Change = tuple[int, int, int, int]
"""Lines `old[a:b]` that went and `new[c:d]` that came in their place."""


def unified(old: Sequence[str], new: Sequence[str], was: str, becomes: str) -> Iterator[str]:
    """Give the lines of a unified diff, without line ends, between texts that are called `was` and `becomes`."""
    hunks = _hunks(old, new)
    if hunks:
        yield from (f"--- {was}", f"+++ {becomes}")
    for hunk in hunks:
        before = min(_AROUND, hunk[0][0])
        behind = min(_AROUND, len(old) - hunk[-1][1])
        a, c = hunk[0][0] - before, hunk[0][2] - before
        yield f"@@ -{_range(a, hunk[-1][1] + behind)} +{_range(c, hunk[-1][3] + behind)} @@"
        for change in hunk:
            yield from (f" {line}" for line in old[a : change[0]])
            yield from (f"-{line}" for line in old[change[0] : change[1]])
            yield from (f"+{line}" for line in new[change[2] : change[3]])
            a = change[1]
        yield from (f" {line}" for line in old[a : a + behind])


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[list[Change]]:
    """Give the changes in order, in groups of those with so few lines between them that these are shown in between."""
    hunks: list[list[Change]] = []
    a = c = 0
    for left, right, size in (*common_runs(old, new), (len(old), len(new), 0)):
        if left > a or right > c:
            if not hunks or a - hunks[-1][-1][1] > 2 * _AROUND:
                hunks.append([])
            hunks[-1].append((a, left, c, right))
        a, c = left + size, right + size
    return hunks


def _range(start: int, end: int) -> str:
    size = end - start
    return str(end) if size == 1 else f"{start + bool(size)},{size}"
