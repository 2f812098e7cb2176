"""Find what a document that leaves the house may not hold: traces of people, machines and earlier texts, by place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.bookmarked import is_trace
from brief.word.finished.clean import ABOUT_PEOPLE, APP, CORE, CUSTOM, OWN_DATA, SETTINGS, unused_styles
from brief.word.finished.parts import Parts
from brief.word.opc.names import HYPERLINK_RELATION, w
from brief.word.template.parts import relations_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")
_HARMLESS_CORE = {"title", "language"}
_EMPTY_APP = {"Application", "AppVersion", "DocSecurity", "ScaleCrop", "SharedDoc", "LinksUpToDate"}
_SETTINGS = ("attachedTemplate", "rsids", "trackRevisions", "docVars", "mailMerge", "documentProtection")
_DRAFT = re.compile(r"\bCONCEPT\b|^\W*(?i:concept(?:versie)?|draft)\b(?=.{0,50}\Z)")
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


class Trace(Struct, frozen=True):
    """Something that may not go out: what it is, in which part, and the words of it or around it."""

    kind: str
    part: str
    words: str = ""


def traces(docx: bytes) -> tuple[Trace, ...]:
    """List every trace in a document, in the order of its parts."""
    parts = Parts(docx)
    found = [*_parts(parts), *_properties(parts), *_settings(parts)]
    for name in parts.xml():
        found += _in_part(parts, name)
    found += [Trace("ongebruikte stijl", "word/styles.xml", _name_of(style)) for style in unused_styles(parts)]
    return tuple(dict.fromkeys(found))


def links(docx: bytes) -> tuple[str, ...]:
    """List the addresses outside the document that its links lead to, each once."""
    parts = Parts(docx)
    found = [
        target
        for name in parts.texts()
        for _, kind, target, external in parts.relations(name).all()
        if external and kind == HYPERLINK_RELATION
    ]
    return tuple(dict.fromkeys(found))


def _parts(parts: Parts) -> Iterator[Trace]:
    for name in parts.data:
        if ABOUT_PEOPLE.search(name):
            yield Trace("opmerking of naam van een bewerker", name)
        elif OWN_DATA.search(name):
            yield Trace("eigen gegevens van een programma", name)


def _properties(parts: Parts) -> Iterator[Trace]:
    if CORE in parts.data:
        for each in parts.tree(CORE):
            name = etree.QName(each).localname
            if name not in _HARMLESS_CORE and (each.text or "").strip():
                yield Trace("eigenschap", CORE, f"{name}: {each.text}")
    if APP in parts.data:
        for each in parts.tree(APP):
            name = etree.QName(each).localname
            if name not in _EMPTY_APP and "".join(str(text) for text in each.itertext()).strip():
                yield Trace("eigenschap", APP, f"{name}: {each.text or ''}")
    if CUSTOM in parts.data:
        for each in parts.tree(CUSTOM):
            yield Trace("eigen eigenschap", CUSTOM, str(each.get("name")))


def _settings(parts: Parts) -> Iterator[Trace]:
    if SETTINGS not in parts.data:
        return
    for each in parts.tree(SETTINGS).iter(*map(w, _SETTINGS)):
        yield Trace("instelling", SETTINGS, etree.QName(each).localname)
    for _, _, target, external in parts.relations(SETTINGS).all():
        if external:
            yield Trace("pad van een sjabloon", relations_name(SETTINGS), target)


def _in_part(parts: Parts, name: str) -> Iterator[Trace]:
    root = parts.tree(name)
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        if tag in _REVISIONS or tag.endswith("PrChange"):
            yield Trace("bijgehouden wijziging", name, _around(element))
        elif tag in ("commentReference", "commentRangeStart"):
            yield Trace("opmerking", name, _around(element))
        elif tag in ("vanish", "webHidden", "specVanish") and element.get(w("val")) not in ("0", "false"):
            yield Trace("verborgen tekst", name, _around(element))
        elif tag == "bookmarkStart" and is_trace(str(element.get(w("name")))):
            yield Trace("merkteken van herkomst", name, str(element.get(w("name"))))
        if any("rsid" in str(attribute) or "paraId" in str(attribute) for attribute in element.attrib):
            yield Trace("nummer van een bewerking", name)
    for _, kind, target, external in parts.relations(name).all():
        if external and kind != HYPERLINK_RELATION:
            yield Trace("verwijzing naar buiten", name, target)


def addresses(docx: bytes) -> tuple[str, ...]:
    """List the e-mail addresses that a reader would see: such an address is that of an official."""
    parts = Parts(docx)
    paragraphs = (paragraph for name in parts.texts() for paragraph in parts.tree(name).iter(w("p")))
    words = ("".join(each.text or "" for each in paragraph.iter(w("t"))) for paragraph in paragraphs)
    return tuple(dict.fromkeys(found for text in words for found in _MAIL.findall(text)))


def drafts(docx: bytes, body: Collection[str]) -> tuple[Trace, ...]:
    """List what a template says of a concept outside every condition: in the text around the body and in watermarks.

    `body` are the texts of the document itself, without their white space; those are not looked at.
    """
    parts = Parts(docx)
    found = []
    for name in parts.texts():
        for element in parts.tree(name).iter(w("p"), _WORD_ART):
            said = str(element.get("string", "")) if element.tag == _WORD_ART else _own_text(element)
            if _DRAFT.search(said) and "".join(said.split()) not in body:
                found.append(Trace("het woord CONCEPT", name, " ".join(said.split())[:80]))
    return tuple(dict.fromkeys(found))


def _own_text(paragraph: etree._Element) -> str:
    """Give the text of a paragraph without that of a text box in it."""
    pieces = paragraph.iter(w("t"))
    return "".join(each.text or "" for each in pieces if next(each.iterancestors(w("p")), None) is paragraph)


def _around(element: etree._Element) -> str:
    paragraph = next(element.iterancestors(w("p")), element)
    return " ".join("".join(each.text or "" for each in paragraph.iter(w("t"), w("delText"))).split())[:80]


def _name_of(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else str(name.get(w("val")))
