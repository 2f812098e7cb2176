"""The numbers Word shows but does not store: computed from `numbering.xml` (ECMA-376 part 1, 17.9).

Paragraphs must be offered in document order. Lists that share an abstract definition share its counters; a `w:num` with
a start of its own begins afresh where it is first used. The main text, each header, the notes and the text boxes are
stories of their own, which count apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.word.opc.markup import MC, W, is_on, number_of, twips
from brief.word.opc.symbols import is_symbol_font, symbol
from brief.word.reading.model import Number
from brief.word.reading.numerals import is_known, numeral

if TYPE_CHECKING:
    from lxml import etree

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_LONGEST = 255
"""Characters of the text around a number that are kept; Word itself takes fewer."""
_TELLING = frozenset("☑☒☐✓✔✗✘✕🗹🗵🗷🗸🗴🗶🞕")
"""Bullets that say yes or no."""


def _tells(bullet: str) -> bool:
    """Tell whether a bullet says something: yes or no, or a word such as `Besluit:`; a lone letter is drawn as one."""
    return bullet in _TELLING or (len(bullet) > 1 and any(sign.isalnum() for sign in bullet))


class Level(Struct, frozen=True):
    """One level of a list definition."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    indent: int = 0
    style: str = ""
    hidden: bool = False
    caps: bool = False
    too_long: bool = False


