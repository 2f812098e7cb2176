"""A small run of the fuzz harness: the first seeds, and every seed that once failed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ONCE_FAILED = (46874, 5760, 5813, 8074, 13166, 15903)


@pytest.fixture(scope="module")
def harness() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_dossier", Path(__file__).with_name("dossier.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz_dossier"] = module
    spec.loader.exec_module(module)
    return module


def test_first_seeds(harness: ModuleType) -> None:
    assert [f"seed {seed}: {problem}" for seed in range(400) if (problem := harness.check(seed))] == []


@pytest.mark.parametrize("seed", ONCE_FAILED)
def test_seed_that_once_failed(harness: ModuleType, seed: int) -> None:
    assert harness.check(seed) == ""


def test_a_seed_makes_the_same_file_every_time(harness: ModuleType) -> None:
    assert harness.case(7) == harness.case(7)
    assert harness.case(7) != harness.case(8)


def test_harness_sees_a_fault(harness: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, name: str) -> None:
        raise ValueError(name)

    monkeypatch.setattr(harness, "read", broken)
    assert harness.check(0) == "ValueError: noord.docx"


def test_made_dossiers_are_read_alike_twice_and_as_they_were_made(harness: ModuleType) -> None:
    assert [f"seed {seed}: {problem}" for seed in range(60) if (problem := harness.check_made(seed))] == []
