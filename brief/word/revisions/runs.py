"""Write pieces as the content of a paragraph: runs, and around them the marks of what went and what came."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.opc.markup import XML_SPACE, W
from brief.word.revisions.canon import attributes_of
from brief.word.revisions.marks import DELETED, GONE
from brief.word.revisions.pairing import Piece, whole
from brief.word.revisions.tokens import DELETED_TEXT, FIELD_CODE, NOTE_MARKS, RPR, RUN, TEXT, Kind, boxes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from brief.word.revisions.marks import Marks

_WITH_TEXT = frozenset(f"{W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen", "softHyphen"))
"""What shares a run with text; LibreOffice loses its way when the mark of a note does."""
_OUTSIDE = frozenset(f"{W}{name}" for name in ("hyperlink", "fldSimple"))
"""Holders that may not stand inside a mark; the mark goes inside them (`CT_RunTrackChange`)."""


class Inside(Struct):
    """What to do with what hangs on a run: notes, and the content of text boxes."""

    note_stayed: Callable[[etree._Element, etree._Element], None]
    note_gone: Callable[[etree._Element], None]
    note_came: Callable[[etree._Element], None]
    box_stayed: Callable[[etree._Element, etree._Element], None]
    box_gone: Callable[[etree._Element], None]


class RunWriter:
    """Writes pieces at the end of an element; neighbours of the same kind share a mark and a run."""

    def __init__(self, parent: etree._Element, marks: Marks, inside: Inside, around: str | None = None) -> None:
        """Write under `parent`; `around` is the mark in which the parent itself stands."""
        self._parent, self._marks, self._inside, self._around = parent, marks, inside, around
        self._mark: str | None = None
        self._target = parent
        self._run: etree._Element | None = None
        self._run_key: Hashable = None
        self._text: list[str] = []
        self._text_run: etree._Element | None = None
        self._text_tag = TEXT

    def write(self, pieces: Iterable[Piece]) -> None:
        """Write pieces in order."""
        for piece in pieces:
            kind = piece.token.kind
            if kind in (Kind.TEXT, Kind.OBJECT):
                self._in_run(piece)
            elif kind is Kind.FIELD:
                self._field(piece)
            elif kind is Kind.HOLDER:
                self._holder(piece)
            else:
                self._loose(piece)
        self._end_text()

    def _end_text(self) -> None:
        """Write the words that were gathered for the run."""
        if self._text_run is not None:
            _add_text(self._text_run, "".join(self._text), self._text_tag)
        self._text, self._text_run = [], None

    def _at(self, mark: str | None) -> etree._Element:
        """Give the element in which a piece with this mark goes."""
        if mark != self._mark:
            self._mark, self._run = mark, None
            self._target = self._parent if mark is None else self._marks.under(self._parent, mark)
        return self._target

    def _close(self) -> None:
        self._mark, self._target, self._run = None, self._parent, None

    def _in_run(self, piece: Piece) -> None:
        target = self._at(piece.mark)
        token, was = piece.token, piece.was
        changed = was is not None and was.format != token.format
        run_key = (token.format, was.format if changed and was is not None else None)
        alone = token.element is not None and token.element.tag not in _WITH_TEXT
        if self._run is None or run_key != self._run_key or alone:
            self._run, self._run_key = etree.SubElement(target, RUN), run_key
            self._format(self._run, token.properties, was.properties if was is not None else None, changed=changed)
        if token.kind is Kind.TEXT:
            if self._text_run is not self._run:
                self._end_text()
                self._text_run, self._text_tag = self._run, DELETED_TEXT if piece.mark == DELETED else TEXT
            self._text.append(token.text)
        else:
            self._end_text()
            self._object(self._run, piece)
        if alone:
            self._run = None

    def _format(
        self, run: etree._Element, new: etree._Element | None, old: etree._Element | None, *, changed: bool
    ) -> None:
        if new is not None and len(new):
            run.append(deepcopy(new))
        if changed:
            properties = run.find(RPR)
            if properties is None:
                properties = etree.SubElement(run, RPR)
            change = self._marks.under(properties, f"{W}rPrChange")
            change.append(deepcopy(old) if old is not None else etree.Element(RPR))

    def _object(self, run: etree._Element, piece: Piece) -> None:
        source = piece.token.element
        if source is None:
            return
        element = deepcopy(source)
        element.tail = None
        run.append(element)
        if piece.mark == DELETED:
            as_deleted(element)
        if element.tag in NOTE_MARKS:
            self._note(piece, element)
        elif boxes := boxes_of(element):
            self._boxes(piece, boxes)

    def _note(self, piece: Piece, element: etree._Element) -> None:
        was = piece.was.element if piece.was is not None else None
        mark = piece.mark or self._around
        if mark in GONE:
            self._inside.note_gone(element)
        elif mark is not None:
            self._inside.note_came(element)
        elif was is not None:
            self._inside.note_stayed(was, element)

    def _boxes(self, piece: Piece, boxes: list[etree._Element]) -> None:
        was = piece.was.element if piece.was is not None else None
        if (piece.mark or self._around) in GONE:
            for box in boxes:
                self._inside.box_gone(box)
        elif was is not None:
            for old, new in zip(boxes_of(was), boxes, strict=True):
                self._inside.box_stayed(old, new)

    def _field(self, piece: Piece) -> None:
        self.write(Piece(piece.mark, token) for token in piece.token.head)
        self.write(_pieces_inside(piece))
        self.write(Piece(piece.mark, token) for token in piece.token.tail)

    def _holder(self, piece: Piece) -> None:
        pieces = _pieces_inside(piece)
        source = piece.token.element
        if source is None or (not pieces and piece.mark is not None):
            return
        mark = None if piece.pieces is not None or source.tag in _OUTSIDE else piece.mark
        target = self._at(mark)
        self._run = None
        holder, content = _shell(source)
        target.append(holder)
        if mark is not None:
            pieces = [_unmarked(inner) for inner in pieces]
        RunWriter(content, self._marks, self._inside, mark or self._around).write(pieces)
        if mark == DELETED:
            as_deleted(content)
        self._close()

    def _loose(self, piece: Piece) -> None:
        source = piece.token.element
        if source is None:
            return
        silent = piece.token.kind is Kind.SILENT
        mark = self._mark if silent and self._mark not in GONE else piece.mark
        target = self._at(mark)
        self._run = None
        element = deepcopy(source)
        element.tail = None
        target.append(element)


def _unmarked(piece: Piece) -> Piece:
    return Piece(None, piece.token, None, piece.pieces)


def _pieces_inside(piece: Piece) -> list[Piece]:
    return whole(piece.mark, piece.token.children) if piece.pieces is None else piece.pieces


def _shell(source: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Copy an element without what it holds; the second value is where its content goes."""
    holder = etree.Element(source.tag, attributes_of(source))
    content = holder
    for child in source:
        if child.tag == f"{W}sdtContent":
            content = etree.SubElement(holder, child.tag)
        elif str(child.tag).endswith("Pr"):
            holder.append(deepcopy(child))
    return holder, content


def _add_text(run: etree._Element, text: str, tag: str) -> None:
    element = etree.SubElement(run, tag)
    element.text = text
    if text[:1].isspace() or text[-1:].isspace():
        element.set(XML_SPACE, "preserve")


def as_deleted(element: etree._Element) -> None:
    """Turn the text in an element that goes into `w:del` into deleted text; text boxes are marked on their own."""
    boxed = {text for box in boxes_of(element) for text in box.iter(TEXT, FIELD_CODE)}
    for text in list(element.iter(TEXT, FIELD_CODE)):
        if text not in boxed:
            text.tag = DELETED_TEXT if text.tag == TEXT else f"{W}delInstrText"
