"""The form of the code that the linters do not hold: length, names, and one place for each test name."""

from __future__ import annotations

import ast
import re
from collections import Counter

from huis.project import MODULES, PROJECT, name, trees_with

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
EMPTY_NAMES = re.compile(r"^_?(utils?|helpers?|common|misc|managers?)$")


def test_a_module_is_short() -> None:
    lines = {name(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {module: count for module, count in lines.items() if count > LONGEST_MODULE} == {}


def test_a_function_is_short() -> None:
    lines = {  # by its line too: a name such as `__init__` comes back in a module
        f"{name(module)}:{node.lineno}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module, tree in trees_with("def")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {function: count for function, count in lines.items() if count > LONGEST_FUNCTION} == {}


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    parts = {part.removesuffix(".py") for path in MODULES for part in path.relative_to(PROJECT).parts}
    assert [part for part in parts if EMPTY_NAMES.match(part)] == []


def test_names_of_test_files_are_unique() -> None:
    """Pytest imports tests without packages by their file name alone."""
    names = Counter(path.name for path in (PROJECT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
