"""Which lines are the heading of an agendapunt, of a part of one, or of another part of the dossier.

A number alone proves little: in *Voorgestelde afspraken* stand lines such as "2. Rijk en regio spreken samen af;" that
look like a chapter. A heading must look like one, and its number must come next.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.domain import Sectie
from brief.dossier.patterns import is_hamerpunt_line, is_section_title, reason_aside, section_of
from brief.text.model import ListItem, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.dossier.blocks import SourceBlock

# `2.5.4. NOVEX-gebied`, `2 Ruimtelijke Ordening`, `Agendapunt 2.3: Water`, `2.3 – Water`, `2.3.Water`
_NUMBERED = re.compile(
    r"^(?:(?:agendapunt|hoofdstuk|onderwerp|punt|nr\.?|§)\s*)?(\d{1,2}(?:\.\d{1,2}){0,4})"
    r"(?:[.:)]?\s+(?:[–—|:-]\s+)?|\.(?=[^\W\d_]))(\S.*)$",
    re.IGNORECASE,
)
# `IV. Hamerpunten`: chapters numbered in roman
_ROMAN = re.compile(r"^([IVX]{1,4})\.\s+(\S.*)$")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# `NOVEX-NZKG aanbieding … (1/3)`, `… (deel 1 van 3)`
_PART = re.compile(r"^(.*\S)\s*\(\s*(?:deel\s+)?(\d)\s*(?:/|van)\s*(\d)\s*\)$", re.IGNORECASE)
# `A. Agenda BOL landsdeel Noordwest`
_LETTERED = re.compile(r"^([A-H])\.\s+(\S.*)$")
_FRONT = (
    (re.compile(r"^inhoud(?:sopgave)?\b", re.IGNORECASE), "inhoudsopgave"),
    (re.compile(r"^agenda\b", re.IGNORECASE), "agenda"),
    (re.compile(r"^deelnemers\b", re.IGNORECASE), "deelnemers"),
    (re.compile(r"^(?:gezamenlijk )?dossier$", re.IGNORECASE), "uitleg bij het sjabloon"),
    (re.compile(r"^bijlagen?\b", re.IGNORECASE), "bijlagen"),
)
_TITLE_LENGTH = 200
_NUMBER_LENGTH = 24
# a point that is no full stop, between two digits
_POINT = re.compile("(?<=\\d)[\uff0e\u2024\u00b7\u2027\u3002\uff61](?=\\s?\\d)")
_MISSING_CHAPTERS = 8
"""How many chapter numbers further a heading may be: a region leaves out a chapter it has nothing for."""

Number = tuple[int, ...]


class Candidate(Struct, frozen=True):
    """A line that may be the heading of an agendapunt: its number, its title, and how much it looks like a heading."""

    number: Number
    title: str
    styled: bool


def part_of(block: SourceBlock) -> tuple[str, str] | None:
    """Give title and part (`1/3`) of a line that heads one part of an agendapunt; a computed number is no title."""
    line = replace(block, number="").line
    if len(line) > _TITLE_LENGTH or block.is_table or (isinstance(block.block, ListItem) and not block.number):
        return None
    found = _PART.match(line)
    return (found[1], f"{found[2]}/{found[3]}") if found else None


def front_part(block: SourceBlock) -> str | None:
    """Name the part of the dossier around the agendapunten that this line heads: agenda, deelnemers, bijlagen."""
    line = block.line
    if not _looks_like_heading(block) or len(line) > _TITLE_LENGTH:
        return None
    lettered = _LETTERED.match(line)
    title = lettered[2] if lettered else line
    known = next((name for pattern, name in _FRONT if pattern.match(title)), None)
    if lettered:
        return known or f"onderdeel {lettered[1]}"
    return known if block.heading else None


def candidate(block: SourceBlock) -> Candidate | None:
    """Read a line as the heading of an agendapunt; None when it cannot be one."""
    line = block.line
    if block.is_table or block.aside or len(line) > _TITLE_LENGTH or line[-1:] in {";", ":", ","}:
        return None
    found = _NUMBERED.match(_plain_digits(line)) or _ROMAN.match(line)
    if not found or is_section_title(found[2]):
        return None
    number = _number_of(found[1])
    styled = _looks_like_heading(block)
    is_long_sentence = line.endswith(".") and len(line.split()) > 6
    goes_on = found[2][0].islower()  # `2.2 miljard euro`
    if not number or (not styled and (len(number) == 1 or goes_on)) or (not block.heading and is_long_sentence):
        return None
    return Candidate(number, line[found.start(2) :], styled)


def _plain_digits(line: str) -> str:
    """Give a line with the digits and points at its start as plain ones: `２．１`, `²·¹`, `②.①`; as long as it was."""
    start = line[:_NUMBER_LENGTH]
    if start.isascii():
        return line
    digits = "".join(str(unicodedata.digit(sign, sign)) for sign in start)
    return _POINT.sub(".", digits) + line[_NUMBER_LENGTH:]


def _number_of(text: str) -> Number:
    if text[0].isdigit():
        return tuple(int(part) for part in text.split("."))
    return (_ROMANS.index(text) + 1,) if text in _ROMANS else ()


def _looks_like_heading(block: SourceBlock) -> bool:
    return bool(block.heading) or block.wholly(Style.BOLD)


def comes_next(found: Candidate, last: Number | None) -> bool:
    """Tell whether a number follows on `last`, the number of the agendapunt before it."""
    if last is None:
        return found.number[0] >= 1
    if len(found.number) == 1:
        return last[0] < found.number[0] <= last[0] + _MISSING_CHAPTERS
    if found.number <= last:
        return found.styled and found.number[0] == last[0]
    return found.number[0] in {last[0], last[0] + 1} or found.styled


def is_like_afspraak(found: Candidate, current: Number | None) -> bool:
    """Tell whether a line such as `2.1.1 Rijk en regio …`, in *Voorgestelde afspraken* of 2.1, may be an afspraak.

    Nothing makes it look like a heading, and it is a sentence or counts on in 2.1.
    """
    return not found.styled and (found.title.endswith(".") or found.number[:-1] == current)


def section_follows(after: Sequence[SourceBlock]) -> tuple[bool, int]:
    """Tell whether a section that begins an agendapunt comes next, other lines with a number set aside.

    Gives the index of the block that decided, too: up to there the answer is the same.
    """
    for block in after:
        section = section_of(block.line)
        if section is not None:
            return section is not Sectie.TOELICHTING, block.index
        if part_of(block) is not None or is_hamerpunt_line(block.line):
            return True, block.index
        if not block.aside and candidate(block) is None and not reason_aside(block.line, listed=False, section=None):
            return False, block.index
    return False, after[-1].index if after else 0


def leads_chapter(found: Candidate, after: Iterable[SourceBlock]) -> bool | None:
    """Tell by what comes after it whether a numbered line in *Voorgestelde afspraken* is a chapter; None when unclear.

    A chapter is followed by its first agendapunt (3 by 3.1), by the next chapter, or by the section that begins an
    agendapunt. An afspraak is followed by its points, by the next afspraak, or by *Toelichting*.
    """
    for block in after:
        if block.aside or reason_aside(block.line, listed=False, section=Sectie.TOELICHTING):
            continue
        section = section_of(block.line)
        if section is not None:
            return section is not Sectie.TOELICHTING
        following = candidate(block)
        if following is None:
            return None
        return following.number[0] == found.number[0] or following.number == (found.number[0] + 1,)
    return None
