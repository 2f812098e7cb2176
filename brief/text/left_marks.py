"""What a converter left of a bullet: a lone letter or sign before a text, the Ø of a Wingdings arrow.

Without its font it is only a letter, and nobody can say for certain that it is none of the text. It stays, and is
reported.
"""

from __future__ import annotations

import unicodedata

from brief.text.invisible import visible

_OF_TEXT = frozenset("\"'“”‘’„‚`´([{<€$£¥%‰&/\\…=+#@^~_|")
"""Signs that may stand alone before a word and be of the text."""
_WORDS = frozenset("uaeiyàáèéêô")
"""Letters that are a word, or half of one; before a capital even these are none: `u De provincie`."""

BULLET_LETTERS = "ØÜŸüûýþðª"
"""Letters under which the signs of Wingdings lie, and that are no word by themselves."""
_GLUED = f"{BULLET_LETTERS}lnqvw"
"""Such letters that are no part of a word either, glued before its capital."""


def left_mark(text: str) -> str:
    """Give the first lone letter or sign that a line of a text begins with, and that is no word; empty if none does."""
    return next(filter(None, map(_of_line, text.split("\n"))), "")


def _of_line(line: str) -> str:
    first, rest = [*visible(line).split(maxsplit=1), "", ""][:2]
    following = rest[:1]
    if _is_glued(first):
        return first[0]
    if len(first) != 1 or not following.isalpha():
        return ""
    if not first.isalpha():
        return "" if first.isdigit() or first in _OF_TEXT else first
    if first.isascii() and first.isupper():  # `A De provincie`: a letter that counts
        return ""
    return "" if first in _WORDS and not following.isupper() else first


def _is_glued(word: str) -> bool:
    """Tell whether a word begins with such a letter, or with a sign that is drawn: `ØRijk`, `✔Rijk`."""
    drawn = word[:1] in _GLUED or unicodedata.category(word[:1] or " ") in {"So", "Co"}
    return drawn and word[1:2].isupper() and word[2:3].islower()
