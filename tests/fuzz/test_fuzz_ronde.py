"""A small run of the fuzz harness for text files: the first seeds, and every seed that once failed."""

from __future__ import annotations

import pytest

from fuzz import rijk
from fuzz import ronde as harness

ONCE_FAILED = (5986, 25412)


def test_first_seeds_of_rounds() -> None:
    assert [f"seed {seed}: {problem}" for seed in range(120) if (problem := harness.check(seed))] == []


def test_first_seeds_of_rounds_with_every_field() -> None:
    seeds = range(rijk.FIRST, rijk.FIRST + 24)
    assert [f"seed {seed}: {problem}" for seed in seeds if (problem := harness.check(seed))] == []


def test_harness_sees_a_value_that_is_kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzz.bladeren._texts", lambda _: iter(()))
    found = [harness.check(seed) for seed in range(rijk.FIRST, rijk.FIRST + 12)]
    assert any(problem.startswith("values lost") for problem in found)


@pytest.mark.parametrize("seed", ONCE_FAILED)
def test_seed_of_a_round_that_once_failed(seed: int) -> None:
    assert harness.check(seed) == ""


def test_a_seed_makes_the_same_round_every_time() -> None:
    assert harness.case(7) == harness.case(7)
    assert harness.case(7) != harness.case(8)


def test_harness_sees_a_lost_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness, "_document_text", lambda _: "")
    assert [seed for seed in range(20) if harness.check(seed).startswith("words lost")] != []


def test_harness_sees_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        message = "stuk"
        raise ValueError(message)

    monkeypatch.setattr(harness, "open_round", broken)
    assert harness.check(0) == "ValueError: stuk"
