"""A small run of the harness for tables of facts: the first seeds, and that it sees what is used in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fuzz import feiten as harness

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return harness.make_round(tmp_path)


def test_first_seeds_of_tables(folder: Path) -> None:
    assert [f"seed {seed}: {problem}" for seed in range(100) if (problem := harness.check(seed, folder))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"groningen", "fryslan", "drenthe"', '"groningen", "fryslan", "zeeland"'),
        ('prefix = "nw"', 'prefix = "n"'),
        ('prefix = "nw"', 'prefix = "N-"'),
        ('naam = "Noordwest"', 'naam = "Noord"'),
    ],
)
def test_provinces_and_names_are_told_apart(old: str, new: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "domain/geografie.toml"
    text = harness.shortened(name)
    assert old in text
    monkeypatch.setattr(harness, "case", lambda _: (name, text.replace(old, new, 1).encode()))
    monkeypatch.setattr(harness, "_wrong", lambda *_: iter(("not refused",)))
    assert harness.check(1, folder) == ""


def test_harness_sees_a_blank_text_that_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "domain/themas.toml"
    text = harness.shortened(name).replace('"Water"', '" "', 1)
    monkeypatch.setattr(harness, "case", lambda _: (name, text.encode()))
    monkeypatch.setattr(harness, "_read", lambda *_: "")
    assert "is used in silence" in harness.check(1, folder)
