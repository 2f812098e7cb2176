"""Each line of the two proofs, when broken, turns a test red: the proofs themselves are proved."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from brief.dossier import proof
from brief.finishing.proof import compare
from brief.versions import uitgeven, vullen
from brief.word import readback
from brief.word.reading import accounting
from dossier import test_bewijs_niets_kwijt, test_bewijs_van_de_plaats
from finishing import test_regels_vergelijken
from mutatie.mutanten import mutants, survivors
from versions import test_bewijs_een_op_een, test_uitgave
from word.reading import test_verantwoording

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


def plain_tests(*modules: ModuleType) -> tuple[Callable[[], None], ...]:
    """Give the tests of these modules that need nothing from pytest: functions without an argument."""
    functions = [each for module in modules for each in inspect.getmembers(module, inspect.isfunction)]
    found = [each for name, each in functions if name.startswith("test_") and not inspect.signature(each).parameters]
    assert len(found) >= 3 * len(modules)
    return tuple(found)


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        pytest.param(readback, plain_tests(test_bewijs_een_op_een), id="1-op-1: reading back"),
        pytest.param(vullen, plain_tests(test_bewijs_een_op_een, test_uitgave), id="1-op-1: the document"),
        pytest.param(uitgeven, plain_tests(test_uitgave), id="1-op-1: the version"),
        pytest.param(
            proof,
            plain_tests(test_bewijs_niets_kwijt, test_bewijs_van_de_plaats),
            id="nothing lost: the dossier",
            marks=pytest.mark.lang,
        ),
        pytest.param(accounting, plain_tests(test_verantwoording), id="nothing lost: the Word file"),
        pytest.param(
            compare,
            plain_tests(test_regels_vergelijken),
            id="1-op-1: the finished files",
            marks=pytest.mark.lang,
        ),
    ],
)
def test_every_line_of_a_proof_is_needed(module: ModuleType, tests: tuple[Callable[[], None], ...]) -> None:
    """A mutant that says the same as the original must be written otherwise, so that this list stays empty."""
    assert survivors(module, tests) == set()


def test_a_test_that_looks_at_nothing_lets_every_mutant_live() -> None:
    names = {mutant.name for mutant in mutants(accounting, ("unaccounted", "_characters"))}
    assert len(names) > 10
    assert survivors(accounting, [lambda: None], ("unaccounted", "_characters")) == names
