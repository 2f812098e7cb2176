"""The footnotes of a plain text: numbered lines, `[^3]: …` in Markdown, or places that a reader of Word files gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# "  1. Tweede Kamer, …" · "3 Idem" · "[^2]: Kamerstuk …" · "[4] Zie noot 1"
_NOTE_LINE = re.compile(
    r"^[ \t]{0,8}(?:\[\^(?P<mark>[0-9]{1,3})\]:|\[(?P<bracket>[0-9]{1,3})\]|(?P<plain>[0-9]{1,3})[.):]?)"
    r"[ \t\u00a0]+(?=\S)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Noot:
    """A footnote: its number, and where its text stands."""

    nummer: int
    begin: int
    eind: int


def note_spans(text: str) -> tuple[Noot, ...]:
    """Find the footnotes of a text: the last run of lines that are numbered 1, 2, 3 … with nothing skipped.

    A note ends at the next note or at an empty line.
    """
    runs: list[list[tuple[int, int, int]]] = []
    for match in _NOTE_LINE.finditer(text):
        number = int(match["mark"] or match["bracket"] or match["plain"])
        if runs and number == runs[-1][-1][0] + 1:
            runs[-1].append((number, match.start(), match.end()))
        elif number == 1:
            runs.append([(number, match.start(), match.end())])
    return _spans(text, runs[-1]) if runs else ()


def _spans(text: str, lines: Sequence[tuple[int, int, int]]) -> tuple[Noot, ...]:
    notes = []
    for index, (number, _, begin) in enumerate(lines):
        following = lines[index + 1][1] if index + 1 < len(lines) else len(text)
        empty_line = text.find("\n\n", begin, following)
        notes.append(Noot(number, begin, empty_line if empty_line >= 0 else following))
    return tuple(notes)


def note_at(notes: Sequence[Noot], place: int) -> Noot | None:
    """Give the note in which a place lies."""
    return next((note for note in notes if note.begin <= place < note.eind), None)
