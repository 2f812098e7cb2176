"""Paragraph and character styles: what a paragraph inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from brief.text.model import Style
from brief.word.opc.markup import W, is_on, number_of, twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    Found = dict[Any, etree._Element]
    """The properties of a run or a paragraph by name."""

_HEADING_NAME = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])$")
VAL, _FONTS, _ALIGNED, _POSITION = f"{W}val", f"{W}rFonts", f"{W}vertAlign", f"{W}position"
_OUTLINE, _NUMBERED, _NUMBER, _LEVEL, _EDGE = (f"{W}{name}" for name in ("outlineLvl", "numPr", "numId", "ilvl", "ind"))
_SHADE, _SPACING, _COLOR, _MARKED, _SIZE, _COMBINED = (
    f"{W}{name}" for name in ("shd", "spacing", "color", "highlight", "sz", "eastAsianLayout")
)
_ALTERING = {
    f"{W}vanish": "verbergt tekst",
    f"{W}caps": "drukt tekst in hoofdletters",
    f"{W}smallCaps": "drukt tekst in hoofdletters",
    f"{W}strike": "haalt tekst door",
    f"{W}dstrike": "haalt tekst door",
    f"{W}tl2br": "kruist cellen door",
    f"{W}tr2bl": "kruist cellen door",
}
_STROKES = (f"{W}tl2br", f"{W}tr2bl")
_NEARLY_WHITE = re.compile("(?:f[4-9a-f]){3}")
"""Colors that nobody can tell from that of the paper."""
_THEMED = "thema"
"""A font of the theme of the document; it goes before one that is named, and is never one of symbols."""
_RAISED = 3
"""Half points from which text stands raised or lowered; less is how a font is made to fit."""
WHITE = ("ffffff", "white")
"""Colors of letters that white paper hides."""
TINY = 4
"""Half points: letters of two points and less."""
TEXT_FILL = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill"
"""Another way to color letters, which goes before their color."""
_LOWEST = 40
"""Twips: a line of exactly two points or less shows nothing of its letters."""
_PAPER = ("background1", "light1")
"""Colors of the theme that are those of the paper."""


class Look(Struct, frozen=True):
    """What a style gives a paragraph or run; None means: nothing said here, ask the style it is based on.

    `odd` tells that letters may not be seen as they are: it is worth a closer look at color, ground, size and brackets.
    """

    name: str = ""
    outline: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    indent: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    vertical: str | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    struck: bool | None = None
    font: tuple[str, str] | None = None
    shaded: bool | None = None
    color: str | None = None
    ground: str | None = None
    size: int | None = None
    brackets: str | None = None
    odd: bool | None = None
    squeezed: bool | None = None


@cache
def style_of(bold: bool | None, italic: bool | None, vertical: str | None) -> Style:
    """Combine properties of a run into a style of the text model."""
    style = Style.BOLD if bold else Style.PLAIN
    if italic:
        style |= Style.ITALIC
    if vertical == "superscript":
        style |= Style.SUPERSCRIPT
    elif vertical == "subscript":
        style |= Style.SUBSCRIPT
    return style


_PLAIN = Look()


class Styles:
    """The styles of a document, looked up by id with what they inherit filled in."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Look] = {}
        self._paragraphs: dict[str, Look] = {}
        self._runs: dict[str, Look] = {}
        self.default = ""
        said = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        everywhere = _PLAIN if said is None else run_look(said)
        self._everywhere = replace(everywhere, bold=None, italic=None, vertical=None)
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            self._elements.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self.default = name

    def paragraph(self, style_id: str) -> Look:
        """Give the style of a paragraph, on top of what the document says of all its text."""
        found = self._paragraphs.get(style_id)
        if found is None:
            named = style_id if self._is_kind(style_id, "paragraph") else self.default
            found = self._paragraphs[style_id] = _over(self._everywhere, self.look(named))
        return found

    def run(self, style_id: str) -> Look:
        """Give the style of a run; one that is no character style says nothing of it (17.3.2.29)."""
        found = self._runs.get(style_id)
        if found is None:
            found = self._runs[style_id] = self.look(style_id) if self._is_kind(style_id, "character") else _PLAIN
        return found

    def _is_kind(self, style_id: str, kind: str) -> bool:
        element = self._elements.get(style_id)
        return element is None or element.get(f"{W}type", "paragraph") == kind

    def look(self, style_id: str) -> Look:
        """Give a style with what it inherits; an unknown style says nothing."""
        found = self._resolved.get(style_id)
        if found is None:
            found = self._resolved[style_id] = self._resolve(style_id)
        return found

    def alters_words(self, style_id: str) -> list[str]:
        """Say what a table style makes of words somewhere in a table: hides them, strikes them through."""
        found = (each for _, style in self._chain(style_id) for each in style.iter(*_ALTERING))
        return list(dict.fromkeys(_ALTERING[str(each.tag)] for each in found if is_on(each) and not _of_corner(each)))

    def turns_columns(self, style_id: str) -> bool:
        """Tell whether a table style puts the first column at the right."""
        said = (style.find(f"{W}tblPr/{W}bidiVisual") for _, style in self._chain(style_id))
        return is_on(next((each for each in said if each is not None), None))

    def _chain(self, style_id: str) -> Iterator[tuple[str, etree._Element]]:
        """Give a style and the styles that it is based on, each with its id, the nearest first."""
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            element = self._elements[style_id]
            yield style_id, element
            style_id = _based_on(element)

    def _resolve(self, style_id: str) -> Look:
        """Go up to a style of which all is known, or to the end of the chain, and come back down.

        Styles that are based on each other in a circle are based on nothing.
        """
        chain: dict[str, Look] = {}
        up = style_id
        for name, element in self._chain(style_id):
            if name in self._resolved:
                break
            chain[name] = _own_look(element)
            up = _based_on(element)
        look = self._resolved.get(up, _PLAIN)
        circle = set(list(chain)[list(chain).index(up) :]) if up in chain else set()
        for name in reversed(chain):
            look = _PLAIN if name in circle else look
            look = self._resolved[name] = replace(_over(look, chain[name]), name=chain[name].name)
        return look if chain else replace(_PLAIN, name=style_id.lower())


