"""Bookmarks that brief itself made: they come along when a template is made of a finished document.

There they would say of the template's text that it is an afspraak or a paragraph of the letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.bookmarked import is_trace
from brief.word.opc.names import w

if TYPE_CHECKING:
    from lxml import etree


def take_out_own_marks(tree: etree._Element) -> None:
    """Take the bookmarks of another document out of a part."""
    ours: set[str | None] = set()
    for mark in list(tree.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        if mark.tag == w("bookmarkStart") and is_trace(str(mark.get(w("name"), ""))):
            ours.add(mark.get(w("id")))
        elif mark.tag == w("bookmarkStart") or mark.get(w("id")) not in ours:
            continue
        else:
            ours.discard(mark.get(w("id")))
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
