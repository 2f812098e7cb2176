"""One door for all output: nothing but `commands/terminal/output.py` writes to a terminal, or asks anything there."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from huis.project import PROJECT, name, trees_with

if TYPE_CHECKING:
    from collections.abc import Iterator

DOOR = {"brief/commands/terminal/output.py"}
BAR = {"brief/commands/terminal/progress.py"}
"""The progress bar draws itself; it shows no word but the names of its own steps."""

CLICK = {"echo", "secho", "prompt", "confirm", "pause", "echo_via_pager", "progressbar", "get_text_stream"}


def _ways_out(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "sys" and node.attr.strip("_") in {"stdout", "stderr"}:
                yield f"sys.{node.attr}"
            if node.value.id == "click" and node.attr in CLICK:
                yield f"click.{node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module in {"click", "sys"}:
            yield f"from {node.module} import"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in {"print", "input"}:
                yield node.func.id
            if node.func.id == "Console" and "file" not in {keyword.arg for keyword in node.keywords}:
                yield "Console without a file"


def test_no_module_but_the_door_writes_to_a_terminal() -> None:
    out = {
        name(module): list(_ways_out(tree)) for module, tree in trees_with("sys", "click", "print", "input", "Console")
    }
    assert {module: ways for module, ways in out.items() if ways and module not in DOOR | BAR} == {}


def test_the_door_is_seen_as_a_way_out() -> None:
    """Check the check."""
    for each in DOOR | BAR:
        assert list(_ways_out(ast.parse((PROJECT / each).read_text("utf-8"))))
