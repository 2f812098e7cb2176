"""White space between blocks, derived from the template's own styles.

A style says how far its paragraphs stand apart. Where blocks of different kinds meet that is not enough: the last item
of a list stands as far from the text after it as paragraphs stand from each other, a lead-in stands close to its list,
and a table, which has no white space of its own, gets it from the block that follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text.document import Role
from brief.text.model import ListItem, Paragraph, Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from brief.text.document import Element
    from brief.word.template.styles import StyleIds, StyleSheet

_FIRST = ("1.", "1)", "a.", "a)", "i.", "i)", "A.", "A)", "I.", "I)")
"""Markers with which a list begins anew."""
_LED_IN = (ListItem, Table)


class Rhythm:
    """Knows the white space of a template; all in twips."""

    def __init__(self, sheet: StyleSheet, styles: StyleIds) -> None:
        self._sheet = sheet
        self._between = sheet.spacing(styles.body, "after")
        self._in_list = sheet.spacing(styles.bullets[0], "after")

    def before(self, style: str | None, after: str) -> str:
        """Give the `w:spacing` for a paragraph in this style that follows a table; `after` is what that method gave."""
        space = f'<w:spacing w:before="{self._sheet.spacing(style, "before") + self._between}"'
        return after.replace("<w:spacing", space, 1) if after else f"{space}/>"

    def after(self, element: Element, following: Element | None) -> str:
        """Give the `w:spacing` that sets off this block from the next, empty when its style will do."""
        if _in_list(element):
            space = self._between // 2 if following is not None and following.role is Role.VERWIJZING else self._between
            return f'<w:spacing w:after="{space}"/>' if _ends_list(element, following) else ""
        is_list = following is not None and isinstance(following.block, ListItem)
        return f'<w:spacing w:after="{self._in_list}"/>' if is_list and is_lead_in(element, following) else ""


def is_lead_in(element: Element, following: Element | None) -> bool:
    """Tell whether a paragraph announces the list or table after it: `Rijk en regio spreken af:`."""
    if following is None or not isinstance(element.block, Paragraph) or not isinstance(following.block, _LED_IN):
        return False
    return plain_spans(element.block.spans[-1:]).rstrip().endswith((":", ";"))


def keeps_with(element: Element, following: Element) -> bool:
    """Tell whether a block may not be parted from the next by a page: a lead-in, or a text and its reference."""
    return following.role is Role.VERWIJZING or is_lead_in(element, following)


def _in_list(element: Element) -> bool:
    block = element.block
    return isinstance(block, ListItem) or (isinstance(block, Paragraph) and block.level > 0)


def _ends_list(element: Element, following: Element | None) -> bool:
    """Tell whether a list ends here: by other text, by numbers that begin anew, by numbers after bullets or back."""
    if following is None or not _in_list(following):
        return following is not None
    block, before = following.block, element.block
    if not isinstance(block, ListItem) or block.level:
        return False
    other_kind = isinstance(before, ListItem) and before.level == 0 and before.ordered != block.ordered
    return other_kind or block.marker in _FIRST
