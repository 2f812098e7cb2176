"""The text of a free footnote in Markdown: where it ends, and how its paragraphs stand on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.text.fences import is_fence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# `[^minhas]: De motie …`
NOTE = re.compile(r"^[ \t]*\[\^([^\s\[\]^]+)\]:[ \t]*(.*)$")
# `\[\^minhas\]`, as a converter writes the mark of a note that it does not know, at the start with `:` behind it
_ESCAPED_MARK = re.compile(r"(?<!\\)\\\[\\?\^((?:\\_|[^\s\[\]^\\])+)\\?\](:?)")
_HEADING = re.compile(r"^#{1,6}(?:[ \t]|$)")
_ITEM = re.compile(r"^[ \t]*(?:[-+*•]|[1a][.)])[ \t]+\S")
_BLANK = " \t"


def note_end(rows: Sequence[str], start: int) -> int:
    """Give the number of the line after the note that begins at `start`.

    A note goes on up to an empty line, or the start of a block; after an empty line it goes on where it is indented by
    four spaces, as in Pandoc; within the item of a list, by four more than the note.
    """
    within = indent_of(rows[start])
    needed = 4 + (within if within >= 4 else 0)
    end = number = start + 1
    while number < len(rows):
        row = rows[number]
        if not row.strip(_BLANK):
            number += 1
        elif (end < number and indent_of(row) < needed) or _begins_block(row):
            break
        else:
            end = number = number + 1
    return end


def escaped_marks(rows: Sequence[str], names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give the marks, each with its row, of notes that have a text while a backslash makes text of the mark itself."""
    found = [
        (number, mark)
        for number, row in enumerate(rows)
        if "\\[" in row and "^" in row
        for mark in _ESCAPED_MARK.finditer(row)
    ]
    begun = {mark[1] for number, mark in found if mark[2] and not rows[number][: mark.start()].strip(_BLANK)}
    known = {*names, *begun}
    yield from ((number, mark[0].rstrip(":")) for number, mark in found if mark[1].replace("\\_", "_") in known)


def indent_of(row: str) -> int:
    """Give how many columns a line is indented; a tab goes on to the next fourth."""
    wide = row.expandtabs(4)
    return len(wide) - len(wide.lstrip(" "))


def _begins_block(row: str) -> bool:
    return bool(row.startswith("|") or is_fence(row) or NOTE.match(row) or _HEADING.match(row)) or (
        not row[0].isspace() and _ITEM.match(row) is not None
    )


def note_text(rows: Sequence[str]) -> tuple[str, list[int]]:
    """Give the text of a note as that of one paragraph, and the numbers of the rows that look like a list item.

    A second paragraph, and each list item, begins after a line break.
    """
    text, lists = rows[0].strip(_BLANK), []
    parted = False
    for number, row in enumerate(rows[1:], 1):
        if not row.strip(_BLANK):
            parted = True
            continue
        is_item = _ITEM.match(row) is not None
        if is_item:
            lists.append(number)
        text += ("<br>" if parted or is_item else "\n") * bool(text) + row.strip(_BLANK)
        parted = False
    return text, lists
