"""Texts that swap, move and are half rewritten at once: each is told as what it is, none as gone and added."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from brief.compare.changes import vergelijk
from brief.compare.model import Soort
from compare.vergelijkset import afspraak, alinea, kop, lijst, zin
from huis.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.compare.content import Blok, Inhoud

LETTER = [
    re.sub(r" ?\[[@^][^\]]*\]", "", text)
    for text in re.split(r"\n\s*\n", (PROJECT / "input/2026/brief.md").read_text("utf-8"))
    if not text.startswith(("#", ":::", "-", "[^")) and len(text.split()) > 20
]
WORDS = [word for text in LETTER for word in text.split()]
MOVED = {Soort.VERPLAATST, Soort.VERPLAATST_EN_GEWIJZIGD}


def half_rewritten(text: str, chance: random.Random) -> str:
    """Give another word for half of the words: at the start, at the end, or anywhere."""
    words = text.split(" ")
    half = len(words) // 2
    where = chance.choice([range(half), range(len(words) - half, len(words)), chance.sample(range(len(words)), half)])
    return " ".join(chance.choice(WORDS) if n in set(where) else word for n, word in enumerate(words))


def under_headings(texts: list[Blok]) -> Inhoud:
    middle = len(texts) // 2
    return lijst(kop("Eerst"), *texts[:middle], kop("Daarna"), *texts[middle:], document="kamerbrief")


def shuffled(texts: list[str], chance: random.Random) -> list[tuple[int, str]]:
    """Swap two, move three, and rewrite six by half; each text with the number it had."""
    new = list(enumerate(texts))
    one, other = chance.sample(range(len(new)), 2)
    new[one], new[other] = new[other], new[one]
    for _ in range(3):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    for place in chance.sample(range(len(new)), 6):
        new[place] = (new[place][0], half_rewritten(new[place][1], chance))
    return new


@pytest.mark.parametrize("seed", range(12))
def test_paragraphs_of_a_letter_without_ids(seed: int) -> None:
    chance = random.Random(seed)
    new = shuffled(LETTER, chance)
    found = vergelijk(under_headings([alinea(t) for t in LETTER]), under_headings([alinea(t) for _, t in new]))
    assert not [each for each in found.wijzigingen if each.soort in {Soort.TOEGEVOEGD, Soort.VERVALLEN}]
    rewritten = {text for number, text in new if text != LETTER[number]}
    told = {each.nieuw for each in found.wijzigingen if each.oud != each.nieuw}
    assert told == rewritten


@pytest.mark.parametrize("seed", range(6))
def test_afspraken_by_their_ids_however_much_is_rewritten(seed: int) -> None:
    chance = random.Random(seed)
    texts = [zin(number) for number in range(30)]
    name: Callable[[int], str] = "n-1.1-{}".format
    new = shuffled(texts, chance)
    old = under_headings([afspraak(name(n), text) for n, text in enumerate(texts)])
    found = vergelijk(old, under_headings([afspraak(name(n), text) for n, text in new]))
    assert not [each for each in found.wijzigingen if each.soort in {Soort.TOEGEVOEGD, Soort.VERVALLEN}]
    assert all(each.oud in texts and texts.index(each.oud) == int(each.id[6:]) for each in found.wijzigingen)


def test_two_swapped_texts_are_one_or_two_moves_and_no_change() -> None:
    new = [LETTER[1], LETTER[0], *LETTER[2:]]
    found = vergelijk(under_headings([alinea(t) for t in LETTER]), under_headings([alinea(t) for t in new]))
    assert {each.soort for each in found.wijzigingen} <= MOVED
    assert 1 <= len(found.wijzigingen) <= 2


def test_other_texts_in_the_place_of_gone_ones_are_not_the_same_rewritten() -> None:
    half = len(LETTER) // 2
    kept = [zin(number) for number in range(20)]
    old = under_headings([alinea(t) for t in [*kept, *LETTER[:half]]])
    new = under_headings([alinea(t) for t in [*kept, *LETTER[half : 2 * half]]])
    kinds = [each.soort for each in vergelijk(old, new).wijzigingen]
    assert kinds.count(Soort.TOEGEVOEGD) == kinds.count(Soort.VERVALLEN) == half


@pytest.mark.parametrize("seed", range(8))
def test_a_small_piece_split_off_marks_no_word_as_gone_or_come(seed: int) -> None:
    chance = random.Random(seed)
    place = chance.randrange(len(LETTER))
    words = LETTER[place].split(" ")
    cut = 8 if seed % 2 else len(words) - 8
    new = [*LETTER[:place], " ".join(words[:cut]), " ".join(words[cut:]), *LETTER[place + 1 :]]
    found = vergelijk(
        lijst(*map(alinea, LETTER), document="kamerbrief"), lijst(*map(alinea, new), document="kamerbrief")
    )
    (change,) = found.wijzigingen
    assert change.soort is Soort.GESPLITST
    assert not [text for op, text in change.woorden if op != "=" and text.strip()]