class _List(Struct):
    """A `w:num`: the levels it uses, the definition whose counters it shares, and levels it starts afresh."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Hands out the number of each list paragraph, in document order.

    `odd` are the forms not known here, and `telling` the bullets that say something, that the number last given was the
    first to have; whoever reports them clears both.
    """

    def __init__(self, root: etree._Element | None, style_lists: dict[str, str] | None = None) -> None:
        self._style_lists = style_lists or {}
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[tuple[str, str], list[int | None]] = {}
        self.odd: list[str] = []
        self.telling: list[str] = []
        self._said: set[str] = set()
        if root is not None:
            self._read(root)

    def number(self, num_id: str | None, level: int | None, style: str, story: str = "") -> Number | None:
        """Give the number of the next paragraph in list `num_id`, or None when it is in no list.

        `style` is the id of its paragraph style; it decides the level where the paragraph does not say one. `story`
        names the text that counts apart.
        """
        found = self._lists.get(num_id or "")
        if found is None:
            return None
        level = self._level(found, level, style)
        definition = found.levels.get(level, Level(form="none"))
        counters = self._advance(found, level, definition, story)
        if definition.hidden:
            return None
        if definition.too_long:
            self._note("de tekst rond het nummer is langer dan 255 tekens en is afgekapt")
        text = self._shown(found, level, definition, counters)
        text = text.upper() if definition.caps else text
        bullet = definition.form == "bullet"
        if bullet and _tells(text.strip()):
            self._note(text.strip(), self.telling)
        return Number(text, level, bullet, definition.indent) if text or bullet else None

    @staticmethod
    def _level(found: _List, level: int | None, style: str) -> int:
        if level is None:
            level = next((index for index, each in found.levels.items() if style and each.style == style), 0)
        return min(max(level, 0), _LEVELS - 1)

    def is_counted(self, num_id: str | None, level: int | None, style: str) -> bool:
        """Tell whether a paragraph in list `num_id` has a number that is shown, and no bullet."""
        found = self._lists.get(num_id or "")
        if found is None:
            return False
        definition = found.levels.get(self._level(found, level, style), Level(form="none"))
        return definition.form not in {"bullet", "none"} and not definition.hidden

    def _advance(self, found: _List, level: int, definition: Level, story: str) -> list[int | None]:
        counters = self._counters.setdefault((story, found.abstract), [None] * _LEVELS)
        if level in found.starts and (story, level) not in found.begun:
            counters[level] = found.starts[level]
        else:
            current = counters[level]
            counters[level] = definition.start if current is None else current + 1
        found.begun.add((story, level))
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = found.levels.get(upper, Level()).start
        for lower in range(level + 1, _LEVELS):
            restart = found.levels.get(lower, Level()).restart
            if restart is None or (restart != 0 and level < restart):
                counters[lower] = None
        return counters

    def _shown(self, found: _List, level: int, definition: Level, counters: list[int | None]) -> str:
        if definition.form in {"bullet", "none"} and not _PLACEHOLDER.search(definition.text):
            return definition.text

        def value(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index > level:
                return ""
            each = found.levels.get(index, Level())
            form = "decimal" if definition.legal and each.form != "none" else each.form
            if not is_known(form):
                self._note(form)
            count = counters[index]
            return numeral(each.start if count is None else count, form)

        return _PLACEHOLDER.sub(value, definition.text).strip()

    def _note(self, form: str, forms: list[str] | None = None) -> None:
        if form not in self._said:
            self._said.add(form)
            (self.odd if forms is None else forms).append(form)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iterfind(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            self._abstracts[name] = {
                index: _level(element)
                for element in abstract.iterfind(f"{W}lvl")
                if (index := number_of(element.get(f"{W}ilvl"))) is not None and 0 <= index < _LEVELS
            }
            link = abstract.find(f"{W}numStyleLink")
            if link is not None:
                self._links[name] = link.get(f"{W}val", "")
        for number in root.iterfind(f"{W}num"):
            self._read_list(number)
        self._follow_links()

    def _read_list(self, number: etree._Element) -> None:
        reference = number.find(f"{W}abstractNumId")
        abstract = reference.get(f"{W}val", "") if reference is not None else ""
        levels = dict(self._abstracts.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in number.iterfind(f"{W}lvlOverride"):
            index = number_of(override.get(f"{W}ilvl"))
            if index is None or not 0 <= index < _LEVELS:
                continue
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[index] = _level(own)
            start = override.find(f"{W}startOverride")
            value = number_of(start.get(f"{W}val")) if start is not None else None
            if value is not None:
                starts[index] = value
                levels[index] = replace(levels.get(index, Level()), start=value)
        self._lists.setdefault(number.get(f"{W}numId", ""), _List(abstract, levels, starts))

    def _follow_links(self) -> None:
        """Give a list defined by a numbering style the levels of the list which that style names."""
        for found in self._lists.values():
            target = self._lists.get(self._style_lists.get(self._links.get(found.abstract, ""), ""))
            if target is not None and not found.levels:
                found.levels.update(target.levels)
                found.abstract = target.abstract


def _level(element: etree._Element) -> Level:
    indent_element = element.find(f"{W}pPr/{W}ind")
    indent = None
    if indent_element is not None:
        indent = twips(indent_element.get(f"{W}left") or indent_element.get(f"{W}start"))
    start = number_of(_value(element, "start"))
    form = _form(element)
    return Level(
        start=1 if start is None else start,
        form=form,
        text=_text(element, form),
        restart=number_of(_value(element, "lvlRestart")),
        legal=is_on(element.find(f"{W}isLgl")),
        indent=indent or 0,
        style=_value(element, "pStyle") or "",
        hidden=is_on(element.find(f"{W}rPr/{W}vanish")),
        caps=any(is_on(element.find(f"{W}rPr/{W}{name}")) for name in ("caps", "smallCaps")),
        too_long=len(_value(element, "lvlText") or "") > _LONGEST,
    )


def _text(element: etree._Element, form: str) -> str:
    """Give the text around the number; a character from a symbol font as what it shows."""
    text = (_value(element, "lvlText") or "")[:_LONGEST]
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = fonts.get(f"{W}ascii", "") if fonts is not None else ""
    if not is_symbol_font(font):
        return text
    bullet = form == "bullet"
    return "".join(symbol(font, f"{ord(char):X}") or char if bullet or char >= "\uf000" else char for char in text)


def _form(element: etree._Element) -> str:
    """Give the form of a number; one of the user's own is given by its example, such as `001, 002, 003, ...`."""
    found = element.find(f"{W}numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    if found is None:
        return "decimal"
    form = found.get(f"{W}val", "decimal")
    return found.get(f"{W}format", form) if form == "custom" else form


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None
