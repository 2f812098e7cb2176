"""A line of a document: the form in which a Word file, an .odt, a page and a PDF are held against each other."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text import CrossReference, Heading, ListItem, Note, Paragraph, Run, Style, Table
from brief.text.note_order import NoteOrder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.text import Block, Document, Spans


class Kind(StrEnum):
    """What a line is."""

    KOP = "kop"
    ALINEA = "alinea"
    PUNT = "punt"
    CEL = "cel"


class Line(Struct, frozen=True):
    """One paragraph, heading, item or cell.

    `text` has its notes in it as `{noot: …}`, what is raised as `{^…}` and what is lowered as `{_…}`; `level` is that
    of a heading or an item, from 1. `place` says where it stands in its file, `owner` of which afspraak it is the text,
    `numbers` is the text with the numbers of its notes. Of an item of a PDF `indents` says where its text and its mark
    begin, in points, and `ordered` whether that mark is a number.
    """

    kind: Kind
    level: int
    text: str
    place: str = ""
    owner: str | None = None
    numbers: str = ""
    ordered: bool = False
    indents: tuple[float, ...] = ()

    @property
    def plain(self) -> str:
        """Give the words alone, without notes and marks."""
        return plain_of(self.text)

    @property
    def key(self) -> tuple[str, int, str]:
        """Give what must be the same in every file."""
        return (self.kind.value, self.level, self.text)

    @property
    def on_paper(self) -> str:
        """Give what a PDF shows of it: the words with the numbers of the notes, without white space."""
        return "".join((self.numbers or self.plain).split())


class Pieces:
    """Gathers the text of a line from stretches in a style, notes, and what else stands in it."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []

    def add(self, text: str, mark: str = "") -> None:
        """Add text; `mark` is `^` for raised, `_` for lowered."""
        if not text:
            return
        if mark and not text.strip():
            mark = ""
        if self._parts and self._parts[-1][1] == mark and mark != "!":
            self._parts[-1] = (self._parts[-1][0] + text, mark)
        else:
            self._parts.append((text, mark))

    def note(self, text: str) -> None:
        """Add the mark of a note with this text."""
        self._parts.append((f"{{noot: {' '.join(text.split())}}}", "!"))

    def text(self) -> str:
        """Give the whole, with its white space folded."""
        written = "".join(f"{{{mark}{text}}}" if mark in ("^", "_") else text for text, mark in self._parts)
        return " ".join(written.split())

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to read."""
        return not self.text()


_UNSEEN = re.compile("[\\s\u00ad\u200b\u2060\ufeff]+")


def folded(text: str) -> str:
    """Give a text without white space and what a layout adds or leaves out; one kind of hyphen."""
    return _UNSEEN.sub("", text).replace("\u2011", "-")


def plain_of(text: str) -> str:
    """Give a text without its notes and without the marks of what is raised or lowered."""
    out, position = [], 0
    while position < len(text):
        if text.startswith("{noot: ", position):
            position = text.index("}", position) + 1
            continue
        if text.startswith(("{^", "{_"), position):
            end = text.index("}", position)
            out.append(text[position + 2 : end])
            position = end + 1
            continue
        out.append(text[position])
        position += 1
    return "".join(out)


def expected_lines(document: Document) -> tuple[Line, ...]:
    """Give the lines that the body of a document must come to, in every format."""
    notes = NoteOrder()
    return tuple(
        line for element in document.body for line in _lines(element.block, notes, element.afspraak) if line.text
    )


def block_lines(blocks: Iterable[Block], owner: str | None = None) -> tuple[Line, ...]:
    """Give the lines of blocks; a place of a note that has no text yet is a note without text."""
    notes = NoteOrder()
    return tuple(line for block in blocks for line in _lines(block, notes, owner) if line.text)


def _shown(notes: NoteOrder, note: Note) -> tuple[int, str]:
    """Give the number of the next note, and what it says: its text, or that it was there before."""
    number, spans, before = notes.next(note)
    return number, "".join(_said(span, before) for span in spans)


def _said(span: object, before: int) -> str:
    if isinstance(span, CrossReference):
        return str(before) if span.kind == "noot" else span.text
    return span.text if isinstance(span, Run) else ""


def _lines(block: Block, notes: NoteOrder, owner: str | None) -> Iterator[Line]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield _line(Kind.CEL, 0, cell, notes, owner)
    elif isinstance(block, Heading):
        yield _line(Kind.KOP, block.level, block.spans, notes, owner)
    elif isinstance(block, ListItem):
        yield _line(Kind.PUNT, block.level + 1, block.spans, notes, owner)
    elif isinstance(block, Paragraph):
        yield _line(Kind.ALINEA, 0, block.spans, notes, owner)


def _line(kind: Kind, level: int, spans: Spans, notes: NoteOrder, owner: str | None) -> Line:
    pieces, paper = Pieces(), ""
    for span in spans:
        if isinstance(span, Run):
            raised, lowered = span.style & Style.SUPERSCRIPT, span.style & Style.SUBSCRIPT
            pieces.add(span.text, "^" if raised else "_" if lowered else "")
            paper += span.text
        elif isinstance(span, Note):
            number, text = _shown(notes, span)
            pieces.note(text)
            paper += str(number)
        elif isinstance(span, CrossReference):
            pieces.add(span.text)
            paper += span.text
        else:
            pieces.note("")
    return Line(kind, level, pieces.text(), owner=owner, numbers=paper)
