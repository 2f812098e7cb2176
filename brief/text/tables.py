"""Pipe tables in Markdown: their lines, cells and header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.text.model import Spans, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_COLUMNS = 63
"""Word has no wider tables."""
_RULE = re.compile(r"^[ \t]*+\|?[ \t]*+:?-+:?[ \t]*+(?:[|+][ \t]*+:?-+:?[ \t]*+)*\|?[ \t]*$")
# a backslash with what it escapes
_PAIR = re.compile(r"\\[\\|]")
_BLANK = " \t"


def is_rule(row: str) -> bool:
    """Tell whether a line is the rule under the header of a table: `|---|--:|`."""
    return "|" in row and _RULE.match(row) is not None


def is_table_start(row: str, following: str) -> bool:
    """Tell whether a line with a bar is the header of a table: `a | b` above `---|---`."""
    return is_rule(following) and len(_cells(row)) == len(_cells(following))


def table_of(rows: Sequence[str], spans: Callable[[str, int], Spans]) -> Table | None:
    """Make a table of its lines; None when it is wider than Word can hold.

    `spans` reads the text of a cell, on the line with this number. All rows are as long as the longest. A table without
    a rule has no header, and neither has one whose header is empty.
    """
    has_rule = len(rows) > 1 and _RULE.match(rows[1]) is not None
    if max(row.count("|") for row in rows) > MOST_COLUMNS + 1:
        return None
    cells = [tuple(spans(cell, n) for cell in _cells(row)) for n, row in enumerate(rows) if not (has_rule and n == 1)]
    headless = has_rule and not any(cells[0])
    kept = cells[1:] if headless else cells
    width = max((len(row) for row in kept), default=0)
    if width > MOST_COLUMNS:
        return None
    return Table(tuple(row + ((),) * (width - len(row)) for row in kept), int(has_rule and not headless))


def _cells(row: str) -> list[str]:
    """Split a line at its bars; one behind a backslash is text, unless that backslash is escaped itself."""
    inside = row.strip(_BLANK).removeprefix("|")
    if "\\" not in inside:
        return [cell.strip(_BLANK) for cell in inside.removesuffix("|").split("|")]
    masked = _PAIR.sub("\0\0", inside)
    if masked.endswith("|"):
        inside, masked = inside[:-1], masked[:-1]
    ends = [*(found.start() for found in re.finditer(r"\|", masked)), len(inside)]
    begins = [0, *(end + 1 for end in ends)]
    return [_PAIR.sub(_bar, inside[begin:end].strip(_BLANK)) for begin, end in zip(begins, ends, strict=False)]


def _bar(pair: re.Match[str]) -> str:
    return "|" if pair[0] == "\\|" else pair[0]
