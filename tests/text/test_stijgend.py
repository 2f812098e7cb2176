"""The longest row of pairs in the same order on both sides, against the plain way of finding it."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from brief.text.rising import longest_rising

PAIRS = st.lists(st.integers(0, 9), max_size=8).map(lambda seconds: list(enumerate(seconds)))


def rises(pairs: list[tuple[int, int]]) -> bool:
    return all(one < other for (_, one), (_, other) in pairwise(pairs))


@given(PAIRS)
def test_no_row_that_rises_is_longer(pairs: list[tuple[int, int]]) -> None:
    found = longest_rising(pairs)
    assert rises(found)
    assert set(found) <= set(pairs)
    longest = max(size for size in range(len(pairs) + 1) if any(rises(list(c)) for c in combinations(pairs, size)))
    assert len(found) == longest
