"""Read a tag as its writer typed it: Word makes curly quotes and hard spaces of what people type.

Between quotes every sign is meant; there, what docxtpl or XML would change is written as a code that Jinja undoes.
"""

from __future__ import annotations

import re

_QUOTES = {**dict.fromkeys('"“”„‟', '"'), **dict.fromkeys("'‘’‚‛", "'")}
_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None)
)
"""White space that is not a plain space, and signs that no one sees."""
_CHANGED = re.compile(r"[^\x20-\x7e]|[&<>%{}#]")


def as_typed(source: str) -> str:
    """Give a tag with straight quotes and plain spaces; what stands between quotes keeps its meaning."""
    pieces: list[str] = []
    rest, quote = [], ""
    for character in source:
        straight = _QUOTES.get(character)
        if straight is None or (quote and straight != quote):
            rest.append(character)
            continue
        text = "".join(rest)
        pieces.append(f"{_CHANGED.sub(_code, text)}{quote}" if quote else f"{text.translate(_SPACES)}{straight}")
        rest, quote = [], "" if quote else straight
    return "".join(pieces) + "".join(rest).translate(_SPACES)


def _code(found: re.Match[str]) -> str:
    return f"\\U{ord(found[0]):08x}"
