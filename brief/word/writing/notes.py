"""Plan the footnotes of a document: which come in which order, and which number each shows.

Notes come from the body and from tags in the template, and a template may hold notes made by hand. They are numbered
together, in the order of the document, before a word is written: a reference to a note may stand before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.text.model import CrossReference, Note, Table
from brief.word.writing.bookmarks import bookmark_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brief.text.document import Element
    from brief.text.model import Spans


@dataclass(frozen=True, slots=True)
class HandMade:
    """A reference to a footnote that stands in the template itself; `number` is the id it has there.

    A note with a mark of its own (`w:customMarkFollows`) does not count for the numbers of the others.
    """

    number: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with its id in the document, the number a reader sees, and what it says."""

    identifier: int
    shown: int
    content: HandMade | Spans


@dataclass(slots=True)
class NotePlan:
    """All notes of a document in order, and the number of the first note of each key."""

    placed: list[PlacedNote] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    bookmarks: dict[str, str] = field(default_factory=dict)
    _shown: int = 0

    def add(self, note: Note | HandMade) -> None:
        """Place the next note of the document."""
        counted = not isinstance(note, HandMade) or note.counted
        self._shown += counted
        content = note if isinstance(note, HandMade) else self._spans(note)
        self.placed.append(PlacedNote(len(self.placed) + 1, self._shown, content))

    def _spans(self, note: Note) -> Spans:
        if note.key not in self.first:
            self.first[note.key] = self._shown
            return note.spans
        return note.spans if note.again is None else note.again


def plan_notes(
    before: Iterable[Note | HandMade], body: Iterable[Element], after: Iterable[Note | HandMade], taken: set[str]
) -> NotePlan:
    """Plan the notes of the frame before the body, those of the body, and those of the frame after it.

    Gives a bookmark name to each key that some reference points at; `taken` are the names already in use.
    """
    plan = NotePlan()
    wanted: dict[str, None] = {}
    for note in before:
        plan.add(note)
    for spans in spans_of(body):
        for span in spans:
            if type(span) is Note:
                plan.add(span)
            elif type(span) is CrossReference and span.kind == "noot":
                wanted[span.target] = None
    for note in after:
        plan.add(note)
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
