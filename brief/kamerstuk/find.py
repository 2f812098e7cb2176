"""Find every reference in a text, with its exact place, and report what looks like one and cannot be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk.grammar.heads import with_number_before
from brief.kamerstuk.grammar.reading import read
from brief.kamerstuk.grammar.starts import starts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.kamerstuk.model import Verwijzing

    PlaceAt = Callable[[int, int], Place | None]
    """Gives the place of a stretch of a text, from begin up to end in characters."""


_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Vondst:
    """What was found in a text: the references in order of place, and the stretches that could not be read.

    `onleesbaar` holds (begin, end) of each stretch that looks like a reference and is not readable as one.
    """

    verwijzingen: tuple[Verwijzing, ...]
    onleesbaar: tuple[tuple[int, int], ...] = ()


def find(text: str) -> Vondst:
    """Find the references in a text; places count characters of the text as given."""
    found: list[Verwijzing] = []
    unread: list[tuple[int, int]] = []
    end = 0
    for begin in starts(text):
        if begin < end:
            continue
        reading = read(text, begin)
        if reading is not None:
            reading = with_number_before(text, reading, end)
            found.extend(reading.found)
            unread.extend(reading.unread)
            end = reading.end
    return Vondst(tuple(found), tuple(unread))


def meldingen(text: str, found: Vondst, bestand: str = "") -> tuple[Diagnostic, ...]:
    """Report each stretch that could not be read, with its place in the text."""
    return tuple(unreadable(text, found, Plaatsen(text, bestand)))


def unreadable(text: str, found: Vondst, place_at: PlaceAt) -> Iterator[Diagnostic]:
    """Report each stretch that could not be read, where `place_at` says that it stands."""
    for begin, end in found.onleesbaar:
        yield Diagnostic(
            "BR201",
            Severity.WAARSCHUWING,
            f"'{' '.join(text[begin:end].split())}' lijkt een verwijzing, maar is niet te lezen",
            place_at(begin, end),
            label="schrijf bijvoorbeeld: Kamerstuk 29 435, nr. 267",
        )


def place_of(text: str, begin: int, end: int, bestand: str = "") -> Place:
    """Give line, column and source line of a stretch of text."""
    return Plaatsen(text, bestand)(begin, end)


class Plaatsen:
    """The places of a text: line, column and source line of any stretch of it. Lines are counted once."""

    def __init__(self, text: str, bestand: str = "") -> None:
        self.text, self.bestand = text, bestand

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def __call__(self, begin: int, end: int) -> Place:
        """Give the place of `text[begin:end]`; its length stops at the end of the line."""
        number = bisect_right(self._line_starts, begin)
        line_begin = self._line_starts[number - 1]
        line_end = self._line_starts[number] - 1 if number < len(self._line_starts) else len(self.text)
        length = max(1, min(end, line_end) - begin)
        excerpt = self.text[line_begin:line_end].rstrip("\r")
        return Place(self.bestand, line=number, column=begin - line_begin + 1, length=length, excerpt=excerpt)
