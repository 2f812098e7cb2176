"""Read what stands before the dossier: Kamer, vergaderjaar, the word for Kamerstuk, "Bijlage bij", in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.grammar.patterns import BEFORE_DOSSIER, ELEMENT, ROMAN_KAMER
from brief.kamerstuk.model import Kamer, Soort

if TYPE_CHECKING:
    from collections.abc import Collection

_WORDS = {"kamerstuk": Soort.KAMERSTUK, "handelingen": Soort.HANDELINGEN, "aanhangsel": Soort.AANHANGSEL}
_ROMAN = {
    "II": Kamer.TWEEDE,
    "2": Kamer.TWEEDE,
    "11": Kamer.TWEEDE,
    "I": Kamer.EERSTE,
    "1": Kamer.EERSTE,
    "VV": Kamer.VERENIGDE_VERGADERING,
    "I-II": Kamer.VERENIGDE_VERGADERING,
    "I/II": Kamer.VERENIGDE_VERGADERING,
}
_INITIALS = {"T": Kamer.TWEEDE, "E": Kamer.EERSTE, "V": Kamer.VERENIGDE_VERGADERING}
_NO_YEARS = frozenset({"misjaar", "kaaljaar"})
_MOST_ELEMENTS = 12
# A dossier, as most often it follows, and no year: what stands here is no element for certain
_NO_YEAR_HERE = re.compile("(?:,? )?(?!1[89]|20)[1-9][0-9][ .]?[0-9]")
_YEARS = re.compile(r"([0-9]{4})[^0-9]*([0-9]{2,4})$")


class Prefix(Struct):
    """What was said before the dossier. `end` is where the dossier must begin, `last` where the last element ended.

    `misjaar` is the place of what stands where a vergaderjaar must and is none, such as `2023-204`; `gelezen` are the
    dossiers that were read before in the text.
    """

    begin: int
    end: int
    last: int
    soort: Soort | None = None
    kamer: Kamer | None = None
    vergaderjaar: str | None = None
    tot_vergaderjaar: str | None = None
    bijlage: bool = False
    bijlagenummer: str | None = None
    is_ucv: bool = False
    misjaar: tuple[int, int] | None = None
    gelezen: Collection[str] = ()

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing at all stood before the dossier."""
        return self.soort is None and self.kamer is None and self.vergaderjaar is None

    @property
    def names_paper(self) -> bool:
        """Tell whether the words say by themselves that a paper follows."""
        return self.soort is not None or (self.kamer is not None and self.vergaderjaar is not None)


def read_prefix(text: str, begin: int, known: Collection[str] = ()) -> Prefix:
    """Read the elements from `begin`, each at most once; only years may follow one another."""
    prefix = Prefix(begin, begin, begin, gelezen=known)
    for _ in range(_MOST_ELEMENTS):
        if prefix.last > begin and _NO_YEAR_HERE.match(text, prefix.last):
            break
        match = ELEMENT.match(text, prefix.last)
        if match is None or not _take(prefix, match, text):
            break
    if prefix.last > begin:
        prefix.end = _dossier_begin(text, prefix.last)
    return prefix


def _dossier_begin(text: str, last: int) -> int:
    """Say where the dossier must begin behind the last word before it: a space or a comma and a space, or more."""
    near = last + 1 + text.startswith(",", last)
    if text[near - 1 : near] == " " and text[near : near + 1].isdecimal():
        return near
    separator = BEFORE_DOSSIER.match(text, last)
    return separator.end() if separator else last


def _take(prefix: Prefix, match: re.Match[str], text: str) -> bool:
    kind = match.lastgroup or ""
    if kind in _WORDS:
        return _take_word(prefix, match, kind, text)
    if kind == "kamer":
        if prefix.kamer:
            return False
        prefix.kamer, prefix.last = kamer_named(match["kamer"]), match.end()
        roman = ROMAN_KAMER.match(text, prefix.last)
        # "TK II 2022-2023" says it twice
        if roman and _ROMAN[roman[1] or roman[2]] is prefix.kamer:
            prefix.last = roman.end()
        return True
    if kind == "bijlage":
        if prefix.last > prefix.begin:
            return False
        prefix.bijlage, prefix.bijlagenummer = True, annexes_named(match["annex"])
    elif not _take_year(prefix, match, kind):
        return False
    prefix.last = match.end()
    return True


def _take_year(prefix: Prefix, match: re.Match[str], kind: str) -> bool:
    if prefix.misjaar or (prefix.vergaderjaar and kind in _NO_YEARS):
        return False
    if kind in _NO_YEARS:
        prefix.misjaar = match.span(kind)
    elif prefix.vergaderjaar:
        # Kamerstukken II 1999/2000, 2000/2001, 2001/2002, 26 855: a dossier that took several years
        prefix.tot_vergaderjaar = written_out(match["tot"] or match["jaar"])
    else:
        prefix.vergaderjaar = written_out(match["jaar"])
        prefix.tot_vergaderjaar = written_out(match["tot"]) if match["tot"] else None
    return True


def _take_word(prefix: Prefix, match: re.Match[str], kind: str, text: str) -> bool:
    # "Kamerstuk: Handelingen II …" still refers to the Handelingen; the other way round it is not one reference.
    # "Handelingen II 2018/19, Aanhangsel nr. 733" means the Aanhangsel.
    is_narrower = prefix.soort is Soort.KAMERSTUK or (prefix.soort is Soort.HANDELINGEN and kind == "aanhangsel")
    if prefix.soort and (not is_narrower or kind == "kamerstuk"):
        return False
    prefix.soort, prefix.last, prefix.is_ucv = _WORDS[kind], match.end(), match["ucv"] is not None
    roman = ROMAN_KAMER.match(text, prefix.last)
    if roman and prefix.kamer is None:
        prefix.kamer, prefix.last = _ROMAN[roman[1] or roman[2]], roman.end()
    return True


def annexes_named(words: str | None) -> str | None:
    """Give the annexes that words name, with single spaces: `2`, `IV`, `1 en 2`, `1-3`."""
    return " ".join(words.split()) if words else None


def kamer_named(words: str) -> Kamer:
    """Give the Kamer that words name: `Tweede Kamer`, `TK`, `E.K.`, `Verenigde Vergadering`."""
    return _INITIALS[words[0].upper()]


def written_out(year: str) -> str:
    """Write a vergaderjaar as `1999-2000`, whatever stood between the years; impossible ones stay as they are."""
    match = _YEARS.match(year)
    if match is None:
        return year
    first, last = match[1], match[2]
    if len(last) == len("24"):
        century = int(first[:2]) + (1 if first[2:] == "99" and last == "00" else 0)
        last = f"{century}{last}"
    return f"{first}-{last}"
