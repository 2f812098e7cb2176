"""Find the styles of a template by the name Word gives them.

A Dutch Word stores `Kop1` as the id of the style named `heading 1`: the id differs from template to template, the name
in `w:name` does not (ECMA-376 part 1, 17.7.4.9). Names compare without regard to case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.word.opc.markup import is_on, local, twips
from brief.word.opc.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

REQUIRED = (
    ("paragraph", "heading 1"),
    ("paragraph", "heading 2"),
    ("paragraph", "heading 3"),
    ("paragraph", "List Bullet"),
    ("paragraph", "List Number"),
    ("paragraph", "footnote text"),
    ("character", "footnote reference"),
)
"""Styles without which a text cannot be set: type and name."""

ADVISED = (
    ("paragraph", "Body Text"),
    ("paragraph", "List Continue"),
    ("paragraph", "Verwijzing"),
    ("paragraph", "Concepttekst"),
    ("character", "Concepttekst teken"),
    ("character", "Hyperlink"),
    ("table", "Table Grid"),
    ("table", "Brieftabel"),
    ("paragraph", "Tabelkop"),
    ("paragraph", "Tabeltekst"),
)
"""Styles that have a fallback: the text is right without them, only plainer."""

_DUTCH = {
    "heading": "Kop", "list bullet": "Lijst opsom.teken", "list number": "Lijstnummering", "toc": "Inhopg",
    "list continue": "Lijstvoortzetting", "footnote text": "Voetnoottekst", "footnote reference": "Voetnootmarkering",
    "body text": "Platte tekst", "table grid": "Tabelraster", "normal": "Standaard",
}  # fmt: skip


def shown_name(name: str) -> str:
    """Give the name that a Dutch Word shows for a style: `Kop 2` for `heading 2`."""
    base, _, level = name.rpartition(" ") if name[-1:].isdigit() else (name, "", "")
    dutch = _DUTCH.get(base.lower())
    return name if dutch is None else f"{dutch} {level}".rstrip()


class StyleSheet:
    """The styles of a template, found by type and name."""

    def __init__(self, root: etree._Element) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._by_id: dict[str, etree._Element] = {}
        self._families: dict[str | None, tuple[etree._Element, ...]] = {}
        self._properties: dict[etree._Element, dict[tuple[str, str], etree._Element]] = {}
        self.default: str | None = None
        self._defaults = root.find(w("docDefaults"))
        for style in root.iterchildren(w("style")):
            self._add(style)

    def _add(self, style: etree._Element) -> None:
        kind = style.get(w("type"), "paragraph")
        name = style.find(w("name"))
        if name is not None:
            self._styles.setdefault((kind, name.get(w("val"), "").lower()), style)
        identifier = style.get(w("styleId"), "")
        self._by_id.setdefault(identifier, style)
        if kind == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
            self.default = identifier

    def find(self, kind: str, *names: str) -> str | None:
        """Give the id of the first of these styles that the template has, or None."""
        for name in names:
            style = self._styles.get((kind, name.lower()))
            if style is not None:
                return str(style.get(w("styleId")))
        return None

    def name_of(self, identifier: str | None) -> str:
        """Give the name of a style as Word shows it; its id where it has none."""
        style = self._by_id.get(identifier or "")
        name = None if style is None else style.find(w("name"))
        return str(identifier if name is None else name.get(w("val")))

    def names(self, kind: str) -> tuple[str, ...]:
        """List the names of the styles of one type, in lower case."""
        return tuple(name for found, name in self._styles if found == kind)

    def hides(self, identifier: str | None) -> bool:
        """Tell whether a style, or one it is based on, makes its text hidden."""
        return is_on(self.property(identifier, "rPr", "vanish"))

    def spacing(self, identifier: str | None, side: str) -> int:
        """Give the white space `before` or `after` paragraphs of a style, in twips; 0 when it is not set."""
        for style in self._family(identifier):
            found = self._own(style, "pPr", "spacing")
            value = None if found is None else twips(found.get(w(side)))
            if value is not None:
                return max(0, value)
        return 0

    def property(self, identifier: str | None, kind: str, name: str) -> etree._Element | None:
        """Find a property (`pPr`, `ind`) in a style or in those it is based on."""
        found = (self._own(style, kind, name) for style in self._family(identifier))
        return next((each for each in found if each is not None), None)

    def effective(self, identifier: str | None, kind: str, name: str) -> etree._Element | None:
        """Find a property (`rPr`, `sz`) in a style, in those it is based on, or in the defaults of the document."""
        found = self.property(identifier, kind, name)
        if found is None and self._defaults is not None:
            found = self._own(self._defaults, kind, name)
        return found

    def _own(self, style: etree._Element, kind: str, name: str) -> etree._Element | None:
        """Find a property in a style itself, or in the defaults; each is looked through once, and asked for many."""
        known = self._properties.get(style)
        if known is None:
            known = self._properties[style] = {}
            for each_kind in ("pPr", "rPr"):
                above = f"{w(f'{each_kind}Default')}/" if style is self._defaults else ""
                for each in style.iterfind(f"{above}{w(each_kind)}/{w('*')}"):
                    known.setdefault((each_kind, local(each)), each)
        return known.get((kind, name))

    def _family(self, identifier: str | None) -> tuple[etree._Element, ...]:
        """Give a style and those it is based on, nearest first."""
        known = self._families.get(identifier)
        if known is None:
            known = self._families[identifier] = tuple(self._based_on(identifier))
        return known

    def _based_on(self, identifier: str | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while identifier is not None and identifier not in seen:
            seen.add(identifier)
            style = self._by_id.get(identifier)
            if style is None:
                return
            yield style
            parent = style.find(w("basedOn"))
            identifier = None if parent is None else parent.get(w("val"))


class StyleIds(Struct, frozen=True):
    """The ids of the styles the body is set in; None where the template has none and Word's default must do."""

    body: str | None
    headings: tuple[str | None, ...]
    bullets: tuple[str | None, ...]
    numbers: tuple[str | None, ...]
    continues: tuple[str | None, ...]
    reference: str | None
    draft: str | None
    draft_run: str | None
    note: str | None
    note_mark: str | None
    link: str | None
    table: str | None
    cell: str | None
    head_cell: str | None
    contents: tuple[str | None, ...]


