"""Read numbers that stand apart from their dossier: in a printed head, and in "nr. 267 van Kamerstuk 29 435"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import Dossier
from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.patterns import HEAD_DOSSIER, HEAD_NUMBER, NUMBER_BEFORE
from brief.kamerstuk.model import Referentie, Soort, Verwijzing, kamer_of_number

if TYPE_CHECKING:
    import re

    from brief.kamerstuk.grammar.reading import Reading

_MOST_LINES = 10
_LONGEST_LINE = 300
_INDENT = 60
_LOOK_BACK = 40


@dataclass(slots=True)
class Hoofd:
    """The printed head of a paper: its dossiers in order, and its number."""

    dossiers: list[re.Match[str]] = field(default_factory=list)
    number: Number | None = None


def read_head(text: str, begin: int) -> tuple[Dossier, Number] | None:
    """Read a printed head whose first dossier stands at `begin`: `29 435  Nota Ruimte`, and below it `Nr. 267  BRIEF`.

    Titles may run over several lines, and a paper may belong to several dossiers, each on a line of its own.
    """
    if text[max(0, begin - _INDENT) : begin].rpartition("\n")[2].strip() or not _opens(text, begin):
        return None
    head = _lines(text, begin)
    if head.number is None:
        return None
    first, *others = head.dossiers
    dossier = Dossier(
        _digits(first),
        begin,
        first.end(),
        toevoeging=first["toevoeging"],
        rijkswet=f"R{first['rijkswet']}" if first["rijkswet"] else None,
        nevendossiers=tuple((_full(other), other.start("digits"), other.end()) for other in others),
    )
    return dossier, head.number


def _opens(text: str, begin: int) -> bool:
    return begin == 0 or "\n" in text[max(0, begin - _INDENT) : begin] or begin < _INDENT


def _lines(text: str, begin: int) -> Hoofd:
    head, pos = Hoofd(), begin
    for _ in range(_MOST_LINES):
        end = text.find("\n", pos, pos + _LONGEST_LINE)
        end = min(len(text), pos + _LONGEST_LINE) if end < 0 else end
        dossier = HEAD_DOSSIER.match(text, pos, end)
        if dossier:
            head.dossiers.append(dossier)
        elif not head.dossiers:
            return head
        elif number := HEAD_NUMBER.match(text, pos, end):
            head.number = _number(number)
            if head.number:
                return head
        pos = end + 1
        if pos >= len(text):
            return head
    return head


def _number(match: re.Match[str]) -> Number | None:
    letter, digits = match["letter"], match["digits"]
    if not letter and not digits:
        return None
    nummer = f"{digits}/{letter}" if letter and digits else letter or digits
    begin = match.start("letter" if letter else "digits")
    end = match.end("reprint") if match["reprint"] else match.end("digits" if digits else "letter")
    return Number(nummer, begin, end, herdruk=1 if match["reprint"] else 0)


def _digits(match: re.Match[str]) -> str:
    return "".join(filter(str.isdecimal, match["digits"]))


def _full(match: re.Match[str]) -> str:
    return "-".join(part for part in (_digits(match), match["toevoeging"]) if part)


def with_number_before(text: str, reading: Reading, free_from: int) -> Reading:
    """Add the number of "nr. 267 van Kamerstuk 29 435" to the whole dossier that was read.

    `free_from` is where the reference before it ended: a number within that one is not taken.
    """
    if len(reading.found) != 1:
        return reading
    found = reading.found[0]
    if not _is_whole_dossier(found.referentie):
        return reading
    before = NUMBER_BEFORE.search(text, max(free_from, found.begin - _LOOK_BACK), found.begin)
    if before is None:
        return reading
    number = before["nummer"]
    reference = replace(
        found.referentie, nummer=number, kamer=found.referentie.kamer or kamer_of_number(number), nevendossiers=()
    )
    begin = before.start()
    return replace(reading, found=[Verwijzing(reference, begin, found.eind, text[begin : found.eind])])


def _is_whole_dossier(reference: Referentie) -> bool:
    is_one = reference.soort is Soort.KAMERSTUK and not reference.nevendossiers
    return is_one and reference.dossier is not None and reference.nummer is None
