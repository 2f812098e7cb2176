"""Write `word/numbering.xml`: what the template has, and the lists the body needs on top of it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.markup import number_of, twips
from brief.word.opc.names import W, w
from brief.word.writing.lists import LEVELS, Lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.word.template.styles import StyleIds, StyleSheet

STEP = 340
"""Twips a list level is indented when the template does not say: 6 mm, room for two digits."""

_BULLETS = ("•", "–", "▪")
_MARK = "brief-num"
"""The place in the tree where the lists added as text go, after the definitions."""

_Form = tuple[str, str]
_PLAIN: _Form = ("decimal", "%.")


class Numbering:
    """The numbering of a template, and what the body adds to it."""

    def __init__(self, data: bytes | None, sheet: StyleSheet, styles: StyleIds) -> None:
        self._root = etree.Element(w("numbering"), nsmap={"w": W}) if data is None else etree.fromstring(data)
        self._sheet = sheet
        self._styles = styles
        self._abstracts = {item.get(w("abstractNumId")): item for item in self._root.iterchildren(w("abstractNum"))}
        self._nums = {item.get(w("numId")): item for item in self._root.iterchildren(w("num"))}
        self._next_num = _above(self._nums)
        self._next_abstract = _above(self._abstracts)
        self._known: dict[tuple[tuple[int, _Form], ...], str] = {}
        self._subjects: str | None = None
        self._added: list[str] = []
        self._bullets: dict[int, tuple[str, int]] = {}
        self._own_bullets: str | None = None

    def lists(self) -> Lists:
        """Give the list keeper for the body; bring it back to `add_lists` when the body is written."""
        return Lists(self._claim)

    def bullet(self, level: int) -> tuple[str, int]:
        """Give numId and level for a bullet: those of the template's style where it has them, else our own."""
        known = self._bullets.get(level)
        if known is None:
            known = self._bullets[level] = self._find_bullet(level)
        return known

    def _find_bullet(self, level: int) -> tuple[str, int]:
        numbered = self._of_style(_at(self._styles.bullets, level))
        if numbered is not None and numbered[1] == level:
            return numbered
        if self._own_bullets is None:
            forms = {n: ("bullet", _BULLETS[n % len(_BULLETS)]) for n in range(LEVELS)}
            self._own_bullets = self._new_num(self._abstract(forms), None)
        return self._own_bullets, level

    def subject(self) -> str:
        """Give a fresh numId for numbered headings that begin at 1.

        Their look is that of the template's list style `Onderwerpen`, when it has one.
        """
        if self._subjects is None:
            style = self._sheet.find("numbering", "Onderwerpen")
            numbered = self._of_style(style)
            abstract = None if numbered is None else self._abstract_of(numbered[0])
            self._subjects = abstract or self._abstract({0: ("decimal", "%")}, indent=2 * STEP)
        return self._new_num(self._subjects, (0, 1))

    def add_lists(self, lists: Lists) -> None:
        """Add the lists of a body, whose looks are known once the body is written."""
        for numbered in lists.lists:
            abstract = self._abstract(numbered.forms)
            self._add_num(numbered.identifier, abstract, (numbered.start_level, numbered.start))

    def _claim(self) -> int:
        self._next_num += 1
        return self._next_num - 1

    def to_bytes(self) -> bytes | None:
        """Write the part; None when the document has no list at all."""
        if len(self._root) == 0:
            return None
        mark = etree.Element(_MARK)
        last = self._root.find(w("numIdMacAtCleanup"))
        if last is None:
            self._root.append(mark)
        else:
            last.addprevious(mark)
        text = etree.tostring(self._root, encoding="unicode").replace(f"<{_MARK}/>", "".join(self._added))
        return b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n" + text.encode("utf-8")

    def indent(self, style: str | None, level: int) -> tuple[int, int]:
        """Give left and hanging indent in twips of a list level as the template's style sets it."""
        numbered = self._of_style(style)
        if numbered is not None:
            found = self._level_indent(*numbered)
            if found is not None:
                return found
        return (level + 1) * STEP, STEP

    def _of_style(self, style: str | None) -> tuple[str, int] | None:
        numbered = self._sheet.property(style, "pPr", "numPr")
        if numbered is None or numbered.find(w("numId")) is None:
            return None
        level = numbered.find(w("ilvl"))
        number = str(numbered.find(w("numId")).get(w("val")))  # type: ignore[union-attr]
        depth = 0 if level is None else number_of(level.get(w("val"))) or 0
        return (number, depth) if number in self._nums else None

    def _abstract_of(self, number: str) -> str | None:
        found = self._nums[number].find(w("abstractNumId"))
        return None if found is None else found.get(w("val"))

    def _level_indent(self, number: str, level: int) -> tuple[int, int] | None:
        abstract = self._abstracts.get(self._abstract_of(number))
        if abstract is None:
            return None
        for item in abstract.iterchildren(w("lvl")):
            indent = item.find(f"{w('pPr')}/{w('ind')}")
            if item.get(w("ilvl")) == str(level) and indent is not None:
                left = indent.get(w("left")) or indent.get(w("start")) or "0"  # LibreOffice writes `start`
                return twips(left) or 0, twips(indent.get(w("hanging"))) or 0
        return None

    def _abstract(self, forms: dict[int, _Form], indent: int | None = None) -> str:
        key = tuple(sorted(forms.items()))
        if key not in self._known:
            number = str(self._next_abstract)
            self._next_abstract += 1
            self._known[key] = number
            element = etree.Element(w("abstractNum"), {w("abstractNumId"): number})
            _child(element, "nsid", f"{zlib.crc32(repr(key).encode()) & 0x7FFFFFFF:08X}")
            _child(element, "multiLevelType", "multilevel")
            for level in range(LEVELS):
                self._add_level(element, level, forms.get(level, _PLAIN), indent)
            self._insert(element)
        return self._known[key]

    def _add_level(self, parent: etree._Element, level: int, form: _Form, indent: int | None) -> None:
        element = etree.SubElement(parent, w("lvl"), {w("ilvl"): str(level)})
        _child(element, "start", "1")
        _child(element, "numFmt", form[0])
        _child(element, "lvlText", form[1].replace("%", f"%{level + 1}") if form[0] != "bullet" else form[1])
        _child(element, "lvlJc", "left")
        style = _at(self._styles.numbers, level)
        left, hanging = self.indent(style, level) if indent is None else (indent, indent)
        properties = etree.SubElement(element, w("pPr"))
        etree.SubElement(properties, w("ind"), {w("left"): str(left), w("hanging"): str(hanging)})

    def _insert(self, abstract: etree._Element) -> None:
        """Put a definition before the first `w:num`, where the schema wants it."""
        first = self._root.find(w("num"))
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)

    def _new_num(self, abstract: str, start: tuple[int, int] | None) -> str:
        return self._add_num(self._claim(), abstract, start)

    def _add_num(self, identifier: int, abstract: str, start: tuple[int, int] | None) -> str:
        """Keep a `w:num` as text: a long document has thousands of them."""
        override = ""
        if start is not None:
            override = f'<w:lvlOverride w:ilvl="{start[0]}"><w:startOverride w:val="{start[1]}"/></w:lvlOverride>'
        self._added.append(f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>')
        return str(identifier)


def _child(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, w(name), {w("val"): value})


def _above(numbers: Iterable[str | None]) -> int:
    return max((number_of(number) or 0 for number in numbers), default=0) + 1


def _at(styles: tuple[str | None, ...], level: int) -> str | None:
    return styles[level] if level < len(styles) else None
