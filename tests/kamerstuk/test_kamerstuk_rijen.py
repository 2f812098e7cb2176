"""Rows of numbers in any order of parts: they are read or reported, and reading them never fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.kamerstuk import find
from keuring.eigenschap import tries

DELEN = (
    "nr. ",
    "nrs. ",
    *("1", "2", "12", "267", "268", "2024", "24a", "A", "C", "AC", "XX", "EK ", "34 568"),
    *(", ", " en ", " & ", "/", "-", "\u2013", " t/m ", " tot en met ", "; ", " ", ".", " en nr. "),
    *(" moties", " van het lid", " (MvT)", ", p. 4", " herdruk", " (bijlage)", " miljoen"),
)


@settings(max_examples=tries(400))
@given(st.lists(st.sampled_from(DELEN), max_size=9).map("".join))
def test_any_row_of_parts_is_read_in_order_and_within_the_text(row: str) -> None:
    text = f"Kamerstuk 29 435, {row}"
    found = find(text).verwijzingen
    assert [each.begin for each in found] == sorted(each.begin for each in found)
    assert all(text[each.begin : each.eind] == each.tekst for each in found)


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        ("nr. 12 t/m nr. A", ["12", "A"]),
        ("nr. 12 tot en met nr. C", ["12", "C"]),
        ("nrs. 1-3", ["1", "2", "3"]),
        ("nr. 267, 268 en 269", ["267", "268", "269"]),
        ("nr. 3 en 12 moties", ["3"]),
        ("C en D", ["C", "D"]),
    ],
)
def test_a_row_gives_each_of_its_numbers(row: str, keys: list[str]) -> None:
    found = find(f"Kamerstuk 29 435, {row}.").verwijzingen
    assert [each.sleutel for each in found] == [f"kst-29435-{key}" for key in keys]
