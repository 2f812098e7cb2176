"""Change the tree of a part until only what Word shows is left in it: changes accepted, hidden text gone.

What goes loses its text; the marks of fields stay, since a field may begin in what goes and end in what stays. Nothing
here is written anywhere: the tree is a copy of its own.
"""

from __future__ import annotations

from re import fullmatch
from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.dates import as_shown
from brief.word.opc.foreign import elements_of, ignorable
from brief.word.opc.markup import MC, XML_SPACE, M, W, is_on, number_of
from brief.word.opc.symbols import is_symbol_font, symbol
from brief.word.second.formula import GONE, linear
from brief.word.second.looks import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.word.opc.values import Values
    from brief.word.second.looks import Fonts, Looks

SYMBOLS_EXTENDED = tuple(
    f"{{http://schemas.microsoft.com/office/word/{year}/wordml/symex}}symEx" for year in (2015, 2016)
)
CHARACTERS = (
    f"{W}tab",
    f"{W}ptab",
    f"{W}br",
    f"{W}cr",
    f"{W}noBreakHyphen",
    f"{W}softHyphen",
    f"{W}sym",
    *SYMBOLS_EXTENDED,
)
TEXTS = (f"{W}t", f"{W}delText", f"{M}t")
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_MARKED = (f"{W}fldChar", f"{W}fldSimple", f"{W}instrText", f"{M}*")
_PROPERTIES = {
    f"{W}{name}" for name in ("rPr", "pPr", "trPr", "tcPr", "tblPr", "sectPr", "numPr", "tblPrEx", "tblGrid")
}
_WORDS_KNOWN = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)
_BOUND = (f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_OTHER_FORM = ("picture", "docPartObj", "richText")


class Tree:
    """The tree of one part, and what was taken out of it: text boxes, and the notes of which the mark is gone."""

    def __init__(self, root: etree._Element, looks: Looks, values: Callable[[], Values]) -> None:
        self.root = root
        self.looks = looks
        self.values = values
        self.boxes: list[etree._Element] = []
        self.gone_notes: set[tuple[str, str]] = set()
        self._gone: set[etree._Element] = set()

    def accept(self) -> None:
        """Change the tree."""
        self._choose_forms()
        shown = self._shown_through()
        for element in list(elements_of(self.root, ignorable(self.root))):
            if shown.isdisjoint((element.tag, f"{{{etree.QName(element).namespace}}}*")):
                self._empty(element)
        for name in ("del", "moveFrom"):
            for element in self._all(f"{W}{name}"):
                parent = element.getparent()
                if parent is not None and parent.tag not in _PROPERTIES:
                    self._empty(element)
        self._take_out_rows_and_cells()
        for element in self._all(f"{W}rt"):
            self._empty(element)
        self._dress()
        self._bind()
        self._write_formulas()
        self._move_out()

    def _shown_through(self) -> set[str]:
        """Name the elements that Word passes over and of which it shows the content; `*` is any of a namespace."""
        said = [each.split(":", 1) for each in self.root.get(f"{MC}ProcessContent", "").split() if ":" in each]
        return {f"{{{self.root.nsmap.get(prefix, '')}}}{name}" for prefix, name in said}

    def _all(self, *names: str) -> list[etree._Element]:
        return list(self.root.iter(*names))

    def _empty(self, element: etree._Element) -> None:
        """Take all text out of an element, and mark what would compute text in it."""
        self._gone.add(element)
        for each in list(element.iter(*TEXTS, *CHARACTERS, *NOTES)):
            kind = NOTES.get(str(each.tag))
            if kind is not None:
                self.gone_notes.add((kind, each.get(f"{W}id", "")))
            parent = each.getparent()
            if parent is not None:
                parent.remove(each)
        for each in element.iter(*_MARKED):
            each.set(GONE, "1")

    def _choose_forms(self) -> None:
        for element in self._all(f"{MC}AlternateContent"):
            parent = element.getparent()
            if parent is None:
                continue
            chosen = next((each for each in element.findall(f"{MC}Choice") if _is_known(each)), None)
            chosen = element.find(f"{MC}Fallback") if chosen is None else chosen
            for child in list(chosen) if chosen is not None else ():
                element.addprevious(child)
            element.clear()  # see `_write_formulas`
            parent.remove(element)

    def _take_out_rows_and_cells(self) -> None:
        for properties in self._all(f"{W}trPr"):
            row = properties.getparent()
            out = properties.find(f"{W}del") is not None or is_on(properties.find(f"{W}hidden"))
            if out and row is not None and row.tag == f"{W}tr":
                self._empty(row)
        if next(self.root.iter(f"{W}vMerge", f"{W}hMerge", f"{W}cellMerge"), None) is not None:
            for table in self._all(f"{W}tbl"):
                self._empty_merged(table)
        for change in self._all(f"{W}cellDel"):
            cell = next(change.iterancestors(f"{W}tc"), None)
            if cell is not None:
                self._empty(cell)

    def _empty_merged(self, table: etree._Element) -> None:
        begun: set[int] = set()
        for row in _inside(table, f"{W}tr", f"{W}tbl"):
            column = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
            out = row in self._gone or any(each in self._gone for each in row.iterancestors())
            for cell in _inside(row, f"{W}tc", f"{W}tr"):
                down, across = cell.find(f"{W}tcPr/{W}vMerge"), cell.find(f"{W}tcPr/{W}hMerge")
                if across is not None and across.get(f"{W}val", "continue") == "continue" and column:
                    self._empty(cell)
                elif not out:
                    self._merge(cell, down, column, begun)
                column += max(_count(cell.find(f"{W}tcPr/{W}gridSpan"), 1), 1)

    def _merge(self, cell: etree._Element, down: etree._Element | None, column: int, begun: set[int]) -> None:
        tracked = cell.find(f"{W}tcPr/{W}cellMerge")
        how = "" if down is None else down.get(f"{W}val", "continue")
        if tracked is not None:
            how = {"cont": "continue", "rest": "restart"}.get(tracked.get(f"{W}vMerge", ""), "")
        if not how:
            begun.discard(column)
        elif how == "continue" and column in begun:
            self._empty(cell)
        else:
            begun.add(column)

    def _dress(self) -> None:
        """Take hidden runs out; give capitals and symbols as they are printed."""
        around: dict[etree._Element | None, Said] = {None: Said()}
        for run in self._dressed_runs():
            paragraph = next(run.iterancestors(f"{W}p"), None)
            if paragraph is not None and paragraph not in around:
                around[paragraph] = self.looks.paragraph(paragraph)
            said = self.looks.run(run.find(f"{W}rPr"), around[paragraph])
            if said.hidden:
                self._empty(run)
            elif said.capitals or (said.fonts and any(map(is_symbol_font, said.fonts))):
                for text in _inside(run, f"{W}t", f"{W}r", f"{W}p"):
                    text.text = _printed(text.text or "", said.fonts or ("", ""), capitals=said.capitals)
        for run in self._all(f"{M}r"):
            if is_on(run.find(f"{W}rPr/{W}vanish")):
                self._empty(run)

    def _dressed_runs(self) -> dict[etree._Element, None]:
        """Find the runs of which the words may be shown otherwise than they stand, in order."""
        found: dict[etree._Element, None] = {}
        for said in self.root.iter(f"{W}vanish", f"{W}caps", f"{W}smallCaps", f"{W}rFonts"):
            if said.tag == f"{W}rFonts" and not any(map(is_symbol_font, map(str, said.attrib.values()))):
                continue
            properties = said.getparent()
            run = properties.getparent() if properties is not None else None
            if run is not None and run.tag == f"{W}r":
                found[run] = None
        for named in self.root.iter(f"{W}rStyle", f"{W}pStyle"):
            if self.looks.changes_words(named.get(f"{W}val", "")):
                holder = next(named.iterancestors(f"{W}r", f"{W}p"), None)
                found.update(dict.fromkeys(_runs(holder)) if holder is not None else {})
        if self.looks.changes_words(self.looks.standard):
            found.update(dict.fromkeys(self.root.iter(f"{W}r")))
        return found

    def _bind(self) -> None:
        """Fill bound controls with their values."""
        for name in _BOUND:
            for binding in self._all(name):
                properties = binding.getparent()
                control = properties.getparent() if properties is not None else None
                content = control.find(f"{W}sdtContent") if control is not None else None
                if (
                    properties is None
                    or content is None
                    or any(e in self._gone for e in (content, *content.iterancestors()))
                ):
                    continue
                if _shows_value(properties):
                    self._fill(properties, content, self.values().bound(binding))

    def _fill(self, properties: etree._Element, content: etree._Element, value: str | None) -> None:
        if value is None or value.lstrip().startswith("<") or not value.strip():
            return
        for item in properties.iter(f"{W}listItem"):
            if item.get(f"{W}value") == value:
                value = item.get(f"{W}displayText") or value
                break
        formed = _formed(properties, value)
        if formed is None:
            return
        value = formed
        if "".join(each.text or "" for each in content.iter(*TEXTS)).split() == value.split():
            return
        self._empty(content)
        run = etree.Element(f"{W}r")
        text = etree.SubElement(run, f"{W}t", {XML_SPACE: "preserve"})
        text.text = "".join(char if char >= " " else " " for char in value)
        inline = next(content.iterancestors(f"{W}p", f"{W}tc", f"{W}body", f"{W}txbxContent"), None)
        if inline is not None and inline.tag == f"{W}p":
            content.insert(0, run)
        elif (paragraph := next(content.iter(f"{W}p"), None)) is not None:
            paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, run)

    def _write_formulas(self) -> None:
        for formula in self._all(f"{M}oMath"):
            parent = formula.getparent()
            if parent is None or next(formula.iterancestors(f"{M}oMath"), None) is not None:
                continue
            text = etree.Element(f"{W}t", {XML_SPACE: "preserve"})
            text.text = linear(formula)
            formula.addprevious(text)
            formula.clear()  # lxml takes the square of the size of what is taken out, to keep its names right
            parent.remove(formula)

    def _move_out(self) -> None:
        """Take text boxes out of the text around them; a paragraph in a paragraph comes after it."""
        for box in self._all(f"{W}txbxContent"):
            parent = box.getparent()
            if parent is not None:
                apart = etree.Element(box.tag)
                apart.attrib.update(box.attrib)
                apart.extend(list(box))  # one by one: see `_write_formulas`
                parent.remove(box)
                self.boxes.append(apart)


