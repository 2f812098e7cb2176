"""See a number that stands among others alike, where no word is near: a column or a row of them holds no reference.

Every reader would say the same of it, but only after looking for its own words before and behind each number.
"""

from __future__ import annotations

from brief.text.later import compile_later

_LOOK_BACK = 120
# 36410 · 36410, 12,: a number of one to four digits may stand behind it
_NUMBER = r"[1-9][0-9](?:[ \u00a0]|\.)?[0-9]{3}(?:,[ \u00a0]?[1-9][0-9]{0,3}(?=,))?"
_BETWEEN = r"(?:[ \u00a0]?[,;|\t\n][ \u00a0\n]?|[ \u00a0](?:en[ \u00a0])?)"
# More of them than the readers take together as the dossiers of one paper, and nothing but signs or "en" between
_ROW = compile_later(rf"{_NUMBER}(?:{_BETWEEN}{_NUMBER}){{6}}(?![0-9])")
# Any letter but those of " en "
_LETTER = compile_later(r"[^\W\d_en]|(?<![ \u00a0])e|e(?!n[ \u00a0])|(?<![ \u00a0]e)n|n(?![ \u00a0])")


def is_among_numbers(text: str, begin: int) -> bool:
    """Tell whether the number at `begin` has only numbers alike behind it, and no letter close before it."""
    if text[begin - 1 : begin] in {"(", "["} or _ROW.match(text, begin) is None:
        return False
    return begin >= _LOOK_BACK and _LETTER.search(text, begin - _LOOK_BACK, begin) is None
