"""The level of an item in a PDF is told by its indent, whatever the layout does to margins and numbers."""

from __future__ import annotations

from brief.finishing.proof.indents import by_indent
from brief.finishing.proof.lines import Kind, Line

OUTER, INNER = (104.9, 87.9), (121.9, 104.9)


def wanted(*levels: int) -> tuple[Line, ...]:
    return tuple(Line(Kind.PUNT, level, f"Afspraak {number}.") for number, level in enumerate(levels))


def shown(*indents: tuple[float, ...], ordered: bool = False) -> tuple[Line, ...]:
    """Give items as a PDF has them: by the tags all on the first level."""
    return tuple(
        Line(Kind.PUNT, 1, f"Afspraak  {number}.", ordered=ordered, indents=each) for number, each in enumerate(indents)
    )


def levels(found: tuple[Line, ...], expected: tuple[Line, ...]) -> list[int]:
    return [line.level for line in by_indent(found, expected)]


def test_an_item_has_the_level_of_those_that_are_indented_as_it_is() -> None:
    expected = wanted(1, 2, 2, 1)
    assert levels(shown(OUTER, INNER, INNER, OUTER), expected) == [1, 2, 2, 1]
    assert levels(shown(OUTER, INNER, OUTER, OUTER), expected) == [1, 2, 1, 1]
    assert levels(shown(INNER, INNER, INNER, OUTER), expected) == [2, 2, 2, 1]


def test_an_item_that_stands_where_no_other_does_is_on_no_level() -> None:
    assert levels(shown(OUTER, OUTER, INNER), wanted(1, 1, 1)) == [1, 1, 0]
    assert levels(shown(OUTER, OUTER, (155.9, 138.9)), wanted(1, 1, 2))[2] == 2


def test_of_two_items_that_should_stand_alike_and_do_not_one_is_named() -> None:
    assert sorted(levels(shown(OUTER, INNER), wanted(1, 1))) == [0, 1]


def test_levels_that_were_all_made_one_are_named() -> None:
    assert levels(shown(OUTER, OUTER, OUTER, OUTER), wanted(1, 2, 1, 1)) == [1, 1, 1, 1]


def test_numbers_and_bullets_may_have_indents_of_their_own() -> None:
    numbers = shown((110.0, 90.0), (110.0, 90.0), ordered=True)
    bullets = (Line(Kind.PUNT, 1, "Streepje.", indents=OUTER),)
    expected = (*wanted(1, 1), Line(Kind.PUNT, 1, "Streepje."))
    assert levels((*numbers, *bullets), expected) == [1, 1, 1]


def test_a_wide_number_moves_the_text_and_a_right_aligned_one_itself_and_neither_is_another_level() -> None:
    assert levels(shown(OUTER, OUTER, (112.3, 87.9), ordered=True), wanted(1, 1, 1)) == [1, 1, 1]
    assert levels(shown(OUTER, OUTER, (104.9, 83.2), ordered=True), wanted(1, 1, 1)) == [1, 1, 1]


def test_pages_with_mirrored_margins_are_no_levels() -> None:
    left, right = [OUTER] * 6, [(132.9, 115.9)] * 5
    assert levels(shown(*left, *right), wanted(*[1] * 11)) == [1] * 11


def test_words_that_are_expected_on_two_levels_or_nowhere_tell_nothing() -> None:
    twice = (Line(Kind.PUNT, 1, "Gelijk."), Line(Kind.PUNT, 2, "Gelijk."))
    found = (Line(Kind.PUNT, 1, "Gelijk.", indents=OUTER), Line(Kind.PUNT, 1, "Gelijk.", indents=INNER))
    assert levels(found, twice) == [1, 1]
    assert levels(shown(OUTER), ()) == [1]


def test_what_is_no_item_keeps_its_level() -> None:
    heading = Line(Kind.KOP, 3, "Kop")
    assert by_indent((heading,), (heading,)) == (heading,)
