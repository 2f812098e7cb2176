"""Plan the footnotes of a document: which come in which order, and which number each shows.

Notes come from the body and from tags in the template, and a template may hold notes made by hand. They are numbered
together, in the order of the document, before a word is written: a reference to a note may stand before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.text.model import CrossReference, Note, Table
from brief.word.writing.bookmarks import bookmark_name
from brief.word.writing.note_numbers import NoteCounter, SectionRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.text.document import Element
    from brief.text.model import Spans


class HandMade(Struct, frozen=True):
    """A reference to a footnote that stands in the template itself; `number` is the id it has there.

    A note with a mark of its own (`w:customMarkFollows`) does not count for the numbers of the others.
    """

    number: str
    counted: bool = True


class FrameNote(Struct, frozen=True):
    """A note of the frame: made by hand or asked for by a tag, and the section it stands in, from 0."""

    note: Note | HandMade
    section: int = 0


class PlacedNote(Struct, frozen=True):
    """A note with its id in the document, the number a reader sees, and what it says."""

    identifier: int
    shown: int
    content: HandMade | Spans


class NotePlan(Struct):
    """All notes of a document in order, and those that others point at.

    `first` has the first note of each key, and under a name of its own each later one that is written in full again;
    `full` has the last note of each key that is written in full.
    """

    counter: NoteCounter = field(default_factory=NoteCounter)
    placed: list[PlacedNote] = field(default_factory=list)
    first: dict[str, PlacedNote] = field(default_factory=dict)
    full: dict[str, PlacedNote] = field(default_factory=dict)
    bookmarks: dict[str, str] = field(default_factory=dict)

    def add(self, note: Note | HandMade, section: int) -> None:
        """Place the next note of the document, which stands in this section."""
        counted = not isinstance(note, HandMade) or note.counted
        shown = self.counter.next(section, counted=counted)
        content = note if isinstance(note, HandMade) else self._spans(note, shown)
        placed = PlacedNote(len(self.placed) + 1, shown, content)
        self.placed.append(placed)
        if isinstance(note, Note):
            again = note.key in self.first
            if not again or (note.near and content == note.spans):
                self.full[note.key] = placed
                self.first[_own_name(note.key, placed) if again else note.key] = placed

    def name_of(self, key: str, placed: PlacedNote) -> str | None:
        """Give the name by which other notes may point at this one; None when they point at an earlier one."""
        if self.first.get(key) is placed:
            return key
        own = _own_name(key, placed)
        return own if own in self.first else None

    def _spans(self, note: Note, shown: int) -> Spans:
        before = self.full.get(note.key)
        if before is None or note.again is None or (note.near and shown - before.shown > note.near):
            return note.spans
        if self.first[note.key] is before:
            return note.again
        own = _own_name(note.key, before)
        return tuple(
            replace(span, target=own) if isinstance(span, CrossReference) and span.target == note.key else span
            for span in note.again
        )


def _own_name(key: str, placed: PlacedNote) -> str:
    return f"{key}#{placed.identifier}"


class AroundBody(Struct, frozen=True):
    """The notes of the frame before and after the body, the section of the body, and the rules of all sections."""

    before: Sequence[FrameNote] = ()
    after: Sequence[FrameNote] = ()
    section: int = 0
    rules: Sequence[SectionRule] = (SectionRule(),)


def plan_notes(around: AroundBody, body: Iterable[Element], taken: set[str]) -> NotePlan:
    """Plan the notes of the frame before the body, those of the body, and those of the frame after it.

    Gives a bookmark name to each key that some reference points at; `taken` are the names already in use.
    """
    plan = NotePlan(NoteCounter(around.rules))
    wanted: dict[str, None] = {}
    for each in around.before:
        plan.add(each.note, each.section)
    for spans in spans_of(body):
        for span in spans:
            if type(span) is Note:
                plan.add(span, around.section)
            elif type(span) is CrossReference and span.kind == "noot":
                wanted[span.target] = None
    for each in around.after:
        plan.add(each.note, each.section)
    wanted |= dict.fromkeys(_targets(plan.placed))
    plan.bookmarks = _bookmarks((key for key in wanted if key in plan.first), taken)
    return plan


def spans_of(body: Iterable[Element]) -> Iterator[Spans]:
    """Give every run of spans of the body, cells of tables row by row."""
    for element in body:
        block = element.block
        if isinstance(block, Table):
            for row in block.rows:
                yield from row
        else:
            yield getattr(block, "spans", ())


def _targets(placed: Iterable[PlacedNote]) -> Iterator[str]:
    for note in placed:
        if not isinstance(note.content, HandMade):
            yield from (s.target for s in note.content if isinstance(s, CrossReference) and s.kind == "noot")


def _bookmarks(keys: Iterable[str], taken: set[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for key in keys:
        name, number = bookmark_name("_noot", key), 1
        while name.lower() in taken:
            number += 1
            name = bookmark_name(f"_noot{number}", key)
        taken.add(name.lower())
        names[key] = name
    return names
