"""Where in a text a word announces a number that may stand alone: `nr.`, `nummer`, `motie`, `letter`, `(-268)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dashed import dashed_places
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

# A fixed part of each word, and how many letters of the word stand before it
_WORDS = (
    *(("nr", 0), ("Nr", 0), ("ummer", 1), ("No.", 0), ("otie", 1), ("tukken ", 1)),
    *(("etter", 1), ("mendementen", 1), ("rieven", 1), ("tuknr", 1)),
)
# The same, only where a digit follows: brief 258
_WORDS_BEFORE_DIGIT = (("rief ", 1), ("mendement ", 1), ("tuk ", 1))


def announced(text: str) -> list[int]:
    """List, in order, the places where such a word begins."""
    places = [place for part, offset in _WORDS for place in _words(text, part, offset)]
    places += [
        place
        for part, offset in _WORDS_BEFORE_DIGIT
        for place in _words(text, part, offset)
        if text[place + offset + len(part) : place + offset + len(part) + 1].isdecimal()
    ]
    return sorted([*places, *dashed_places(text)])


def _words(text: str, part: str, offset: int) -> Iterator[int]:
    for found in occurrences(text, part):
        place = found - offset
        if place >= 0 and not text[place - 1 : place].isalnum():
            yield place
