"""The lines of an .odt (OASIS OpenDocument 1.3): paragraphs, lists by their nesting, notes, what is raised."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from brief.finishing.proof.lines import Kind, Line, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_ASIDE = (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_DRAW}frame")


def odt_lines(odt: bytes) -> tuple[Line, ...]:
    """Read the lines of the text, those of the contents left out."""
    with zipfile.ZipFile(io.BytesIO(odt)) as package:
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
        root = etree.fromstring(package.read("content.xml"), parser)
    body = next(root.iter(f"{_OFFICE}text"))
    reader = _Reader(_positions(root))
    return tuple(line for line in reader.blocks(body, 0) if line.text)


def _positions(root: etree._Element) -> dict[str, str]:
    """Give for each style of a stretch of text whether it raises (`^`) or lowers (`_`) it."""
    found = {}
    for style in root.iter(f"{_STYLE}style"):
        properties = style.find(f"{_STYLE}text-properties")
        position = "" if properties is None else str(properties.get(f"{_STYLE}text-position", ""))
        first = position.split(" ")[0]
        if first == "super" or (first.rstrip("%").isdigit() and first not in ("0%",)):
            found[str(style.get(f"{_STYLE}name"))] = "^"
        elif first == "sub" or first.startswith("-"):
            found[str(style.get(f"{_STYLE}name"))] = "_"
    return found


class _Reader:
    """Goes through the text in order; counts its paragraphs."""

    def __init__(self, positions: dict[str, str]) -> None:
        self._positions = positions
        self._count = 0

    def blocks(self, parent: etree._Element, depth: int, *, in_cell: bool = False) -> Iterator[Line]:
        is_first = True
        for element in parent.iterchildren(etree.Element):
            if element.tag == f"{_TEXT}list":
                for item in element.iterchildren(f"{_TEXT}list-item", f"{_TEXT}list-header"):
                    yield from self.blocks(item, depth + 1, in_cell=in_cell)
            elif element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(element, depth if is_first else 0, in_cell=in_cell)
                is_first = False
            elif element.tag == f"{_TABLE}table":
                for cell in element.iter(f"{_TABLE}table-cell"):
                    yield from self.blocks(cell, 0, in_cell=True)
            elif element.tag not in _ASIDE:
                yield from self.blocks(element, depth, in_cell=in_cell)

    def _paragraph(self, element: etree._Element, depth: int, *, in_cell: bool) -> Iterator[Line]:
        for frame in element.iter(f"{_DRAW}text-box"):
            yield from self.blocks(frame, 0)
        self._count += 1
        if str(element.get(f"{_TEXT}style-name", "")).startswith("Contents_20_"):
            return
        pieces = Pieces()
        self._inline(element, pieces, "")
        level = int(element.get(f"{_TEXT}outline-level", "0"))
        place = f"alinea {self._count}"
        if in_cell:
            yield Line(Kind.CEL, 0, pieces.text(), place)
        elif element.tag == f"{_TEXT}h":
            yield Line(Kind.KOP, level, pieces.text(), place)
        else:
            yield Line(Kind.PUNT if depth else Kind.ALINEA, depth, pieces.text(), place)

    def _inline(self, element: etree._Element, pieces: Pieces, mark: str) -> None:
        pieces.add(element.text or "", mark)
        for child in element.iterchildren(etree.Element):
            self._child(child, pieces, mark)
            pieces.add(child.tail or "", mark)

    def _child(self, child: etree._Element, pieces: Pieces, mark: str) -> None:
        if child.tag == f"{_TEXT}note":
            body = child.find(f"{_TEXT}note-body")
            texts = [] if body is None else [_words(each) for each in body]
            pieces.note(" ".join(texts))
        elif child.tag == f"{_TEXT}s":
            pieces.add(" " * int(child.get(f"{_TEXT}c", "1")), mark)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            pieces.add(" ", mark)
        elif child.tag not in _ASIDE:
            own = self._positions.get(str(child.get(f"{_TEXT}style-name")), "") if child.tag == f"{_TEXT}span" else ""
            self._inline(child, pieces, own or mark)


def _words(element: etree._Element) -> str:
    pieces = Pieces()
    _Reader({})._inline(element, pieces, "")
    return pieces.text()
