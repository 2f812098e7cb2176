"""What else stands in a paragraph, row or cell that goes away with its tag: pictures, notes, breaks, fields.

The list is of what may be there. Anything that is not on it has a name for the message, or its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import is_on, local
from brief.word.opc.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_HOLDERS = {w(name) for name in ("p", "r", "t", "tc", "smartTag", "customXml")}
_LOOKS = {w(name) for name in ("tcPr", "trPr", "tblPrEx", "rPr")}
_OF_NO_MEANING = {
    w(name)
    for name in (
        "proofErr",
        "lastRenderedPageBreak",
        "tab",
        "cr",
        "bookmarkStart",
        "bookmarkEnd",
        "smartTagPr",
        "customXmlPr",
    )
}
"""Bookmarks are moved out of the paragraph before it goes (see `prepare`)."""
_TRACKED = {w(name) for name in ("ins", "del", "moveFrom", "moveTo", "delText")}
_TRACKED |= {w(f"move{where}Range{end}") for where in ("From", "To") for end in ("Start", "End")}
"""Reported as tracked changes."""

_NAMES = {
    "drawing": "een afbeelding of tekstvak",
    "pict": "een afbeelding of tekstvak",
    "AlternateContent": "een afbeelding of tekstvak",
    "object": "een ingevoegd object",
    "footnoteReference": "een voetnoot",
    "endnoteReference": "een eindnoot",
    "commentReference": "een opmerking",
    "fldSimple": "een veld van Word",
    "fldChar": "een veld van Word",
    "instrText": "een veld van Word",
    "pgNum": "een paginanummer",
    "hyperlink": "een koppeling",
    "sdt": "een besturingselement",
    "sym": "een symbool",
    "oMath": "een formule",
    "oMathPara": "een formule",
    "tbl": "een tabel",
    "noBreakHyphen": "een koppelteken",
    "softHyphen": "een afbreekstreepje",
    "ptab": "een uitgelijnde tab",
}
_BREAKS = {"page": "een pagina-einde", "column": "een kolomeinde"}


def things_beside(holder: etree._Element, *, frame_counts: bool = False) -> Iterator[str]:
    """Name what goes away with a paragraph, row or cell besides text; `frame_counts` when its frame does too."""
    for element in holder:
        if not isinstance(element.tag, str) or element.tag in _OF_NO_MEANING | _TRACKED:
            continue
        if element.tag == w("pPr"):
            yield from _of_paragraph(element, frame_counts=frame_counts)
        elif element.tag == w("br"):
            yield from (_BREAKS[kind] for kind in [element.get(w("type"), "")] if kind in _BREAKS)
        elif element.tag in _HOLDERS:
            yield from things_beside(element, frame_counts=frame_counts)
        elif element.tag not in _LOOKS:
            yield _NAMES.get(local(element), f"<{local(element)}>")


def _of_paragraph(properties: etree._Element, *, frame_counts: bool) -> Iterator[str]:
    if properties.find(w("sectPr")) is not None:
        yield "een sectie-einde"
    if is_on(properties.find(w("pageBreakBefore"))):
        yield "'Pagina-einde ervoor'"
    if frame_counts and properties.find(w("framePr")) is not None:
        yield "een kader"
