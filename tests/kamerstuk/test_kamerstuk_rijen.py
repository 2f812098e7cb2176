"""Rows of numbers in any order of parts: they are read or reported, and reading them never fails."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.kamerstuk import find
from brief.kamerstuk.grammar import reading
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


_ALIKE = ("36410", "36 410", "29.435", "34 682", "21501", "12 500")
_BETWEEN = (", ", "; ", " ", "\n", ",\n", " | ", "\t")
_WORDS = (
    "Kamerstuk ",
    "nr. 3",
    " en ",
    "XXII",
    "(R2023)",
    "- nr. 3\n",
    "deze wetsvoorstellen",
    "1. nr. 5",
    "2023-2024, ",
    "(",
)


@given(
    st.lists(
        st.tuples(st.sampled_from(_WORDS), st.sampled_from(_BETWEEN), st.integers(1, 25), st.randoms()), max_size=4
    )
)
@settings(max_examples=tries(60), deadline=None)
def test_a_number_among_others_alike_is_passed_over_only_where_every_reader_would(parts: list[Any]) -> None:
    text = "".join(
        word + "".join(chance.choice(_ALIKE) + between for _ in range(count)) for word, between, count, chance in parts
    )
    with pytest.MonkeyPatch.context() as patch:
        quick = find(text)
        patch.setattr(reading, "is_among_numbers", lambda *_: False)
        assert find(text) == quick


def test_a_roman_number_behind_the_name_of_a_chamber_is_no_dossier_that_lies_anywhere() -> None:
    assert find("Tweede Kamer, CX").verwijzingen == ()


@pytest.mark.parametrize(
    ("table", "reported"),
    [
        ("| 29 435 | 267 |\n| 34 682 | 118 |", ["29 435 | 267", "34 682 | 118"]),
        ("Zie de tabel:\n\n| 29 435 | 267 | Brief |\n| 34 682 | 118 | Motie |", ["29 435 | 267", "34 682 | 118"]),
        ("| Gemeente | Inwoners |\n|---|---|\n| 29 435 | 267 |", []),
        ("| Dossier | Nr. |\n|---|---|\n| 29 435 | 267 |", []),
    ],
)
def test_rows_of_a_table_without_a_head_are_reported_and_those_below_other_names_are_not(
    table: str, reported: list[str]
) -> None:
    assert [table[begin:end] for begin, end in find(table).onleesbaar] == reported
