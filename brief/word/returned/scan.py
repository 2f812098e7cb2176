"""Lift tracked changes, marks of origin and comments out of a part, so that its text can be read by itself.

Each run is told its state: which changes it is part of, which marks and comments it stands in. The number of that state
goes through the reading before the text of the run, between two characters that stand in no text (Unicode 23.7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import MC, M, W, local
from brief.word.opc.origins import is_mark
from brief.word.returned.model import Kind, Tracked

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN, CLOSE = "\ufdd0", "\ufdd1"

_KINDS = {
    f"{W}ins": Kind.INGEVOEGD,
    f"{W}del": Kind.VERWIJDERD,
    f"{W}moveFrom": Kind.HIERVANDAAN,
    f"{W}moveTo": Kind.HIERHEEN,
    f"{W}cellIns": Kind.INGEVOEGD,
    f"{W}cellDel": Kind.VERWIJDERD,
}
_PROPERTIES = frozenset(f"{W}{name}" for name in ("rPr", "trPr", "tcPr", "numPr", "pPr"))
_LOOKS = frozenset(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "tcPr", "trPr", "numbering")
)
_SILENT = frozenset(f"{W}{name}" for name in ("rPr", "fldChar", "instrText", "delInstrText", "annotationRef"))
"""What a run may hold without showing any text."""
_PARAGRAPH, _ROW, _CELL = f"{W}p", f"{W}tr", f"{W}tc"
_NOTES = {f"{W}footnoteReference": "voetnoot", f"{W}endnoteReference": "eindnoot"}
_ID, _TEXT, _LOOK = f"{W}id", f"{W}t", f"{W}rPr"
_KEPT = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


class State(Struct, frozen=True):
    """What holds for a run: the paragraph it stands in, the changes it is part of, its marks and comments."""

    paragraph: int
    changes: tuple[int, ...]
    marks: tuple[str, ...]
    comments: tuple[str, ...]


class Scanned(Struct):
    """A paragraph as it was found: its part, its number there, and what is not about its text but about itself."""

    part: str
    number: int
    note: str = ""
    marks: dict[str, None] = field(default_factory=dict)
    end: list[int] = field(default_factory=list)
    layout: list[int] = field(default_factory=list)
    comments: dict[str, None] = field(default_factory=dict)


class Scan(Struct):
    """All that was lifted out of the parts of a file.

    `notes` gives for the id of a note the marks around its number in the text.
    """

    changes: list[Tracked] = field(default_factory=list)
    paragraphs: list[Scanned] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _known: dict[State, int] = field(default_factory=dict)

    def part(self, root: etree._Element, name: str) -> None:
        """Lift everything out of a part, in place; the comments themselves are read elsewhere."""
        if root.tag != f"{W}comments":
            _PartScan(self, name).run(root)

    def state(self, state: State) -> int:
        """Give the number of a state."""
        if state not in self._known:
            self._known[state] = len(self.states)
            self.states.append(state)
        return self._known[state]

    def change(self, kind: Kind, element: etree._Element, *, is_end: bool = False) -> int:
        """Remember a change by the element that marks it; give its number."""
        author, date, group = (element.get(f"{W}{name}", "") for name in ("author", "date", "id"))
        self.changes.append(Tracked(kind, author, date, group, is_end))
        return len(self.changes) - 1


class _PartScan:
    """Goes through one part; what is to be altered is kept until the end."""

    def __init__(self, scan: Scan, part: str) -> None:
        self._scan, self._part = scan, part
        self._count = 0
        self._open: list[int] = []
        self._within: list[tuple[int, ...]] = [()]
        self._marks: dict[str, str] = {}
        self._comments: dict[str, None] = {}
        self._note = ""
        self._formulas: list[tuple[etree._Element, etree._Element]] = []
        self._runs: list[tuple[etree._Element, int]] = []
        self._drop: list[etree._Element] = []
        self._unwrap: list[etree._Element] = []
        self._starts: dict[str, Callable[[etree._Element], None]] = {
            _PARAGRAPH: self._paragraph,
            f"{W}r": self._run,
            f"{M}oMath": self._formula,
            _ROW: self._row,
            _CELL: self._row,
            f"{W}bookmarkStart": self._mark,
            f"{W}bookmarkEnd": self._mark_end,
            f"{W}commentRangeStart": self._comment,
            f"{W}commentRangeEnd": self._comment_end,
            f"{W}commentReference": self._about,
            f"{W}footnote": self._start_note,
            f"{W}endnote": self._start_note,
            **dict.fromkeys(_KINDS, self._change),
            **dict.fromkeys(_LOOKS, self._look),
        }

    def run(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"), tag=(*self._starts, f"{MC}Fallback"))
        for event, element in walker:
            if element.tag == f"{MC}Fallback":
                if event == "start":
                    walker.skip_subtree()
            elif event == "start":
                self._starts[element.tag](element)
            else:
                self._end(element)
        self._alter(root)

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == _PARAGRAPH:
            self._open.pop()
        elif tag in (_ROW, _CELL) or (tag in _KINDS and not _is_property(element)):
            self._within.pop()

    def _paragraph(self, element: etree._Element) -> None:
        self._count += 1
        found = Scanned(self._part, self._count, self._note, dict.fromkeys(self._marks.values()))
        found.comments |= self._comments
        self._open.append(len(self._scan.paragraphs))
        self._scan.paragraphs.append(found)
        found.end += self._within[-1]
        for mark in element.iterfind(f"{W}pPr/{W}rPr/*"):
            if mark.tag in _KINDS:
                found.end.append(self._scan.change(_KINDS[str(mark.tag)], mark, is_end=True))

    def _run(self, element: etree._Element) -> None:
        if not self._open or _SILENT.issuperset(tags := [child.tag for child in element]):
            return
        state = State(self._open[-1], self._within[-1], tuple(self._marks.values()), tuple(self._comments))
        self._runs.append((element, self._scan.state(state)))
        if not _NOTES.keys().isdisjoint(tags):
            for child in element.iterchildren(*_NOTES):
                self._scan.notes[f"{_NOTES[str(child.tag)]}-{child.get(_ID, '')}"] = state.marks

    def _formula(self, element: etree._Element) -> None:
        """Tell the state of a formula, which holds no runs of Word, in a run of its own before it."""
        parent = element.getparent()
        outer = parent if parent is not None and parent.tag == f"{M}oMathPara" else element
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}t")
        self._run(run)
        self._formulas.append((outer, run))

    def _row(self, element: etree._Element) -> None:
        """Take what was added or taken as a row or a cell for a change of all its text."""
        properties = element.find(f"{W}trPr" if element.tag == _ROW else f"{W}tcPr")
        tracked = [each for each in properties if each.tag in _KINDS] if properties is not None else []
        numbers = [self._scan.change(_KINDS[str(each.tag)], each) for each in tracked]
        self._within.append((*self._within[-1], *numbers))

    def _change(self, element: etree._Element) -> None:
        if _is_property(element):
            self._drop.append(element)
            return
        self._unwrap.append(element)
        self._within.append((*self._within[-1], self._scan.change(_KINDS[str(element.tag)], element)))

    def _look(self, element: etree._Element) -> None:
        self._drop.append(element)
        number = self._scan.change(Kind.OPMAAK, element)
        if self._open:
            self._scan.paragraphs[self._open[-1]].layout.append(number)

    def _mark(self, element: etree._Element) -> None:
        name = element.get(f"{W}name", "")
        if is_mark(name):
            self._marks[element.get(_ID, "")] = name
            if self._open:
                self._scan.paragraphs[self._open[-1]].marks[name] = None

    def _mark_end(self, element: etree._Element) -> None:
        self._marks.pop(element.get(_ID, ""), None)

    def _comment_end(self, element: etree._Element) -> None:
        self._comments.pop(element.get(_ID, ""), None)

    def _comment(self, element: etree._Element) -> None:
        self._comments[element.get(_ID, "")] = None
        self._about(element)

    def _about(self, element: etree._Element) -> None:
        if self._open:
            self._scan.paragraphs[self._open[-1]].comments[element.get(_ID, "")] = None

    def _start_note(self, element: etree._Element) -> None:
        kind = "voetnoot" if local(element) == "footnote" else "eindnoot"
        self._note = f"{kind}-{element.get(f'{W}id', '')}"

    def _alter(self, root: etree._Element) -> None:
        for formula, run in self._formulas:
            formula.addprevious(run)
        for run, number in self._runs:
            told = etree.SubElement(run, _TEXT)
            told.text = f"{OPEN}{number}{CLOSE}"
            properties = run[0] if run[0].tag == _LOOK else run.find(_LOOK)
            run.insert(0 if properties is None else run.index(properties) + 1, told)
        for element in self._drop:
            _take_out(element)
        for element in self._unwrap:
            for child in list(element):
                element.addprevious(child)
            _take_out(element)
        for element in root.iter(*_KEPT):
            element.tag = _KEPT[str(element.tag)]


def _is_property(element: etree._Element) -> bool:
    """Tell whether a change is told of a paragraph end, a row or a cell, and not by standing around text."""
    parent = element.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
