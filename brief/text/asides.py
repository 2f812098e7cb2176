"""What stands in a Markdown text and is no text of it: comments, and the data that Pandoc takes from its top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_METADATA_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$")
_METADATA_LINES = 100
# `% Titel`, `% Auteur`
_TITLE = re.compile(r"^%[ \t]+\S")
_BLANK = " \t"


def metadata_end(rows: Sequence[str]) -> int:
    """Give the number of the line after the data at the top, `% Titel` or between `---` and `---`; 0 for none."""
    if _TITLE.match(rows[0]):
        return next((number for number in range(1, len(rows)) if not _TITLE.match(rows[number])), len(rows))
    if rows[0].rstrip(_BLANK) != "---" or len(rows) == 1 or not rows[1].strip(_BLANK):
        return 0
    ends = (number for number in range(1, min(len(rows), _METADATA_LINES)) if _METADATA_END.match(rows[number]))
    end = next(ends, None)
    return 0 if end is None else end + 1


def comment_end(rows: Sequence[str], number: int, last: int) -> int | None:
    """Give the number of the line after a comment that begins at `number` and fills its lines; else None.

    `last` is the last line of the text in which a comment ends.
    """
    begin = rows[number].lstrip(_BLANK)
    if number > last or not begin.startswith("<!--"):
        return None
    end, row = number, begin[4:]
    while "-->" not in row:
        end += 1
        row = rows[end] if end <= last else "-->."
    return end + 1 if row.index("-->") + 3 == len(row.rstrip(_BLANK)) else None
