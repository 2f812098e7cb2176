"""Mend what loops and conditions leave behind: holders without a paragraph, and ids that stand there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.markup import WP, V, number_of
from brief.word.opc.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOLDERS = (w("tc"), w("hdr"), w("ftr"), w("footnote"), w("txbxContent"))
_BLOCK_PLACES = {w("body"), *_HOLDERS, w("sdtContent")}
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def close_holders(root: etree._Element) -> None:
    """Give each holder of paragraphs the one it must end in, and take out rows and tables that lost their cells."""
    for row in list(root.iter(w("tr"))):
        if next(row.iter(w("tc")), None) is None:
            _remove(row)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            for mark in list(table.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                table.addprevious(mark)
            _remove(table)
    for content in root.iter(w("sdtContent")):
        control = content.getparent()
        holder = None if control is None else control.getparent()
        if len(content) == 0 and holder is not None and holder.tag in _BLOCK_PLACES:
            etree.SubElement(content, w("p"))
    for element in root.iter(*_HOLDERS):
        blocks = [child for child in element if child.tag not in (w("bookmarkStart"), w("bookmarkEnd"))]
        if not blocks or blocks[-1].tag not in (w("p"), w("sdt")):
            etree.SubElement(element, w("p"))


def make_ids_unique(root: etree._Element) -> None:
    """Give drawings, shapes and controls that a loop copied an id of their own; Word refuses two of the same."""
    _renumber(list(root.iter(f"{WP}docPr")))
    _rename(list(root.iter(f"{V}shape", f"{V}shapetype", f"{V}rect")))
    _drop(root.iter(w("sdt")), w("sdtPr"), w("id"))
    seen: set[str] = set()
    for element in root.iter(w("p"), w("tr")):
        identifier = element.get(f"{_W14}paraId")
        if identifier in seen:
            del element.attrib[f"{_W14}paraId"]
        elif identifier is not None:
            seen.add(identifier)


def _renumber(elements: list[etree._Element]) -> None:
    taken = {number_of(element.get("id")) or 0 for element in elements}
    following = max(taken, default=0) + 1
    seen: set[str | None] = set()
    for element in elements:
        if element.get("id") in seen:
            element.set("id", str(following))
            following += 1
        seen.add(element.get("id"))


def _rename(shapes: list[etree._Element]) -> None:
    seen: dict[str, int] = {}
    for shape in shapes:
        name = shape.get("id")
        if name is None or shape.tag == f"{V}shapetype":
            continue
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            shape.set("id", f"{name}_{seen[name]}")


def _drop(holders: Iterator[etree._Element], properties: str, name: str) -> None:
    """Take the id out of the second and later copies; it is optional, and Word gives one anew."""
    seen: set[str | None] = set()
    for holder in holders:
        found = holder.find(f"{properties}/{name}")
        parent = None if found is None else found.getparent()
        if found is None or parent is None:
            continue
        if found.get(w("val")) in seen:
            parent.remove(found)
        seen.add(found.get(w("val")))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
