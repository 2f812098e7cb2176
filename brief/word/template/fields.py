"""The fields of a part: what Word computes itself, with the element each stands in (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.word.opc.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ARGUMENT = re.compile(r'"((?:\\.|[^"\\])*)"|(\S+)')

PAGE_REFERENCE = re.compile(
    r'\s*PAGEREF\s+"?([^\s"\\]+)"?(?:\s+\\h|\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT|Arabic))*\s*', re.IGNORECASE
)
"""A field that shows the page of a bookmark as a plain number."""


class WordField(Struct):
    """A field: the element it begins with, its instruction, and whether its result has begun."""

    element: etree._Element
    instruction: str = ""
    in_result: bool = False
    arguments: list[str] = field(default_factory=list)

    @property
    def word(self) -> str:
        """What the field does: `DOCPROPERTY`, in capitals."""
        return self.arguments[0].upper() if self.arguments else ""

    def close(self) -> WordField:
        """Take the instruction apart."""
        self.arguments = [quoted or plain for quoted, plain in _ARGUMENT.findall(self.instruction)]
        return self


def fields_of(root: etree._Element) -> Iterator[WordField]:
    """Give the fields of a part, simple and complex, in the order in which they end."""
    open_fields: list[WordField] = []
    for element in root.iter(w("fldSimple"), w("fldChar"), w("instrText")):
        if element.tag == w("fldSimple"):
            yield WordField(element, element.get(w("instr"), "")).close()
        elif element.tag == w("instrText"):
            if open_fields and not open_fields[-1].in_result:
                open_fields[-1].instruction += element.text or ""
        else:
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                open_fields.append(WordField(element))
            elif open_fields and kind == "separate":
                open_fields[-1].in_result = True
            elif open_fields and kind == "end":
                yield open_fields.pop().close()


def computed_runs(root: etree._Element) -> dict[etree._Element, WordField]:
    """Give the runs whose text Word computes, each with the innermost field it is the result of."""
    found: dict[etree._Element, WordField] = {}
    for simple in root.iter(w("fldSimple")):
        made = WordField(simple, simple.get(w("instr"), "")).close()
        found |= dict.fromkeys(simple.iter(w("r")), made)
    open_fields: list[WordField] = []
    for element in root.iter(w("r"), w("fldChar"), w("instrText")):
        kind = element.get(w("fldCharType"))
        if element.tag == w("r"):
            if open_fields:
                found[element] = open_fields[-1]
        elif element.tag == w("instrText"):
            if open_fields and not open_fields[-1].in_result:
                open_fields[-1].instruction += element.text or ""
        elif kind == "begin":
            open_fields.append(WordField(element))
        elif kind == "separate" and open_fields:
            open_fields[-1].close().in_result = True
        elif kind == "end" and open_fields:
            open_fields.pop()
    return found


def counts_for_itself(root: etree._Element) -> bool:
    """Tell whether a page may have another number than its place in the document: a section with numbers of its own."""
    for number, section in enumerate(root.iter(w("sectPr"))):
        kind = section.find(w("pgNumType"))
        if kind is None:
            continue
        start = kind.get(w("start"))
        if kind.get(w("fmt"), "decimal") != "decimal" or (start is not None and (number or start != "1")):
            return True
    return False