def _is_known(choice: etree._Element) -> bool:
    return all((choice.nsmap.get(name) or "").startswith(_WORDS_KNOWN) for name in choice.get("Requires", "").split())


def _inside(element: etree._Element, name: str, *bounds: str) -> Iterator[etree._Element]:
    """Go through what stands in an element, but not in another such element within it."""
    for each in element:
        if each.tag == name:
            yield each
        elif each.tag not in bounds:
            yield from _inside(each, name, *bounds)


def _runs(holder: etree._Element) -> list[etree._Element]:
    return [holder] if holder.tag == f"{W}r" else list(_inside(holder, f"{W}r", f"{W}p", f"{W}txbxContent"))


def _count(element: etree._Element | None, otherwise: int) -> int:
    value = None if element is None else number_of(element.get(f"{W}val"))
    return value if value is not None and 0 <= value <= 63 else otherwise


def _shows_value(properties: etree._Element) -> bool:
    """Tell whether a control shows its value in words, and is not a picture or a text in several looks."""
    return not {str(each.tag).rpartition("}")[2] for each in properties}.intersection(_OTHER_FORM)


def _formed(properties: etree._Element, value: str) -> str | None:
    """Write a value as a date or a check box shows it; None where it shows what the file holds already."""
    kinds = {str(each.tag).rpartition("}")[2]: each for each in properties}
    if "date" in kinds:
        held = kinds["date"].get(f"{W}fullDate", "")
        return None if held[:10] == value[:10] else as_shown(kinds["date"], value)
    if "checkbox" not in kinds:
        return value
    said = {str(each.tag).rpartition("}")[2]: [str(one) for one in each.attrib.values()] for each in kinds["checkbox"]}
    now, then = (word.lower() in ("1", "true") for word in (value, *said.get("checked", ["0"])[:1]))
    if now == then or value.lower() not in ("0", "1", "true", "false"):
        return None
    marks = said.get("checkedState" if now else "uncheckedState", ())
    codes = [one for one in marks if fullmatch("[0-9A-Fa-f]{4}", one)]
    return chr(int(codes[0], 16)) if codes else "☐☒"[now]


def _printed(text: str, fonts: Fonts, *, capitals: bool) -> str:
    shown = "".join(_of_font(char, fonts) for char in text)
    return shown.upper() if capitals else shown


def _of_font(char: str, fonts: Fonts) -> str:
    code = ord(char)
    if 0xF020 <= code <= 0xF0FF:
        font = next((each for each in fonts if is_symbol_font(each)), "")
    elif 0x20 < code <= 0xFF:
        font = fonts[code > 0x7F]
    else:
        return char
    return (symbol(font, f"{code:X}") or char) if is_symbol_font(font) else char
