"""Hold the lines of a file against those that it must have, and name each difference by what it is and where."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.finishing.proof.lines import Kind, folded
from brief.text.common_runs import common_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    from brief.finishing.proof.lines import Line

_ALIKE = 0.6
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
    places = [""] * len(expected)
    left_wanted, left_seen = set(range(len(expected))), set(range(len(found)))
    for first, second, size in common_runs(wanted, seen):
        for offset in range(size):
            places[first + offset] = found[second + offset].place
            left_wanted.discard(first + offset)
            left_seen.discard(second + offset)
    extra = _without_frame([found[number] for number in sorted(left_seen)], frame)
    work = _Faults(name, how, extra)
    for number in sorted(left_wanted):
        places[number] = work.missing(expected[number])
    work.left(expected)
    return Compared(tuple(work.faults), tuple(places), how.unseen)


def _without_frame(lines: Iterable[Line], frame: Collection[str]) -> list[Line]:
    allowed = Counter(frame)
    left = []
    for line in lines:
        words = "".join(line.plain.split())
        if allowed[words] > 0:
            allowed[words] -= 1
        else:
            left.append(line)
    return left


class _Faults:
    """Pairs what is missing with what is too many."""

    def __init__(self, name: str, how: Reading, extra: list[Line]) -> None:
        self._name = name
        self._key, self._words = how.key, how.words
        self._extra = extra
        self.faults: list[Fault] = []

    def _add(self, soort: Soort, expected: Line | None, found: Line | None) -> str:
        owner = (expected.owner if expected else None) or ""
        place = found.place if found else ""
        said = (expected.text if expected else "", found.text if found else "")
        self.faults.append(Fault(soort, self._name, place, owner, *said))
        return place

    def missing(self, line: Line) -> str:
        """Say what became of an expected line; give where its place was taken, if anywhere."""
        steps: tuple[tuple[Soort, Callable[[Line], bool]], ...] = (
            (Soort.VERPLAATST, lambda each: self._key(each) == self._key(line)),
            (Soort.NIVEAU, lambda each: self._words(each.text) == self._words(line.text)),
            (Soort.VOETNOOT, lambda each: _without_notes(each) == _without_notes(line)),
            (Soort.HOOGTE, lambda each: self._words(each.plain) == self._words(line.plain)),
        )
        for soort, fits in steps:
            match = next((each for each in self._extra if fits(each)), None)
            if match is not None:
                self._extra.remove(match)
                return self._add(soort, line, match)
        scored = [(SequenceMatcher(None, line.plain, each.plain).ratio(), each) for each in self._extra]
        best = max(scored, key=lambda each: each[0], default=(0.0, None))
        if best[1] is not None and best[0] >= _ALIKE:
            self._extra.remove(best[1])
            return self._add(Soort.GEWIJZIGD, line, best[1])
        return self._add(Soort.ONTBREEKT, line, None)

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
