"""Differences between texts are exact to the character, and read as a person would mark them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.compare import differences
from brief.text.words import tokens
from keuring.eigenschap import tries

PIECES = st.sampled_from(
    ["Rijk", "regio", " ", "  ", "\n", "- ", ", ", ".", "Zuid-Holland", "m^3^/s", "**vet**", "€ 2,5"]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=40))


@settings(max_examples=tries(300))
@given(TEXTS, TEXTS)
def test_both_texts_come_back_to_the_character(old: str, new: str) -> None:
    found = differences(old, new)
    assert "".join(text for op, text in found if op != "+") == old
    assert "".join(text for op, text in found if op != "-") == new
    assert all(text for _, text in found)


@settings(max_examples=tries(300))
@given(TEXTS, TEXTS)
def test_neighbours_are_of_different_kinds_and_what_went_stands_before_what_came(old: str, new: str) -> None:
    kinds = "".join(op for op, _ in differences(old, new))
    assert not any(pair in kinds for pair in ("==", "--", "++", "+-"))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == ((("=", text),) if text else ())


def test_words_that_changed_together_are_one_change() -> None:
    assert differences("Rijk en regio stemmen in met de nota.", "Rijk en regio onderschrijven de nota.") == (
        ("=", "Rijk en regio "),
        ("-", "stemmen in met"),
        ("+", "onderschrijven"),
        ("=", " de nota."),
    )


def test_a_word_with_a_hyphen_a_number_and_a_unit_are_not_torn() -> None:
    assert differences("In Zuid-Holland 2,5 m^3^/s.", "In Noord-Holland 3,5 m^3^/s.") == (
        ("=", "In "),
        ("-", "Zuid-Holland 2,5 m^3^/s"),
        ("+", "Noord-Holland 3,5 m^3^/s"),
        ("=", "."),
    )


def test_what_is_read_at_once_is_one_word() -> None:
    for text in (
        "9 september 2026",
        "29 435, nr. 267",
        "€ 2,5 miljoen",
        "3,5 km",
        "12,5%",
        "40 ha",
        "Zuid-Holland",
        "2,5",
    ):
        assert tokens(text) == [text]
    assert tokens("12 kmd") == ["12", " ", "kmd"]


LINES = st.lists(st.sampled_from(["- een weg.", "- een dijk.", "  - de weg.", "De weg.", ""]), max_size=5).map(
    "\n".join
)


@given(LINES, LINES)
def test_lines_come_back_to_the_character_and_no_neighbours_are_of_a_kind(old: str, new: str) -> None:
    found = differences(old, new)
    assert "".join(text for op, text in found if op != "+") == old
    assert "".join(text for op, text in found if op != "-") == new
    assert all(one[0] != other[0] and one[1] for one, other in pairwise(found))


def test_a_point_that_went_or_came_is_shown_with_its_own_dash() -> None:
    both, one = "- De dijk.\n- De weg langs het water.\n- Het veer.", "- De dijk.\n- Het veer."
    gone = (("=", "- De dijk.\n"), ("-", "- De weg langs het water.\n"), ("=", "- Het veer."))
    assert differences(both, one) == gone
    assert differences(one, both) == tuple(("+" if op == "-" else op, text) for op, text in gone)
