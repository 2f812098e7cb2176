"""Carry values past Jinja and docxtpl unharmed.

docxtpl rewrites the XML after rendering: `{_{` becomes `{{`, a tab or a bell becomes mark-up, and what looks like a tag
in a value may be rendered again. So a tag does not print its value but a token, two characters that no text has with a
number between, and the value is put in afterwards, in the parsed XML, where it can only be text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.characters import forbidden, without_forbidden
from brief.word.opc.names import XML_SPACE, w
from brief.word.template.named import FieldText
from brief.word.template.sandbox import AskedNote

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Characters that Unicode keeps for use within a program: they stand in no text (Unicode 23.7)."""

_TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
_LINE = re.compile("(\r\n|[\r\n\t])")

BRIEF = "urn:brief"
"""The namespace of the marks that hold the place of the body, the contents and the notes in a filled frame."""

FIELD_START, FIELD_END = f"{{{BRIEF}}}veld", f"{{{BRIEF}}}veldeinde"
"""The marks on either side of the value of a field."""

PLACES = ("tekst", "inhoudsopgave")
"""Names of tags that are not a value but a place: the body, and the table of contents."""


class PlaceMark(Struct, frozen=True):
    """The value of a tag that keeps a place: `tekst` or `inhoudsopgave`."""

    name: str


class Carrier(Struct):
    """Holds the values that tags print, in the order in which they print them."""

    values: list[object] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def token(self, value: object) -> str:
        """Give the token that stands for a value; Jinja calls this for everything a tag prints."""
        self.values.append(value)
        return f"{OPEN}{len(self.values) - 1}{CLOSE}"

    def deliver(self, root: etree._Element) -> None:
        """Put the values in the place of their tokens, throughout one filled part."""
        for element in list(root.iter()):
            if isinstance(element.tag, str) and element.text and OPEN in element.text:
                self._deliver_text(element)

    def _deliver_text(self, element: etree._Element) -> None:
        text = element.text or ""
        if element.tag != w("t"):
            element.text = self._plain(text)
            return
        pieces = list(self._pieces(text))
        for piece in reversed(pieces):
            element.addnext(piece)
        run = element.getparent()
        if run is not None:
            run.remove(element)

    def _pieces(self, text: str) -> Iterator[etree._Element]:
        """Split a text with tokens into `w:t`, `w:br`, `w:tab` and place marks."""
        parts = _TOKEN.split(text)
        buffer = ""
        for number, part in enumerate(parts):
            if number % 2 == 0:
                buffer += part
                continue
            value = self.values[int(part)]
            if isinstance(value, PlaceMark | AskedNote):
                yield from _text(buffer)
                buffer = ""
                yield _mark(value)
            elif isinstance(value, FieldText):
                yield from _text(buffer)
                buffer = ""
                yield etree.Element(FIELD_START, naam=value.field)
                yield from _text(self._clean(str(value)))
                yield etree.Element(FIELD_END)
            else:
                buffer += self._clean(str(value))
        yield from _text(buffer)

    def _plain(self, text: str) -> str:
        return _TOKEN.sub(lambda found: self._clean(str(self.values[int(found[1])])), text)

    def _clean(self, text: str) -> str:
        for character in forbidden(text):
            self.dropped.append((character, without_forbidden(text)))
        return without_forbidden(text)


def _mark(value: PlaceMark | AskedNote) -> etree._Element:
    if isinstance(value, AskedNote):
        return etree.Element(f"{{{BRIEF}}}voetnoot", key=value.key)
    return etree.Element(f"{{{BRIEF}}}{value.name}")


def _text(text: str) -> Iterator[etree._Element]:
    for piece in _LINE.split(text):
        if piece in {"\r\n", "\r", "\n"}:
            yield etree.Element(w("br"))
        elif piece == "\t":
            yield etree.Element(w("tab"))
        elif piece:
            element = etree.Element(w("t"), {XML_SPACE: "preserve"})
            element.text = piece
            yield element
