"""The footnotes of a plain text: numbered lines, `[^3]: …` in Markdown, or places that a reader of Word files gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

# "  1. Tweede Kamer, …" · "3 Idem" · "[^2]: Kamerstuk …" · "[4] Zie noot 1"
_NOTE_LINE = compile_later(
    r"^[ \t]{0,8}(?:\[\^(?P<mark>[0-9]{1,3})\]:|\[(?P<bracket>[0-9]{1,3})\]|(?P<plain>[0-9]{1,3})[.):]?)"
    r"[ \t\u00a0]+(?=\S)",
    re.MULTILINE,
)
# [^nota]: Kamerstuk …
_NAMED_LINE = compile_later(r"^[ \t]{0,3}\[\^(?P<merk>[^\]\s]{1,40})\]:[ \t\u00a0]*(?=\S)", re.MULTILINE)
_NAMED_MARK = compile_later(r"\[\^([^\]\s]{1,40})\](?!:)")


class Noot(Struct, frozen=True):
    """A footnote: its number, where its text stands, and the name by which Markdown refers to it."""

    nummer: int
    begin: int
    eind: int
    merk: str = ""


def note_spans(text: str) -> tuple[Noot, ...]:
    """Find the footnotes of a text: the last run of lines that are numbered 1, 2, 3 … with nothing skipped.

    Notes with names (`[^nota]: …`) count in the order in which the text refers to them, as a Markdown reader numbers
    them. A note ends at the next note or at an empty line.
    """
    named = list(_NAMED_LINE.finditer(text))
    if any(not match["merk"].isdecimal() for match in named):
        return _named_spans(text, named)
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


def _named_spans(text: str, lines: Sequence[re.Match[str]]) -> tuple[Noot, ...]:
    order = dict.fromkeys([*_NAMED_MARK.findall(text), *(line["merk"] for line in lines)])
    numbers = {name: number for number, name in enumerate(order, start=1)}
    places = [(numbers[line["merk"]], line.start(), line.end()) for line in lines]
    spans = _spans(text, places)
    return tuple(
        sorted(
            (replace(span, merk=line["merk"]) for span, line in zip(spans, lines, strict=True)),
            key=lambda span: span.nummer,
        )
    )


class Noten:
    """The notes of a text by number and by place, so that a long text with many notes is followed in linear time."""

    def __init__(self, notes: Sequence[Noot]) -> None:
        self._by_number = {note.nummer: note for note in reversed(notes)}
        self._by_place = sorted(notes, key=_begin)

    def number(self, nummer: int) -> Noot | None:
        """Give the note with a number."""
        return self._by_number.get(nummer)

    def at(self, place: int) -> Noot | None:
        """Give the note in which a place lies."""
        index = bisect_right(self._by_place, place, key=_begin) - 1
        note = self._by_place[index] if index >= 0 else None
        return note if note and place < note.eind else None


def _begin(note: Noot) -> int:
    return note.begin