def _of_corner(said: etree._Element) -> bool:
    """Tell whether a property is that of the first cell of a table, which one stroke parts in two for its headers."""
    part = next(said.iterancestors(f"{W}tblStylePr"), None)
    return part is not None and part.get(f"{W}type") == "nwCell" and said.tag in _STROKES


def _based_on(style: etree._Element) -> str:
    element = style.find(f"{W}basedOn")
    return "" if element is None else element.get(f"{W}val", "")


def _over(base: Look, own: Look) -> Look:
    said = {name: value for name in Look.__struct_fields__ if (value := getattr(own, name)) is not None}
    return replace(base, **said)


def _own_look(style: etree._Element) -> Look:
    name_element = style.find(f"{W}name")
    name = (name_element.get(f"{W}val", "") if name_element is not None else "").lower()
    look = paragraph_look(style.find(f"{W}pPr"))
    heading = _HEADING_NAME.match(name)
    if heading and look.outline is None:
        look = replace(look, outline=int(heading[1]))
    run = style.find(f"{W}rPr")
    return replace(look, name=name, **({} if run is None else _run_properties(run)))


def run_look(properties: etree._Element) -> Look:
    """Read what the properties of a run say themselves."""
    return Look(**_run_properties(properties))


def _run_properties(found_in: etree._Element) -> dict[str, Any]:
    found = {child.tag: child for child in found_in}
    said = found.get(_SIZE)
    color, ground, brackets = _color(found.get(_COLOR)), _ground(found), _brackets(found.get(_COMBINED))
    size = None if said is None else number_of(said.get(VAL))
    odd = color in WHITE or ground or brackets or (size is not None and size <= TINY) or TEXT_FILL in found
    return {
        "bold": _toggle(found, "b"),
        "italic": _toggle(found, "i"),
        "hidden": _toggle(found, "vanish"),
        "vertical": _vertical(found),
        "caps": _toggle(found, "caps"),
        "small_caps": _toggle(found, "smallCaps"),
        "struck": _struck(found),
        "font": _font(found.get(_FONTS)),
        "color": color,
        "ground": ground,
        "size": size,
        "brackets": brackets,
        "odd": True if odd else None,
    }


