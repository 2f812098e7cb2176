"""Footnotes and endnotes: which are the same, and what becomes of the others."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.text.words import stretches
from brief.word.opc.markup import W
from brief.word.revisions.canon import empty_like, key
from brief.word.revisions.marks import DELETED, INSERTED

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lxml import etree

    from brief.word.revisions.blocks import BlockWriter

KINDS = {"footnotes": "footnote", "endnotes": "endnote"}
_ID = f"{W}id"


class Notes(Struct):
    """The notes of one kind in both files. `new` is None as long as the new file has no part for them.

    In the old text the number of a note that is the same in both files is that of the new one; any other gets a name of
    its own (`old 3`), so that equal numbers are equal notes.
    """

    kind: str
    old: etree._Element | None
    new: etree._Element | None
    _texts: dict[str, Hashable] = field(default_factory=dict)
    _olds: dict[str, etree._Element] = field(default_factory=dict)
    _news: dict[str, etree._Element] = field(default_factory=dict)
    _done: set[str] = field(default_factory=set)
    _brought: bool = False

    def match(self, old_text: etree._Element, new_text: etree._Element) -> None:
        """Give the notes of the old text the numbers of the new one, and remember the text of all."""
        element = KINDS[self.kind]
        olds = {note.get(_ID, ""): note for note in (self.old if self.old is not None else ()) if _is_own(note)}
        self._news = {note.get(_ID, ""): note for note in (self.new if self.new is not None else ()) if _is_own(note)}
        marks_old = list(old_text.iter(f"{W}{element}Reference"))
        marks_new = list(new_text.iter(f"{W}{element}Reference"))
        texts_old = [_text(olds.get(mark.get(_ID, ""))) for mark in marks_old]
        texts_new = [_text(self._news.get(mark.get(_ID, ""))) for mark in marks_new]
        same: dict[int, str] = {}
        for stayed, a, b, c, _ in stretches(texts_old, texts_new):
            if stayed:
                same |= {a + n: marks_new[c + n].get(_ID, "") for n in range(b - a)}
        for index, mark in enumerate(marks_old):
            number = mark.get(_ID, "")
            name = same.get(index, f"old {number}")
            mark.set(_ID, name)
            self._texts[name] = texts_old[index]
            if number in olds:
                self._olds[name] = olds[number]
        self._texts |= {mark.get(_ID, ""): text for mark, text in zip(marks_new, texts_new, strict=True)}

    def text(self, number: str) -> Hashable:
        """Give the text of a note as a value."""
        return self._texts.get(number, ("no note", number))

    def stayed(self, old: etree._Element, new: etree._Element, blocks: BlockWriter) -> None:
        """Compare the texts of two notes of which the marks stand at the same place."""
        before, after = self._olds.get(old.get(_ID, "")), self._news.get(new.get(_ID, ""))
        if before is not None and after is not None and self._text_differs(old, new) and self._is_first(new):
            blocks.compare(deepcopy(before), after)

    def gone(self, mark: etree._Element, blocks: BlockWriter) -> None:
        """Bring the text of a note that is gone, as deleted, and give the mark its number."""
        note = self._olds.get(mark.get(_ID, ""))
        if note is None or self.new is None:
            return
        copy = deepcopy(note)
        number = str(1 + max((int(n.get(_ID, "0")) for n in self.new if n.get(_ID, "0").isdecimal()), default=0))
        copy.set(_ID, number)
        mark.set(_ID, number)
        self.new.append(copy)
        self._brought = True
        blocks.marked_inside(copy, DELETED)

    def came(self, mark: etree._Element, blocks: BlockWriter) -> None:
        """Mark the text of a note that came as inserted."""
        note = self._news.get(mark.get(_ID, ""))
        if note is not None and self._is_first(mark):
            blocks.marked_inside(note, INSERTED)

    def arrange(self, text: etree._Element) -> None:
        """Renumber the notes in the order of their marks in the text, when notes of the old file came among them.

        LibreOffice goes by that order.
        """
        if self.new is None or not self._brought:
            return
        marks = list(text.iter(f"{W}{KINDS[self.kind]}Reference"))
        own = [note for note in self.new if _is_own(note)]
        used = dict.fromkeys([*(mark.get(_ID, "") for mark in marks), *(note.get(_ID, "") for note in own)])
        first = 1 + max((int(note.get(_ID, "0")) for note in self.new if not _is_own(note)), default=0)
        numbers = {number: str(place) for place, number in enumerate(used, start=max(first, 1))}
        for element in (*marks, *own):
            element.set(_ID, numbers[element.get(_ID, "")])
        for note in sorted(own, key=lambda note: int(note.get(_ID, "0"))):
            self.new.append(note)

    def _text_differs(self, old: etree._Element, new: etree._Element) -> bool:
        return self.text(old.get(_ID, "")) != self.text(new.get(_ID, ""))

    def _is_first(self, mark: etree._Element) -> bool:
        number = mark.get(_ID, "")
        if number in self._done:
            return False
        self._done.add(number)
        return True


def _is_own(note: etree._Element) -> bool:
    return note.get(f"{W}type", "normal") == "normal"


def _text(note: etree._Element | None) -> Hashable:
    return None if note is None else tuple(key(child) for child in note)


def separators_only(notes: etree._Element) -> etree._Element:
    """Give a part of notes with nothing but the separators of this one."""
    copy = empty_like(notes)
    copy.extend(deepcopy(note) for note in notes if not _is_own(note))
    return copy
