"""Tell by the words around a number that stands alone whether it is of a paper, or of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import LOWER_WORD, NOT_COUNTED
from brief.kamerstuk.grammar.words import (
    ACTS,
    ANNEX_OF,
    DATED,
    GIVEN,
    GOES_ON,
    NAMES,
    OF_A_BODY,
    OF_SAME,
    OTHER_AFTER,
    PAPER_BEFORE,
    POINTS_AT,
    SAME_DOSSIER,
    is_claimed,
)
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re

_BEFORE = 60
# a line of a note that begins with the number: 2 Nr. 268
_NOTE_BEFORE = compile_later(r"\n(?:\[?[0-9]{1,3}[.):\]]?|\[\^[0-9]{1,3}\]:)[ \u00a0\t]$")
# staat onder nr. 3 Groningen: a row that is called so
_ROW = compile_later(r"\s[A-Z][a-z]{2,}")
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
    if OTHER_AFTER.match(text, end):
        return True
    is_free = _NOTE_BEFORE.search(text, floor, begin) or any(
        words.search(text, floor, begin) for words in (ANNEX_OF, DATED)
    )
    return not is_free and is_claimed(text, floor, begin)


def says_paper(text: str, floor: int, begin: int, end: int, *, is_next: bool) -> bool:
    """Tell whether the words around a number say that it is a paper's."""
    if SAME_DOSSIER.match(text, end) or ACTS.match(text, end) or text[begin] not in "nN":
        return True
    near = max(floor, begin - _BEFORE)
    if any(words.search(text, near, begin) for words in (PAPER_BEFORE, OF_SAME, _NOTE_BEFORE)):
        return True
    if _ROW.match(text, end):
        return False
    if POINTS_AT.search(text, near, begin):
        return True
    if not is_next and GOES_ON.search(text, near, begin):
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
