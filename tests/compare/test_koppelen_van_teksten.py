"""What belongs together is found, what is not certain is a doubt, and nothing is lost or used twice."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.compare import Item, Matched, match
from brief.compare.likeness import likeness, near, words_of
from keuring.eigenschap import tries

WATER = "Rijk en provincie werken een waterstrategie uit voor de hoge zandgronden tussen de beekdalen van Dommel en Aa"
WONEN = "De gemeenten Eindhoven en Helmond starten in 2028 met de bouw van vierduizend woningen langs het spoor"
NATUUR = "De randzones van de Peel krijgen een hoger waterpeil, in overleg met de eigenaren van de percelen"
ENERGIE = "De minister wijst voor Maasbracht één coördinator aan die vergunningen voor net en opslag op elkaar afstemt"


def _items(*texts: str, heading: str = "Titel", start: int = 1) -> list[Item]:
    return [Item(f"n-2.{start}-{n}", text, heading, f"n-2.{start}-{n}") for n, text in enumerate(texts, 1)]


def _pairs(found: Matched) -> list[tuple[int, int]]:
    return [(pair.old, pair.new) for pair in found.pairs]


def test_the_same_texts_under_other_numbers_belong_together() -> None:
    found = match(_items(WATER, WONEN, NATUUR), _items(NATUUR, WATER, WONEN, heading="Anders", start=4))
    assert sorted(_pairs(found)) == [(0, 1), (1, 2), (2, 0)]
    assert (found.doubts, found.gone, found.added) == ((), (), ())


def test_one_that_went_and_one_that_came_are_not_paired_on_their_number() -> None:
    found = match(_items(WATER, WONEN), _items(ENERGIE, WONEN))
    assert _pairs(found) == [(1, 1)]
    assert (found.doubts, found.gone, found.added) == ((), (0,), (0,))


@pytest.mark.parametrize(
    "changed", [WATER.replace("Dommel en Aa", "Dommel, Aa en Mark"), f"**{WATER}**", WATER.upper(), f"{WATER} in 2027"]
)
def test_a_rewritten_text_stays_the_same_afspraak_when_another_came_before_it(changed: str) -> None:
    found = match(_items(WATER, WONEN), _items(NATUUR, changed, WONEN))
    assert _pairs(found) == [(0, 1), (1, 2)]
    assert found.added == (0,)
    assert found.doubts == ()


def test_two_texts_that_are_equally_alike_are_a_doubt() -> None:
    one, other = f"{WATER} vóór 2027", f"{WATER} vóór 2028"
    found = match(_items(WATER), _items(one, other))
    assert _pairs(found) == []
    assert {(pair.old, pair.new) for pair in found.doubts} == {(0, 0), (0, 1)}
    assert (found.gone, found.added) == ((), ())


def test_a_text_in_two_halves_is_a_doubt() -> None:
    halves = WATER.split(" voor ")
    found = match(
        _items(WATER), _items(f"{halves[0]} met de waterschappen", f"Dit geldt voor {halves[1]}", heading="B")
    )
    assert _pairs(found) == []
    assert found.doubts


def test_the_same_text_twice_is_told_apart_by_its_heading() -> None:
    old = [Item("a", WATER, "Een", "a"), Item("b", WATER, "Twee", "b")]
    found = match(old, [Item("x", WATER, "Twee", "x")])
    assert _pairs(found) == [(1, 0)]
    assert found.gone == (0,)


def test_the_same_text_twice_and_once_without_a_heading_that_tells_is_a_doubt() -> None:
    old = [Item("a", WATER, "Een", "a"), Item("b", WATER, "Twee", "b")]
    found = match(old, [Item("x", WATER, "Drie", "x")])
    assert _pairs(found) == []
    assert {pair.old for pair in found.doubts} == {0, 1}


def test_answers_settle_a_doubt_both_ways() -> None:
    old, new = _items(WATER), _items(f"{WATER} vóór 2027", f"{WATER} vóór 2028")
    yes = match(old, new, same={"n-2.1-1": "n-2.1-2"})
    assert (_pairs(yes), yes.added, yes.doubts) == ([(0, 1)], (0,), ())
    no = match(old, new, apart={"n-2.1-1"})
    assert (_pairs(no), no.gone, no.added, no.doubts) == ([], (0,), (0, 1), ())


def test_a_strict_item_takes_only_its_own_text() -> None:
    found = match([Item("a", WATER, "T", strict=True)], _items(f"{WATER} in 2027"))
    assert (_pairs(found), found.doubts, found.gone, found.added) == ([], (), (0,), (0,))
    assert _pairs(match([Item("a", WATER, "T", strict=True)], _items(WATER))) == [(0, 0)]


VOCABULARY = f"{WATER} {WONEN} {NATUUR} {ENERGIE}".split()


@st.composite
def _lists(draw: st.DrawFn) -> tuple[list[Item], list[Item]]:
    seed = random.Random(draw(st.integers(0, 10**6)))
    texts = [" ".join(seed.choices(VOCABULARY, k=seed.randint(3, 20))) for _ in range(draw(st.integers(0, 6)))]
    headings = ["Een", "Twee", ""]
    old = [Item(f"o{n}", text, seed.choice(headings), f"{n}") for n, text in enumerate(texts)]
    new = []
    for item in seed.sample(old, len(old)):
        words = item.text.split()
        for _ in range(draw(st.integers(0, 4))):
            words[seed.randrange(len(words))] = seed.choice(VOCABULARY)
        new += [" ".join(words)] * draw(st.sampled_from([0, 1, 1, 1, 2]))
    return old, [Item(f"n{n}", text, seed.choice(headings), f"{n}") for n, text in enumerate(new)]


@settings(max_examples=tries(150))
@given(_lists())
def test_every_text_has_one_fate(lists: tuple[list[Item], list[Item]]) -> None:
    old, new = lists
    found = match(old, new)
    doubt_old, doubt_new = {pair.old for pair in found.doubts}, {pair.new for pair in found.doubts}
    assert sorted([*(p.old for p in found.pairs), *doubt_old, *found.gone]) == list(range(len(old)))
    assert sorted([*(p.new for p in found.pairs), *doubt_new, *found.added]) == list(range(len(new)))


@settings(max_examples=tries(60))
@given(_lists())
def test_a_list_matched_with_itself_is_certain_where_no_text_stands_in_it_twice(
    lists: tuple[list[Item], list[Item]],
) -> None:
    old = list({item.text: item for item in lists[0]}.values())
    assert _pairs(match(old, old)) == [(n, n) for n in range(len(old))]


def test_likeness_is_one_for_the_same_words_and_nothing_for_others() -> None:
    assert likeness(words_of("Rijk en regio"), words_of("**rijk** en Regio.")) == 1.0
    assert likeness(words_of("Rijk en regio"), words_of("water")) == 0.0
    moved = likeness(words_of(f"{WATER}. {WONEN}"), words_of(f"{WONEN}. {WATER}"))
    assert 0.7 < moved < 1.0


@pytest.mark.parametrize("count", [20, 90])
def test_what_is_near_is_found_among_many_as_in_all_pairs(count: int) -> None:
    seed = random.Random(7)
    vocabulary = VOCABULARY + [f"gebied{n}" for n in range(200)]
    texts = [words_of(" ".join(seed.choices(vocabulary, k=25))) for _ in range(count)]
    changed = [tuple(seed.choice(vocabulary).lower() if seed.random() < 0.2 else w for w in text) for text in texts]
    every = {
        (i, j): value
        for i, one in enumerate(texts)
        for j, other in enumerate(changed)
        if (value := likeness(one, other)) >= 0.6
    }
    assert near(texts, changed, 0.6) == every
