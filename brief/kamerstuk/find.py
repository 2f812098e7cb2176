"""Find every reference in a text, with its exact place, and report what looks like one and cannot be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.grammar.alone import Grond
from brief.kamerstuk.grammar.apart import with_number_before
from brief.kamerstuk.grammar.bracketed import numbers_in_brackets
from brief.kamerstuk.grammar.damage import damaged, overlaps, spelled
from brief.kamerstuk.grammar.labelled import read_labelled
from brief.kamerstuk.grammar.loose import read_loose
from brief.kamerstuk.grammar.reading import read
from brief.kamerstuk.grammar.rest import rest_after
from brief.kamerstuk.grammar.starts import starts
from brief.kamerstuk.grammar.through import between_pairs
from brief.kamerstuk.grammar.unplaced import without_dossier
from brief.text.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.diagnostics import Place
    from brief.kamerstuk.grammar.alone import Alleen
    from brief.kamerstuk.grammar.papers import Reading
    from brief.kamerstuk.model import Verwijzing

    PlaceAt = Callable[[int, int], Place | None]
    """Gives the place of a stretch of a text, from begin up to end in characters."""


_MOST_IMPLIED = 10_000
_DIGIT = re.compile("[0-9]|[A-Z]{1,3}$")


class Vondst(Struct, frozen=True):
    """What was found in a text: the references in order of place, and the stretches that could not be read.

    Stretches are (begin, end). `onleesbaar` looks like a reference and is not readable as one; `rest` holds digits
    behind a reference that could belong to it; `jaren` what stands where a vergaderjaar must, and is none.
    """

    verwijzingen: tuple[Verwijzing, ...]
    onleesbaar: tuple[tuple[int, int], ...] = ()
    rest: tuple[tuple[int, int], ...] = ()
    jaren: tuple[tuple[int, int], ...] = ()

    @property
    def ongelezen(self) -> tuple[tuple[int, int], ...]:
        """Every stretch where a paper may be meant that is not in `verwijzingen`, in order of place."""
        return tuple(sorted((*self.onleesbaar, *self.rest)))


def find(text: str) -> Vondst:
    """Find the references in a text; places count characters of the text as given."""
    together = _Together(text)
    end, implied = 0, 0
    known: set[str] = set()
    for begin in starts(text):
        if begin < end:
            continue
        reading = read(text, begin, known)
        if reading is not None:
            reading = with_number_before(text, reading, end)
            implied += _implied(reading)
            together.add(reading if implied <= _MOST_IMPLIED else _without_implied(reading))
            for each in reading.found:
                if each.referentie.dossier:
                    known.add(each.referentie.dossier)
            end = reading.end
    return together.whole()


def _implied(reading: Reading) -> int:
    """Count the references that only a range names: of `nrs. 1-60` those between; their words hold no number."""
    if len(reading.found) <= len(("first", "last")):
        return 0
    return sum(1 for each in reading.found if _DIGIT.search(each.tekst) is None)


def _without_implied(reading: Reading) -> Reading:
    """Leave out what only a range names, and report the range: a text of ranges would fill the memory."""
    kept = [each for each in reading.found if _DIGIT.search(each.tekst)]
    left_out = {(each.begin, each.eind) for each in reading.found if _DIGIT.search(each.tekst) is None}
    return replace(reading, found=kept, rests=sorted(left_out))


class _Together(Struct):
    """The readings of a text put together, with what stands behind each that neither it nor the next one read."""

    text: str
    found: list[Verwijzing] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    rests: list[tuple[int, int]] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    alone: list[Alleen] = field(default_factory=list)
    last: Verwijzing | None = None

    def add(self, reading: Reading) -> None:
        """Add a reading; where it begins, what was left behind the one before it ends."""
        self._close(_begin(reading))
        self.found += reading.found
        self.unread += reading.unread
        self.rests += reading.rests
        self.years += reading.years
        if reading.alone:
            self.alone.append(reading.alone)
        if reading.found:
            self.last = reading.found[-1]
        else:
            alone = reading.alone
            self.last = alone.verwijzing if alone and alone.grond is Grond.ZEKER else None

    def whole(self) -> Vondst:
        """Give everything, when no more readings come."""
        self._close(len(self.text))
        self._add_labelled(self._add_loose())
        self._add_between()
        self._add_damaged()
        return Vondst(
            tuple(self.found), tuple(sorted(self.unread)), tuple(sorted(self.rests)), tuple(sorted(set(self.years)))
        )

    def _add_loose(self) -> set[int]:
        """Add the numbers that stand further on, and the dossiers that stand alone and got no number.

        Give where the dossiers begin that did get one.
        """
        likely = [each.verwijzing for each in self.alone if each.grond is not Grond.ALS_ER_EEN_NUMMER_VOOR_STAAT]
        anchors = sorted((*self.found, *likely), key=_place) if likely else self.found
        loose = read_loose(self.text, anchors, sorted(self._taken()))
        sure = [
            each.verwijzing
            for each in self.alone
            if each.grond is Grond.ZEKER and each.verwijzing.begin not in loose.gebruikt
        ]
        maybe = [each.verwijzing for each in self.alone if each.bij_wet]
        self.unread += [_place(each) for each in maybe if each.begin not in loose.gebruikt]
        marks = {place for begin, end in loose.tekens for place in range(begin, end)}
        self.rests = [each for each in self.rests if each[0] not in marks and not _holds(loose.gelezen, each)]
        said = {end for _, end in self.rests}
        self.rests += [(begin, end) for begin, end in loose.gemeld if end not in said]
        if sure or loose.gelezen:
            kept = [each for each in self.found if each.begin not in loose.koppen]
            self.found = sorted((*kept, *sure, *loose.gelezen), key=_place)
        return loose.gebruikt

    def _add_labelled(self, used: set[int]) -> None:
        """Add the dossiers that only the word of their list tells, but those used; report those that may be counts."""
        labelled = read_labelled(self.text)
        if not (labelled.gelezen or labelled.gemeld):
            return
        places = {_place(each) for each in labelled.gelezen}
        self.unread = [each for each in self.unread if each not in places]
        taken = sorted(self._taken())
        new = [each for each in labelled.gelezen if each.begin not in used and not overlaps(taken, *_place(each))]
        if new:
            self.found = sorted((*self.found, *new), key=_place)
            self.rests = [each for each in self.rests if not _holds(new, each)]
        if labelled.gemeld:
            said = sorted((*self._taken(), *self.rests))
            self.unread += [each for each in labelled.gemeld if not overlaps(said, *each)]

    def _add_between(self) -> None:
        """Add what a range between two papers that stand in full names without writing it."""
        between, left = between_pairs(self.text, self.found, _MOST_IMPLIED)
        if between:
            self.found = sorted((*self.found, *between), key=_place)
        self.rests += left

    def _add_damaged(self) -> None:
        taken = sorted(self._taken())
        said = sorted((*taken, *self.rests))
        without = (*numbers_in_brackets(self.text, self.found), *without_dossier(self.text, self.found))
        alone = [each for each in without if not overlaps(said, *each)]
        self.unread += [*damaged(self.text, taken), *spelled(self.text), *alone]

    def _taken(self) -> list[tuple[int, int]]:
        return [*[(each.begin, each.eind) for each in self.found], *self.unread]

    def _close(self, stop: int) -> None:
        rest = rest_after(self.text, self.last) if self.last else None
        if rest is None or stop <= rest.begin:
            return
        end = min(rest.end, stop)
        if rest.is_year:
            self.years.append((rest.begin, end))
        elif rest.breaks and end == rest.end and self.found and self.found[-1] is self.last:
            # "nr. 26 7": a number that was read by half is no number
            self.unread.append((self.found.pop().begin, end))
        else:
            self.rests.append((rest.begin, rest.begin + len(self.text[rest.begin : end].rstrip(" ,;(\n"))))


def _place(found: Verwijzing) -> tuple[int, int]:
    return found.begin, found.eind


def _holds(read: Sequence[Verwijzing], rest: tuple[int, int]) -> bool:
    """Tell whether a rest begins and ends within numbers that were read after all; `read` is in the order of places."""
    return _is_within(read, rest[0]) and _is_within(read, rest[1] - 1)


def _is_within(read: Sequence[Verwijzing], place: int) -> bool:
    index = bisect_right(read, place, key=lambda each: each.begin) - 1
    return index >= 0 and place < read[index].eind


def _begin(reading: Reading) -> int:
    """Say where a reading begins: at its first reference, or at what it could not read."""
    alone = reading.alone.verwijzing.begin if reading.alone else reading.end
    first = reading.found[0].begin if reading.found else alone
    return min(first, reading.unread[0][0]) if reading.unread else first


def meldingen(text: str, found: Vondst, bestand: str = "") -> tuple[Diagnostic, ...]:
    """Report each stretch that could not be read, with its place in the text."""
    return unreadable(text, found, Lines(text, bestand).place)


def unreadable(text: str, found: Vondst, place_at: PlaceAt) -> tuple[Diagnostic, ...]:
    """Report each stretch that could not be read, in order, where `place_at` says that it stands."""
    made = (
        *((begin, _unreadable(text[begin:end], place_at(begin, end))) for begin, end in found.onleesbaar),
        *((begin, _left_over(text[begin:end], place_at(begin, end))) for begin, end in found.rest),
        *((begin, _no_year(text[begin:end], place_at(begin, end))) for begin, end in found.jaren),
    )
    return tuple(finding for _, finding in sorted(made, key=itemgetter(0)))


def _unreadable(words: str, place: Place | None) -> Diagnostic:
    message = f"'{' '.join(words.split())}' lijkt een verwijzing, maar is niet te lezen"
    return Diagnostic(
        "BR201", Severity.WAARSCHUWING, message, place, label="schrijf bijvoorbeeld: Kamerstuk 29 435, nr. 267"
    )


def _left_over(words: str, place: Place | None) -> Diagnostic:
    message = f"achter de verwijzing staat nog '{' '.join(words.split())}', en dat is niet gelezen"
    label = "hoort dit erbij, schrijf dan voluit: nrs. 267, 268 en 270"
    return Diagnostic("BR228", Severity.WAARSCHUWING, message, place, label)


def _no_year(words: str, place: Place | None) -> Diagnostic:
    year = " ".join(words.split())
    digits = "".join(filter(str.isdecimal, year))[:4]
    first = int(digits) if len(digits) == len("2023") and digits[:2] in {"18", "19", "20"} else None
    label = f"bedoelde u {first}-{first + 1}?" if first else "schrijf bijvoorbeeld: vergaderjaar 2023-2024"
    return Diagnostic("BR229", Severity.WAARSCHUWING, f"'{year}' is geen vergaderjaar", place, label)