def style_ids(sheet: StyleSheet) -> StyleIds:
    """Look up every style the body may need, with the nearest style in its place where one is missing."""
    body = sheet.find("paragraph", "Body Text", "Normal") or sheet.default
    headings = _levels(sheet, "heading {}", 9, body)
    cell = sheet.find("paragraph", "Tabeltekst")
    return StyleIds(
        body=body,
        headings=headings,
        bullets=_list_levels(sheet, "List Bullet", body),
        numbers=_list_levels(sheet, "List Number", body),
        continues=_list_levels(sheet, "List Continue", body),
        reference=sheet.find("paragraph", "Verwijzing") or body,
        draft=sheet.find("paragraph", "Concepttekst") or body,
        draft_run=sheet.find("character", "Concepttekst teken"),
        note=sheet.find("paragraph", "footnote text"),
        note_mark=sheet.find("character", "footnote reference"),
        link=sheet.find("character", "Hyperlink"),
        table=sheet.find("table", "Brieftabel", "Table Grid"),
        cell=cell or body,
        head_cell=sheet.find("paragraph", "Tabelkop") or cell or body,
        contents=_levels(sheet, "toc {}", 3, body),
    )


def _levels(sheet: StyleSheet, name: str, count: int, fallback: str | None) -> tuple[str | None, ...]:
    found: list[str | None] = []
    for level in range(1, count + 1):
        fallback = sheet.find("paragraph", name.format(level)) or fallback
        found.append(fallback)
    return tuple(found)


def _list_levels(sheet: StyleSheet, name: str, fallback: str | None) -> tuple[str | None, ...]:
    first = sheet.find("paragraph", name)
    rest = (sheet.find("paragraph", f"{name} {level}") for level in range(2, 6))
    return (first or fallback, *rest)
