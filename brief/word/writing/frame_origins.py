"""Mark where the text of a filled frame comes from: the value of a field, or the template itself."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from lxml import etree

from brief.text.origin import Bron, Origin
from brief.word.opc.names import W, w
from brief.word.template.values import FIELD_END, FIELD_START
from brief.word.writing.frame import split_run

if TYPE_CHECKING:
    from brief.word.writing.bookmarks import Bookmarks

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def mark_origins(root: etree._Element, bookmarks: Bookmarks | None) -> None:
    """Put bookmarks around the values of fields in a part, and around each other paragraph with text.

    Without `bookmarks` the marks of the filling are only taken out: a program that reads notes drops bookmarks there.
    A second form of the same text (for programs that know no text boxes) is left as it is.
    """
    fields = _mark_fields(root, bookmarks)
    if bookmarks is None:
        return
    for paragraph in root.iter(w("p")):
        text = "".join(piece.text or "" for piece in paragraph.iter(w("t")) if _holder(piece) is paragraph)
        if text.strip() and paragraph not in fields and not _is_fallback(paragraph):
            key = f"{zlib.crc32(' '.join(text.split()).encode()):08x}"
            _around(paragraph, *bookmarks.mark(Origin(Bron.SJABLOON, key)))


def _mark_fields(root: etree._Element, bookmarks: Bookmarks | None) -> set[etree._Element]:
    """Put a bookmark around each value; give the paragraphs that hold one."""
    found: set[etree._Element] = set()
    closing = ""
    for mark in list(root.iter(FIELD_START, FIELD_END)):
        if bookmarks is None or _is_fallback(mark):
            split_run(mark, "")
            continue
        found.add(_holder(mark))
        if mark.tag == FIELD_START:
            opening, closing = bookmarks.mark(Origin(Bron.VELD, mark.get("naam", "")))
            split_run(mark, opening)
        else:
            split_run(mark, closing)
    return found


def _holder(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(w("p")), element)


def _is_fallback(element: etree._Element) -> bool:
    return next(element.iterancestors(_FALLBACK), None) is not None


def _around(paragraph: etree._Element, opening: str, closing: str) -> None:
    start, end = etree.fromstring(f'<w:x xmlns:w="{W}">{opening}{closing}</w:x>')
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph.insert(0, start)
    paragraph.append(end)
