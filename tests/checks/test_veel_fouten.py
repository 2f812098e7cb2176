"""Thousands of mistakes cost no more than thousands of times one: nothing is read or guessed again for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import nearest as module
from brief.diagnostics.nearest import Nearest, nearest
from brief.sources.afspraken import read_afspraken
from brief.sources.locator import Locator
from brief.sources.source import decode

if TYPE_CHECKING:
    import pytest

    from brief.sources.nodes import Node


def test_only_the_first_words_get_a_guess_when_there_are_many_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(word: str, _: object) -> str:
        asked.append(word)
        return "n-1"

    monkeypatch.setattr(module, "nearest", counted)
    guess = Nearest(f"n-{number}" for number in range(30_000))
    assert [guess(f"m-{number}") for number in range(50)] == ["n-1"] * 10 + [None] * 40
    assert guess("m-0") == "n-1"
    assert len(asked) == 10


def test_among_few_candidates_every_word_gets_the_guess_it_always_got() -> None:
    words = ("watr", "energy", "wonn", "iets heel anders")
    guess = Nearest(["water", "energie", "wonen"])
    assert [guess(word) for word in words] == [nearest(word, ["water", "energie", "wonen"]) for word in words]


def test_an_afspraak_is_read_again_once_for_all_places_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = ", ".join(f"z-{number}" for number in range(400))
    text = f"afspraken:\n  - id: n-1\n    agendapunt: 1 A\n    tekst: T\n    zie: [{ids}]\n"
    source, _ = decode("noord.yaml", text.encode())
    assert source is not None
    (afspraak,) = read_afspraken(source, "noord")[0].afspraken
    read: list[Locator] = []
    usual = Locator.node

    def counted(locator: Locator) -> Node:
        read.append(locator)
        return usual(locator)

    monkeypatch.setattr(Locator, "node", counted)
    places = [afspraak.place_of(f"zie.{number}") for number in range(400)]
    assert [place.column for place in places if place] == [text.split("\n")[4].index(f"z-{n}") + 1 for n in range(400)]
    assert len(read) == 1
