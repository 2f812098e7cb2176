"""No text makes reading slow or fail: the work grows with the length, never faster."""

from __future__ import annotations

from cProfile import Profile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.kamerstuk import check, find, moties, note_spans, parse, resolve
from kamerstuk.tegenwerkend import _PIECES, hostile_texts
from keuring.eigenschap import tries

SHORT = 2_000


def calls(text: str) -> int:
    """Count the calls of functions that reading a text takes: the same on every machine."""
    with Profile() as profile:
        find(text)
    return sum(each.callcount for each in profile.getstats())


TEXTS = [
    pytest.param(*each, marks=[pytest.mark.lang] if number % 3 else [])
    for number, each in enumerate(hostile_texts(SHORT))
]
"""Every third in `make test`, the others in `make lang`."""


@pytest.mark.parametrize(("name", "text"), TEXTS, ids=lambda value: value[:40])
def test_four_times_the_text_takes_no_more_than_about_four_times_the_calls(name: str, text: str) -> None:
    start = name.rpartition(" + ")[0]
    longer = text + text[len(start) - 2 :] * 3
    find(text)  # compiles the patterns that these texts need
    assert calls(longer) <= 6 * calls(text) + 500


@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), max_size=30).map("".join))
@settings(max_examples=tries(300))
def test_reading_any_text_ends_with_places_in_order_and_within_the_text(text: str) -> None:
    found = find(text)
    parse(text)
    resolve(text, found)
    moties(text, found)
    note_spans(text)
    check(text, found)
    begins = [each.begin for each in found.verwijzingen]
    assert begins == sorted(begins)
    assert all(text[each.begin : each.eind] == each.tekst for each in found.verwijzingen)
    assert all(each.eind > each.begin for each in found.verwijzingen)


@given(st.text())
def test_reading_arbitrary_text_never_fails(text: str) -> None:
    found = find(text)
    assert all(text[each.begin : each.eind] == each.tekst for each in found.verwijzingen)
