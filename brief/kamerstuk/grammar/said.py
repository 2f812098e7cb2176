"""Tell by the words around a number that stands alone whether it is of a paper, or of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import LOWER_WORD, NOT_COUNTED
from brief.kamerstuk.grammar.words import (
    ACTS,
    GIVEN,
    NAMES,
    OF_A_BODY,
    OTHER_AFTER,
    OTHER_BEFORE,
    PAPER_BEFORE,
    POINTS_AT,
    SAME_DOSSIER,
)

if TYPE_CHECKING:
    import re

_BEFORE = 60
# daarvan alleen nr. 2: words that give a number, however small, in a later sentence too
_GIVEN_LATER = ("daarvan", "zie", "dat is", "is dat", "is dit")


def is_other(text: str, floor: int, begin: int, end: int) -> bool:
    """Tell a number of something else by the words around it."""
    if SAME_DOSSIER.match(text, end):
        return False
    floor = max(floor, begin - _BEFORE)
    paper = PAPER_BEFORE.search(text, floor, begin)
    if paper and OF_A_BODY.search(paper["tussen"]):
        return True
    is_claimed = OTHER_BEFORE.search(text, paper.start("tussen") if paper else floor, begin)
    return is_claimed is not None or OTHER_AFTER.match(text, end) is not None


def says_paper(text: str, floor: int, begin: int, end: int, *, is_next: bool) -> bool:
    """Tell whether the words around a number say that it is a paper's."""
    if SAME_DOSSIER.match(text, end) or text[begin] in "sS":
        return True
    if PAPER_BEFORE.search(text, max(floor, begin - _BEFORE), begin):
        return True
    near = max(floor, begin - _BEFORE)
    if ACTS.match(text, end) or POINTS_AT.search(text, near, begin):
        return True
    given = GIVEN.search(text, near, begin)
    is_one = given or NAMES.search(text, near, begin) or _opens_sentence(text, floor, begin, end)
    if given and given.group().lower().startswith(_GIVEN_LATER):
        return True
    return is_one is not None and (not is_next or end - begin > len("nr. 9"))


def _opens_sentence(text: str, floor: int, begin: int, end: int) -> re.Match[str] | None:
    """Tell `Nr. 1240 bevat de planning`: a sentence that begins with the number, and goes on with what it does."""
    is_first = text[begin] in "Nn" and not text[max(floor, begin - 2) : begin].strip(" \n\u00a0.*-\u2022")
    return (LOWER_WORD.match(text, end) or NOT_COUNTED.match(text, end)) if is_first else None
