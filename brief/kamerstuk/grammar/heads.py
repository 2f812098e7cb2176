"""Read numbers that stand apart from their dossier: in a printed head, and in "nr. 267 van Kamerstuk 29 435"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dossier import Dossier
from brief.kamerstuk.grammar.later import compile_later
from brief.kamerstuk.grammar.numbers import Number, read_numbers
from brief.kamerstuk.grammar.patterns import DASH, SPACE
from brief.kamerstuk.model import Referentie, Soort, Verwijzing, kamer_of_number

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from brief.kamerstuk.grammar.papers import Reading

_MOST_LINES = 10
_LONGEST_LINE = 300
_INDENT = 60
_LOOK_BACK = 80

# The printed head of a paper. Its line with dossier and title: 29 435  Nota Ruimte · 36 600 A Vaststelling van …
_HEAD_DOSSIER = compile_later(
    rf"{SPACE}{{0,60}}(?P<digits>[1-9][0-9]{SPACE}?[0-9]{{3}})(?:{SPACE}(?P<toevoeging>[IVX]{{1,6}}[A-C]?|[A-Z])|{DASH}(?P<deel>[0-9]{{2}}))?"
    rf"(?:{SPACE}\(R{SPACE}?(?P<rijkswet>[0-9]{{3,4}})\))?{SPACE}{{1,40}}[A-Z\u00c0-\u00dd](?![A-Z]?{SPACE}{{0,3}}[,;0-9])"
)
# Its line with the number: Nr. 267  BRIEF VAN DE MINISTER · Nr. 3 HERDRUK · AC  BRIEF · E/ Nr. 53  VERSLAG
_HEAD_NUMBER = compile_later(
    rf"{SPACE}{{0,60}}(?:(?P<letter>[A-Z]{{1,3}})(?:{SPACE}?/{SPACE}?|(?={SPACE}{{1,40}}[A-Z]{{4}})))?(?:Nr\.{SPACE}{{0,4}}(?P<digits>[1-9][0-9]{{0,3}}))?"
    rf"(?P<reprint>{SPACE}{{1,4}}HERDRUK)?(?={SPACE}*(?:\n|$)|{SPACE}{{1,40}}[A-Z\u00c0-\u00dd])"
)
# nr. 267 van Kamerstuk 29 435 · nrs. 267 en 268 uit: what joins numbers to the dossier behind them, and their word
_OF_DOSSIER = compile_later(r"\s(?:van|in|uit)\s(?:het\s)?$")
_WORD_BEFORE = compile_later(r"(?<![\w])(?:[Nn]rs?|[Nn]ummers?)\.?(?=\s?[0-9A-Z])")


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
        toevoeging=first["toevoeging"] or first["deel"],
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
        dossier = _HEAD_DOSSIER.match(text, pos, end)
        if dossier:
            head.dossiers.append(dossier)
        elif not head.dossiers:
            return head
        elif number := _HEAD_NUMBER.match(text, pos, end):
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
    return "-".join(part for part in (_digits(match), match["toevoeging"] or match["deel"]) if part)


def with_number_before(text: str, reading: Reading, free_from: int) -> Reading:
    """Add the numbers of "nrs. 267 en 268 van Kamerstuk 29 435" to the whole dossier that was read.

    `free_from` is where the reference before it ended: a number within that one is not taken. Numbers that cannot be
    read are reported.
    """
    if len(reading.found) != 1 or not _is_whole_dossier(reading.found[0].referentie):
        return reading
    found = reading.found[0]
    floor = max(free_from, found.begin - _LOOK_BACK)
    link = _OF_DOSSIER.search(text, floor, found.begin)
    words = list(_WORD_BEFORE.finditer(text, floor, link.start())) if link else []
    if link is None or not words:
        return reading
    begin = words[-1].start()
    if any(text.find(stop, begin, link.start()) >= 0 for stop in ("\n", ";", "(", ")")):
        return reading
    numbers = read_numbers(text, begin, None, is_named=False).found
    if not numbers or numbers[-1].end != link.start():
        return replace(reading, unread=[(begin, link.start()), *reading.unread])
    return replace(reading, found=_with_numbers(text, found, numbers, begin))


def _with_numbers(text: str, found: Verwijzing, numbers: Sequence[Number], begin: int) -> list[Verwijzing]:
    """Make a reference of each number; the words for the dossier belong to the last."""
    made = []
    for number in numbers:
        start = begin if number is numbers[0] else number.begin
        end = found.eind if number is numbers[-1] else number.end
        kamer = found.referentie.kamer or kamer_of_number(number.nummer)
        reference = replace(found.referentie, nummer=number.nummer, kamer=kamer, nevendossiers=())
        made.append(Verwijzing(reference, start, end, text[start:end]))
    return made


def _is_whole_dossier(reference: Referentie) -> bool:
    is_one = reference.soort is Soort.KAMERSTUK and not reference.nevendossiers
    return is_one and reference.dossier is not None and reference.nummer is None
