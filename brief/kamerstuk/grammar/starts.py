"""Where in a text reading a reference may begin.

Searching for a few fixed strings is many times faster than one pattern with alternatives: this scan, not the reading,
sets the speed on long texts. The two searches for one letter, which stands everywhere, are therefore written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import MAYBE_NUMBER_SOON, NUMBER_SOON, NUMBER_START, ROMAN_WORD
from brief.kamerstuk.grammar.pieces import G1
from brief.text.later import compile_later
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A fixed part of each word that can open a reference, and how many letters of the word stand before that part.
_WORD_PARTS = (
    ("andelingen", 1),
    ("anhangsel", 1),
    ("kst", 0),
    ("blg", 0),
    ("http", 0),
    ("www.", 0),
    ("zoek.off", 0),
    ("tweedekamer.nl/", 0),
)
# The same, of which the first letters are looked for once: a search for one letter is ten times as fast as for two
_BY_CAPITAL = {"H": ("Hand.", "HTK", "HANDELINGEN"), "A": ("Aanh.",), "K": ("KST", "Kst", "KAMERST")}
_COMMON_BY_CAPITAL = {"T": ("TK", "T.K"), "E": ("EK", "E.K"), "V": ("VV",), "A": ("AH",), "B": ("Bijl.",)}
# The same, for words that often stand in running text; they open a reference only when a number follows soon.
_COMMON_WORD_PARTS = (("erenigde", 1), ("ijlage", 1), ("itting", 1))
_ENDS_OF_VERGADER = ("j", "-\n")
# What stands around "amer" in the words for a paper and in the names of the two Chambers
_ENDS_OF_KAMER = ("st", "-\n", "\u00adst", " st", "\u00a0st", "tuk")
_RANKS = ("weede ", "erste ")
_RANK = compile_later(rf"(?:weede|erste){G1}[Kk]$")
_LONGEST_RANK = 112
_SHORT_WORDS = ("ks", "Ks")
_FIGURES = frozenset("IVXLC")
# A number after one of these is part of something else: an amount, a date, a longer number, a path.
_NOT_BEFORE_NUMBER = frozenset("0123456789.,/:\u20ac+-_")


def starts(text: str) -> list[int]:
    """List, in order, the places where a reference may begin."""
    places = [begin for part, offset in _WORD_PARTS for begin in _occurrences(text, part, offset)]
    common = [begin for part, offset in _COMMON_WORD_PARTS for begin in _occurrences(text, part, offset)]
    places += _capitals(text, _BY_CAPITAL)
    common += _capitals(text, _COMMON_BY_CAPITAL)
    common += [begin for begin in _occurrences(text, "ergader", 1) if text.startswith(_ENDS_OF_VERGADER, begin + 8)]
    for kamer in _occurrences(text, "amer", 1):
        if text.startswith(_ENDS_OF_KAMER, kamer + len("Kamer")):
            places.append(kamer)
        if text.startswith("vragen", kamer + len("Kamer")):
            common.append(kamer)
        rank = _rank_before(text, kamer)
        if _is_start(text, rank):
            common.append(rank)
    places += [begin for begin in common if _is_before_number(text, begin)]
    places += _ids(text)
    places += _numbers(text)
    places.extend(begin for begin in _roman(text) if ROMAN_WORD.match(text, begin))
    places.sort()
    return places


def _rank_before(text: str, kamer: int) -> int:
    """Say where `Tweede  Kamer` begins, of which the second word begins at `kamer`; below 0 when it is not that."""
    if text[kamer - 1 : kamer] == " " and text[kamer - 2 : kamer - 1].isalpha():
        begin = kamer - len("Tweede ")
        return begin if text.startswith(_RANKS, max(0, begin + 1)) else -1
    is_word = text[kamer - 1 : kamer].isalnum()
    rank = None if is_word else _RANK.search(text, max(0, kamer - _LONGEST_RANK), kamer + 1)
    return rank.start() - 1 if rank else -1


def _is_before_number(text: str, begin: int) -> bool:
    maybe = MAYBE_NUMBER_SOON.match(text, begin)
    return maybe is not None and NUMBER_SOON.match(text, begin) is not None


def _ids(text: str) -> Iterator[int]:
    """Give where an id of the Aanhangsel or the Handelingen begins: ah-tk-20242025-1244, h-tk-20242025-87-15."""
    for found in occurrences(text, "h-"):
        before = text[max(0, found - 2) : found]
        if text.startswith(("tk", "ek"), found + 2) and not before[-1:].isalpha():
            yield found
        if before[-1:] == "a" and not before[:-1].isalpha():
            yield found - 1


def _numbers(text: str) -> Iterator[int]:
    """Give where a dossier, a vergaderjaar or a document number may begin."""
    for match in NUMBER_START.finditer(text):
        begin = match.start()
        before = text[begin - 1] if begin else " "
        if before not in _NOT_BEFORE_NUMBER and not before.isalpha():
            yield begin
            if before == " ":
                yield from _short_word(text, begin - 1)
            continue
        is_document = match.group()[-2] in "DZdz" and (before in "/-" or before.isalpha())
        is_emphasis = before == "_" and not text[max(0, begin - 2) : begin - 1].isalnum()
        if is_document or is_emphasis:
            yield begin


def _short_word(text: str, end: int) -> Iterator[int]:
    """Give where `ks`, short for Kamerstuk, begins before the space at `end`; `kst` is found as other words are."""
    begin = end - 2 - (text[end - 1 : end] == ".")
    if begin >= 0 and text.startswith(_SHORT_WORDS, begin) and not text[max(0, begin - 1) : begin].isalpha():
        yield begin


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
        if _is_start(text, found - offset):
            yield found - offset


def _is_start(text: str, begin: int) -> bool:
    """Tell whether a word begins at a place: there is one, and no letter stands before it."""
    return begin == 0 or (begin > 0 and not text[begin - 1].isalpha())
