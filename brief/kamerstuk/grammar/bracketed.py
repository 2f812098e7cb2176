"""Report a number alone in brackets behind a word for a paper and near a reference: `nr. 267 en de motie (268)`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.words import PAPER
from brief.kamerstuk.model import Soort
from brief.text.later import compile_later
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.kamerstuk.model import Verwijzing

_NEAR = 160
_WORD_BACK = 70
# Not a year, and not one digit, which is the mark of a note
_NUMBER = compile_later(r"\((?!(?:19|20)[0-9]{2}\))[1-9][0-9]{1,3}(?:(?:, | en )[1-9][0-9]{1,3}){0,8}\)")
_PAPER = compile_later(rf"(?<![\w-]){PAPER}(?:-[A-Z][\w/-]{{1,30}})?(?: c\.s\.)? $")


def numbers_in_brackets(text: str, found: Sequence[Verwijzing]) -> Iterator[tuple[int, int]]:
    """Give (begin, end) of each such word with its number; `found` is in the order of places."""
    if not found:
        return
    for place in occurrences(text, "("):
        number = _NUMBER.match(text, place) if text[place + 1 : place + 2].isdecimal() else None
        paper = _PAPER.search(text, max(0, place - _WORD_BACK), place) if number else None
        if number and paper and _is_near(text, found, paper.start(), number.end()):
            yield paper.start(), number.end()


def _is_near(text: str, found: Sequence[Verwijzing], begin: int, end: int) -> bool:
    """Tell whether a Kamerstuk is named just before or behind it, in the same paragraph."""
    index = bisect_left(found, begin, key=lambda each: each.begin)
    for each in found[max(0, index - 1) : index + 1]:
        gap = text[each.eind : begin] if each.eind <= begin else text[end : each.begin]
        if each.referentie.soort is Soort.KAMERSTUK and len(gap) <= _NEAR and "\n" not in gap:
            return True
    return False
