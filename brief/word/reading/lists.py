"""In which list a paragraph is, and where its left edge stands: its own say, that of its style, or that of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.word.reading.model import Number
    from brief.word.reading.styles import Look


def left_edge(own: Look | None, look: Look, number: Number | None) -> int:
    """Give the left edge of a paragraph: its own, else that of its list, else that of its style.

    A list that the style itself names is overruled by the style's own edge.
    """
    if own is not None and own.indent is not None:
        return own.indent
    if number is not None and (look.indent is None or (own is not None and own.num_id is not None)):
        return number.indent
    return look.indent or 0


def list_of(own: Look | None, look: Look, style_id: str) -> tuple[str, int | None, str] | None:
    """Say in which list a paragraph is, at which level, and by which style; None when it is in none."""
    num_id = own.num_id if own is not None and own.num_id is not None else None
    level = own.num_level if own is not None else None
    if num_id is None:
        num_id = look.num_id
        level = level if level is not None else look.num_level
    return None if num_id is None or num_id == "0" else (num_id, level, style_id)
