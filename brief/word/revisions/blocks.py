"""Compare the blocks of a body, a cell, a note, a header or a text box, and write the new list with its revisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from brief.word.opc.markup import W
from brief.word.revisions.align import Item, Step, align
from brief.word.revisions.canon import keys
from brief.word.revisions.closing import Tail, closed
from brief.word.revisions.marks import DELETED, GONE, INSERTED, MOVED_FROM, MOVED_TO
from brief.word.revisions.pairing import Piece, moved_away, moved_here, whole
from brief.word.revisions.paragraphs import SECTION, ParagraphWriter
from brief.word.revisions.tables import TableWriter
from brief.word.revisions.tokens import PPR, count_words, holder_shell, loose

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from brief.word.revisions.keeping import Kept
    from brief.word.revisions.marks import Marks

PARAGRAPH, TABLE = f"{W}p", f"{W}tbl"
_BOXES = (f"{W}sdt", f"{W}customXml")
_BLOCKS = frozenset((PARAGRAPH, TABLE, *_BOXES))
_PROPERTIES = frozenset(f"{W}{name}" for name in ("tcPr", "sectPr", "sdtPr", "customXmlPr"))


class Settings(Struct):
    """How finely to compare.

    `moves`: write what moved as moved, rather than as gone and come. `inside`: compare within paragraphs and tables;
    without it a block that changed is gone and come as a whole, which any pair of documents can carry.
    """

    moves: bool = True
    inside: bool = True


@dataclass(slots=True)
class BlockWriter:
    """Compares lists of blocks. `known` pairs the names of paragraphs: it gives the name a paragraph is known by.

    `changed` is called before each change is written, with its old and new blocks.
    """

    marks: Marks
    paragraphs: ParagraphWriter
    settings: Settings
    name_of: Callable[[etree._Element], str | None]
    changed: Callable[[Sequence[etree._Element], Sequence[etree._Element], str], None]
    untracked: Callable[[etree._Element, str], None]
    kept: Kept | None = None
    tables: TableWriter = field(init=False)

    def __post_init__(self) -> None:
        self.tables = TableWriter(self.marks, self.compare, self.marked_inside)

    def compare(self, old: etree._Element, new: etree._Element) -> None:
        """Compare two lists of blocks; `new` becomes the list with revisions, and takes from `old` what it needs."""
        olds, news = _blocks(old), _blocks(new)
        mine, theirs = keys(olds, news)
        if mine == theirs:
            self.sections_stayed(olds, news)
            return
        left = [self._item(block, data) for block, data in zip(olds, mine, strict=True)]
        right = [self._item(block, data) for block, data in zip(news, theirs, strict=True)]
        steps = align(left, right, _known(left, right), moves=self.settings.moves)
        steps = closed(steps, olds, news)
        _List(self, olds, news, left, right).write(steps, new)

    def marked(self, block: etree._Element, mark: str) -> list[etree._Element]:
        """Mark a whole block as gone or come, and give what stands there now."""
        if block.tag == PARAGRAPH:
            self.paragraphs.marked(block, mark)
        elif block.tag == TABLE:
            self.tables.marked(block, mark)
        elif block.tag in _BOXES:
            return self._marked_box(block, mark)
        else:
            self.untracked(block, mark)
            return [] if mark in GONE else [block]
        return [block]

    def marked_inside(self, container: etree._Element, mark: str) -> None:
        """Mark all that stands in a cell, a note, a header or a text box."""
        for block in _blocks(container):
            place = container.index(block)
            container[place : place + 1] = self.marked(block, mark)

    def _marked_box(self, box: etree._Element, mark: str) -> list[etree._Element]:
        """Mark a content control around blocks: its start and its end, and what it holds."""
        content = _content(box)
        self.marked_inside(content, mark)
        name = "Del" if mark in GONE else "Ins"
        names = f"{W}customXml{name}RangeStart", f"{W}customXml{name}RangeEnd"
        (start, start_end), (end, end_end) = self.marks.range(*names), self.marks.range(*names)
        content.insert(_start(content), start_end)
        content.append(end)
        return [start, box, end_end]

    def _item(self, block: etree._Element, data: bytes) -> Item:
        is_paragraph = block.tag == PARAGRAPH
        name = self.name_of(block) if is_paragraph else None
        return Item(data, _kind(block, data), partial(count_words, block), is_paragraph, name)

    def sections_stayed(self, olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> None:
        """Tell which sections belong together, in paragraphs that are the same."""
        for one, other in zip(olds, news, strict=True):
            before, after = one.find(f"{PPR}/{SECTION}"), other.find(f"{PPR}/{SECTION}")
            if before is not None and after is not None:
                self.paragraphs.section_stayed(before, after)


def _blocks(container: etree._Element) -> list[etree._Element]:
    return [child for child in container if child.tag not in _PROPERTIES and isinstance(child.tag, str)]


def _kind(block: etree._Element, data: bytes) -> Hashable:
    if block.tag == PARAGRAPH:
        return (PARAGRAPH, b"sectPr" in data and block.find(f"{PPR}/{SECTION}") is not None)
    if block.tag in _BOXES:
        return holder_shell(block)
    return str(block.tag)


def _known(left: Sequence[Item], right: Sequence[Item]) -> Mapping[int, int]:
    """Pair the paragraphs that both documents know by the same name."""
    names = {item.name: index for index, item in enumerate(right) if item.name is not None}
    return {
        index: names[item.name]
        for index, item in enumerate(left)
        if item.name in names and right[names[item.name]].kind == item.kind
    }


class _List:
    """Writes one list of blocks from its steps."""

    def __init__(
        self,
        writer: BlockWriter,
        olds: Sequence[etree._Element],
        news: Sequence[etree._Element],
        left: Sequence[Item],
        right: Sequence[Item],
    ) -> None:
        self._writer, self._olds, self._news = writer, olds, news
        self._left, self._right = left, right
        self._names: dict[int, str] = {}
        self._pieces: dict[int, list[Piece]] = {}
        self._told: dict[int, int] = {}

    def write(self, steps: Sequence[Step], target: etree._Element) -> None:
        self._drop_half_moves(steps)
        out: list[etree._Element] = []
        for step in steps:
            out += self._step(step)
        first = self._news[0] if self._news else None
        place = target.index(first) if first is not None else _start(target)
        keep_after = [child for child in target if child.tag == SECTION]
        here = etree.Element("here")
        target.insert(place, here)
        for block in out:  # what stays is moved, not taken out and put back: lxml does that in square time
            here.addprevious(block)
        stays = set(out)
        for block in (*self._news, here):
            if block.getparent() is target and block not in stays:
                target.remove(block)
        for element in keep_after:
            target.append(element)

    def _drop_half_moves(self, steps: Sequence[Step]) -> None:
        """Forget a move of which one end was taken into another step."""
        every = [part for step in steps for part in (step, *(step.rest if isinstance(step, Tail) else ()))]
        away = {s.old[0]: s for s in every if s.partner is not None and s.old}
        here = {s.new[0]: s for s in every if s.partner is not None and s.new}
        for step in away.values():
            if step.partner not in here:
                step.partner = None
        for step in here.values():
            if step.partner not in away:
                step.partner = None

    def _step(self, step: Step) -> list[etree._Element]:
        olds, news = [self._olds[i] for i in step.old], [self._news[j] for j in step.new]
        if isinstance(step, Tail):
            return self._tail(step, olds[0], news[0])
        if olds and news:
            return self._together(step, olds, news)
        if step.partner is not None:
            return self._moved(step)
        if news and (own := self._own_revisions(news, None)) is not None:
            return [own]
        self._writer.changed(olds, news, "vervallen" if olds else "toegevoegd")
        return self._whole(olds, DELETED) if olds else self._whole(news, INSERTED)

    def _together(self, step: Step, olds: list[etree._Element], news: list[etree._Element]) -> list[etree._Element]:
        if len(olds) == len(news) == 1 and self._left[step.old[0]].key == self._right[step.new[0]].key:
            if b"sectPr" in self._left[step.old[0]].key:
                self._writer.sections_stayed(olds, news)
            return news
        if (own := self._own_revisions(news, olds)) is not None:
            return [own]
        self._writer.changed(olds, news, "gewijzigd")
        tag = olds[0].tag
        if tag == PARAGRAPH:
            is_last = step.old[-1] == len(self._olds) - 1
            if self._writer.settings.inside or is_last:
                return self._writer.paragraphs.group(olds, news)
        elif tag == TABLE and self._writer.settings.inside:
            self._writer.tables.compare(olds[0], news[0])
            return news
        elif tag in _BOXES and self._writer.settings.inside:
            self._writer.compare(_content(olds[0]), _content(news[0]))
            return news
        return self._whole(olds, DELETED) + self._whole(news, INSERTED)

    def _own_revisions(self, news: list[etree._Element], olds: list[etree._Element] | None) -> etree._Element | None:
        """Give a block with the revisions that the new file already held, where those tell the change."""
        kept = self._writer.kept
        if kept is None or len(news) != 1 or (olds is not None and len(olds) != 1):
            return None
        own = kept.instead(news[0], olds[0] if olds else None, self._writer.paragraphs.says_the_same)
        if own is not None:
            self._writer.changed(olds or [], news, "gewijzigd" if olds else "toegevoegd")
        return own

    def _tail(self, step: Tail, old: etree._Element, new: etree._Element) -> list[etree._Element]:
        gone = [self._olds[s.old[0]] for s in step.rest if s.old]
        came = [self._news[s.new[0]] for s in step.rest if s.new]
        moved = all(s.partner is not None for s in step.rest)
        self._writer.changed(gone, came, "verplaatst" if moved else "vervallen" if gone else "toegevoegd")
        rest = [self._part_of_tail(part) for part in step.rest]
        return self._writer.paragraphs.tail(old, new, rest)

    def _part_of_tail(self, step: Step) -> tuple[etree._Element, str, list[Piece]]:
        away = bool(step.old)
        block = self._olds[step.old[0]] if away else self._news[step.new[0]]
        if step.partner is None:
            mark = DELETED if away else INSERTED
            return block, mark, whole(mark, self._writer.paragraphs.tokenizer.paragraph(block))
        mark, pieces, (start, end) = self._half_of_move(step)
        return block, mark, [Piece(None, loose(start)), *pieces, Piece(None, loose(end))]

    def _whole(self, blocks: Sequence[etree._Element], mark: str) -> list[etree._Element]:
        found: list[etree._Element] = []
        for block in blocks:
            found += self._writer.marked(block, mark)
        return found

    def _moved(self, step: Step) -> list[etree._Element]:
        block = self._olds[step.old[0]] if step.old else self._news[step.new[0]]
        self._tell_move(step)
        mark, pieces, (start, end) = self._half_of_move(step)
        paragraph = self._writer.paragraphs.moved(block, pieces, mark)
        paragraph.insert(1, start)
        return [paragraph, end]

    def _tell_move(self, step: Step) -> None:
        """Tell of a move once; the marks at both its places belong to that change."""
        i, j = self._ends(step)
        if j not in self._told:
            self._writer.changed([self._olds[i]], [self._news[j]], "verplaatst")
            self._told[j] = self._writer.marks.change
        self._writer.marks.change = self._told[j]

    def _ends(self, step: Step) -> tuple[int, int]:
        partner = step.partner if step.partner is not None else -1
        return (step.old[0], partner) if step.old else (partner, step.new[0])

    def _half_of_move(self, step: Step) -> tuple[str, list[Piece], tuple[etree._Element, etree._Element]]:
        """Give the mark, the content and the two ends of the range for one of the places of a move."""
        i, j = self._ends(step)
        if j not in self._names:
            self._names[j] = self._writer.marks.move_name()
            self._pieces[j] = self._writer.paragraphs.compared(self._olds[i], self._news[j])
        away = bool(step.old)
        kind = "moveFrom" if away else "moveTo"
        ends = self._writer.marks.range(f"{W}{kind}RangeStart", f"{W}{kind}RangeEnd", self._names[j])
        pieces = self._pieces[j]
        return (MOVED_FROM, moved_away(pieces), ends) if away else (MOVED_TO, moved_here(pieces), ends)


def _start(target: etree._Element) -> int:
    return next((n for n, child in enumerate(target) if child.tag not in _PROPERTIES), len(target))


def _content(box: etree._Element) -> etree._Element:
    content = box.find(f"{W}sdtContent") if box.tag == f"{W}sdt" else box
    return content if content is not None else box
