"""Paragraph and character styles: what a paragraph inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from brief.text.model import Style
from brief.word.opc.markup import W, is_on, number_of, twips

if TYPE_CHECKING:
    from lxml import etree

_HEADING_NAME = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])$")
_BASED_ON_LIMIT = 30


@dataclass(frozen=True, slots=True)
class Look:
    """What a style gives a paragraph or run; None means: nothing said here, ask the style it is based on."""

    name: str = ""
    outline: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    indent: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    vertical: str | None = None

    @property
    def emphasis(self) -> Style:
        """Give bold, italic and raised as a style of the text model."""
        return style_of(self.bold, self.italic, self.vertical)


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
        self.default = ""
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            self._elements.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self.default = name

    def look(self, style_id: str) -> Look:
        """Give a style with what it inherits; an unknown style says nothing."""
        found = self._resolved.get(style_id)
        if found is None:
            found = self._resolved[style_id] = self._resolve(style_id)
        return found

    def _resolve(self, style_id: str) -> Look:
        chain: list[Look] = []
        seen: set[str] = set()
        current = style_id
        while current in self._elements and current not in seen and len(chain) < _BASED_ON_LIMIT:
            seen.add(current)
            element = self._elements[current]
            chain.append(_own_look(element))
            based_on = element.find(f"{W}basedOn")
            current = based_on.get(f"{W}val", "") if based_on is not None else ""
        look = _PLAIN
        for own in reversed(chain):
            look = _over(look, own)
        return replace(look, name=chain[0].name) if chain else replace(_PLAIN, name=style_id.lower())


def _over(base: Look, own: Look) -> Look:
    said = {field.name: value for field in fields(Look) if (value := getattr(own, field.name)) is not None}
    return replace(base, **said)


def _own_look(style: etree._Element) -> Look:
    name_element = style.find(f"{W}name")
    name = (name_element.get(f"{W}val", "") if name_element is not None else "").lower()
    look = paragraph_look(style.find(f"{W}pPr"))
    heading = _HEADING_NAME.match(name)
    if heading and look.outline is None:
        look = replace(look, outline=int(heading[1]))
    run = style.find(f"{W}rPr")
    if run is None:
        return replace(look, name=name)
    vertical = run.find(f"{W}vertAlign")
    return replace(
        look,
        name=name,
        bold=_toggle(run, "b"),
        italic=_toggle(run, "i"),
        hidden=_toggle(run, "vanish"),
        vertical=vertical.get(f"{W}val") if vertical is not None else None,
    )


def _toggle(properties: etree._Element, name: str) -> bool | None:
    element = properties.find(f"{W}{name}")
    return None if element is None else is_on(element)


def paragraph_look(properties: etree._Element | None) -> Look:
    """Read what paragraph properties say themselves: outline level, numbering and indentation."""
    if properties is None:
        return _PLAIN
    outline = num_level = indent = None
    num_id = None
    level = properties.find(f"{W}outlineLvl")
    if level is not None:
        value = number_of(level.get(f"{W}val"))
        outline = 0 if value is None or not 0 <= value <= 8 else value + 1
    numbering = properties.find(f"{W}numPr")
    if numbering is not None:
        id_element, level_element = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
        num_id = id_element.get(f"{W}val") if id_element is not None else None
        num_level = number_of(level_element.get(f"{W}val")) if level_element is not None else None
    edge = properties.find(f"{W}ind")
    if edge is not None:
        indent = twips(edge.get(f"{W}left") or edge.get(f"{W}start"))
    return Look(name="", outline=outline, num_id=num_id, num_level=num_level, indent=indent)
