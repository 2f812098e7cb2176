"""Where in a text a word announces a number that may stand alone: `nr.`, `nummer`, `motie`, `letter`, `(-268)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.dashed import dashed_places
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

# A fixed part of each word, and how many letters of the word stand before it
_WORDS = (("nr", 0), ("ummer", 1), ("otie", 1), ("etter", 1), ("rieven", 1))
# The same, of which the rest tells more words apart; the last of them only where a digit follows: stuk 258
_WORDS_WITH_REST = (("tuk", 1, ("ken ", "nr"), " "), ("mendement", 1, ("en",), " "), ("rief ", 1, (), ""))
_BY_CAPITAL = ("Nr", "No.")


def announced(text: str) -> list[int]:
    """List, in order, the places where such a word begins."""
    places = [place for part, offset in _WORDS for place in _words(text, part, offset)]
    places += [place for place in _words(text, "N", 0) if text.startswith(_BY_CAPITAL, place)]
    for part, offset, rests, before_digit in _WORDS_WITH_REST:
        for place in _words(text, part, offset):
            end = place + offset + len(part)
            digit = end + len(before_digit)
            is_followed = text.startswith(before_digit, end) and text[digit : digit + 1].isdecimal()
            if is_followed or text.startswith(rests, end):
                places.append(place)
    return sorted([*places, *dashed_places(text)])


def _words(text: str, part: str, offset: int) -> Iterator[int]:
    for found in occurrences(text, part):
        place = found - offset
        if place >= 0 and not text[place - 1 : place].isalnum():
            yield place
