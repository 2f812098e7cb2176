"""What a Word file says, as values: its paragraphs in document order, each with its place, its look and its source."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text.model import NoteMark, Run, Spans, Style
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.diagnostics import Diagnostic, Place


class Source(StrEnum):
    """Where in a Word file a paragraph stands, or why it is not part of the text that is shown."""

    BODY = "hoofdtekst"
    HEADER = "koptekst"
    FOOTER = "voettekst"
    FOOTNOTE = "voetnoot"
    ENDNOTE = "eindnoot"
    TEXTBOX = "tekstvak"
    COMMENT = "opmerking"
    WATERMARK = "watermerk"
    DRAWING = "tekst in een tekening"
    DELETED = "verwijderde tekst"
    MOVED = "verplaatste tekst, oude plaats"
    REJECTED = "ingevoegde tekst, niet overgenomen"
    HIDDEN = "verborgen tekst"
    FIELD_CODE = "veldcode"
    MERGED_CELL = "tekst in een samengevoegde cel"
    RUBY = "tekst boven de regel"
    OUTDATED = "oude tekst van een gekoppeld veld"
    ALTERNATIVE = "andere weergave van dezelfde tekst"
    FOREIGN = "tekst in een onderdeel dat Word overslaat"
    STRAY = "tekst buiten een alinea"


class Revisions(StrEnum):
    """What to do with tracked changes: read them as accepted, as rejected, or make a person decide first."""

    ACCEPT = "aanvaarden"
    REJECT = "verwerpen"
    REPORT = "melden"


class Number(Struct, frozen=True):
    """The marker Word puts before a paragraph, computed from `numbering.xml`; it is not in the paragraph's text.

    `text` is what Word shows (`2.5.4.`, `a)`, `•`), `level` counts from 0, and `indent` is the left edge of the text in
    twips (1/1440 inch).
    """

    text: str
    level: int
    bullet: bool = False
    indent: int = 0


class Cell(Struct, frozen=True):
    """A cell of a table: which table (counted from 1 in its part), which row and which column, counted from 0."""

    table: int
    row: int
    column: int
    header: bool = False


class WordBlock(Struct, frozen=True):
    """One paragraph of a Word file.

    `style` is the name of its style as Word shows it, in lower case. `outline` is its heading level from 1, or None.
    `cells` are the cells it stands in, outermost first. `detail` says more about `source`: who deleted it and when,
    the id of a note. `prompt` marks the grey text of an empty form field, `contents` a line of a table of contents.
    `box` tells text boxes apart, counted from 1 in the file; 0 is outside any.
    """

    place: Place
    spans: Spans
    source: Source = Source.BODY
    detail: str = ""
    style: str = ""
    look: Style = Style.PLAIN
    outline: int | None = None
    number: Number | None = None
    indent: int = 0
    cells: tuple[Cell, ...] = ()
    contents: bool = False
    prompt: bool = False
    page_break: bool = False
    box: int = 0

    @property
    def text(self) -> str:
        """Give the text without mark-up, verbatim."""
        return plain_spans(self.spans)

    @property
    def notes(self) -> tuple[str, ...]:
        """Name the footnotes and endnotes referred to: `voetnoot-2`, `eindnoot-1` (the ids in the file)."""
        return tuple(span.name for span in self.spans if isinstance(span, NoteMark))

    @property
    def runs(self) -> tuple[Run, ...]:
        """Give the stretches of text, without note marks."""
        return tuple(span for span in self.spans if isinstance(span, Run))


class WordText(Struct, frozen=True):
    """All text of a Word file: headers, body, notes, comments, footers and what is not shown; `source` says which."""

    file: str
    blocks: tuple[WordBlock, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def body(self) -> tuple[WordBlock, ...]:
        """Give the paragraphs of the main text, in order."""
        return tuple(block for block in self.blocks if block.source is Source.BODY)

    def by_source(self, *sources: Source) -> Iterator[WordBlock]:
        """Go through the paragraphs of some sources, in order."""
        return (block for block in self.blocks if block.source in sources)

    @property
    def failed(self) -> bool:
        """Tell whether the file could not be read."""
        return any(diagnostic.is_error for diagnostic in self.diagnostics)
