"""A small run of the harness for what the program keeps for itself: the first seeds, and that it sees what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fuzz import sporen as harness

if TYPE_CHECKING:
    from pathlib import Path


ONCE_FAILED = 5159


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return harness.make_base(tmp_path_factory.mktemp("sporen"))


def test_first_seeds_of_what_is_kept(base: Path) -> None:
    assert [f"seed {seed}: {problem}" for seed in range(24) if (problem := harness.check(seed, base))] == []


def test_seed_that_once_failed(base: Path) -> None:
    assert harness.check(ONCE_FAILED, base) == ""


def test_harness_sees_a_traceback_and_silence(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        message = "stuk"
        raise ValueError(message)

    monkeypatch.setattr(harness, "brief", broken)
    assert harness.check(0, base).endswith("ValueError: stuk")
    monkeypatch.setattr(harness, "run", lambda *_: (0, ""))
    monkeypatch.setattr(harness, "_sound", lambda *_: {})
    monkeypatch.setattr(harness, "case", lambda *_: ("versies", harness.FILES[2], b"{half"))
    assert "nothing says so" in harness.check(0, base)
