"""The look of the paragraph that holds a place: what comes there has styles of its own, so that look is lost.

Only what differs from the style of the text is told: Word and LibreOffice write much that changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.markup import is_on, local
from brief.word.opc.names import W, w
from brief.word.template.values import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from brief.word.template.parts import Template
    from brief.word.template.scan import Tag
    from brief.word.template.styles import StyleSheet

_OF_PARAGRAPH = {
    "jc": "uitlijning",
    "ind": "inspringing",
    "spacing": "afstand",
    "contextualSpacing": "afstand",
    "numPr": "nummering",
    "pBdr": "een rand",
    "shd": "arcering",
    "tabs": "tabstops",
    "keepNext": "bij volgende alinea houden",
    "keepLines": "regels bijeenhouden",
    "bidi": "schrijfrichting",
    "suppressLineNumbers": "regels niet nummeren",
    "suppressAutoHyphens": "niet afbreken",
    "outlineLvl": "kopniveau",
    "mirrorIndents": "inspringing",
    "textAlignment": "uitlijning",
    "textDirection": "schrijfrichting",
}
_OF_TEXT = {
    "b": "vet",
    "i": "cursief",
    "u": "onderstreept",
    "strike": "doorgehaald",
    "dstrike": "doorgehaald",
    "caps": "hoofdletters",
    "smallCaps": "kleine hoofdletters",
    "color": "kleur",
    "highlight": "markering",
    "shd": "arcering",
    "sz": "lettergrootte",
    "rFonts": "lettertype",
    "vertAlign": "hoge of lage stand",
    "spacing": "tekenafstand",
    "rStyle": "tekenstijl",
    "bdr": "een rand",
    "w": "tekenbreedte",
    "position": "hoge of lage stand",
    "outline": "omlijnd",
    "shadow": "schaduw",
    "emboss": "reliëf",
    "imprint": "reliëf",
    "em": "nadruktekens",
    "effect": "een effect",
}
_SWITCHES = {"keepNext", "keepLines", "bidi", "contextualSpacing", "b", "i", "strike", "dstrike", "caps", "smallCaps"}
_SWITCHES |= {"suppressLineNumbers", "suppressAutoHyphens", "mirrorIndents", "outline", "shadow", "emboss", "imprint"}
_OF_NO_MEANING = {
    "0",
    "auto",
    "none",
    "nil",
    "left",
    "start",
    "baseline",
    "clear",
    "default",
    "eastAsia",
    "240",
    "100",
    "lrTb",
}
"""Values that say what holds without them, when the style says nothing; 240 is a line of one line high."""


def check_looks(tags: Iterable[Tag], template: Template, sheet: StyleSheet) -> Iterator[Diagnostic]:
    """Report formatting of the paragraph of a place that the document will not have."""
    body = sheet.find("paragraph", "Body Text", "Normal") or sheet.default
    for tag in tags:
        if tag.kind == "{{" and tag.inner in PLACES and tag.spot.part == template.main:
            yield from _of_place(tag, sheet, body)


def _of_place(tag: Tag, sheet: StyleSheet, body: str | None) -> Iterator[Diagnostic]:
    properties = tag.spot.element.find(w("pPr"))
    style = None if properties is None else properties.find(w("pStyle"))
    own = None if style is None else style.get(w("val"))
    names = list(_differing(properties, "pPr", _OF_PARAGRAPH, sheet, own or body))
    names += _differing(tag.run.find(w("rPr")), "rPr", _OF_TEXT, sheet, own or body)
    if tag.inner == "tekst" and own not in {None, body, sheet.default}:
        names.insert(0, f"stijl '{sheet.name_of(own)}'")
    if names:
        shown = ", ".join(dict.fromkeys(names))
        hint = "verander in Word de stijl 'Platte tekst', en geef de alinea van de tag die stijl zonder eigen opmaak"
        if tag.inner != "tekst":
            hint = "verander in Word de stijlen Inhopg 1, 2 en 3, en haal de opmaak van de alinea van de tag weg"
        place = tag.spot.place(tag.start, tag.end)
        message = f"de opmaak van de alinea van {tag.source} gaat niet mee naar het document: {shown}"
        yield Diagnostic("BR336", Severity.WAARSCHUWING, message, place, hint=hint)


def _differing(
    found: etree._Element | None, kind: str, names: dict[str, str], sheet: StyleSheet, style: str | None
) -> Iterator[str]:
    """Name the properties that say something else than a style does."""
    for each in () if found is None else found:
        name = local(each) if isinstance(each.tag, str) else ""
        if name in names and _says_more(each, name, sheet.effective(style, kind, name)):
            yield names[name]


def _says_more(own: etree._Element, name: str, of_style: etree._Element | None) -> bool:
    if name in _SWITCHES:
        return is_on(own) is not is_on(of_style)
    if len(own):
        return name == "numPr" or any(_says_more(each, local(each), None) for each in own)
    said = {key: value for key, value in own.attrib.items() if str(key).startswith(f"{{{W}}}")}
    return any(_counts(str(value), None if of_style is None else of_style.get(key)) for key, value in said.items())


def _counts(value: str, of_style: str | None) -> bool:
    return value != of_style if of_style is not None else value not in _OF_NO_MEANING
