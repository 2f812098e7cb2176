"""Tell by the words around a number that stands alone whether it is of a paper, or of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import LOWER_WORD, NOT_COUNTED
from brief.kamerstuk.grammar.words import (
    ACTS,
    ANNEX_OF,
    AT_ANOTHER_TIME,
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
    from collections.abc import Sequence

    from brief.kamerstuk.grammar.numbers import Number
    from brief.kamerstuk.model import Verwijzing

_BEFORE = 60
# a line of a note that begins with the number: 2 Nr. 268
_NOTE_BEFORE = compile_later(r"\n(?:\[?[0-9]{1,3}[.):\]]?|\[\^[0-9]{1,3}\]:)[ \u00a0\t]$")
# staat onder nr. 3 Groningen: a row that is called so
_ROW = compile_later(r"\s[A-Z][a-z]{2,}")
# (nr. 905) · met nr. 1168 · ligt er een nr. 268: no noun stands directly before the number
_FREE = compile_later(
    r"(?:[(\[\u2013]\s?|[,;:]\s|(?<![\w])(?:[Mm]et|een|het|de|om|is|[Ii]n|[Oo]p|[Uu]it|[Vv]an|[Bb]ij|[Oo]nder|[Aa]ls|[Oo]ok|[Zz]ie|en|of"
    r"|heeft|kreeg|krijgt|draagt|betreft|noemt|bevat|namelijk|[Zz]owel|noch|alleen|vooral|inmiddels|tevens|daarbij|daarna|nog|staat|volgde?"
    r"|[Dd]oor|[Nn]aar|[Oo]ver|[Vv]ia|[Vv]olgens|juist|meteen|samen\smet)\s(?:het\s|de\s|een\s)?)$"
)
# 36 600 VII (nr. 12) en XXII (nr. 31): a chapter between the two
_CHAPTER = compile_later(r"(?<![\w])[IVX]{1,6}[AB]?(?![\w])")
# Within this distance of a number of the same dossier; and from here on by itself
_NEAR = 60
_LOWEST_NEAR = 10
_LOWEST_BY_ITSELF = 100
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
    is_free = (
        text[begin : begin + 4].lower() == "stuk"
        or _NOTE_BEFORE.search(text, floor, begin)
        or any(words.search(text, floor, begin) for words in (ANNEX_OF, DATED, AT_ANOTHER_TIME))
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


def stands_free(text: str, floor: int, begin: int) -> bool:
    """Tell whether no noun stands directly before a number, as in `toestel nr. 12`, that could claim it."""
    return begin == floor or _FREE.search(text, max(floor, begin - _BEFORE), begin) is not None


def fits(text: str, anchor: Verwijzing, begin: int, numbers: Sequence[Number]) -> bool:
    """Tell whether a number that no word claims lies near the one before it: `34 682, nr. 92 … (nr. 105)`."""
    if not stands_free(text, anchor.eind, begin):
        return False
    if _CHAPTER.search(text, anchor.eind, begin) or not all(number.nummer.isdecimal() for number in numbers):
        return False
    first, known = int(numbers[0].nummer), anchor.referentie.nummer
    is_near = known is not None and known.isdecimal() and abs(first - int(known)) <= _NEAR
    return first >= _LOWEST_BY_ITSELF or (is_near and first >= _LOWEST_NEAR)


def _opens_sentence(text: str, floor: int, begin: int, end: int) -> re.Match[str] | None:
    """Tell `Nr. 1240 bevat de planning`: a sentence that begins with the number, and goes on with what it does."""
    is_first = text[begin] in "Nn" and not text[max(floor, begin - 2) : begin].strip(" \n\u00a0.*-\u2022")
    return (LOWER_WORD.match(text, end) or NOT_COUNTED.match(text, end)) if is_first else None
