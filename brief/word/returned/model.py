"""What a returned Word file says, as values."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text.model import Run, Span

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.word.reading.model import WordBlock

_NAMELESS = frozenset({"", "author", "auteur", "unknown", "onbekend", "unknown author", "onbekende auteur"})


def names_nobody(author: str) -> bool:
    """Tell whether an author is what Word or LibreOffice puts in the place of a name that was taken out of a file."""
    return author.strip().lower() in _NAMELESS


class Kind(StrEnum):
    """What a tracked change did."""

    INGEVOEGD = "ingevoegd"
    VERWIJDERD = "verwijderd"
    HIERVANDAAN = "verplaatst van hier"
    HIERHEEN = "verplaatst naar hier"
    OPMAAK = "opmaak"

    @property
    def adds(self) -> bool:
        """Tell whether the text of the change is there only when it is accepted."""
        return self in {Kind.INGEVOEGD, Kind.HIERHEEN}

    @property
    def takes(self) -> bool:
        """Tell whether the text of the change is there only when it is rejected."""
        return self in {Kind.VERWIJDERD, Kind.HIERVANDAAN}


class Tracked(Struct, frozen=True):
    """A tracked change: who made it, and when as the file says it (`2026-09-14T09:00:00Z`, or empty).

    `group` is the number of the revision in the file. `is_end` tells that the end of a paragraph was added or taken.
    """

    kind: Kind
    author: str
    date: str
    group: str = ""
    is_end: bool = False


class Comment(Struct, frozen=True):
    """A comment in the margin. `parent` is the id of the comment that it answers; `done` that it was settled."""

    id: str
    author: str
    date: str
    text: str
    parent: str | None = None
    done: bool = False


class Piece(Struct, frozen=True):
    """A stretch of text in one state, or the mark of a note.

    `changes` are indexes in `Returned.changes`, `marks` the names of the marks of origin that it stands in, innermost
    last, and `comments` the ids of those that are about it.
    """

    span: Span
    changes: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give the plain text; empty for the mark of a note."""
        return self.span.text if isinstance(self.span, Run) else ""


class Alinea(Struct, frozen=True):
    """A paragraph with all that it ever held: what was added and what was taken stands side by side.

    `block` is the paragraph as it is read with everything in it (place, style, list, cell); None when it is empty.
    `marks` are all marks of origin in it, also those around nothing any more. `end` are the changes of its end, by
    which it is split or joined, `layout` those of its look. `note` is the id of the note that it belongs to
    (`voetnoot-2`). `part` and `number` are its place: the part of the file, and its number there from 1.
    """

    part: str
    number: int
    block: WordBlock | None
    pieces: tuple[Piece, ...]
    marks: tuple[str, ...] = ()
    end: tuple[int, ...] = ()
    layout: tuple[int, ...] = ()
    comments: tuple[str, ...] = ()
    note: str = ""

    @property
    def changes(self) -> tuple[int, ...]:
        """Give every change in it, in order, each once."""
        inside = (change for piece in self.pieces for change in piece.changes)
        return tuple(dict.fromkeys([*inside, *self.end, *self.layout]))


class Returned(Struct, frozen=True, dict=True):
    """A returned file. `ronde`, `versie` and `document` are what it says of itself, empty when it says nothing.

    `anonymous` tells that names of reviewers were taken out of it. A file that cannot be read has no paragraphs and an
    error in `diagnostics`.
    """

    file: str
    ronde: str = ""
    versie: str = ""
    document: str = ""
    alineas: tuple[Alinea, ...] = ()
    changes: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    anonymous: bool = False

    @property
    def is_marked(self) -> bool:
        """Tell whether any paragraph says where it comes from."""
        return any(each.marks for each in self.alineas)

    @property
    def failed(self) -> bool:
        """Tell whether the file could not be read."""
        return any(diagnostic.is_error for diagnostic in self.diagnostics)

    def text_of(self, change: int) -> str:
        """Give the text of a change, the ends of its paragraphs as line ends."""
        return "\n".join(self._texts.get(change, ()))

    @cached_property
    def _texts(self) -> dict[int, list[str]]:
        """Give for each change its text in each paragraph that it is in."""
        found: dict[int, list[str]] = {}
        for alinea in self.alineas:
            lines: dict[int, list[str]] = {change: [] for change in alinea.changes}
            for piece in alinea.pieces:
                for change in piece.changes:
                    lines[change].append(piece.text)
            for change, texts in lines.items():
                found.setdefault(change, []).append("".join(texts))
        return found

    def replies(self, comment: str) -> tuple[Comment, ...]:
        """Give the answers to a comment, in order."""
        return self._replies.get(comment, ())

    @cached_property
    def _replies(self) -> dict[str, tuple[Comment, ...]]:
        found: dict[str, list[Comment]] = {}
        for each in self.comments:
            if each.parent is not None:
                found.setdefault(each.parent, []).append(each)
        return {parent: tuple(answers) for parent, answers in found.items()}
