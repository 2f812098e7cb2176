"""The form of the code that the linters do not hold: length, names, and one place for each test name."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from huis.project import MODULES, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
EMPTY_NAMES = re.compile(r"^_?(utils?|helpers?|common|misc|managers?)$")


def _name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_module_is_short_and_so_are_its_functions(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
    long = [f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines" for node in functions]
    assert [entry for entry in long if int(entry.split()[1]) > LONGEST_FUNCTION] == []


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    parts = {part.removesuffix(".py") for path in MODULES for part in path.relative_to(PROJECT).parts}
    assert [part for part in parts if EMPTY_NAMES.match(part)] == []


def test_names_of_test_files_are_unique() -> None:
    """Pytest imports tests without packages by their file name alone."""
    names = Counter(path.name for path in (PROJECT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
