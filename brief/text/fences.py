"""Fenced blocks in Markdown: `::: {.afspraken thema=water}` up to the next line of colons."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from brief.text.model import Insert

if TYPE_CHECKING:
    from collections.abc import Sequence

# `::: {.afspraken thema=water}`
_FENCE = re.compile(r"^ {0,3}:{3,}\s*(?:\{\s*\.([\w-]+)(?P<attributes>[^}]*)\}|([\w-]+))\s*:*\s*$")
_END = re.compile(r"^ {0,3}:{3,}\s*$")
_ATTRIBUTE = re.compile(r"""(?<!\s)\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))""")


def is_fence(row: str) -> bool:
    """Tell whether a line begins or ends a fenced block."""
    return row.lstrip(" ").startswith(":::") and bool(_END.match(row) or _FENCE.match(row))


def is_end(row: str) -> bool:
    """Tell whether a line ends a fenced block."""
    return bool(_END.match(row))


def read_fence(row: str) -> tuple[Insert, str] | None:
    """Read the first line of a block: what it asks for, and the part of it that cannot be read."""
    found = _FENCE.match(row)
    if found is None:
        return None
    attributes = found["attributes"] or ""
    pairs = tuple((a[1], a[2] or a[3] or a[4] or "") for a in _ATTRIBUTE.finditer(attributes))
    return Insert(found[1] or found[3], pairs), _ATTRIBUTE.sub("", attributes).strip()


class Fences:
    """Where the fences of a text stand: looked up once, however many there are."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows

    @cached_property
    def _all(self) -> list[int]:
        return [number for number, row in enumerate(self._rows) if is_fence(row)]

    def end_of(self, number: int) -> int | None:
        """Give the line that ends the block that begins at `number`; None when another block begins before it."""
        after = bisect_left(self._all, number + 1)
        if after == len(self._all) or not _END.match(self._rows[self._all[after]]):
            return None
        return self._all[after]
