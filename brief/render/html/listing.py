"""Lists as HTML lists: an item within the item above it, with the number that the text gives it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.text import ListItem

_NUMBER = re.compile(r"(\d+|[A-Za-z]+)")


class Lists:
    """Writes items one after the other, and opens and closes the lists around them; `plain` lists have no bullets."""

    def __init__(self, *, plain: bool = False) -> None:
        self._open: list[str] = []
        self._class = ' class="kaal"' if plain else ""

    def item(self, item: ListItem, text: str) -> str:
        """Write the begin of an item; it stays open for what belongs in it."""
        tag = "ol" if item.ordered else "ul"
        depth = item.level + 1
        out = self._close(depth)
        if len(self._open) == depth and self._open[-1] != tag:
            out += self._close(depth - 1)
        elif len(self._open) == depth:
            out += "</li>\n"
        while len(self._open) < depth:
            is_last = len(self._open) == depth - 1
            out += f"<{tag}{self._class}>" if is_last else f"<{tag}{self._class}><li>"
            self._open.append(tag)
        return f"{out}<li{_marker(item)}>{text}"

    def continued(self, level: int, text: str) -> str:
        """Write a paragraph that belongs to the item of this depth."""
        return self._close(level) + text

    def end(self) -> str:
        """Close all lists."""
        return self._close(0)

    def _close(self, depth: int) -> str:
        out = ""
        while len(self._open) > depth:
            out += f"</li></{self._open.pop()}>"
        return out


def _marker(item: ListItem) -> str:
    """Give the attributes that make a browser show the marker as it stands in the text: `2)`, `b.`, `iv.`."""
    if not item.ordered:
        return ""
    found = _NUMBER.search(item.marker)
    value = f' value="{found[1]}"' if found and found[1].isdecimal() else ""
    shown = escape(item.marker.replace("\\", "").replace("'", ""))
    return f"{value} style=\"list-style-type: '{shown} '\""
