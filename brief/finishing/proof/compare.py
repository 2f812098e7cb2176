"""Hold the lines of a file against those that it must have, and name each difference by what it is and where."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.finishing.proof.leftover import Leftover
from brief.finishing.proof.lines import Kind, folded
from brief.text.common_runs import common_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    from brief.finishing.proof.lines import Line

_NOTE = re.compile(r"\{noot: [^}]*\}")


class Soort(StrEnum):
    """What is wrong with a line."""

    GEWIJZIGD = "woorden gewijzigd"
    VOETNOOT = "voetnoot verplaatst of veranderd"
    HOOGTE = "superscript of subscript veranderd"
    NIVEAU = "niveau van de lijst of kop veranderd"
    ONTBREEKT = "ontbreekt"
    VERPLAATST = "staat op een andere plaats"
    DUBBEL = "staat er dubbel"
    ZONDER_BRON = "staat er zonder bron"


class Fault(Struct, frozen=True):
    """One difference: what, in which file and where; `owner` is the afspraak, empty for what is none's text."""

    soort: Soort
    bestand: str
    place: str
    owner: str
    expected: str = ""
    found: str = ""


class Compared(Struct, frozen=True):
    """What a file came to: its faults, where each expected line was found, and what cannot be seen in such a file."""

    faults: tuple[Fault, ...]
    places: tuple[str, ...]
    unseen: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """How lines are held against each other: what must be the same, the form of their words, and what is not seen."""

    key: Callable[[Line], Hashable]
    words: Callable[[str], str]
    unseen: tuple[str, ...] = ()


def _on_paper(line: Line) -> Hashable:
    return re.sub(r"^\d+", "", line.on_paper) if line.kind is Kind.KOP else line.on_paper


BY_STRUCTURE = Reading(lambda line: line.key, str)
"""What a line is, its level, its text, its notes and what is raised."""

BY_TAGS = Reading(lambda line: (line.kind, line.level, folded(line.text)), folded)
"""The same, whatever the white space: what the tags and the letters of a PDF/UA-1 show."""

ON_PAPER = Reading(
    _on_paper,
    folded,
    ("de tekst van de voetnoten", "superscript en subscript", "het niveau van lijsten en koppen"),
)
"""The words and the numbers of the notes, all that any PDF shows; the number before a heading is that of its list."""


def compare(
    name: str, expected: Sequence[Line], found: Sequence[Line], frame: Collection[str], how: Reading = BY_STRUCTURE
) -> Compared:
    """Compare the lines of the file `name`; `frame` are the texts around the body that may stand there besides."""
    key = how.key
    wanted, seen = [key(line) for line in expected], [key(line) for line in found]
    at: list[int | None] = [None] * len(expected)
    left_seen = set(range(len(found)))
    for first, second, size in common_runs(wanted, seen):
        at[first : first + size] = range(second, second + size)
        left_seen.difference_update(range(second, second + size))
    extra = _without_frame(found, sorted(left_seen), frame)
    work = _Faults(name, how, found, Leftover(found, extra, at.count(None)))
    for number, line in enumerate(expected):
        place = at[number]
        if place is None:
            at[number] = work.missing(line)
        else:
            work.behind = place
    work.left(expected)
    return Compared(tuple(work.faults), tuple("" if each is None else found[each].place for each in at), how.unseen)


def _without_frame(lines: Sequence[Line], numbers: Iterable[int], frame: Collection[str]) -> list[int]:
    allowed = Counter(frame)
    left = []
    for number in numbers:
        words = "".join(lines[number].plain.split())
        if allowed[words] > 0:
            allowed[words] -= 1
        else:
            left.append(number)
    return left


class _Faults:
    """Pairs what is missing with what is too many; `behind` is where the last line stood that kept its place."""

    def __init__(self, name: str, how: Reading, found: Sequence[Line], extra: Leftover) -> None:
        self._name = name
        self._key = how.key
        self._found, self._extra = found, extra
        self._steps: tuple[tuple[Soort, Callable[[Line], Hashable]], ...] = (
            (Soort.VERPLAATST, how.key),
            (Soort.NIVEAU, lambda line: how.words(line.text)),
            (Soort.VOETNOOT, _without_notes),
            (Soort.HOOGTE, lambda line: how.words(line.plain)),
        )
        self.behind = 0
        self.faults: list[Fault] = []

    def _add(self, soort: Soort, expected: Line | None, found: Line | None) -> None:
        owner = (expected.owner if expected else None) or ""
        place = found.place if found else ""
        said = (expected.text if expected else "", found.text if found else "")
        self.faults.append(Fault(soort, self._name, place, owner, *said))

    def missing(self, line: Line) -> int | None:
        """Say what became of an expected line; give the line that took its place, if any."""
        for soort, key in self._steps:
            match = self._extra.same(line, key)
            if match is not None:
                self._add(soort, line, self._found[match])
                self.behind = self.behind if soort is Soort.VERPLAATST else match
                return match
        match = self._extra.most_like(line, self.behind)
        if match is None:
            self._add(Soort.ONTBREEKT, line, None)
        else:
            self._add(Soort.GEWIJZIGD, line, self._found[match])
            self.behind = match
        return match

    def left(self, expected: Sequence[Line]) -> None:
        """Say what the lines are that nothing asked for."""
        owners = {self._key(line): line for line in expected}
        for line in self._extra:
            known = owners.get(self._key(line))
            self._add(Soort.ZONDER_BRON if known is None else Soort.DUBBEL, known, line)


def _without_notes(line: Line) -> str:
    return folded(_NOTE.sub("", line.text))


def joined(found: Sequence[Line], expected: Iterable[Line], how: Reading) -> tuple[Line, ...]:
    """Put the two halves of a paragraph together that runs over a page, where the whole is what is expected."""
    whole = {_shown(line, how) for line in expected}
    out: list[Line] = []
    for line in found:
        before = out[-1] if out else None
        both = None if before is None else _both(before, line)
        if both is not None and before is not None and _shown(before, how) not in whole and _shown(both, how) in whole:
            out[-1] = both
        else:
            out.append(line)
    return tuple(out)


def _shown(line: Line, how: Reading) -> Hashable:
    return how.key(line) if how is ON_PAPER else folded(line.text)


def _both(first: Line, second: Line) -> Line:
    numbers = f"{first.numbers} {second.numbers}".strip()
    return replace(first, text=f"{first.text} {second.text}", numbers=numbers)
