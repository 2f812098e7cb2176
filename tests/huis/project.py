"""Where the project is and which modules it has, for the tests of the house itself."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
MODULES = sorted((PROJECT / "brief").rglob("*.py"))


def name(module: Path) -> str:
    """Give the name of a module as people say it: its path in the project."""
    return module.relative_to(PROJECT).as_posix()


def trees_with(*words: str) -> Iterator[tuple[Path, ast.Module]]:
    """Give the tree of each module in which one of these words stands: what has no such word cannot use it."""
    for module in MODULES:
        text = module.read_text("utf-8")
        if any(word in text for word in words):
            yield module, _tree(text)


@cache
def _tree(text: str) -> ast.Module:
    """Parse a module once for all tests of the house; none of them changes what it is given."""
    return ast.parse(text)
