"""Report the number of a motie or an amendement where no dossier is near: `de motie staat op nr. 14`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import NUMBER, NUMBER_WORD
from brief.kamerstuk.grammar.words import OF_A_BODY, OTHER_AFTER
from brief.text.later import compile_later
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.kamerstuk.model import Verwijzing

_BEFORE = 70
# So near a reference other readers look at the number
_NEAR = 400
# nr. 63 gedrukt. Het dossier is 36 512: other readers look for a number in the sentence of its dossier
_NEXT_SENTENCE = compile_later(r"[a-z0-9)][.!?]\s+(?=[A-Z])|\n")
# (stuk nr. 10) · op stuk nr. 10: how a Chamber names a motie or an amendement
_PAPER = compile_later(
    r"(?:\(|(?<![\w])op\s)stuk\s$|(?<![\w-])(?:[Mm]oties?|[Aa]mendement(?:en)?)(?:-[A-Z][\w/-]{1,30})?(?![\w])(?:\sc\.s\.)?[^.;:()\n0-9]{0,40}\(?$"
)


def without_dossier(text: str, found: Sequence[Verwijzing]) -> Iterator[tuple[int, int]]:
    """Give (begin, end) of each such paper with its number; `found` is in the order of places."""
    for place in occurrences(text, "nr"):
        before = text[max(0, place - _BEFORE) : place]
        if (
            ("otie" not in before and "mendement" not in before and "stuk" not in before)
            or before[-1:].isalnum()
            or _is_near(text, found, place)
        ):
            continue
        paper = _PAPER.search(text, max(0, place - _BEFORE), place)
        word = NUMBER_WORD.match(text, place) if paper else None
        number = NUMBER.match(text, word.end()) if word else None
        if paper is None or number is None or _is_of_a_body(text, paper.start(), place):
            continue
        if OTHER_AFTER.match(text, number.end()) is None:
            yield paper.start(), number.end()


def _is_of_a_body(text: str, begin: int, end: int) -> bool:
    """Tell whether the sentence up to the number names another body than the Kamer: op het VNG-congres werd motie."""
    return OF_A_BODY.search(text[max(0, begin - _BEFORE) : end].rpartition(". ")[2]) is not None


def _is_near(text: str, found: Sequence[Verwijzing], place: int) -> bool:
    """Tell whether a reference stands near before the number, or behind it in its own sentence."""
    index = bisect_left(found, place, key=lambda each: each.begin)
    if index and found[index - 1].eind + _NEAR > place:
        return True
    behind = found[index].begin if index < len(found) else place + _NEAR
    return behind - _NEAR < place and _NEXT_SENTENCE.search(text, place, behind) is None
