"""Words that went and came, marked in a text of a page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.text.words import Difference

_TAGS = {"-": "del", "+": "ins"}


def marked_words(words: Iterable[Difference], ops: str = "-+") -> str:
    """Give the text with what went and came in `del` and `ins`; of those only what `ops` names."""
    return "".join(
        escape(text) if op == "=" else f"<{_TAGS[op]}>{escape(text)}</{_TAGS[op]}>"
        for op, text in words
        if op == "=" or op in ops
    )
