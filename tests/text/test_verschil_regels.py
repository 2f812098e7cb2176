"""A change of a text is shown line by line as everybody knows it, also of a file with very many changes."""

from __future__ import annotations

from difflib import unified_diff

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.text.unified import unified

_LINES = st.integers(1, 12).flatmap(lambda kinds: st.lists(st.integers(1, kinds).map(str), max_size=90))


@settings(max_examples=150)
@given(_LINES, _LINES)
def test_the_lines_are_those_of_difflib(old: list[str], new: list[str]) -> None:
    assert list(unified(old, new, "oud", "nieuw")) == list(unified_diff(old, new, "oud", "nieuw", lineterm="", n=1))


def test_ten_thousand_changes_between_lines_that_are_all_alike_are_each_shown() -> None:
    old = [line for n in range(10_000) for line in (f"  - id: n-{n}", "    status: voorgesteld", "    themas: [water]")]
    new = [line.replace("voorgesteld", "vastgesteld") for line in old]
    found = list(unified(old, new, "oud", "nieuw"))
    assert found.count("+    status: vastgesteld") == found.count("-    status: voorgesteld") == 10_000
