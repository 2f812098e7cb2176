"""Read the afspraken back from a finished document: what it says between the bookmarks around each of them.

This is the proof of 1-op-1: it looks at the bytes that go to the reader, and shares no code with the writing of them.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.names import R, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PREFIX = "_afs"
_OURS = f"{PREFIX}_"

_PARAGRAPH, _TEXT = w("p"), w("t")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_NAME, _ID = w("name"), w("id")
_TABS = w("tabs")  # the tab stops of a paragraph, which are no text
_CHARACTERS = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}


def afspraak_texts(docx: bytes) -> dict[str, tuple[str, ...]]:
    """Give for each bookmark of an afspraak the texts of its paragraphs that have any, in order.

    A table gives the text of each of its cells. The number or bullet of a list item is not text, nor is the mark of a
    footnote.
    """
    return _between_bookmarks(body_of(docx))


def body_of(docx: bytes) -> etree._Element:
    """Give the XML of the part with the text of a finished document."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(
            package.read(_main_part(package)),
            etree.XMLParser(resolve_entities=False, huge_tree=True, collect_ids=False),
        )


def _main_part(package: zipfile.ZipFile) -> str:
    """Name the part with the text: which one that is, the relations of the package say."""
    for relation in etree.fromstring(package.read("_rels/.rels")):
        if relation.get("Type") == f"{R}/officeDocument":
            return posixpath.normpath(posixpath.join("/", relation.get("Target", ""))).lstrip("/")
    return "word/document.xml"


def altered(
    docx: bytes, bookmarks: Mapping[str, Iterable[str]], expected: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Give the ids of the afspraken that the document does not hold word for word.

    `bookmarks` names the bookmarks of each id, in order; `expected` gives the texts of its paragraphs and cells;
    one without text does not count.
    """
    found = afspraak_texts(docx)
    return tuple(
        identifier
        for identifier, texts in expected.items()
        if [text for name in bookmarks.get(identifier, ()) for text in found.get(name, ())] != [t for t in texts if t]
    )


def _between_bookmarks(root: etree._Element) -> dict[str, tuple[str, ...]]:
    reader = _Reader()
    for element in root.iter(_PARAGRAPH, _TEXT, _START, _END, *_CHARACTERS):
        tag = element.tag
        if tag == _TEXT:
            reader.said.append(element.text or "")
        elif tag == _PARAGRAPH:
            reader.paragraph()
        elif tag == _START:
            if (element.get(_NAME) or "").startswith(_OURS):
                reader.start(element)
        elif tag == _END:
            if element.get(_ID) in reader.open:
                reader.end(element)
        else:
            reader.character(element)
    return {name: tuple(found) for name, found in reader.texts.items()}


class _Reader:
    """Reads elements in document order; keeps what is `said` in the paragraph it is in, and the open bookmarks."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.open: dict[str | None, str] = {}
        self.said: list[str] = []

    def character(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is not None and parent.tag != _TABS:
            self.said.append(_CHARACTERS[str(element.tag)])

    def paragraph(self) -> None:
        """Give what was read of the paragraph before this one to every bookmark that it stands in."""
        if self.said:
            text = "".join(self.said)
            for name in self.open.values():
                self.texts[name].append(text)
            self.said = []

    def start(self, element: etree._Element) -> None:
        name = str(element.get(_NAME))
        parent = element.getparent()
        if parent is None or parent.tag != _PARAGRAPH:  # between paragraphs: what came before stands outside
            self.paragraph()
        self.open[element.get(_ID)] = name
        self.texts[name] = []

    def end(self, element: etree._Element) -> None:
        name = self.open.pop(element.get(_ID))
        if self.said:
            self.texts[name].append("".join(self.said))
