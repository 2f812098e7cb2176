"""What two lists have in common is said in proportion to their length, and nothing is lost by it."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.text import aligning, common_runs
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


_FEW = st.integers(1, 5).flatmap(lambda kinds: st.lists(st.integers(1, kinds), max_size=60))


@settings(max_examples=300)
@given(_FEW, _FEW)
def test_the_runs_in_common_are_those_that_difflib_finds(old: list[int], new: list[int]) -> None:
    usual, common_runs._SHORT = common_runs._SHORT, -1
    try:
        found = common_runs.common_runs(old, new)
    finally:
        common_runs._SHORT = usual
    assert found == SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()[:-1]


def test_the_work_for_one_letter_paragraphs_grows_with_the_length_of_each_run_and_not_with_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    ever = common_runs._Rows.longest

    def counted(self: common_runs._Rows, area: common_runs.Area) -> int:
        looked.append(area[1] - area[0] + area[3] - area[2])
        return ever(self, area)

    monkeypatch.setattr(common_runs._Rows, "longest", counted)
    size = 1_000
    common_runs.common_runs([n % 26 for n in range(size)], [(7 * n + 3) % 26 for n in range(size)])
    assert sum(looked) <= 4 * 2 * size


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
