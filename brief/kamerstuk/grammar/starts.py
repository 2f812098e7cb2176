"""Where in a text reading a reference may begin.

Searching for a few fixed strings is many times faster than one pattern with alternatives: this scan, not the reading,
sets the speed on long texts. The two searches for one letter, which stands everywhere, are therefore written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import NUMBER_SOON, NUMBER_START, ROMAN_WORD
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A fixed part of each word that can open a reference, and how many letters of the word stand before that part.
_WORD_PARTS = (
    ("AMERST", 1),
    ("andelingen", 1),
    ("ANDELINGEN", 1),
    ("anhangsel", 1),
    ("kst", 0),
    ("blg", 0),
    ("ah-", 0),
    ("http", 0),
    ("www.", 0),
    ("zoek.off", 0),
    ("tweedekamer.nl/", 0),
)
# The same, of which the first letters are looked for once: a search for one letter is ten times as fast as for two
_ENDS_OF_KAMER = ("st", "-\n", "\u00adst", " st", "\u00a0st", "tuk")
_BY_CAPITAL = {"H": ("Hand.", "HTK"), "A": ("Aanh.",), "K": ("KST", "Kst")}
_COMMON_BY_CAPITAL = {"T": ("TK", "T.K"), "E": ("EK", "E.K"), "V": ("VV",), "A": ("AH",), "B": ("Bijl.",)}
# The same, for words that often stand in running text; they open a reference only when a number follows soon.
_COMMON_WORD_PARTS = (
    ("erenigde", 1),
    ("ijlage", 1),
    ("amervragen", 1),
    ("ergaderj", 1),
    ("ergader-\n", 1),
    ("itting", 1),
)
# Words that open one only before the word Kamer; they stand everywhere, so that is looked at first.
_BEFORE_KAMER = (("weede", 1), ("erste", 1))
_KAMER_SOON = 112
_FIGURES = frozenset("IVXLC")
# A number after one of these is part of something else: an amount, a date, a longer number, a path.
_NOT_BEFORE_NUMBER = frozenset("0123456789.,/:\u20ac+-_")


def starts(text: str) -> list[int]:
    """List, in order, the places where a reference may begin."""
    places = [begin for part, offset in _WORD_PARTS for begin in _occurrences(text, part, offset)]
    places += [begin for begin in _occurrences(text, "amer", 1) if text.startswith(_ENDS_OF_KAMER, begin + 5)]
    places += [begin for begin in _occurrences(text, "h-", 0) if text.startswith(("tk", "ek"), begin + 2)]
    places += _capitals(text, _BY_CAPITAL)
    places += [begin for begin in _capitals(text, _COMMON_BY_CAPITAL) if NUMBER_SOON.match(text, begin)]
    for part, offset in _COMMON_WORD_PARTS:
        places.extend(begin for begin in _occurrences(text, part, offset) if NUMBER_SOON.match(text, begin))
    for part, offset in _BEFORE_KAMER:
        places.extend(
            begin
            for begin in _occurrences(text, part, offset)
            if text.find("amer", begin, begin + _KAMER_SOON) >= 0 and NUMBER_SOON.match(text, begin)
        )
    for match in NUMBER_START.finditer(text):
        begin = match.start()
        before = text[begin - 1] if begin else " "
        is_document = match.group()[-2] in "DZdz" and (before in "/-" or before.isalpha())
        is_emphasis = before == "_" and not text[max(0, begin - 2) : begin - 1].isalnum()
        if is_document or is_emphasis or (before not in _NOT_BEFORE_NUMBER and not before.isalpha()):
            places.append(begin)
    places.extend(begin for begin in _roman(text) if ROMAN_WORD.match(text, begin))
    places.sort()
    return places


def _capitals(text: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[int]:
    """Give where one of the words begins, by the capital it begins with, and no letter stands before it."""
    for capital, parts in words.items():
        found = text.find(capital)
        while found >= 0:
            if text.startswith(parts, found) and not text[max(0, found - 1) : found].isalpha():
                yield found
            found = text.find(capital, found + 1)


def _roman(text: str) -> Iterator[int]:
    """Give where two roman figures begin a word that can open the number of a dossier of the Eerste Kamer."""
    for figure in "CX":
        found = text.find(figure)
        while found >= 0:
            if text[found + 1 : found + 2] in _FIGURES and not (found and text[found - 1].isalnum()):
                yield found
            found = text.find(figure, found + 1)


def _occurrences(text: str, part: str, offset: int) -> Iterator[int]:
    for found in occurrences(text, part):
        begin = found - offset
        if begin == 0 or (begin > 0 and not text[begin - 1].isalpha()):
            yield begin
