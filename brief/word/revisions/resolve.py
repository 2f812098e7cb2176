"""Carry out the revisions in a part: accept or reject all, or what is chosen (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.word.opc.markup import W, local
from brief.word.revisions.marks import DELETED, INSERTED, MOVED_FROM, MOVED_TO

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS = (INSERTED, DELETED, MOVED_FROM, MOVED_TO)
_PARAGRAPH, _PPR, _RPR = f"{W}p", f"{W}pPr", f"{W}rPr"
_ROW, _CELL, _TABLE = f"{W}tr", f"{W}tc", f"{W}tbl"
_HOLDER_MARKS = {"customXmlInsRangeStart": INSERTED, "customXmlDelRangeStart": DELETED}
_HOLDER_MARKS |= {"customXmlMoveFromRangeStart": MOVED_FROM, "customXmlMoveToRangeStart": MOVED_TO}
_RANGES = tuple(
    f"{W}{name}Range{end}"
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_KEPT_ON_RESTORE = {
    f"{W}pPr": (_RPR, f"{W}sectPr"),
    f"{W}sectPr": (f"{W}headerReference", f"{W}footerReference"),
    f"{W}rPr": (*_MARKS,),
    f"{W}trPr": (*_MARKS,),
    f"{W}tcPr": (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge"),
}
_CHANGES = tuple(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "tcPr", "trPr", "numbering")
)
_EMPTIABLE = (f"{W}hyperlink", f"{W}fldSimple", f"{W}smartTag")
_CONTAINERS = frozenset(
    f"{W}{n}" for n in ("body", "tc", "txbxContent", "footnote", "endnote", "hdr", "ftr", "comment")
)
_ANCHORS = frozenset(
    f"{W}{n}" for n in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
)


def holds_revisions(data: bytes) -> bool:
    """Tell from the bytes of a part whether it may hold revisions: each has an author, as nothing else there has."""
    return b"author=" in data


def accept(root: etree._Element, chosen: Callable[[etree._Element], bool] | None = None) -> None:
    """Accept the revisions in a part, in place: what was deleted goes, what was inserted is text like any other.

    `chosen` is asked for each element that marks a revision; what it does not choose stays a revision.
    """
    _Resolver(root, (DELETED, MOVED_FROM), chosen, restore=False).run()


def reject(root: etree._Element, chosen: Callable[[etree._Element], bool] | None = None) -> None:
    """Reject the revisions in a part, in place: what was inserted goes, and properties are what they were."""
    _Resolver(root, (INSERTED, MOVED_TO), chosen, restore=True).run()


class _Resolver:
    """Carries out the revisions of one part; `gone` are the marks of what goes."""

    def __init__(
        self,
        root: etree._Element,
        gone: tuple[str, str],
        chosen: Callable[[etree._Element], bool] | None,
        *,
        restore: bool,
    ) -> None:
        self._root, self._gone, self._restore = root, gone, restore
        self._chosen = chosen if chosen is not None else lambda _: True
        self._touched: list[etree._Element] = []
        self._held: list[etree._Element] = []

    def run(self) -> None:
        self._properties()
        self._holders()
        self._cells()
        self._rows()
        self._content()
        self._emptied()
        self._paragraph_ends()
        self._ranges()
        self._clean()

    def _found(self, *tags: str) -> list[etree._Element]:
        return [element for element in self._root.iter(*tags) if self._chosen(element)]

    def _properties(self) -> None:
        for change in reversed(self._found(*_CHANGES)):
            parent = change.getparent()
            if parent is None:
                continue
            parent.remove(change)
            if self._restore and len(change):
                _restore(parent, change[0])
            self._touched.append(parent)

    def _cells(self) -> None:
        going, staying = ("cellDel", "cellIns") if not self._restore else ("cellIns", "cellDel")
        for mark in self._found(f"{W}{going}"):
            cell = next(mark.iterancestors(_CELL), None)
            if cell is not None:
                _remove(cell)
        for mark in self._found(f"{W}{staying}"):
            _remove(mark)
        for mark in self._found(f"{W}cellMerge"):
            self._merged_cell(mark)

    def _merged_cell(self, mark: etree._Element) -> None:
        value = mark.get(f"{W}vMergeOrig" if self._restore else f"{W}vMerge")
        parent = mark.getparent()
        if parent is None:
            return
        for merge in parent.findall(f"{W}vMerge"):
            parent.remove(merge)
        if value is not None:
            merge = etree.Element(f"{W}vMerge")
            merge.set(f"{W}val", "restart" if value == "rest" else "continue")
            mark.addprevious(merge)
        parent.remove(mark)

    def _rows(self) -> None:
        for row in list(self._root.iter(_ROW)):
            properties = row.find(f"{W}trPr")
            for mark in list(properties) if properties is not None else ():
                if mark.tag in _MARKS and self._chosen(mark):
                    if mark.tag in self._gone:
                        _remove(row)
                        break
                    properties.remove(mark)  # type: ignore[union-attr]
        for table in list(self._root.iter(_TABLE)):
            if table.find(f".//{_ROW}") is None:
                _remove(table)

    def _content(self) -> None:
        for mark in self._found(*_MARKS):
            parent = mark.getparent()
            if parent is None or parent.tag in (_RPR, f"{W}trPr"):
                continue
            if parent.tag in (f"{W}numPr", f"{W}ctrlPr"):
                parent.remove(mark)
                continue
            self._held += list(mark.iterancestors(*_EMPTIABLE))
            if mark.tag in self._gone:
                _remove(mark)
            else:
                if mark.tag == DELETED:
                    _as_text(mark)
                _unwrap(mark)

    def _emptied(self) -> None:
        """Take out the links in which nothing is left."""
        for element in self._held:
            if all(local(child).endswith("Pr") for child in element):
                _remove(element)

    def _holders(self) -> None:
        """Take out the content controls whose own start was inserted or deleted; what they hold is marked by itself."""
        if self._root.find(f".//{W}customXmlInsRangeStart") is None and (
            self._root.find(f".//{W}customXmlDelRangeStart") is None
        ):
            return
        open_ranges: dict[str, bool] = {}
        going: list[etree._Element] = []
        for element in self._root.iter():
            name = local(element)
            if name in _HOLDER_MARKS:
                if self._chosen(element):
                    open_ranges[element.get(f"{W}id", "")] = _HOLDER_MARKS[name] in self._gone
            elif name.startswith("customXml") and name.endswith("RangeEnd"):
                open_ranges.pop(element.get(f"{W}id", ""), None)
            elif name in {"sdt", "customXml"} and any(open_ranges.values()):
                going.append(element)
        for element in reversed(going):
            content = element.find(f"{W}sdtContent") if local(element) == "sdt" else element
            _replace(element, [c for c in content if not local(c).endswith("Pr")] if content is not None else [])

    def _paragraph_ends(self) -> None:
        for end in reversed(list(dict.fromkeys(mark.getparent() for mark in self._root.iter(*_MARKS)))):
            properties = end.getparent() if end is not None and end.tag == _RPR else None
            paragraph = properties.getparent() if properties is not None and properties.tag == _PPR else None
            if end is None or properties is None or paragraph is None:
                continue
            marks = [mark for mark in end if mark.tag in _MARKS and self._chosen(mark)]
            for mark in marks:
                end.remove(mark)
            if marks:
                self._touched += [end, properties]
            if any(mark.tag in self._gone for mark in marks):
                _run_on(paragraph)

    def _ranges(self) -> None:
        known: dict[str, bool] = {}
        for element in list(self._root.iter(*_RANGES)):
            number = element.get(f"{W}id", "")
            if local(element).endswith("Start"):
                known[number] = self._chosen(element)
            if known.get(number, True):
                _remove(element)

    def _clean(self) -> None:
        for element in self._touched:
            if len(element) == 0 and element.getparent() is not None and local(element).endswith("Pr"):
                _remove(element)
        for container in self._root.iter(*_CONTAINERS):
            if container.find(f".//{_PARAGRAPH}") is None and container.tag != f"{W}body":
                etree.SubElement(container, _PARAGRAPH)
        for cell in self._root.iter(_CELL):
            if cell[-1].tag == _TABLE:
                etree.SubElement(cell, _PARAGRAPH)


def _restore(parent: etree._Element, was: etree._Element) -> None:
    """Put back the properties of before; what the change could not hold stays where it is."""
    kept_tags = _KEPT_ON_RESTORE.get(str(parent.tag), ())
    kept = [child for child in parent if child.tag in kept_tags]
    before = list(was)
    first = f"{W}sectPr" if parent.tag == f"{W}sectPr" else None
    parent[:] = [*kept, *before] if first or parent.tag in (_RPR,) else [*before, *kept]


def _as_text(mark: etree._Element) -> None:
    for element in mark.iter(f"{W}delText", f"{W}delInstrText"):
        element.tag = f"{W}t" if element.tag == f"{W}delText" else f"{W}instrText"


def _run_on(paragraph: etree._Element) -> None:
    """Let a paragraph run on into the next one, whose properties hold; without anything in it, it goes."""
    after = _next_block(paragraph)
    content = [child for child in paragraph if child.tag != _PPR]
    if after is None or after.tag != _PARAGRAPH:
        if _may_go(paragraph, content):
            _move_anchors(content, paragraph)
            _remove(paragraph)
        return
    place = 1 if after.find(_PPR) is not None else 0
    after[place:place] = content
    _remove(paragraph)


def _next_block(paragraph: etree._Element) -> etree._Element | None:
    after = paragraph.getnext()
    while after is not None and after.tag not in (_PARAGRAPH, _TABLE, f"{W}sdt", f"{W}customXml", f"{W}sectPr"):
        after = after.getnext()
    return after


def _may_go(paragraph: etree._Element, content: list[etree._Element]) -> bool:
    if any(child.tag not in _ANCHORS and child.tag not in _RANGES for child in content):
        return False
    parent = paragraph.getparent()
    if parent is None:
        return False
    others = [child for child in parent if child is not paragraph and child.tag in (_PARAGRAPH, _TABLE, f"{W}sdt")]
    needs_last = parent.tag == _CELL and paragraph.getnext() is None
    if parent.tag == f"{W}body":
        return True
    return bool(others) and not (needs_last and others[-1].tag != _PARAGRAPH)


def _move_anchors(content: list[etree._Element], paragraph: etree._Element) -> None:
    """Keep the ends of ranges that lie in a paragraph that goes, in the paragraph before it."""
    before = paragraph.getprevious()
    while before is not None and before.tag != _PARAGRAPH:
        before = before.getprevious()
    for child in content:
        if before is not None:
            before.append(child)


def _remove(element: etree._Element) -> None:
    """Take out an element for good; emptied first, for lxml takes out what is full in square time."""
    parent = element.getparent()
    if parent is not None:
        del element[:]
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    _replace(element, list(element))


def _replace(element: etree._Element, children: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in children:
            element.addprevious(child)
        parent.remove(element)
