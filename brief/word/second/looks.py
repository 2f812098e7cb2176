"""What styles say that decides which words are shown: hidden, capitals, symbol fonts, and what is a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.word.opc.markup import W, is_on, number_of
from brief.word.opc.symbols import is_symbol_font

if TYPE_CHECKING:
    from lxml import etree

Fonts = tuple[str, str]
"""The fonts of ASCII and of other western letters."""


class Said(Struct):
    """What is said of a run or paragraph; None where nothing is said."""

    hidden: bool | None = None
    caps: bool | None = None
    small: bool | None = None
    fonts: Fonts | None = None
    heading: bool | None = None

    @property
    def capitals(self) -> bool:
        """Tell whether letters are printed as capitals, large or small."""
        return bool(self.caps or self.small)


def _of(properties: etree._Element | None, name: str) -> etree._Element | None:
    return None if properties is None else properties.find(f"{W}{name}")


def said_by(run: etree._Element | None, paragraph: etree._Element | None = None) -> Said:
    """Read what run properties and paragraph properties say themselves."""
    said = Said()
    if (vanish := _of(run, "vanish")) is not None:
        said.hidden = is_on(vanish)
    if (capitals := _of(run, "caps")) is not None:
        said.caps = is_on(capitals)
    if (small := _of(run, "smallCaps")) is not None:
        said.small = is_on(small)
    if (fonts := _of(run, "rFonts")) is not None:
        one, other = (
            "theme" if f"{W}{kind}Theme" in fonts.attrib else fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi")
        )
        said.fonts = (one or other or "", other or one or "") if one or other else None
    if (level := _of(paragraph, "outlineLvl")) is not None:
        depth = number_of(level.get(f"{W}val"))
        said.heading = depth is not None and 0 <= depth <= 8
    return said


def over(own: Said, base: Said) -> Said:
    """Give what holds where `own` is said on top of `base`."""
    return Said(
        base.hidden if own.hidden is None else own.hidden,
        base.caps if own.caps is None else own.caps,
        base.small if own.small is None else own.small,
        base.fonts if own.fonts is None else own.fonts,
        base.heading if own.heading is None else own.heading,
    )


def against(style: Said, base: Said) -> Said:
    """Give what holds where a character style stands on the style of a paragraph: what both say, neither does."""
    return Said(
        bool(style.hidden) ^ bool(base.hidden),
        bool(style.caps) ^ bool(base.caps),
        bool(style.small) ^ bool(base.small),
        base.fonts if style.fonts is None else style.fonts,
        base.heading,
    )


class Looks:
    """The styles of a file, by id, with what they inherit."""

    def __init__(self, root: etree._Element | None) -> None:
        self.styles: dict[str, etree._Element] = {}
        self.standard = ""
        self._known: dict[str, Said] = {}
        self.everywhere = said_by(None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.findall(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            self.styles.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self.standard = name
        self.hides = bool(self.everywhere.hidden) or any(self.style(name).hidden for name in self.styles)

    def style(self, name: str) -> Said:
        """Give what a style says; an unknown one says nothing."""
        if name not in self._known:
            up: dict[str, etree._Element] = {}
            here = name
            while here in self.styles and here not in up and here not in self._known:
                up[here] = self.styles[here]
                based = up[here].find(f"{W}basedOn")
                here = "" if based is None else based.get(f"{W}val", "")
            said = self._known.get(here, Said())
            while here in up:  # the styles of a circle stand by themselves
                self._known[here] = self._own(up.pop(here))
                based = self.styles[here].find(f"{W}basedOn")
                here = "" if based is None else based.get(f"{W}val", "")
                said = self._known.get(here, said)
            for each in reversed(up):
                said = self._known[each] = over(self._own(up[each]), said)
            self._known.setdefault(name, said)
        return self._known[name]

    @staticmethod
    def _own(element: etree._Element) -> Said:
        said = said_by(element.find(f"{W}rPr"), element.find(f"{W}pPr"))
        named = element.find(f"{W}name")
        words = ("" if named is None else named.get(f"{W}val", "")).lower().split()
        if said.heading is None and len(words) == 2 and words[0] in ("heading", "kop", "überschrift", "titre"):
            said.heading = True if words[1] in tuple("123456789") else None
        return said

    def changes_words(self, name: str) -> bool:
        """Tell whether a style may hide words, or print them otherwise than they stand."""
        said = over(self.style(name), self.everywhere)
        symbols = said.fonts is not None and any(map(is_symbol_font, said.fonts))
        return bool(said.hidden or said.capitals or symbols)

    def paragraph(self, element: etree._Element) -> Said:
        """Give what holds for the runs of a paragraph that say nothing themselves."""
        properties = element.find(f"{W}pPr")
        style = _of(properties, "pStyle")
        base = self.style(self.standard if style is None else self._meant(style, "paragraph", self.standard))
        said = over(over(said_by(None, properties), base), self.everywhere)
        capitals = (None, None) if said.heading else (said.caps, said.small)
        return Said(said.hidden, *capitals, said.fonts, said.heading)

    def _meant(self, named: etree._Element, kind: str, otherwise: str) -> str:
        """Give the style that is named; what is no style for this kind of text does not count."""
        name = named.get(f"{W}val", "")
        element = self.styles.get(name)
        return name if element is None or element.get(f"{W}type") in (kind, None) else otherwise

    def run(self, properties: etree._Element | None, around: Said) -> Said:
        """Give what holds for a run in a paragraph."""
        style = _of(properties, "rStyle")
        base = around if style is None else against(self.style(self._meant(style, "character", "")), around)
        return over(said_by(properties), base)
