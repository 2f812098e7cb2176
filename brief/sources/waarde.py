"""Change one value in a YAML file of a round: that value, and not a byte besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.sources.locator import Locator
from brief.sources.nodes import Node, ScalarEvent, child_of, span
from brief.sources.scalar import inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.sources.source import SourceFile


def with_value(source: SourceFile, path: Sequence[str | int], value: str, *, verbatim: bool = False) -> str | None:
    """Give the text of a file in which the value at a path (names, and numbers from 0 in a list) is another.

    `verbatim` writes it as it is, without quotes. None when there is no plain value at that path.
    """
    node: Node | None = Locator(source, 0, len(source.text)).node()
    for step in path:
        node = child_of(node, str(step)) if node is not None else None
    if not isinstance(node, ScalarEvent):
        return None
    start, end = span(node)
    written = value if verbatim else inline(value)
    space = " " if start == end and source.text[start - 1 : start] == ":" else ""
    after = source.text[end:]
    if node.style in {"|", ">"} and not after.startswith("\n"):
        written += "\n"
    return source.text[:start] + space + written + after
