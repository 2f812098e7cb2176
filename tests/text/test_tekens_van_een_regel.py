"""The first look at a line: a kind is passed over by its first character only where its pattern never matches."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from brief.text import unknown


def of(kinds: tuple[unknown.UnknownLine, ...]) -> st.SearchStrategy[str]:
    """Give lines that one of these kinds is, and lines that are nearly so."""
    lines = st.one_of(*(st.from_regex(re.compile(kind.pattern.pattern)) for kind in kinds))
    return st.builds(lambda line, cut: line[cut:].replace("\n", ""), lines, st.integers(0, 1))


@given(of(unknown._ANYWHERE))
def test_a_line_of_any_kind_is_looked_at(row: str) -> None:
    expected = next((kind for kind in unknown._ANYWHERE if kind.pattern.search(row)), None)
    assert unknown.unknown_line(row) is expected


@given(of(unknown._BY_HAND))
def test_an_item_of_any_list_made_by_hand_is_looked_at(row: str) -> None:
    expected = next((kind for kind in unknown._BY_HAND if kind.pattern.search(row)), None)
    assert unknown.hand_made_item(row, "", "") is expected


@given(of(unknown._GLUED))
def test_a_line_of_any_list_without_space_is_looked_at(row: str) -> None:
    row = row.rstrip("\\ ")
    expected = next((kind for kind in unknown._GLUED if kind.pattern.search(row)), None)
    assert unknown.glued_line(row, row, "") is expected
