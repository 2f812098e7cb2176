"""What two lists have in common is said in proportion to their length, and nothing is lost by it."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.text import aligning
from brief.text.words import differences

if TYPE_CHECKING:
    import pytest

_LISTS = st.lists(st.sampled_from("abcdefghijklmnop"), max_size=60)


@settings(max_examples=60)
@given(_LISTS, _LISTS, st.integers(0, 40))
def test_every_item_stands_in_one_stretch_however_few_pairs_are_weighed(
    old: list[str], new: list[str], most: int
) -> None:
    usual, aligning.MOST_PAIRS = aligning.MOST_PAIRS, most
    try:
        found = aligning.opcodes(old, new)
    finally:
        aligning.MOST_PAIRS = usual
    assert [item for _, a, b, _, _ in found for item in old[a:b]] == old
    assert [item for _, _, _, c, d in found for item in new[c:d]] == new
    assert all(old[a:b] == new[c:d] for stayed, a, b, c, d in found if stayed)
    assert all(first[0] != second[0] for first, second in pairwise(found))


@given(_LISTS, _LISTS)
def test_short_lists_are_compared_as_ever(old: list[str], new: list[str]) -> None:
    ever = [(kind == "equal", *at) for kind, *at in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]
    joined = [each for number, each in enumerate(ever) if number == 0 or each[0] or ever[number - 1][0]]
    assert len(aligning.opcodes(old, new)) == len(joined)


def test_a_few_changes_in_a_very_long_paragraph_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aligning, "MOST_PAIRS", 500)
    words = [f"woord{number % 97} van{number % 89}" for number in range(2_000)]
    changed = list(words)
    changed[300], changed[1500] = "anders", "nieuw"
    found = differences(" ".join(words), " ".join(changed))
    assert [text for op, text in found if op == "+"] == ["anders", "nieuw"]
