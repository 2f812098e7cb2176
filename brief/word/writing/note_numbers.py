"""How Word numbers the footnotes of a document: where it begins, where it begins anew (ECMA-376 part 1, 17.11).

The settings say it for the document, and the properties of a section for that section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.word.opc.markup import number_of
from brief.word.opc.names import w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_NUMBERED = ("numStart", "numRestart", "numFmt")


class SectionRule(Struct, frozen=True):
    """What a section says of its notes: the first number, when numbering begins anew, and how a number looks."""

    start: int = 1
    restart: str = "continuous"
    form: str = "decimal"

    def changed(self, properties: etree._Element | None) -> SectionRule:
        """Give the rule with what these properties (`w:footnotePr`) say otherwise."""
        if properties is None:
            return self
        found = {name: properties.find(w(name)) for name in _NUMBERED}
        said = {name: str(each.get(w("val"), "")) for name, each in found.items() if each is not None}
        start = number_of(said.get("numStart"))
        return SectionRule(
            self.start if start is None else start,
            said.get("numRestart", self.restart),
            said.get("numFmt", self.form),
        )


class NoteCounter(Struct):
    """Counts notes as Word will. `is_certain` is false where only Word, with its pages before it, knows the numbers."""

    rules: Sequence[SectionRule] = (SectionRule(),)
    _shown: int = 0
    _section: int = -1

    @property
    def is_certain(self) -> bool:
        """Tell whether the numbers can be known before Word lays out the pages."""
        restarts = {rule.restart for rule in self.rules}
        starts = {rule.start for rule in self.rules}
        plain = all(rule.form == "decimal" for rule in self.rules)
        return plain and (restarts == {"eachSect"} or (restarts == {"continuous"} and len(starts) == 1))

    def next(self, section: int, *, counted: bool) -> int:
        """Give the number of the next note, which stands in this section; one with a mark of its own takes none."""
        rule = self.rules[min(section, len(self.rules) - 1)]
        if self._section < 0 or (section != self._section and rule.restart == "eachSect"):
            self._shown = rule.start - 1
        self._section = section
        self._shown += counted
        return self._shown


def section_rules(root: etree._Element, settings: etree._Element | None) -> tuple[SectionRule, ...]:
    """Give the rule of each section of a document, in order."""
    whole = SectionRule().changed(None if settings is None else settings.find(w("footnotePr")))
    sections = [each for each in root.iter(w("sectPr")) if next(each.iterancestors(w("sectPrChange")), None) is None]
    return tuple(whole.changed(each.find(w("footnotePr"))) for each in sections) or (whole,)


def section_of(element: etree._Element, ends: dict[etree._Element, int]) -> int:
    """Give the number of the section that an element stands in, from 0.

    `ends` gives for each child of the body how many sections have ended before it.
    """
    for holder in (element, *element.iterancestors()):
        if holder in ends:
            return ends[holder]
    return 0


def section_ends(root: etree._Element) -> dict[etree._Element, int]:
    """Give for each child of the body how many sections have ended before it."""
    body = root.find(w("body"))
    ended: dict[etree._Element, int] = {}
    count = 0
    for child in () if body is None else body:
        ended[child] = count
        if child.tag != w("sectPr"):
            count += sum(1 for each in child.iter(w("sectPr")))
    return ended
