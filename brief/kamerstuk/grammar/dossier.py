"""Read a dossier with its chapter, its rijkswet number and the other dossiers of the same paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.begroting import is_budget, is_chapter, is_eu, is_known_part, may_be_amount, stands_alone
from brief.kamerstuk.grammar.misspelt import misspelt_dossier
from brief.kamerstuk.grammar.patterns import (
    BARE_DOSSIER,
    COMMA_LETTER,
    DASH_NUMBER,
    DOSSIER,
    EU_PART,
    LATE_YEAR,
    LOWER_WORD,
    NEXT_DOSSIER,
    NUMBER_WORD,
    RIJKSWET,
    ROMAN_DOSSIER,
    TOEVOEGING,
    TOEVOEGING_BRACKET,
    TOEVOEGING_COMMA,
)
from brief.kamerstuk.grammar.pieces import G1, NR_WORD, SPACE, YEAR, YEAR_WORD, G
from brief.kamerstuk.grammar.prefix import written_out
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re

    from brief.kamerstuk.grammar.prefix import Prefix

# 29 762 e.a., D: the paper is of more dossiers than are named
_AND_OTHERS = compile_later(rf"{G1}e\.{SPACE}?a\.(?=,)")
_LOWEST_BARE, _HIGHEST_BARE = 10_000, 45_000
# 29 435, 2023-2024, nr. 267: the year between the dossier and its number
_YEAR_BETWEEN = compile_later(rf",{G}(?:{YEAR_WORD}{G1})?(?P<jaar>{YEAR})(?=,{G}nrs?[. ])")
# 36 600 xxii, nr. 12
_LOWER_CHAPTER = compile_later(rf"(?:{SPACE}|-)([ivx]{{2,6}})(?=,?{G}{NR_WORD}[. ])")
_MOST_OTHERS = 12
_MOST_OTHERS_BARE = 4
_LAST_YEAR_OF_FOUR_DIGITS = 1970


class Dossier(Struct):
    """A dossier as read; `end` is where its number must begin, `own_end` where the first of several ends.

    `nevendossiers` holds (full number, begin, end).
    """

    dossier: str
    begin: int
    end: int
    toevoeging: str | None = None
    rijkswet: str | None = None
    vergaderjaar: str | None = None
    nevendossiers: tuple[tuple[str, int, int], ...] = ()
    own_end: int = 0

    @property
    def volledig(self) -> str:
        """Dossier with its toevoeging: `36600-XXII`."""
        return f"{self.dossier}-{self.toevoeging}" if self.toevoeging else self.dossier

    @property
    def nevennamen(self) -> tuple[str, ...]:
        """The full numbers of the dossiers that stand with it."""
        return tuple([full for full, _, _ in self.nevendossiers]) if self.nevendossiers else ()

    @property
    def may_be_amount(self) -> bool:
        """Tell whether this may be an amount like 12 500."""
        return may_be_amount(self.dossier, self.toevoeging)


def digits_of(match: re.Match[str]) -> str:
    """Give the digits of a dossier as it was matched, without the spaces or the dot between them."""
    return "".join(filter(str.isdecimal, match["digits"]))


def may_be_dossier(digits: str) -> bool:
    """Tell whether a number lies where the dossiers are; a roman one, of the Eerste Kamer itself, does not."""
    return digits.isdecimal() and _LOWEST_BARE <= int(digits) < _HIGHEST_BARE


def read_dossier(text: str, pos: int, prefix: Prefix) -> Dossier | None:
    """Read the dossier that begins at `pos`, or None when there is none."""
    match = BARE_DOSSIER.match(text, pos) if prefix.is_bare else DOSSIER.match(text, pos) or misspelt_dossier(text, pos)
    if match is None:
        roman = ROMAN_DOSSIER.match(text, pos) if not prefix.is_bare else None
        return Dossier(roman.group(), pos, roman.end(), own_end=roman.end()) if roman else None
    digits = digits_of(match)
    if len(digits) < len("10000") and not prefix.is_bare:
        match = misspelt_dossier(text, pos) or match
        digits = digits_of(match)
    if len(digits) < len("10000") and not _may_have_four_digits(digits, prefix):
        return None
    dossier = Dossier(digits, pos, match.end())
    if text.startswith(", nr", dossier.end):
        return dossier
    _read_toevoeging(text, dossier, is_named=not prefix.is_bare)
    _read_rijkswet(text, dossier)
    _read_late_year(text, dossier, prefix)
    dossier.own_end = dossier.end
    _read_others(text, dossier, prefix)
    others = _AND_OTHERS.match(text, dossier.end)
    if others and (NUMBER_WORD.match(text, others.end()) or COMMA_LETTER.match(text, others.end())):
        dossier.end = others.end()
    return dossier


def _may_have_four_digits(digits: str, prefix: Prefix) -> bool:
    """Dossiers had four digits until about 1969; a number that may be a year needs a vergaderjaar before it."""
    if prefix.vergaderjaar:
        return int(prefix.vergaderjaar[:4]) < _LAST_YEAR_OF_FOUR_DIGITS
    return prefix.soort is not None and not digits.startswith(("18", "19", "20"))


def _read_toevoeging(text: str, dossier: Dossier, *, is_named: bool) -> None:
    if is_eu(dossier.dossier):
        part = EU_PART.match(text, dossier.end)
        if part:
            dossier.toevoeging, dossier.end = part[1], part.end()
        return
    match = TOEVOEGING.match(text, dossier.end)
    lower = _LOWER_CHAPTER.match(text, dossier.end) if match is None else None
    if lower and is_chapter(lower[1].upper()) and is_budget(dossier.dossier):
        dossier.toevoeging, dossier.end = lower[1].upper(), lower.end()
        return
    if match is None:
        match = TOEVOEGING_COMMA.match(text, dossier.end) or TOEVOEGING_BRACKET.match(text, dossier.end)
        if match is None or not (is_chapter(match["toevoeging"]) and is_budget(dossier.dossier)):
            return
    elif match["word"] is None and not _is_toevoeging(
        text, match.end(), dossier.dossier, match["toevoeging"], is_named=is_named
    ):
        return
    dossier.toevoeging, dossier.end = match["toevoeging"], match.end()


def _is_toevoeging(text: str, end: int, dossier: str, toevoeging: str, *, is_named: bool) -> bool:
    """Tell a chapter from a letter of the Eerste Kamer: a number follows, or it can be nothing else."""
    royal = RIJKSWET.match(text, end)
    after = royal.end() if royal else end
    dash = DASH_NUMBER.match(text, after)
    is_letter = COMMA_LETTER.match(text, after) or (dash and dash["digits"] is None)
    if is_letter and len(toevoeging) == 1 and not is_budget(dossier):
        return False  # 36 512 D, E en F · 36 512 D-F: only a budget has parts with a letter
    if NUMBER_WORD.match(text, after) or is_letter or dash:
        return len(toevoeging) == 1 or is_chapter(toevoeging)
    return (is_named or len(toevoeging) > 1) and stands_alone(dossier, toevoeging)


def _read_rijkswet(text: str, dossier: Dossier) -> None:
    match = RIJKSWET.match(text, dossier.end)
    if match:
        dossier.rijkswet, dossier.end = f"R{match[1] or match[2]}", match.end()


def _read_late_year(text: str, dossier: Dossier, prefix: Prefix) -> None:
    match = LATE_YEAR.match(text, dossier.end)
    if match:
        dossier.vergaderjaar, dossier.end = written_out(match["a"] or match["b"]), match.end()
    elif (
        prefix.vergaderjaar is None
        and text.startswith(",", dossier.end)
        and (match := _YEAR_BETWEEN.match(text, dossier.end))
    ):
        dossier.vergaderjaar, dossier.end = written_out(match["jaar"]), match.end()


def _read_others(text: str, dossier: Dossier, prefix: Prefix) -> None:
    others: list[tuple[str, int, int]] = []
    for _ in range(_MOST_OTHERS_BARE if prefix.is_bare else _MOST_OTHERS):
        match = NEXT_DOSSIER.match(text, dossier.end)
        if match is None or (LOWER_WORD.match(text, match.end()) and not _is_plural(text, prefix)):
            break
        digits = digits_of(match)
        if len(digits) != len(dossier.dossier):
            break
        chapter, dossier.end = _part_of_other(text, match, digits)
        others.append((f"{digits}-{chapter}" if chapter else digits, match.start("digits"), dossier.end))
    dossier.nevendossiers = tuple(others)


def _is_plural(text: str, prefix: Prefix) -> bool:
    """Tell "Kamerstukken 29 435 en 34 682 gaan", in which the last number counts nothing."""
    return "tukken" in text[prefix.begin : prefix.end].lower()


def _part_of_other(text: str, match: re.Match[str], digits: str) -> tuple[str | None, int]:
    chapter, end = match["toevoeging"], match.end()
    if chapter and match["link"] == "-" and is_known_part(chapter):
        return chapter, end
    if chapter and _is_toevoeging(text, end, digits, chapter, is_named=True):
        return chapter, end
    end = match.end("digits")
    part = EU_PART.match(text, end) if is_eu(digits) else None
    return (part[1], part.end()) if part else (None, end)