def _color(said: etree._Element | None) -> str | None:
    """Give the color of letters in small letters, `white` for that of the paper; None when nothing is said."""
    if said is None:
        return None
    of_theme = said.get(f"{W}themeColor", "") in _PAPER and said.get(f"{W}themeShade") is None
    value = said.get(VAL, "").lower()
    return "white" if of_theme or _NEARLY_WHITE.fullmatch(value) else value


def _ground(found: Found) -> str | None:
    """Give the color behind letters, that of a marker before its shade; empty when it is none, None when not said."""
    shade, marked = found.get(_SHADE), found.get(_MARKED)
    if marked is not None and marked.get(VAL, "none") != "none":
        return marked.get(VAL, "").lower()
    return None if shade is None else shade.get(f"{W}fill", "").lower().removeprefix("auto")


def _brackets(combined: etree._Element | None) -> str | None:
    """Give the kind of brackets that Word draws around text in two half lines; empty for none."""
    if combined is None:
        return None
    kind = combined.get(f"{W}combineBrackets", "none")
    return "" if kind == "none" or combined.get(f"{W}combine", "0") in {"0", "false", "off"} else kind


def _vertical(found: Found) -> str | None:
    """Say whether text is raised or lowered, by `w:vertAlign` or by `w:position`; None when nothing is said."""
    aligned, moved = found.get(_ALIGNED), found.get(_POSITION)
    value = aligned.get(VAL) if aligned is not None else None
    height = number_of(moved.get(VAL)) if moved is not None else None
    if value in {"superscript", "subscript"} or height is None:
        return value
    if abs(height) < _RAISED:
        return "baseline"
    return "superscript" if height > 0 else "subscript"


def _struck(found: Found) -> bool | None:
    once, twice = _toggle(found, "strike"), _toggle(found, "dstrike")
    return None if once is None and twice is None else bool(once or twice)


def _font(fonts: etree._Element | None) -> tuple[str, str] | None:
    """Give the fonts of ASCII and of other western letters; None when nothing is said."""
    if fonts is None:
        return None
    ascii_font, other = (
        _THEMED if fonts.get(f"{W}{name}Theme") else fonts.get(f"{W}{name}") for name in ("ascii", "hAnsi")
    )
    return (ascii_font or other or "", other or ascii_font or "") if ascii_font or other else None


def _toggle(found: Found, name: str) -> bool | None:
    element = found.get(f"{W}{name}")
    return None if element is None else is_on(element)


def paragraph_look(properties: etree._Element | None) -> Look:
    """Read what paragraph properties say themselves: outline level, numbering and indentation."""
    if properties is None:
        return _PLAIN
    return look_of(by_name(properties))


def by_name(properties: etree._Element) -> Found:
    """Give the properties of a paragraph by name, each as it stands there first."""
    return {each.tag: each for each in reversed(properties)}


def look_of(found: Found) -> Look:
    """Read what the properties of a paragraph say, see `by_name`."""
    outline = num_level = indent = None
    num_id = None
    level = found.get(_OUTLINE)
    if level is not None:
        value = number_of(level.get(VAL))
        outline = 0 if value is None or not 0 <= value <= 8 else value + 1
    numbering = found.get(_NUMBERED)
    if numbering is not None:
        id_element, level_element = numbering.find(_NUMBER), numbering.find(_LEVEL)
        num_id = id_element.get(VAL) if id_element is not None else None
        num_level = number_of(level_element.get(VAL)) if level_element is not None else None
    edge = found.get(_EDGE)
    if edge is not None:
        indent = twips(edge.get(f"{W}left") or edge.get(f"{W}start"))
    spacing = found.get(_SPACING)
    return Look(
        outline=outline,
        num_id=num_id,
        num_level=num_level,
        indent=indent,
        shaded=_SHADE in found or None,
        squeezed=None if spacing is None else _is_squeezed(spacing),
    )


def _is_squeezed(spacing: etree._Element) -> bool | None:
    """Tell whether lines are exactly so low that nothing of them is seen; None when their height is not said."""
    height = twips(spacing.get(f"{W}line"))
    return None if height is None else spacing.get(f"{W}lineRule") == "exact" and abs(height) <= _LOWEST
