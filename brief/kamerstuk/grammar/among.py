"""See a number that stands among others alike, where no word is near: a column or a row of them holds no reference.

Every reader would say the same of it, but only after looking for its own words before and behind each number.
"""

from __future__ import annotations

from brief.text.later import compile_later

_LOOK_BACK = 120
_NUMBER = r"[1-9][0-9](?:[ \u00a0]|\.)?[0-9]{3}"
# More of them than the readers take together as the dossiers of one paper, and nothing but signs between
_ROW = compile_later(
    rf"{_NUMBER}(?:[ \u00a0]?[,;|\t\n][ \u00a0\n]?|[ \u00a0])(?:{_NUMBER}(?:[ \u00a0]?[,;|\t\n][ \u00a0\n]?"
    rf"|[ \u00a0])){{5}}{_NUMBER}(?![0-9])"
)
_LETTER = compile_later(r"[^\W\d_]")


def is_among_numbers(text: str, begin: int) -> bool:
    """Tell whether the number at `begin` has only numbers alike behind it, and no letter close before it."""
    if text[begin - 1 : begin] in {"(", "["} or _ROW.match(text, begin) is None:
        return False
    return begin >= _LOOK_BACK and _LETTER.search(text, begin - _LOOK_BACK, begin) is None
