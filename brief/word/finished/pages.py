"""Put page numbers that a real layout gave into a finished document: in its contents, fields and number of pages.

The numbers are the stored results of fields, so that they are right in Word, in a viewer and in print without a key
being pressed, and Word can still compute them anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.finished.parts import MAIN, Parts, fields
from brief.word.opc.names import W, w
from brief.word.template.fields import PAGE_REFERENCE, counts_for_itself
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


def page_references(docx: bytes) -> tuple[str, ...]:
    """Name the bookmarks of which a field of the document shows the page: `PAGEREF bijlage`."""
    parts = Parts(docx)
    instructions = [instruction for name in parts.texts() for instruction, _ in fields(parts.tree(name))]
    named = dict.fromkeys(found[1] for each in instructions if (found := PAGE_REFERENCE.fullmatch(each)))
    marks = {str(mark.get(w("name"))) for name in parts.texts() for mark in parts.tree(name).iter(w("bookmarkStart"))}
    return tuple(name for name in named if name in marks)


def has_own_numbers(docx: bytes) -> bool:
    """Tell whether a page may have another number than its place in the document: a section that counts for itself."""
    return counts_for_itself(Parts(docx).tree(MAIN))


class Pages(Struct, frozen=True):
    """The pages that a layout gave, from 1: of bookmarks at headings, of those a field refers to, and how many."""

    headings: Mapping[str, int]
    references: Mapping[str, int]
    total: int | None


def with_pages(docx: bytes, pages: Pages) -> bytes:
    """Put the page of each heading behind its link in the contents, and numbers where a field asks for them."""
    parts = Parts(docx)
    for link in list(parts.tree(MAIN).iter(w("hyperlink"))):
        page = pages.headings.get(str(link.get(w("anchor"))))
        if page is not None:
            _put_page(link, str(link.get(w("anchor"))), page)
    for name in parts.texts():
        for instruction, shown in fields(parts.tree(name)):
            asked = PAGE_REFERENCE.fullmatch(instruction)
            page = pages.references.get(asked[1]) if asked else pages.total if _is_total(instruction) else None
            for number, element in enumerate(shown if page is not None else ()):
                element.text = str(page) if number == 0 else ""
    return parts.to_bytes()


def _is_total(instruction: str) -> bool:
    return instruction.split()[:1] == ["NUMPAGES"]


def with_pages_of(docx: bytes, other: bytes) -> bytes:
    """Give a document with the numbers in its fields that another one made of the same template has."""
    parts = Parts(other)
    references: dict[str, int] = {}
    total = None
    for name in parts.texts():
        for instruction, shown in fields(parts.tree(name)):
            said = "".join(element.text or "" for element in shown)
            if not said.isdecimal():
                continue
            if asked := PAGE_REFERENCE.fullmatch(instruction):
                references[asked[1]] = int(said)
            elif _is_total(instruction):
                total = int(said)
    return with_pages(docx, Pages({}, references, total))


def _put_page(link: etree._Element, bookmark: str, page: int) -> None:
    """Write a tab and the page in the link itself, so that the whole line leads to the heading."""
    number = field(f"PAGEREF {bookmark}", str(page))
    runs = f"<w:r><w:tab/></w:r>{number}"
    for element in etree.fromstring(f'<w:p xmlns:w="{W}">{runs}</w:p>'):
        link.append(element)
