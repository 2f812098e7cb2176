"""Read a PDF as a reader and as a screen reader meet it: its outline with pages, and its tags in reading order."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator


_HYPHEN = {2: "-", 0xFFFE: "-"}
"""How PDFium gives a hyphen at the end of a line, which it takes for one that the layout put there."""

_INLINE = {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Code"}
"""Tags within a paragraph (ISO 32000-1, 14.8.4.4)."""


class Tagged(Struct, frozen=True):
    """A stretch of text in the reading order: the names of the tags around it, outermost first, and its page from 1.

    `block` tells apart the paragraphs, headings and cells of a page: it is the way through the tree to the nearest one.
    `shift` is how far the text is raised, as the tags say (below 0 it is lowered); `size` is the size of its letters
    and `left` where it begins, in points.
    """

    tags: tuple[str, ...]
    text: str
    page: int
    block: tuple[int, ...] = ()
    shift: float = 0.0
    size: float = 0.0
    left: float = 0.0


class Outline(Struct, frozen=True):
    """A line of the outline of a PDF (its bookmarks): level from 0, words, page from 1."""

    level: int
    words: str
    page: int


def read_outline(data: bytes) -> tuple[tuple[Outline, ...], int]:
    """Give the outline of a PDF and its number of pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        lines = []
        for each in document.get_toc(max_depth=9):
            target = each.get_dest()
            page = None if target is None else target.get_index()
            lines.append(Outline(each.level, " ".join(each.get_title().split()), -1 if page is None else page + 1))
        return tuple(lines), len(document)
    finally:
        document.close()


def read_destinations(data: bytes) -> dict[str, int]:
    """Give the page, from 1, of each named place in a PDF."""
    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(data)
    try:
        found: dict[str, int] = {}
        for index in range(raw.FPDF_CountNamedDests(document.raw)):
            size = ctypes.c_long(0)
            raw.FPDF_GetNamedDest(document.raw, index, None, size)
            buffer = ctypes.create_string_buffer(max(size.value, 0))
            place = raw.FPDF_GetNamedDest(document.raw, index, buffer, size)
            name = buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
            found[name] = raw.FPDFDest_GetDestPageIndex(document.raw, place) + 1
        return found
    finally:
        document.close()


def read_tags(data: bytes) -> tuple[Tagged, ...]:
    """Give the text of a tagged PDF in the order of its tags; what is no content (headers, footers) has none."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(each for number in range(len(document)) for each in _page(document[number], number + 1))
    finally:
        document.close()


def _page(page: Any, number: int) -> Iterator[Tagged]:
    import pypdfium2.raw as raw

    texts = _marked(page)
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
            yield from _element(child, _Way(steps=(index,)), texts, number)
    finally:
        raw.FPDF_StructTree_Close(tree)


class _Way(Struct, frozen=True):
    """The way through the tree of tags: names, positions, the positions of the nearest block, and what is raised."""

    tags: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    block: tuple[int, ...] = ()
    shift: float = 0.0

    def at(self, tag: str, shift: float) -> _Way:
        block = self.block if tag in _INLINE else self.steps
        return _Way((*self.tags, tag), self.steps, block, shift or self.shift)


class _Marked(Struct, frozen=True):
    """A piece of marked content: its text, the size of its letters and where it begins, in points."""

    text: str
    size: float
    left: float


def _element(element: Any, way: _Way, texts: dict[int, _Marked], page: int) -> Iterator[Tagged]:
    import pypdfium2.raw as raw

    tag = _wide(raw.FPDF_StructElement_GetType, element)
    here = way.at(tag, _shift(element) if tag in _INLINE else 0.0)
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _element(child, replace(here, steps=(*here.steps, index)), texts, page)
            continue
        marked = texts.get(raw.FPDF_StructElement_GetChildMarkedContentID(element, index))
        if marked is not None and marked.text:
            yield Tagged(here.tags, marked.text, page, here.block, here.shift, marked.size, marked.left)


def _shift(element: Any) -> float:
    """Give `BaselineShift` of a tag (ISO 32000-1, 14.8.5.4.4); 0 where it has none."""
    import pypdfium2.raw as raw

    found = ctypes.c_float()
    for index in range(raw.FPDF_StructElement_GetAttributeCount(element)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(element, index)
        value = raw.FPDF_StructElement_Attr_GetValue(attributes, b"BaselineShift")
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, found):
            return found.value
    return 0.0


def _marked(page: Any) -> dict[int, _Marked]:
    """Give each piece of marked content of a page, by its number."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    found: dict[int, _Marked] = {}
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        number = raw.FPDFPageObj_GetMarkedContentID(each.raw)
        if number >= 0:
            words = _wide(
                lambda obj, buffer, size: raw.FPDFTextObj_GetText(obj, text.raw, buffer, size), each.raw, True
            )
            before = found.get(number)
            found[number] = _first(each.raw, words) if before is None else replace(before, text=before.text + words)
    return found


def _first(piece: Any, words: str) -> _Marked:
    """Give the first text of a piece of marked content, with where it begins."""
    import pypdfium2.raw as raw

    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(piece, size)
    raw.FPDFPageObj_GetMatrix(piece, matrix)
    return _Marked(words, size.value, matrix.e)


def _wide(ask: Any, what: Any, typed: bool = False) -> str:
    """Read a text in UTF-16 from a function that first tells how long it is."""
    size = ask(what, None, 0)
    buffer = ctypes.create_string_buffer(size)
    target = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if typed else buffer
    ask(what, target, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0").translate(_HYPHEN)
