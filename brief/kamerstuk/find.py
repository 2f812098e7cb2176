"""Find every reference in a text, with its exact place, and report what looks like one and cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk.model import Verwijzing
from brief.kamerstuk.reading import read
from brief.kamerstuk.starts import starts


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
            found.extend(reading.found)
            unread.extend(reading.unread)
            end = reading.end
    return Vondst(tuple(found), tuple(unread))


def meldingen(text: str, found: Vondst, bestand: str = "") -> tuple[Diagnostic, ...]:
    """Report each stretch that could not be read, with its place in the text."""
    return tuple(
        Diagnostic(
            "BR201",
            Severity.WAARSCHUWING,
            f"'{' '.join(text[begin:end].split())}' lijkt een verwijzing, maar is niet te lezen",
            place_of(text, begin, end, bestand),
            label="schrijf bijvoorbeeld: Kamerstuk 29 435, nr. 267",
        )
        for begin, end in found.onleesbaar
    )


def place_of(text: str, begin: int, end: int, bestand: str = "") -> Place:
    """Give line, column and source line of a stretch of text."""
    line_begin = text.rfind("\n", 0, begin) + 1
    line_end = text.find("\n", begin)
    line_end = len(text) if line_end < 0 else line_end
    return Place(
        bestand,
        line=text.count("\n", 0, begin) + 1,
        column=begin - line_begin + 1,
        length=max(1, min(end, line_end) - begin),
        excerpt=text[line_begin:line_end].rstrip("\r"),
    )
