"""Find every reference in a text, with its exact place, and report what looks like one and cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.grammar.heads import with_number_before
from brief.kamerstuk.grammar.reading import read
from brief.kamerstuk.grammar.starts import starts
from brief.text.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.diagnostics import Place
    from brief.kamerstuk.model import Verwijzing

    PlaceAt = Callable[[int, int], Place | None]
    """Gives the place of a stretch of a text, from begin up to end in characters."""


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
    return tuple(unreadable(text, found, Lines(text, bestand).place))


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
