"""Fixed spaces and hyphens: where a line may not break, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.text import CrossReference, Insert, ListItem, Note, Run, Style, Table, parse
from brief.text.binding import bind, bind_block, bind_spans

FOLD = str.maketrans({"\u00a0": " ", "\u2011": "-"})


@pytest.mark.parametrize(
    "bound",
    [
        "Op 9, 10 en 11~september~2026 en op 5~mei.",
        "Het Rijk legt €~2,5~miljard in en de regio 40~miljoen~euro.",
        "Een station van 380~kV op 12~hectare, 100~liter, 3~km² en 30~procent.",
        "Zie artikel~3, lid~2, en de artikelen~3 en 4, nr.~7, p.~3.",
        "Tweede Kamer, vergaderjaar~2023=2024, Kamerstuk~29~435, nr.~267",
        "36~600 XXII, nr.~3; vergaderjaren~2023=2024 en 2024=2025",
    ],
)
def test_what_belongs_together_stays_together(bound: str) -> None:
    assert bind(bound.replace("~", " ").replace("=", "-")) == bound.replace("~", "\u00a0").replace("=", "\u2011")


@pytest.mark.parametrize(
    "text",
    [
        "In april 2027 zijn er 100.000 woningen.",
        "Van 2028-2033, 5 maten en 7 mensen.",
        "In 20 200 gevallen.",
        "A-28 en 1-op-1",
    ],
)
def test_other_spaces_and_hyphens_stay(text: str) -> None:
    assert bind(text) == text


pieces = st.sampled_from(
    [
        "5",
        "14",
        "2026",
        "29",
        "435",
        "september",
        "mei",
        "€",
        "miljoen",
        "euro",
        "artikel",
        "nr.",
        "vergaderjaar",
        "-",
        " ",
        " ",
        " ",
        "kV",
        ",",
        "m²",
        "Kamerstuk",
        "2025-2026",
    ]
)


@given(st.lists(pieces, max_size=14).map("".join) | st.text(max_size=30))
def test_no_character_changes_but_spaces_and_hyphens_and_binding_twice_is_binding_once(text: str) -> None:
    bound = bind(text)
    assert bound.translate(FOLD) == text.translate(FOLD)
    assert len(bound) == len(text)
    assert bind(bound) == bound


def test_styled_text_tables_and_footnotes_too() -> None:
    spans = (Run("op 5 mei", Style.BOLD), Note("a", (Run("nr. 7"),), (Run("Zie noot 3"),)))
    bold, note = bind_spans(spans)
    assert bold == Run("op 5\u00a0mei", Style.BOLD)
    assert isinstance(note, Note)
    assert (note.spans, note.again) == ((Run("nr.\u00a07"),), (Run("Zie noot\u00a03"),))
    table = parse("| Op 5 mei |\n|---|\n| € 3 |").blocks[0]
    bound = bind_block(table)
    assert isinstance(bound, Table)
    assert bound.rows == (((Run("Op 5\u00a0mei"),),), ((Run("€\u00a03"),),))


def test_an_item_is_bound_and_what_has_no_words_of_its_own_stays_as_it_is() -> None:
    reference = CrossReference("a", "afspraak", "2")
    item = ListItem((Run("op 5 mei, zie"), reference), 1, "2.")
    assert bind_block(item) == ListItem((Run("op 5\u00a0mei, zie"), reference), 1, "2.")
    insert = parse("::: {.afspraken thema=water}\n:::").blocks[0]
    assert isinstance(insert, Insert)
    assert bind_block(insert) is insert
