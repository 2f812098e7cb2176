"""Characters that XML or Word treats apart: escaped, turned into Word's own marks, or taken out and reported."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2), in any form."""

_MARK = re.compile("(\r\n|[\r\n\t\xad\u2011])")
_MARKS = {
    "\r\n": "<w:br/>",
    "\r": "<w:br/>",
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\xad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
"""What Word has an element for; many a font has no glyph for the fixed hyphen, which Word draws as a hyphen."""


def forbidden(text: str) -> tuple[str, ...]:
    """List the characters of a text that XML cannot hold, each once, in order of appearance."""
    return tuple(dict.fromkeys(_FORBIDDEN.findall(text)))


def without_forbidden(text: str) -> str:
    """Give the text without what XML cannot hold."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """Escape a text for element content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape a text for an attribute in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def run_content(text: str) -> str:
    """Write a text as the content of a `w:r`: `w:t`, with breaks, tabs and special hyphens as Word's own elements."""
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or "\u2011" in text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(map(_piece, _MARK.split(_FORBIDDEN.sub("", text))))


def _piece(piece: str) -> str:
    mark = _MARKS.get(piece)
    if mark is not None:
        return mark
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
