"""Each line of the two proofs, when broken, turns a test red: the proofs themselves are proved.

What no test can notice is listed with the reason; one more or one less and this test fails.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from brief.dossier import proof
from brief.versions import uitgeven
from brief.word import readback
from brief.word.reading import accounting
from dossier import test_bewijs_niets_kwijt
from mutatie.mutanten import mutants, survivors
from versions import test_bewijs_een_op_een
from word.reading import test_verantwoording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

EQUIVALENT: dict[str, dict[str, str]] = {"readback": {}, "uitgeven": {}, "proof": {}, "accounting": {}}
"""By module: a mutant that says the same as the original, and why it does."""


def plain_tests(module: ModuleType) -> Sequence[Callable[[], None]]:
    """Give the tests of a module, which need nothing from pytest: functions without an argument."""
    found = [each for name, each in inspect.getmembers(module, inspect.isfunction) if name.startswith("test_")]
    assert found
    assert not any(inspect.signature(each).parameters for each in found)
    return found


@pytest.mark.parametrize(
    ("module", "tests", "functions"),
    [
        (readback, test_bewijs_een_op_een, ()),
        (uitgeven, test_bewijs_een_op_een, ("bewijs", "teksten")),
        (proof, test_bewijs_niets_kwijt, ()),
        (accounting, test_verantwoording, ()),
    ],
    ids=["readback", "uitgeven", "proof", "accounting"],
)
def test_every_line_of_a_proof_is_needed(module: ModuleType, tests: ModuleType, functions: tuple[str, ...]) -> None:
    known = EQUIVALENT[module.__name__.rpartition(".")[2]]
    assert survivors(module, plain_tests(tests), functions) == set(known)


def test_a_test_that_looks_at_nothing_lets_every_mutant_live() -> None:
    names = {mutant.name for mutant in mutants(accounting)}
    assert len(names) > 10
    assert survivors(accounting, [lambda: None]) == names
