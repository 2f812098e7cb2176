"""What could slip into a finished file, planted in it: each with the differences that the proof must then name."""

from __future__ import annotations

import copy
import io
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from brief.finishing.proof.compare import Soort
from brief.finishing.proof.lines import Kind, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Named = set[tuple[Soort, str]]
    Plant = Callable[["Opened", Sequence[Line]], Named]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
EXTRA = "Het Rijk betaalt alles."


class Opened:
    """A finished file of which paragraphs can be moved, changed and taken out."""

    def __init__(self, kind: str, data: bytes) -> None:
        self.kind = kind
        if kind == "html":
            self.tree = lxml.html.document_fromstring(data.decode())
            return
        self._name = "word/document.xml" if kind == "docx" else "content.xml"
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.tree = etree.fromstring(self._parts[self._name])

    def bytes(self) -> bytes:
        if self.kind == "html":
            page: bytes = lxml.html.tostring(self.tree, encoding="utf-8", doctype="<!DOCTYPE html>")
            return page
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            for name, part in {**self._parts, self._name: etree.tostring(self.tree)}.items():
                package.writestr(name, part)
        return stream.getvalue()

    def block(self, words: str) -> etree._Element:
        """Find the paragraph that begins with these words; in an .odt and a page its list item."""
        tags = {"docx": (f"{W}p",), "odt": (f"{T}p",), "html": ("li", "p")}[self.kind]
        found = [each for each in self.tree.iter(*tags) if self._text(each).startswith(words)]
        block = found[-1] if self.kind != "html" else found[0]
        if self.kind == "odt":
            block = next(block.iterancestors(f"{T}list-item"), block)
        return block

    def _text(self, element: etree._Element) -> str:
        if self.kind == "docx":
            return "".join(each.text or "" for each in element.iter(f"{W}t"))
        return " ".join("".join(str(text) for text in element.itertext()).split())

    def replace(self, block: etree._Element, old: str, new: str) -> None:
        for each in block.iter():
            if isinstance(each.tag, str) and old in (each.text or ""):
                each.text = str(each.text).replace(old, new, 1)
                return
        raise AssertionError(old)

    def note(self, block: etree._Element) -> etree._Element:
        """Find the mark of a note in a block, with what holds it."""
        if self.kind == "docx":
            run = next(block.iter(f"{W}footnoteReference")).getparent()
            assert run is not None
            return run
        return next(block.iter(f"{T}note" if self.kind == "odt" else "sup"))

    def put(self, block: etree._Element, note: etree._Element) -> None:
        """Put the mark of a note behind the words of a block, before an item below it."""
        if self.kind == "html":
            block.insert(0, note)
        else:
            (next(block.iter(f"{T}p")) if self.kind == "odt" else block).append(note)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _cut(element: etree._Element) -> etree._Element:
    """Take an element out; the text behind it stays."""
    parent, before = _parent(element), element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)
    return element


def plain_items(lines: Sequence[Line]) -> list[Line]:
    """Give the items of a list that are afspraken and have neither notes nor what is raised."""
    return [
        line
        for line in lines
        if line.owner and line.kind is Kind.PUNT and line.text == line.plain and len(line.text) > 60
    ]


def _named(soort: Soort, *lines: Line) -> Named:
    return {(soort, str(line.owner)) for line in lines}


def a_word_changed(file: Opened, lines: Sequence[Line]) -> Named:
    line = plain_items(lines)[3]
    file.replace(file.block(line.text[:40]), line.text[:20], "Iets anders " + line.text[12:20])
    return _named(Soort.GEWIJZIGD, line)


def one_removed(file: Opened, lines: Sequence[Line]) -> Named:
    line = plain_items(lines)[4]
    _cut(file.block(line.text[:40]))
    return _named(Soort.ONTBREEKT, line)


def one_doubled(file: Opened, lines: Sequence[Line]) -> Named:
    line = plain_items(lines)[5]
    block = file.block(line.text[:40])
    block.addnext(copy.deepcopy(block))
    return _named(Soort.DUBBEL, line)


def one_added(file: Opened, lines: Sequence[Line]) -> Named:
    block = file.block(plain_items(lines)[6].text[:40])
    extra = copy.deepcopy(block)
    block.addnext(extra)
    texts = [each for each in extra.iter() if isinstance(each.tag, str) and (each.text or "").strip()]
    for each in extra.iter():
        if isinstance(each.tag, str):
            each.text, each.tail = (EXTRA if each is texts[0] else None), None
    return {(Soort.ZONDER_BRON, "")}


def two_swapped(file: Opened, lines: Sequence[Line]) -> Named:
    one, other = plain_items(lines)[7], plain_items(lines)[-3]
    first, second = file.block(one.text[:40]), file.block(other.text[:40])
    mark = etree.Element("hier")
    first.addprevious(mark)
    second.addprevious(first)
    _parent(mark).replace(mark, second)
    return _named(Soort.VERPLAATST, one, other)


def a_note_moved(file: Opened, lines: Sequence[Line]) -> Named:
    """Move a note to the afspraak before its own: then every note keeps its number."""
    plain = plain_items(lines)
    pairs = [(before, line) for before, line in pairwise(lines) if before in plain and "{noot" in line.text]
    other, line = next((before, line) for before, line in pairs if line.owner and before.owner != line.owner)
    note = _cut(file.note(file.block(line.plain[:40])))
    file.put(file.block(other.text[:40]), note)
    return _named(Soort.VOETNOOT, line, other)


def what_was_raised_is_not(file: Opened, lines: Sequence[Line]) -> Named:
    line = next(each for each in lines if each.owner and ("{_" in each.text or "{^" in each.text))
    block = file.block(line.plain[:30])
    if file.kind == "docx":
        for mark in list(block.iter(f"{W}vertAlign")):
            _parent(mark).remove(mark)
    elif file.kind == "odt":
        for span in block.iter(f"{T}span"):
            span.attrib.clear()
    else:
        for each in list(block.iter("sub", "sup")):
            each.tag = "span"
    return _named(Soort.HOOGTE, line)


def another_level(file: Opened, lines: Sequence[Line]) -> Named:
    line = [each for each in plain_items(lines) if each.level == 1][9]
    block = file.block(line.text[:40])
    if file.kind == "docx":
        next(block.iter(f"{W}ilvl")).set(f"{W}val", "1")
        style = next(block.iter(f"{W}pStyle"))
        style.set(f"{W}val", f"{style.get(f'{W}val')}2")
        return _named(Soort.NIVEAU, line)
    inner = etree.SubElement(block, f"{T}list" if file.kind == "odt" else "ul")
    item = etree.SubElement(inner, f"{T}list-item" if file.kind == "odt" else "li")
    if file.kind == "html":
        item.text, block.text = block.text, ""
    for each in [each for each in block if each is not inner]:
        item.append(each)
    return _named(Soort.NIVEAU, line)


PLANTED: dict[str, Plant] = {
    "een ander woord": a_word_changed,
    "een afspraak weg": one_removed,
    "een afspraak dubbel": one_doubled,
    "een afspraak erbij": one_added,
    "twee afspraken verwisseld": two_swapped,
    "een voetnoot verplaatst": a_note_moved,
    "superscript of subscript weg": what_was_raised_is_not,
    "een niveau van de lijst anders": another_level,
}
"""The eight kinds of change, by what a reader would call them."""
