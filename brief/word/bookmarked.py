"""Which paragraph of a Word file belongs to which afspraak: told by the hidden bookmarks around them."""

from __future__ import annotations

from brief.word.opc.names import w
from brief.word.opc.origins import is_mark
from brief.word.readback import PREFIX, body_of

_PARAGRAPH, _START, _END = w("p"), w("bookmarkStart"), w("bookmarkEnd")
_NAME, _ID = w("name"), w("id")


def is_trace(name: str) -> bool:
    """Tell whether a bookmark with this name only says where a text came from, or where someone left off."""
    return is_mark(name) or name.startswith(f"{PREFIX}_") or name == "_GoBack"


def afspraak_of_paragraph(docx: bytes) -> dict[int, str]:
    """Give the name of the bookmark of the afspraak that a paragraph of the body belongs to.

    Paragraphs are counted from 1 in the order of the XML, as places in a Word file are.
    """
    open_now: dict[str | None, str] = {}
    found: dict[int, str] = {}
    number = 0
    for element in body_of(docx).iter(_PARAGRAPH, _START, _END):
        if element.tag == _PARAGRAPH:
            number += 1
            if open_now:
                found[number] = next(iter(open_now.values()))
        elif element.tag == _END:
            open_now.pop(element.get(_ID), None)
        elif (name := element.get(_NAME) or "").startswith(f"{PREFIX}_"):
            open_now[element.get(_ID)] = name
            parent = element.getparent()
            if parent is not None and parent.tag == _PARAGRAPH:
                found[number] = name
    return found
