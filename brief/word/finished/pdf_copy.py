"""The copy of a finished document from which LibreOffice makes an accessible PDF.

PDF/UA-1 wants words with every link. LibreOffice takes them from the tooltip of a `w:hyperlink`, but drops a link to a
bookmark that has one; so in this copy, and only here, such a link is written as one to the address `#bookmark`. A field
within a link would become a link in a link: here it is the text it shows. The copy says the date of the document too:
without one LibreOffice writes a date in the metadata that does not exist, `0000-00-00`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.word.finished.clean import CORE
from brief.word.finished.parts import Parts
from brief.word.opc.names import HYPERLINK_RELATION, R, w

if TYPE_CHECKING:
    import datetime

_TERMS = "http://purl.org/dc/terms/"
_NAMES = {"dcterms": _TERMS}
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_ID, _ANCHOR, _TOOLTIP = f"{{{R}}}id", w("anchor"), w("tooltip")


def for_pdf(docx: bytes, day: datetime.date) -> bytes:
    """Give every link words, every link within the document the form that keeps them, and the document its date."""
    parts = Parts(docx)
    for name in parts.texts():
        relations = parts.relations(name)
        targets = {identifier: target for identifier, _, target, _ in relations.all()}
        for link in parts.tree(name).iter(w("hyperlink")):
            _flatten(link)
            anchor = link.get(_ANCHOR)
            if anchor is not None and link.get(_ID) is None:
                del link.attrib[_ANCHOR]
                link.set(_ID, relations.add(HYPERLINK_RELATION, f"#{anchor}", external=True))
                link.set(_TOOLTIP, f"Ga naar: {_words(link)}")
            else:
                link.set(_TOOLTIP, f"{_words(link)} ({targets.get(str(link.get(_ID)), '')})")
        parts.put_relations(name, relations)
    if CORE in parts.data:
        for moment in ("created", "modified"):
            element = etree.SubElement(parts.tree(CORE), f"{{{_TERMS}}}{moment}", {_TYPE: "dcterms:W3CDTF"}, _NAMES)
            element.text = f"{day.isoformat()}T00:00:00Z"
    return parts.to_bytes()


def _flatten(link: etree._Element) -> None:
    """Leave of the fields in a link only what they show."""
    for element in list(link.iter(w("fldChar"), w("instrText"))):
        run = element.getparent()
        if run is not None:
            run.remove(element)


def _words(link: etree._Element) -> str:
    """Give what a link says, without the number of the page behind it."""
    return " ".join("".join(each.text or "" for each in link.iter(w("t"))).split())
