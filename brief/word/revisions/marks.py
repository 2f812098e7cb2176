"""Marks of revisions: each with an author, a date and an id that nothing else in the document has."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import W

INSERTED, DELETED = f"{W}ins", f"{W}del"
MOVED_FROM, MOVED_TO = f"{W}moveFrom", f"{W}moveTo"
GONE = (DELETED, MOVED_FROM)
"""The marks of what stands in the old document only."""
_ID = f"{W}id"


class Marks(Struct):
    """Makes marks.

    `author` and `date` (ISO 8601, `2026-09-14T09:00:00Z`) stand on each, no date when it is empty; `next` is the first
    free id. `change` is the number of the change that is being written; `change_of` remembers it for each id.
    """

    author: str
    date: str
    next: int = 1
    change: int = 0
    moves: int = 0
    change_of: dict[str, int] = field(default_factory=dict)

    def free_id(self) -> str:
        """Give an id that was never given before."""
        self.next += 1
        return str(self.next - 1)

    def make(self, tag: str) -> etree._Element:
        """Make an element that marks a revision, without a parent; `tag` is its full name."""
        return self.sign(etree.Element(tag))

    def under(self, parent: etree._Element, tag: str, index: int | None = None) -> etree._Element:
        """Make such an element as a child, at the end or at an index."""
        element = etree.SubElement(parent, tag)
        if index is not None:
            parent.insert(index, element)
        return self.sign(element)

    def sign(self, element: etree._Element) -> etree._Element:
        """Put id, author and date on an element."""
        number = self.free_id()
        self.change_of[number] = self.change
        element.set(_ID, number)
        element.set(f"{W}author", self.author)
        if self.date:
            element.set(f"{W}date", self.date)
        return element

    def range(self, start: str, end: str, name: str | None = None) -> tuple[etree._Element, etree._Element]:
        """Make the two ends of a range, with one id; `name` ties the two ranges of a move together."""
        opening = self.make(start)
        if name is not None:
            opening.set(f"{W}name", name)
        closing = etree.Element(end)
        closing.set(_ID, opening.get(_ID, ""))
        return opening, closing

    def move_name(self) -> str:
        """Give the name for a next move."""
        self.moves += 1
        return f"move{self.moves}"
