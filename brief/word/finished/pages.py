"""Put page numbers that a real layout gave into a finished document: in its contents and as its number of pages.

The numbers are the stored results of fields, so that they are right in Word, in a viewer and in print without a key
being pressed, and Word can still compute them anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.word.finished.parts import MAIN, Parts, fields
from brief.word.opc.names import W, w
from brief.word.writing.fields import field

if TYPE_CHECKING:
    from collections.abc import Mapping

_OUTLINE = "word/styles.xml"


def headings(docx: bytes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each heading of the body in order: its words, and the names of the bookmarks in it."""
    parts = Parts(docx)
    levels = heading_styles(parts)
    found = []
    for paragraph in parts.tree(MAIN).iter(w("p")):
        if style_of(paragraph) in levels:
            words = "".join(each.text or "" for each in paragraph.iter(w("t")))
            names = tuple(str(each.get(w("name"))) for each in paragraph.iter(w("bookmarkStart")))
            found.append((" ".join(words.split()), names))
    return tuple(found)


def heading_styles(parts: Parts) -> dict[str, int]:
    """Give the level of each style that makes a heading, from 1."""
    found = {}
    for style in parts.tree(_OUTLINE).iter(w("style")):
        name = style.find(w("name"))
        words = "" if name is None else str(name.get(w("val"))).lower()
        if words.startswith("heading ") and words[8:].isdecimal():
            found[str(style.get(w("styleId")))] = int(words[8:])
    return found


def style_of(paragraph: etree._Element) -> str | None:
    """Give the id of the style of a paragraph."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return None if style is None else style.get(w("val"))


def with_pages(docx: bytes, pages: Mapping[str, int], total: int) -> bytes:
    """Put the page of each bookmark behind its link in the contents, and the number of pages where it is asked for."""
    parts = Parts(docx)
    for link in list(parts.tree(MAIN).iter(w("hyperlink"))):
        page = pages.get(str(link.get(w("anchor"))))
        if page is not None:
            _put_page(link, str(link.get(w("anchor"))), page)
    for name in parts.texts():
        for instruction, shown in fields(parts.tree(name)):
            if instruction.split()[:1] == ["NUMPAGES"]:
                for number, element in enumerate(shown):
                    element.text = str(total) if number == 0 else ""
    return parts.to_bytes()


def _put_page(link: etree._Element, bookmark: str, page: int) -> None:
    """Write a tab and the page in the link itself, so that the whole line leads to the heading."""
    number = field(f"PAGEREF {bookmark}", str(page))
    runs = f"<w:r><w:tab/></w:r>{number}"
    for element in etree.fromstring(f'<w:p xmlns:w="{W}">{runs}</w:p>'):
        link.append(element)
