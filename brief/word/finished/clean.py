"""Take out of a document what is nobody's business: who made it, when, on what, and where each text came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.bookmarked import is_trace
from brief.word.finished.parts import Parts, fields
from brief.word.opc.names import W, w
from brief.word.writing.properties import app_xml, core_xml
from brief.word.writing.settings import settle_settings, without_session_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

CORE, APP, CUSTOM, SETTINGS = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "word/settings.xml"
STYLES = "word/styles.xml"
ABOUT_PEOPLE = re.compile(r"(?:^|/)(?:comments\w*|people|commentsExtended|commentsIds)\.xml$")
OWN_DATA = re.compile(r"^customXml/|^docProps/thumbnail|^word/(?:printerSettings|vbaProject)")
_GONE = ("commentRangeStart", "commentRangeEnd", "proofErr", "lastRenderedPageBreak")
_STYLE_USES = ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next", "numStyleLink", "styleLink")
_DC = "{http://purl.org/dc/elements/1.1/}"


def clean(docx: bytes) -> bytes:
    """Give the document without its traces; its text, notes, lists and looks stay as they are."""
    parts = Parts(docx)
    for name in [each for each in parts.data if ABOUT_PEOPLE.search(each) or OWN_DATA.search(each)]:
        parts.remove(name)
    if CUSTOM in parts.data and not _shows_properties(parts):
        parts.remove(CUSTOM)
    for name in parts.xml():
        _clean_part(parts.tree(name))
    parts.put(CORE, core_xml(title_of(parts), ""))
    parts.put(APP, app_xml())
    if SETTINGS in parts.data:
        settings = parts.tree(SETTINGS)
        for element in settings.findall(w("docVars")):
            settings.remove(element)
        parts.put(SETTINGS, settle_settings(bytes(etree.tostring(settings))))
    while unused := list(unused_styles(parts)):  # a style may have been used by one that goes
        for style in unused:
            _remove(style)
    return parts.to_bytes()


def title_of(parts: Parts) -> str:
    """Give the title in the properties of a document."""
    if CORE not in parts.data:
        return ""
    found = parts.tree(CORE).find(f"{_DC}title")
    return "" if found is None else found.text or ""


def unused_styles(parts: Parts) -> Iterator[etree._Element]:
    """Give the styles of people's own making that no text, list or other style uses."""
    used: set[str | None] = set()
    for name in parts.xml():
        for element in parts.tree(name).iter(*map(w, _STYLE_USES)):
            own = element.getparent()
            if own is None or own.get(w("styleId")) != element.get(w("val")):
                used.add(element.get(w("val")))
    for style in parts.tree(STYLES).iter(w("style")) if STYLES in parts.data else ():
        if style.get(w("customStyle")) in ("1", "true") and style.get(w("styleId")) not in used:
            yield style


def _shows_properties(parts: Parts) -> bool:
    return any(
        instruction.split()[:1] == ["DOCPROPERTY"]
        for name in parts.texts()
        for instruction, _ in fields(parts.tree(name))
    )


def _clean_part(root: etree._Element) -> None:
    without_session_ids(root)
    gone = {str(each.get(w("id"))) for each in root.iter(w("bookmarkStart")) if is_trace(str(each.get(w("name"))))}
    for element in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        if element.get(w("id")) in gone:
            _remove(element)
    for element in list(root.iter(*map(w, _GONE))):
        _remove(element)
    for mark in list(root.iter(w("commentReference"))):
        run = mark.getparent()
        if run is not None:
            _remove(run)
    for name in [each for each in root.attrib if not str(each).startswith(f"{{{W}}}") and "paraId" in str(each)]:
        del root.attrib[name]


def _remove(element: etree._Element) -> None:
    """Take out an element for good; emptied first, for lxml takes out what is full in square time."""
    parent = element.getparent()
    if parent is not None:
        del element[:]
        parent.remove(element)
