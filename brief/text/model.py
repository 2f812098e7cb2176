"""The rich-text model: what every part of brief means by a text.

A text is a tuple of blocks. It is small on purpose: what it cannot hold, a reader must report as remainder, never drop.
All values are frozen and compare by content, so that comparing two versions of a text is comparing values.

`Citation`, `NoteMark` and `Insert` stand in texts that people write; `assemble` replaces them, and a finished
`Document` has `Note` and `CrossReference` in their place.
"""

from __future__ import annotations

from enum import IntFlag

from msgspec import Struct


class Style(IntFlag):
    """How a stretch of text looks. `PLAIN` is no style at all; the others combine with `|`."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    SUPERSCRIPT = 4
    SUBSCRIPT = 8


class Run(Struct, frozen=True):
    r"""Text in one style, part of at most one link.

    `text` is the plain text, verbatim: a tab is `\t`, a line break within the paragraph is `\n`, a non-breaking space
    is U+00A0. `link` is the address it leads to.
    """

    text: str
    style: Style = Style.PLAIN
    link: str | None = None


class Reference(Struct, frozen=True):
    """One paper within a citation: `zie ook @kst-29435-267, p. 3` has all three parts."""

    key: str
    prefix: str = ""
    suffix: str = ""


class Citation(Struct, frozen=True):
    """A citation that becomes one footnote; in Markdown `[@kst-1; zie ook @kst-2, p. 3]`."""

    references: tuple[Reference, ...]


class NoteMark(Struct, frozen=True):
    """The place of a free footnote, in Markdown `[^naam]`."""

    name: str


class Note(Struct, frozen=True):
    """A footnote with its text, as it stands in a finished document.

    `key` says what it refers to (`kst-29435-267`, or the name of a free note). `again` is what the note says when a
    note with the same key came before it in the document; None means: say `spans` once more. `near` limits that to a
    note that was written in full at most so many notes before; 0 is no limit.
    """

    key: str
    spans: Spans
    again: Spans | None = None
    near: int = 0


class CrossReference(Struct, frozen=True):
    """A live reference in a finished document to a bookmark elsewhere in it.

    `kind` is `nummer` (the paragraph's number), `pagina` (its page) or `noot` (the number of the first note with key
    `target`). `text` is what a reader sees until Word refreshes the field; for `noot` the writer fills it in.
    """

    target: str
    kind: str
    text: str = ""


Span = Run | Citation | NoteMark | Note | CrossReference
Spans = tuple[Span, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph of running text. `level` above 0 continues the list item of that depth (level 1: the outermost)."""

    spans: Spans
    level: int = 0


class Heading(Struct, frozen=True):
    """A heading; `level` 1 is the highest."""

    spans: Spans
    level: int


class ListItem(Struct, frozen=True):
    """The first paragraph of a list item.

    `level` counts from 0 (outermost). `marker` is `-` for a bullet, or the number as it stands: `1.`, `2)`, `a.`,
    `iv.`. The marker is mark-up: it is not part of the plain text.
    """

    spans: Spans
    level: int = 0
    marker: str = "-"

    @property
    def ordered(self) -> bool:
        """Tell whether the item has a number or letter."""
        return self.marker != "-"


class Table(Struct, frozen=True):
    r"""A table: rows of cells, a cell being one line of spans (`\n` in a run breaks the line).

    The first `head` rows are header rows.
    """

    rows: tuple[tuple[Spans, ...], ...]
    head: int = 1


class Insert(Struct, frozen=True):
    """A fenced block that is replaced by what it names; in Markdown `::: {.afspraken thema=water}` and `:::`."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()


Block = Paragraph | Heading | ListItem | Table | Insert
Blocks = tuple[Block, ...]
