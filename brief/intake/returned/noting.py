"""Write changed free notes back into a Markdown text: the lines of those notes, and no other line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text import parse, write_spans
from brief.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.text import Spans


def with_notes(text: str, said: Mapping[str, Spans]) -> str | None:
    """Give a text in which these notes say this, by their names; None when that cannot be written."""
    parsed = parse(text)
    places = sorted(((parsed.note_lines.get(key), key) for key in said), key=lambda each: each[0] or 0)
    rows = split_lines(text)
    for line, key in reversed(places):
        if line is None:
            return None
        end = line
        while end < len(rows) and rows[end].strip() and not rows[end].startswith(("[^", "#", ":::")):
            end += 1
        rows[line - 1 : end] = [f"[^{key}]: {write_spans(said[key], one_line=True)}"]
    made = ("\r\n" if "\r\n" in text else "\n").join(rows)
    after = parse(made)
    good = all(after.notes.get(key) == spans for key, spans in said.items())
    return made if good and after.blocks == parsed.blocks else None
