"""Name the papers between two that stand in full: of `29453-574 t/m 29453-577` numbers 575 and 576."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.following import LONGEST_RANGE
from brief.kamerstuk.grammar.numbers import Number
from brief.kamerstuk.grammar.papers import each_number
from brief.kamerstuk.grammar.pieces import DASHES, SPACE
from brief.kamerstuk.model import Soort
from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.kamerstuk.model import Verwijzing

_THROUGH = compile_later(
    rf"{SPACE}{{1,3}}(?:t/m|tm|t\.m\.|tot{SPACE}en{SPACE}met|tot/met|{SPACE}?[{DASHES}]){SPACE}{{1,3}}"
)
_LONGEST_LINK = 20


def between_pairs(text: str, found: Sequence[Verwijzing], most: int) -> tuple[list[Verwijzing], list[tuple[int, int]]]:
    """Give the papers between two of one dossier that a word for a range joins, and the places of ranges left as such.

    `found` is in the order of places. A dash between two may part them as well, and a range of more than there can be,
    or beyond `most` papers in all, is not written out: those are to be reported.
    """
    between: list[Verwijzing] = []
    left: list[tuple[int, int]] = []
    for first, last in pairwise(found):
        gap = last.begin - first.eind
        step = _step(first, last) if 0 < gap <= _LONGEST_LINK else 0
        link = _THROUGH.fullmatch(text, first.eind, last.begin) if step > 1 else None
        if link is None:
            continue
        begin = last.begin - len(link.group().lstrip())
        end = begin + len(link.group().strip())
        if text[begin:end] in DASHES or step > LONGEST_RANGE or len(between) + step > most:
            left.append((begin, end))
            continue
        start = int(first.referentie.nummer or 0)
        numbers = [Number(str(number), begin, end) for number in range(start + 1, start + step)]
        between += each_number(text, first.referentie, numbers)
    return between, left


def _step(first: Verwijzing, last: Verwijzing) -> int:
    """Give how much higher the second number is, 0 when the two are not of one dossier."""
    one, other = first.referentie, last.referentie
    if one.soort is not Soort.KAMERSTUK or one.volledig_dossier != other.volledig_dossier:
        return 0
    before, after = one.nummer or "", other.nummer or ""
    return int(after) - int(before) if before.isdecimal() and after.isdecimal() else 0
