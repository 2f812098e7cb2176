"""Take the words from a tree in which only what Word shows is left: paragraph by paragraph, each with its cells."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.container import Refused
from brief.word.opc.markup import XML_SPACE, W, is_on, parse_part
from brief.word.opc.package import open_package
from brief.word.opc.relations import main_part, relations_of
from brief.word.opc.symbols import symbol
from brief.word.opc.values import values_of
from brief.word.second.accepted import CHARACTERS, TEXTS, Tree
from brief.word.second.fields import Field, computed, unpaired
from brief.word.second.formula import GONE
from brief.word.second.looks import Looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brief.word.opc.package import Package
    from brief.word.opc.values import Values

_READ = ("header", "footer", "footnotes", "endnotes")
_HOLDERS = (f"{W}tc", f"{W}footnote", f"{W}endnote")
_LOOSE = ".//*[self::w:t or self::w:delText or self::m:t][not(ancestor::w:p) or ancestor::w:pPr or ancestor::w:rPr]"
_SPACES = {"w": W[1:-1], "m": "http://schemas.openxmlformats.org/officeDocument/2006/math"}
_ORDER = ("", "initial", "hidden", "deleted")
"""Why a paragraph goes on in the next, the reason that counts most last."""
_KEPT_UNSEEN = (["SET"], ["ASK"])
"""The fields of which the result is kept for elsewhere, and shows nothing itself."""
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class ShownParagraph(Struct):
    """The words of one paragraph in order; `cells` are the rows and cells it stands in, outermost first."""

    part: str
    index: int
    words: list[str]
    cells: tuple[tuple[object, object], ...]


Stories = dict[tuple[str, bool], list[ShownParagraph]]
"""The paragraphs that show words, by part and by whether they stand in text boxes."""


def shown(data: bytes, file: str) -> Stories:
    """Read the words that Word shows in a file, but for comments and drawings; nothing of a file that is refused."""
    package, _ = open_package(data, file)
    if package is None:
        return {}
    try:
        return _read(package)
    except Refused:
        return {}


def _read(package: Package) -> Stories:
    main = main_part(package)
    relations = [each for each in relations_of(package, main).values() if not each.external]
    styles = next(
        (root for each in relations if each.kind == "styles" and (root := _root(package, each.target)) is not None),
        None,
    )
    looks, values = Looks(styles), cache(partial(values_of, package, main))
    stories: Stories = {}
    first = _root(package, main)
    trees: list[Tree] = []
    if first is not None:
        trees.append(_told(first, main, looks, values, stories, set()))
    gone = trees[0].gone_notes - _live_notes(trees[0].root, trees[0].boxes) if trees else set()
    for each in relations:
        root = _root(package, each.target) if each.kind in _READ and (each.target, False) not in stories else None
        if root is not None:
            notes = {name for kind, name in gone if kind == each.kind}
            _told(root, each.target, looks, values, stories, notes)
    return stories


def _root(package: Package, part: str) -> etree._Element | None:
    data = package.part(part)
    return None if data is None else parse_part(data, package.file, part)


def _live_notes(root: etree._Element, boxes: Iterable[etree._Element]) -> set[tuple[str, str]]:
    marks = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
    found = (each for tree in (root, *boxes) for each in tree.iter(*marks))
    return {(marks[str(each.tag)], each.get(f"{W}id", "")) for each in found}


def _told(
    root: etree._Element,
    part: str,
    looks: Looks,
    values: Callable[[], Values],
    stories: Stories,
    gone: set[str],
) -> Tree:
    """Read one part into `stories`; `gone` are the notes of which the mark is gone."""
    tree = Tree(root, looks, values)
    for note in root.findall(f"{W}footnote") + root.findall(f"{W}endnote"):
        if note.get(f"{W}id", "") in gone:
            note.clear()  # lxml takes out what is full in square time
            root.remove(note)
    tree.accept()
    inherited = bool(root.xpath("boolean(//*[@xml:space][not(self::w:t)])", namespaces=_SPACES))
    teller = _Teller(part, looks, values, inherited=inherited)
    stories[part, False] = teller.tell(root)
    stories[part, True] = [each for box in tree.boxes for each in teller.tell(box)]
    return tree


class _Teller(Struct):
    """Takes the words of a story; counts the paragraphs of its part."""

    part: str
    looks: Looks
    values: Callable[[], Values]
    inherited: bool
    fields: list[Field] = field(default_factory=list)
    unpaired: set[etree._Element] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    in_code: set[etree._Element] = field(default_factory=set)

    def tell(self, root: etree._Element) -> list[ShownParagraph]:
        """Give the paragraphs of a story that show words."""
        _write_out_simple_fields(root)
        found = root.xpath(_LOOSE, namespaces=_SPACES)
        for loose in found if isinstance(found, list) else ():
            if isinstance(loose, etree._Element) and (parent := loose.getparent()) is not None:
                parent.remove(loose)
        self.fields, self.unpaired = [], unpaired(list(root.iter(f"{W}fldChar")))
        paragraphs: list[tuple[etree._Element, list[str]]] = []
        self.texts = []
        for element in root.iter(f"{W}p", *TEXTS, *CHARACTERS, f"{W}fldChar", f"{W}instrText"):
            if element.tag == f"{W}p":
                if paragraphs and any(each.in_code for each in self.fields):
                    self.in_code.add(paragraphs[-1][0])
                self.texts = []
                paragraphs.append((element, self.texts))
            else:
                self._add(element)
        return self._joined(paragraphs, root)

    def _add(self, element: etree._Element) -> None:
        name = str(element.tag).rpartition("}")[2]
        if name == "fldChar":
            self._field(element)
        elif name == "instrText":
            if self.fields and self.fields[-1].in_code:
                self.fields[-1].code += element.text or ""
        else:
            self._show(self._text(element, name))

    def _show(self, text: str) -> None:
        coded = next((each for each in reversed(self.fields) if each.in_code), None)
        if coded is not None:
            coded.code += text
        elif text:
            self.texts.append(text)
            if self.fields:
                self.fields[-1].filled = True

    def _text(self, element: etree._Element, name: str) -> str:
        if name in _FIXED:
            return _FIXED[name]
        if name in {"sym", "symEx"}:
            said = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
            return symbol(said.get("font", ""), said.get("char", "")) or "\ufffd"
        text = element.text or ""
        space = element.get(XML_SPACE)
        if space is None and self.inherited:
            space = next((value for each in element.iterancestors() if (value := each.get(XML_SPACE))), None)
        return text if space == "preserve" else text.strip(" \t\r\n")

    def _field(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self.unpaired:
            self.fields.append(Field(element))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_code = self.fields[-1].code.upper().split(None, 1)[:1] in _KEPT_UNSEEN
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if not ended.filled and element.get(GONE) is None:
                self._show(computed(ended, self.values))
            elif ended.filled and self.fields:
                self.fields[-1].filled = True

    def _joined(self, paragraphs: list[tuple[etree._Element, list[str]]], root: etree._Element) -> list[ShownParagraph]:
        """Put together what Word shows as one paragraph."""
        joins = _joins(root)
        found: list[ShownParagraph] = []
        waiting: list[str] = []
        held: tuple[object, bool] = (None, False)
        for index, (element, texts) in enumerate(paragraphs, 1):
            how = joins.get(element, "") or self._joins_by_itself(element)
            if not how and not waiting:
                self._take(found, index, texts, element)
                continue
            holder = next(element.iterancestors(*_HOLDERS), None)
            heading = bool(self.looks.paragraph(element).heading)
            if waiting and (held[0] is not holder or (held[1] and not heading)):
                self._take(found, index - 1, waiting, paragraphs[index - 2][0])
                waiting = []
            waiting += texts
            held = (holder, how == "hidden" and heading and any(map(str.strip, waiting)))
            if not how:
                self._take(found, index, waiting, element)
                waiting = []
        if waiting:
            self._take(found, len(paragraphs), waiting, paragraphs[-1][0])
        return found

    def _joins_by_itself(self, element: etree._Element) -> str:
        """Say why a paragraph goes on in the next though its mark says nothing: a field around it, or its style."""
        if element in self.in_code:
            return "deleted"
        shown = not self.looks.hides or element.find(f"{W}pPr/{W}rPr/{W}vanish") is not None
        return "" if shown or not self.looks.paragraph(element).hidden else "hidden"

    def _take(self, found: list[ShownParagraph], index: int, texts: list[str], element: etree._Element) -> None:
        words = "".join(texts).split()
        if words:
            parent = element.getparent()
            outside = parent is None or parent.tag == f"{W}body"
            around = () if outside else element.iterancestors(f"{W}tc")
            cells = [(next(cell.iterancestors(f"{W}tr"), None), cell) for cell in around]
            found.append(ShownParagraph(self.part, index, words, tuple(reversed(cells))))


def _joins(root: etree._Element) -> dict[etree._Element, str]:
    """Find the paragraphs that go on in the next: the mark is deleted or hidden, or it is a large first letter."""
    found: dict[etree._Element, str] = {}
    for said in root.iter(f"{W}del", f"{W}moveFrom", f"{W}vanish", f"{W}framePr"):
        name, parent = str(said.tag).rpartition("}")[2], said.getparent()
        if name == "framePr":
            properties, how = parent, "initial" if said.get(f"{W}dropCap", "none") != "none" else ""
        else:
            in_mark = parent is not None and parent.tag == f"{W}rPr"
            properties = parent.getparent() if parent is not None and in_mark else None
            how = ("hidden" if is_on(said) else "") if name == "vanish" else "deleted"
        paragraph = properties.getparent() if properties is not None and properties.tag == f"{W}pPr" else None
        if how and paragraph is not None and _ORDER.index(how) >= _ORDER.index(found.get(paragraph, "")):
            found[paragraph] = how
    return found


def _write_out_simple_fields(root: etree._Element) -> None:
    """Give a simple field the marks of another field around what it shows."""
    for element in list(root.iter(f"{W}fldSimple")):
        gone = {GONE: "1"} if element.get(GONE) is not None else {}
        code = etree.Element(f"{W}instrText")
        code.text = element.get(f"{W}instr", "")
        begin, separate, end = (
            etree.Element(f"{W}fldChar", {f"{W}fldCharType": kind, **gone}) for kind in ("begin", "separate", "end")
        )
        for place, mark in enumerate((begin, code, separate)):
            element.insert(place, mark)
        element.append(end)
