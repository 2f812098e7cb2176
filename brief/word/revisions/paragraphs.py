"""Write paragraphs: what stayed, went and came in each, the marks at their ends, and what changed in their properties.

A paragraph whose end is marked runs on into the next one when the mark is carried out. Programs do not agree which of
the two then gives its properties, so both are written with the right ones (`_at_or_after`).
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.opc.markup import W
from brief.word.revisions.canon import attributes_of, key, properties_of
from brief.word.revisions.marks import DELETED, GONE, INSERTED, MOVED_FROM, MOVED_TO
from brief.word.revisions.pairing import Piece, pair, whole
from brief.word.revisions.runs import Inside, RunWriter, as_deleted
from brief.word.revisions.tokens import BOX, NOTE_MARKS, PPR, RPR, SIMPLE_FIELD, Kind, Tokenizer, paragraph_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brief.word.revisions.marks import Marks
    from brief.word.revisions.tokens import Token

SECTION = f"{W}sectPr"
_PARAGRAPH = f"{W}p"
_NOT_IN_CHANGE = (RPR, SECTION)
_HEADERS = frozenset(f"{W}{name}" for name in ("headerReference", "footerReference"))
_OUTSIDE = frozenset(f"{W}{name}" for name in ("hyperlink",))
_ENDS = {INSERTED: f"{W}ins", DELETED: f"{W}del", MOVED_FROM: f"{W}moveFrom", MOVED_TO: f"{W}moveTo"}


class ParagraphWriter(Struct):
    """Writes paragraphs with their revisions; `section_stayed` is told which two sections belong together."""

    marks: Marks
    tokenizer: Tokenizer
    inside: Inside
    section_stayed: Callable[[etree._Element, etree._Element], None]

    def group(self, olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> list[etree._Element]:
        """Compare paragraphs that belong together: one and one, or what one was split into or joined from."""
        left, right = self._stream(olds), self._stream(news)
        pieces = pair(left[:-1], right[:-1])
        return self.written([*pieces, Piece(None, right[-1], left[-1])])

    def tail(
        self, old: etree._Element, new: etree._Element, rest: Sequence[tuple[etree._Element, str, list[Piece]]]
    ) -> list[etree._Element]:
        """Write the last paragraphs of a list of blocks.

        `old` and `new` belong together; after them come the paragraphs of `rest`, each with its mark and its content.
        The end of the last one cannot be marked, so the marked ends are each one paragraph earlier than what they end.
        """
        olds = [paragraph_end(p) for p in (old, *(p for p, mark, _ in rest if mark in GONE))]
        news = [paragraph_end(p) for p in (new, *(p for p, mark, _ in rest if mark not in GONE))]
        pieces = self.compared(old, new)
        for _, mark, content in rest:
            end = Piece(DELETED, olds.pop(0)) if mark in GONE else Piece(INSERTED, news.pop(0))
            pieces += [end, *content]
        return self.written([*pieces, Piece(None, news[0], olds[0])])

    def compared(self, old: etree._Element, new: etree._Element) -> list[Piece]:
        """Give what became of the content of one paragraph."""
        return pair(self.tokenizer.paragraph(old), self.tokenizer.paragraph(new))

    def says_the_same(self, one: etree._Element, other: etree._Element) -> bool:
        """Tell whether two blocks are the same, however their text is cut into runs."""
        if one.tag != _PARAGRAPH or other.tag != _PARAGRAPH:
            return key(one) == key(other)
        words = [[(t.key, t.format) for t in self.tokenizer.paragraph(p)] for p in (one, other)]
        shapes = [properties_of(p.find(PPR), (RPR,)) for p in (one, other)]
        ends = [properties_of(p.find(f"{PPR}/{RPR}")) for p in (one, other)]
        return words[0] == words[1] and shapes[0] == shapes[1] and ends[0] == ends[1]

    def _stream(self, paragraphs: Iterable[etree._Element]) -> list[Token]:
        return [token for p in paragraphs for token in (*self.tokenizer.paragraph(p), paragraph_end(p))]

    def written(self, pieces: list[Piece]) -> list[etree._Element]:
        """Write pieces, of which the last is the end of a paragraph, as paragraphs."""
        ends = [piece for piece in pieces if piece.token.kind is Kind.PARAGRAPH]
        sides = iter(_at_or_after(ends))
        found: list[etree._Element] = []
        content: list[Piece] = []
        for piece in pieces:
            if piece.token.kind is not Kind.PARAGRAPH:
                content.append(piece)
                continue
            source = piece.token.element
            paragraph = etree.Element(_PARAGRAPH, attributes_of(source) if source is not None else None)
            self._properties(paragraph, *next(sides), piece)
            RunWriter(paragraph, self.marks, self.inside).write(content)
            content = []
            found.append(paragraph)
        return found

    def _properties(
        self, paragraph: etree._Element, old: etree._Element | None, new: etree._Element | None, piece: Piece
    ) -> None:
        """Write the properties: those of `new`, with those of `old` as what they were."""
        before = old.find(PPR) if old is not None else None
        after = new.find(PPR) if new is not None else None
        if before is None and after is None and piece.mark is None:
            return
        properties = deepcopy(after) if after is not None else etree.Element(PPR)
        paragraph.append(properties)
        _without(properties, SECTION)
        if old is not None and new is not None:
            self.mark_properties(properties, before)
        if piece.mark is not None:
            self.mark_end(paragraph, piece.mark)
        self._section(properties, piece)
        change = properties.find(f"{W}pPrChange")
        if change is not None:
            properties.append(change)
        if len(properties) == 0:
            paragraph.remove(properties)

    def mark_properties(self, properties: etree._Element, before: etree._Element | None) -> None:
        """Say in properties what they were, when that is something else."""
        old_end = before.find(RPR) if before is not None else None
        end = properties.find(RPR)
        if properties_of(old_end) != properties_of(end):
            if end is None:
                end = etree.SubElement(properties, RPR)
            change = self.marks.under(end, f"{W}rPrChange")
            change.append(deepcopy(old_end) if old_end is not None else etree.Element(RPR))
        if properties_of(before, _NOT_IN_CHANGE) != properties_of(properties, _NOT_IN_CHANGE):
            was = deepcopy(before) if before is not None else etree.Element(PPR)
            _without(was, RPR, SECTION)
            self.marks.under(properties, f"{W}pPrChange").append(was)

    def mark_end(self, paragraph: etree._Element, mark: str) -> None:
        """Mark the end of a paragraph as gone or come."""
        properties = paragraph.find(PPR)
        if properties is None:
            properties = etree.Element(PPR)
            paragraph.insert(0, properties)
        end = properties.find(RPR)
        if end is None:
            end = etree.Element(RPR)
            place = next((n for n, c in enumerate(properties) if c.tag in (SECTION, f"{W}pPrChange")), len(properties))
            properties.insert(place, end)
        self.marks.under(end, _ENDS[mark], 0)

    def _section(self, properties: etree._Element, piece: Piece) -> None:
        """Write the section that ends at this paragraph; it belongs to its own paragraph only."""
        section = _section_of(piece.token.element)
        if section is None:
            return
        copy = deepcopy(section)
        properties.append(copy)
        before = _section_of(piece.was.element) if piece.was is not None else None
        if before is not None:
            self.section(before, copy)

    def section(self, old: etree._Element, new: etree._Element) -> None:
        """Say in a section what it was, when that is something else; headers are compared on their own."""
        self.section_stayed(old, new)
        if properties_of(old, _HEADERS) == properties_of(new, _HEADERS):
            return
        was = deepcopy(old)
        was.attrib.clear()
        _without(was, *_HEADERS, f"{W}sectPrChange")
        self.marks.under(new, f"{W}sectPrChange").append(was)

    def marked(self, paragraph: etree._Element, mark: str) -> None:
        """Mark a whole paragraph, its end too, as gone or come."""
        self.mark_end(paragraph, mark)
        self.marked_content(paragraph, mark)

    def marked_content(self, paragraph: etree._Element, mark: str) -> None:
        """Mark all that a paragraph holds."""
        self._wrap(paragraph, mark)
        for element in list(paragraph.iter(*NOTE_MARKS)):
            (self.inside.note_gone if mark in GONE else self.inside.note_came)(element)
        if mark in GONE:
            for box in [box for box in paragraph.iter(BOX) if _outermost(box, paragraph)]:
                self.inside.box_gone(box)

    def moved(self, block: etree._Element, pieces: list[Piece], mark: str) -> etree._Element:
        """Write one of the two places of a paragraph that moved."""
        paragraph = etree.Element(_PARAGRAPH, attributes_of(block))
        properties = block.find(PPR)
        if properties is not None:
            paragraph.append(deepcopy(properties))
        self.mark_end(paragraph, mark)
        RunWriter(paragraph, self.marks, self.inside).write(pieces)
        return paragraph

    def _wrap(self, holder: etree._Element, mark: str) -> None:
        """Put the content of a paragraph or a hyperlink in marks."""
        current: etree._Element | None = None
        for child in list(holder):
            if child.tag == PPR or not isinstance(child.tag, str):
                continue
            if child.tag in _OUTSIDE:
                current = None
                self._wrap(child, mark)
            elif child.tag == SIMPLE_FIELD:
                current = None
                self._simple_field(child, mark)
            else:
                if current is None:
                    current = self.marks.make(mark)
                    child.addprevious(current)
                current.append(child)
                if mark == DELETED:
                    as_deleted(child)

    def _simple_field(self, element: etree._Element, mark: str) -> None:
        """Write a simple field as a complex one, which a mark can hold."""
        written = etree.Element(_PARAGRAPH)
        RunWriter(written, self.marks, self.inside).write(whole(mark, self.tokenizer.content([element])))
        for part in list(written):
            element.addprevious(part)
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _outermost(box: etree._Element, top: etree._Element) -> bool:
    for above in box.iterancestors():
        if above is top:
            return True
        if above.tag == BOX:
            return False
    return True


def _at_or_after(ends: Sequence[Piece]) -> list[tuple[etree._Element | None, etree._Element | None]]:
    """Give for each end the old and the new paragraph whose properties it takes: the first at it or after it."""
    sides: list[tuple[etree._Element | None, etree._Element | None]] = []
    old: etree._Element | None = None
    new: etree._Element | None = None
    for piece in reversed(ends):
        if piece.mark is None:
            old, new = (piece.was or piece.token).element, piece.token.element
        elif piece.mark in GONE:
            old = piece.token.element
        else:
            new = piece.token.element
        sides.append((old, new))
    return sides[::-1]


def _section_of(paragraph: etree._Element | None) -> etree._Element | None:
    return paragraph.find(f"{PPR}/{SECTION}") if paragraph is not None else None


def _without(element: etree._Element, *names: str) -> None:
    for child in list(element):
        if child.tag in names:
            element.remove(child)
