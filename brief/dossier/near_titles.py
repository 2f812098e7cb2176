"""Titles of sections that were mistyped, spaced out or set in letters of another alphabet, and what they mean."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from brief.domain import Sectie

_TITLES = {
    "inhetkort": Sectie.IN_HET_KORT,
    "bespreekpunten": Sectie.BESPREEKPUNTEN,
    "voorgesteldeafspraak": Sectie.VOORGESTELDE_AFSPRAKEN,
    "voorgesteldeafspraken": Sectie.VOORGESTELDE_AFSPRAKEN,
    "toelichting": Sectie.TOELICHTING,
}
_LONGEST = 60
_AWAY = 3
"""Letters that a mistyped title may be longer or shorter."""
_ALIKE = 0.86
# letters of Cyrillic and Greek that are drawn as Latin ones
_TWINS = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u0501\u0261"
    "\u03bf\u03b1\u03b5\u03b9\u03ba\u03bd\u03c1\u03c4\u03c5\u03c7",
    "abekmopctyxijsdgoaeikvptux",
)


def near_title(line: str) -> Sectie | None:
    """Give the section that a line is the title of, or nearly: its letters are those of the title, save a few."""
    if not 6 <= len(line) <= _LONGEST:
        return None
    letters = _letters(line)
    for title, section in _TITLES.items():
        if letters == title:
            return section
        if abs(len(letters) - len(title)) <= _AWAY and SequenceMatcher(None, letters, title).ratio() >= _ALIKE:
            return section
    return None


def _letters(line: str) -> str:
    """Give the letters of a line, small and without accents, those of other alphabets as the Latin ones they equal."""
    plain = unicodedata.normalize("NFKD", line.casefold()).translate(_TWINS)
    return "".join(sign for sign in plain if sign.isalpha())
