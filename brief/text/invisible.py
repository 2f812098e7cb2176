"""Characters that are never shown: a soft hyphen, a mark of direction, a space without width.

They stay in a text, and count for nothing where a text is recognised by its words.
"""

from __future__ import annotations

import re

# Default_Ignorable_Code_Point of the Unicode Character Database
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

WITHOUT_WIDTH = "\u200b\u200c\u200e\u200f\u2060\ufeff"
"""What a page of the web or an e-mail leaves in a text, and nobody types: a word with one looks as it should, and is
not found. A soft hyphen is meant, and so is what makes one sign of two."""
_WITHOUT_WIDTH = re.compile(f"[{WITHOUT_WIDTH}]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Give the text without the characters that are never shown."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def place_in(text: str, count: int) -> int:
    """Give where in a text its first `count` visible characters end."""
    if text.isascii():
        return min(count, len(text))
    for place, char in enumerate(text):
        if not count:
            return place
        count -= not _INVISIBLE.match(char)
    return len(text)


def unprintable(text: str) -> str:
    """Give the first character that Word has no sign for (a tab and a line end have one); empty if there is none."""
    found = None if text.isprintable() else _UNPRINTABLE.search(text)
    return found[0] if found else ""


def unseen(text: str) -> str:
    """Give the first character without width that nobody types; empty if there is none."""
    found = None if text.isascii() else _WITHOUT_WIDTH.search(text)
    return found[0] if found else ""
