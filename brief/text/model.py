"""The rich-text model: what every part of brief means by a text.

A text is a tuple of blocks. It is small on purpose: what it cannot hold, a reader must report as remainder, never drop.
All values are frozen and compare by content, so that comparing two versions of a text is comparing values.

`Citation`, `NoteMark` and `Insert` stand in texts that people write; `assemble` replaces them, and a finished
`Document` has `Note` and `CrossReference` in their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag


class Style(IntFlag):
    """How a stretch of text looks. `PLAIN` is no style at all; the others combine with `|`."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    SUPERSCRIPT = 4
    SUBSCRIPT = 8


@dataclass(frozen=True, slots=True)
class Run:
    r"""Text in one style, part of at most one link.

    `text` is the plain text, verbatim: a tab is `\t`, a line break within the paragraph is `\n`, a non-breaking space
    is U+00A0. `link` is the address it leads to.
    """

    text: str
    style: Style = Style.PLAIN
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One paper within a citation: `zie ook @kst-29435-267, p. 3` has all three parts."""

    key: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation that becomes one footnote; in Markdown `[@kst-1; zie ook @kst-2, p. 3]`."""

    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a free footnote, in Markdown `[^naam]`."""

    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its text, as it stands in a finished document.

    `key` says what it refers to (`kst-29435-267`, or the name of a free note). `again` is what the note says when a
    note with the same key came before it in the document; None means: say `spans` once more. `near` limits that to a
    note that was written in full at most so many notes before; 0 is no limit.
    """

    key: str
    spans: Spans
    again: Spans | None = None
    near: int = 0


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A live reference in a finished document to a bookmark elsewhere in it.

    `kind` is `nummer` (the paragraph's number), `pagina` (its page) or `noot` (the number of the first note with key
    `target`). `text` is what a reader sees until Word refreshes the field; for `noot` the writer fills it in.
    """

    target: str
    kind: str
    text: str = ""


Span = Run | Citation | NoteMark | Note | CrossReference
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text. `level` above 0 continues the list item of that depth (level 1: the outermost)."""

    spans: Spans
    level: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the highest."""

    spans: Spans
    level: int


@dataclass(frozen=True, slots=True)
class ListItem:
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


@dataclass(frozen=True, slots=True)
class Table:
    r"""A table: rows of cells, a cell being one line of spans (`\n` in a run breaks the line).

    The first `head` rows are header rows.
    """

    rows: tuple[tuple[Spans, ...], ...]
    head: int = 1


@dataclass(frozen=True, slots=True)
class Insert:
    """A fenced block that is replaced by what it names; in Markdown `::: {.afspraken thema=water}` and `:::`."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()


Block = Paragraph | Heading | ListItem | Table | Insert
Blocks = tuple[Block, ...]
