"""Styles that print a text otherwise than it is: struck through, in white, in capitals, with a bullet before it.

The template decides how the text looks, and rightly so; but what nobody can read, or what says something else on paper
than in the file, is hardly meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.markup import is_on, number_of, twips
from brief.word.opc.names import w
from brief.word.template.styles import shown_name, style_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from brief.word.template.parts import Template
    from brief.word.template.scan import Tag
    from brief.word.template.styles import StyleIds, StyleSheet

    Get = Callable[[str, str], etree._Element | None]
    """Gives the property of a kind (`rPr`, `pPr`) and a name that holds."""

_WHITE = ("FFFFFF", "WHITE")
_NEARLY_WHITE = re.compile("WHITE|(?:F[4-9A-F]){3}")
_PAPER = ("background1", "light1")
_TINY = 4
"""Half points: two points and less."""
_LOWEST = 40
"""Twips: a line of exactly two points or less shows nothing of its letters."""
_NAMED = 3
_SQUEEZED = "in regels die te laag zijn om te zien"
_STRUCK, _UNSEEN = "doorgehaald", "in witte letters"


def check_printed(tags: Iterable[Tag], template: Template, sheet: StyleSheet) -> Iterator[Diagnostic]:
    """Report what the styles of the body, and the looks of the tags, make of the text."""
    found: dict[str, list[str]] = {}
    for style, reasons in _of_styles(sheet):
        for reason in reasons:
            found.setdefault(reason, []).append(style)
    place = Place(template.file, part=template.role("styles"))
    for reason, styles in found.items():
        yield _told(sheet, reason, styles, place)
    said: set[tuple[etree._Element, str]] = set()
    for tag in tags:
        reason = next(_of_run(tag, sheet), "") if tag.kind == "{{" and tag.inner != "tekst" else ""
        if reason and (tag.spot.element, reason) not in said:
            said.add((tag.spot.element, reason))
            hint = "haal in Word de opmaak van de tag weg, of verander haar stijl"
            message = f"{tag.source} wordt {reason} gedrukt"
            yield Diagnostic("BR341", Severity.WAARSCHUWING, message, tag.spot.place(tag.start, tag.end), hint=hint)


def _told(sheet: StyleSheet, reason: str, styles: list[str], place: Place) -> Diagnostic:
    names = [f"'{shown_name(sheet.name_of(style))}'" for style in styles]
    more = f" en nog {len(names) - _NAMED}" if len(names) > _NAMED else ""
    message = f"de tekst in de stijl {', '.join(names[:_NAMED])}{more} wordt {reason} gedrukt"
    hint = "verander de stijl in Word: Start, Stijlen, met de rechtermuisknop op de stijl, Wijzigen"
    return Diagnostic("BR341", Severity.WAARSCHUWING, message, place, hint=hint)


def _of_styles(sheet: StyleSheet) -> Iterator[tuple[str, list[str]]]:
    ids = style_ids(sheet)
    for style, is_title, is_list in _used(ids):
        if style is None:
            continue

        def get(kind: str, name: str, of: str = style) -> etree._Element | None:
            return sheet.effective(of, kind, name)

        yield (
            style,
            [
                *_of_letters(get),
                *_of_paragraph(get, is_title=is_title, is_list=is_list, of_heading=style in ids.headings),
            ],
        )
    for mark in [each for each in (ids.link, ids.draft_run) if each is not None]:

        def said(kind: str, name: str, of: str = mark) -> etree._Element | None:
            return sheet.property(of, kind, name)

        yield mark, [*_of_letters(said)]
    if ids.note_mark is not None and not _is_raised(sheet, ids.note_mark):
        yield ids.note_mark, ["op gewone hoogte, zodat nootcijfers aan het woord vastzitten,"]


def _used(ids: StyleIds) -> Iterator[tuple[str | None, bool, bool]]:
    """Give the styles of paragraphs, each once, and whether they are those of titles or of lists."""
    titles = {*ids.headings, *ids.contents, ids.head_cell} - {ids.body, ids.cell}
    lists = {*ids.bullets, *ids.numbers} - {ids.body}
    texts = (ids.body, *ids.bullets, *ids.numbers, *ids.continues, ids.reference, ids.draft, ids.note, ids.cell)
    for style in dict.fromkeys((*texts, ids.head_cell, *ids.headings, *ids.contents)):
        yield style, style in titles, style in lists


def _of_letters(get: Get) -> Iterator[str]:
    """Name what makes letters unreadable, or gone."""
    if is_on(get("rPr", "strike")) or is_on(get("rPr", "dstrike")):
        yield _STRUCK
    shades = (get("rPr", "shd"), get("pPr", "shd"), get("rPr", "highlight"))
    grounds = [each.get(w("fill"), "") or each.get(w("val"), "") for each in shades if each is not None]
    color = get("rPr", "color")
    plain = all(ground.upper() in (*_WHITE, "AUTO", "NONE", "CLEAR") for ground in grounds)
    if color is not None and _is_white(color) and plain:
        yield _UNSEEN
    size = get("rPr", "sz")
    if size is not None and 0 < (number_of(size.get(w("val"))) or _TINY + 1) <= _TINY:
        yield "in letters die te klein zijn om te zien"


def _is_white(color: etree._Element) -> bool:
    of_theme = color.get(w("themeColor"), "")
    return (of_theme in _PAPER and color.get(w("themeShade")) is None) or (
        not of_theme and _NEARLY_WHITE.fullmatch(color.get(w("val"), "").upper()) is not None
    )


def _of_paragraph(get: Get, *, is_title: bool, is_list: bool, of_heading: bool) -> Iterator[str]:
    """Name what makes another thing of a paragraph than it is."""
    if _is_squeezed(get("pPr", "spacing")):
        yield _SQUEEZED
    level = get("pPr", "outlineLvl")
    if is_title:
        if level is not None and level.get(w("val")) == "9" and of_heading:
            yield "als gewone tekst, die in het navigatievenster en de inhoudsopgave ontbreekt,"
        return
    if is_on(get("rPr", "caps")) or is_on(get("rPr", "smallCaps")):
        yield "in hoofdletters"
    if level is not None and level.get(w("val")) != "9":
        yield "als kop, in het navigatievenster en voor hulpsoftware,"
    numbered = get("pPr", "numPr")
    number = None if numbered is None else numbered.find(w("numId"))
    if not is_list and number is not None and number.get(w("val")) != "0":
        yield "met een nummer of opsommingsteken ervoor"


def _is_squeezed(spacing: etree._Element | None) -> bool:
    """Tell whether lines are exactly so low that nothing of their letters is seen."""
    height = twips(spacing.get(w("line"))) if spacing is not None and spacing.get(w("lineRule")) == "exact" else None
    return height is not None and abs(height) <= _LOWEST


def _is_low(row: etree._Element) -> bool:
    """Tell whether a row of a table has a fixed height in which no text fits."""
    found = row.find(f"{w('trPr')}/{w('trHeight')}")
    height = twips(found.get(w("val"))) if found is not None and found.get(w("hRule")) == "exact" else None
    return height is not None and height <= _LOWEST


def _is_crossed(cell: etree._Element) -> bool:
    """Tell whether a cell of a table has a stroke from corner to corner."""
    strokes = (cell.find(f"{w('tcPr')}/{w('tcBorders')}/{w(name)}") for name in ("tl2br", "tr2bl"))
    return any(is_on(stroke) for stroke in strokes)


def _is_raised(sheet: StyleSheet, style: str) -> bool:
    aligned, moved = sheet.property(style, "rPr", "vertAlign"), sheet.property(style, "rPr", "position")
    height = None if moved is None else number_of(moved.get(w("val")))
    return (aligned is not None and aligned.get(w("val")) == "superscript") or (height or 0) > 0


def _of_run(tag: Tag, sheet: StyleSheet) -> Iterator[str]:
    """Name what the own look of a tag, or the style of its paragraph, makes of what is filled in."""
    own, paragraph = tag.run.find(w("rPr")), tag.spot.element.find(w("pPr"))
    named = None if own is None else own.find(w("rStyle"))
    style = None if paragraph is None else paragraph.find(w("pStyle"))
    of = sheet.default if style is None else style.get(w("val"))

    def get(kind: str, name: str) -> etree._Element | None:
        direct = own if kind == "rPr" else paragraph
        found = None if direct is None else direct.find(w(name))
        if found is None and named is not None:
            found = sheet.property(named.get(w("val")), kind, name)
        return sheet.effective(of, kind, name) if found is None else found

    on_color = any(True for _ in tag.run.iterancestors(w("tc"), w("txbxContent")))
    yield from (reason for reason in _of_letters(get) if reason != _UNSEEN or not on_color)
    if _is_squeezed(get("pPr", "spacing")):
        yield _SQUEEZED
    if any(each.get(w("val")) == "rtl" for each in tag.run.iterancestors(w("bdo"))):
        yield "van rechts naar links"
    if any(map(_is_crossed, tag.run.iterancestors(w("tc")))):
        yield "in een cel met een schuine streep erdoor"
    if any(map(_is_low, tag.run.iterancestors(w("tr")))):
        yield "in een rij die te laag is om te zien"
    if paragraph is not None and is_on(paragraph.find(f"{w('rPr')}/{w('vanish')}")):
        yield "vast aan de alinea erna: het alineateken is verborgen, en zo"
