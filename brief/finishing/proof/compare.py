"""Hold the lines of a file against those that it must have, and name each difference by what it is and where."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from brief.finishing.proof.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    from brief.finishing.proof.lines import Line

    Key = Callable[[Line], Hashable]

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


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference: what, in which file and where; `owner` is the afspraak, empty for what is none's text."""

    soort: Soort
    bestand: str
    place: str
    owner: str
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file came to: its faults, and where each expected line was found."""

    faults: tuple[Fault, ...]
    places: tuple[str, ...]


def by_structure(line: Line) -> Hashable:
    """Compare what a line is, its level, its text, its notes and what is raised."""
    return line.key


def on_paper(line: Line) -> Hashable:
    """Compare what a PDF shows; the number before a heading is that of its list."""
    return re.sub(r"^\d+", "", line.on_paper) if line.kind is Kind.KOP else line.on_paper


def compare(
    name: str, expected: Sequence[Line], found: Sequence[Line], frame: Collection[str], key: Key = by_structure
) -> Compared:
    """Compare the lines of the file `name`; `frame` are the texts around the body that may stand there besides."""
    wanted, seen = [key(line) for line in expected], [key(line) for line in found]
    places = [""] * len(expected)
    left_wanted, left_seen = set(range(len(expected))), set(range(len(found)))
    for first, second, size in SequenceMatcher(None, wanted, seen, autojunk=False).get_matching_blocks():
        for offset in range(size):
            places[first + offset] = found[second + offset].place
            left_wanted.discard(first + offset)
            left_seen.discard(second + offset)
    extra = _without_frame([found[number] for number in sorted(left_seen)], frame)
    work = _Faults(name, Counter(wanted), key, extra)
    for number in sorted(left_wanted):
        places[number] = work.missing(expected[number])
    work.left(expected)
    return Compared(tuple(work.faults), tuple(places))


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

    def __init__(self, name: str, wanted: Counter[Hashable], key: Key, extra: list[Line]) -> None:
        self._name = name
        self._wanted = wanted
        self._key = key
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
        steps = (
            (Soort.VERPLAATST, lambda each: self._key(each) == self._key(line)),
            (Soort.NIVEAU, lambda each: each.text == line.text),
            (Soort.VOETNOOT, lambda each: _without_notes(each) == _without_notes(line)),
            (Soort.HOOGTE, lambda each: each.plain == line.plain),
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
    return "".join(_NOTE.sub("", line.text).split())


def joined(found: Sequence[Line], expected: Iterable[Line]) -> tuple[Line, ...]:
    """Put the two halves of a paragraph together that runs over a page, where the whole is what is expected."""
    whole = {on_paper(line) for line in expected}
    out: list[Line] = []
    for line in found:
        before = out[-1] if out else None
        both = None if before is None else _both(before, line)
        if both is not None and before is not None and on_paper(before) not in whole and on_paper(both) in whole:
            out[-1] = both
        else:
            out.append(line)
    return tuple(out)


def _both(first: Line, second: Line) -> Line:
    return type(first)(first.kind, first.level, f"{first.text} {second.text}", first.place)
