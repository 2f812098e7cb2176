"""Texts so simple that they need no parsing: one sentence without mark-up, as most are."""

from __future__ import annotations

import re

from brief.text.invisible import WITHOUT_WIDTH
from brief.text.leftover import STRAY, is_unread_at
from brief.text.pasted import is_pasted
from brief.text.scripts import odd_word

# what makes a text more than one plain sentence: a second line, a special character, or `a. ` and `ii) ` at its start
_MARK = re.compile(rf"[\n\r\x0b\\*_\[\]<&@`${{{STRAY}{WITHOUT_WIDTH}]")
RAISED = re.compile(r"[~^]")
_CAPTION = "Table:"
_LETTERED = re.compile(r"(?:[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{2,6})[.)](?:[ \t]|$)")


def only_sentence(text: str) -> str | None:
    """Give the text when it is one line without mark-up but `CO~2~`, as most are; None when it needs more care."""
    line = text.strip(" \t\n")
    if not line[:1].isalpha() or "|" in line or not _is_almost_plain(line) or _LETTERED.match(line):
        return None
    has_more = "~~" in line or any(is_unread_at(line, sign.start()) for sign in RAISED.finditer(line))
    return None if has_more else line


def is_plain(text: str) -> bool:
    """Tell whether a text holds no mark-up at all."""
    return RAISED.search(text) is None and _is_almost_plain(text)


def _is_almost_plain(text: str) -> bool:
    """Tell whether a text holds no mark-up, but for what is raised or lowered."""
    if _MARK.search(text) is not None or text.startswith(_CAPTION) or odd_word(text) or is_pasted(text):
        return False
    return "==" not in text and "++" not in text and ":::" not in text and "%%" not in text
