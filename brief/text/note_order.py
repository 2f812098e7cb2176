"""Which notes of a document are written in full, and which refer to an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.text.model import Note, Spans


class NoteOrder:
    """Counts notes from 1 in the order of the text; a document that numbers its notes otherwise is not for this."""

    def __init__(self) -> None:
        self.count = 0
        self._full: dict[str, int] = {}

    def next(self, note: Note) -> tuple[int, Spans, int]:
        """Give the number of the next note, what it says, and the number of the note that it may refer to."""
        self.count += 1
        before = self._full.get(note.key)
        if before is not None and note.again is not None and not (note.near and self.count - before > note.near):
            return self.count, note.again, before
        if before is None or note.near:
            self._full[note.key] = self.count
        return self.count, note.spans, self.count
