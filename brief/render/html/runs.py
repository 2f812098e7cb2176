"""A run of text as HTML: its marks as elements, and a link only where it leads to the web or to mail."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from brief.text import Style

if TYPE_CHECKING:
    from brief.text import Run

_TAGS = ((Style.BOLD, "strong"), (Style.ITALIC, "em"), (Style.SUPERSCRIPT, "sup"), (Style.SUBSCRIPT, "sub"))
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def run_html(run: Run, attributes: str = "") -> str:
    """Give a run with its marks; `attributes` are those of a link besides its address, with a space before them."""
    text = escape(run.text).replace("\n", "<br>")
    for style, tag in _TAGS:
        if run.style & style:
            text = f"<{tag}>{text}</{tag}>"
    if run.link and _SAFE_LINK.match(run.link):
        return f'<a href="{escape(run.link)}"{attributes}>{text}</a>'
    return text
