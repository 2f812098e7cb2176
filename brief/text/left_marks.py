"""What a converter left of a bullet: a lone letter or sign before a text, the Ø of a Wingdings arrow.

Without its font it is only a letter, and nobody can say for certain that it is none of the text. It stays, and is
reported.
"""

from __future__ import annotations

from brief.text.invisible import visible

_OF_TEXT = frozenset("\"'“”‘’„‚`´([{<€$£¥%‰&/\\…=+#@^~_|")
"""Signs that may stand alone before a word and be of the text."""
_WORDS = frozenset("uaeiyàáèéêô")
"""Letters that are a word, or half of one; before a capital even these are none: `u De provincie`."""


def left_mark(text: str) -> str:
    """Give the first lone letter or sign that a line of a text begins with, and that is no word; empty if none does."""
    return next(filter(None, map(_of_line, text.split("\n"))), "")


def _of_line(line: str) -> str:
    first, _, rest = visible(line).lstrip().replace("\u00a0", " ").replace("\t", " ").partition(" ")
    following = rest.lstrip()[:1]
    if len(first) != 1 or not following.isalpha():
        return ""
    if not first.isalpha():
        return "" if first.isdigit() or first in _OF_TEXT else first
    if first.isascii() and first.isupper():  # `A De provincie`: a letter that counts
        return ""
    return "" if first in _WORDS and not following.isupper() else first
