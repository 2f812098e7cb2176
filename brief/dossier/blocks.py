"""The middle form: a dossier as a row of blocks with places and hints, whether it came from Word or from Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.text.invisible import visible
from brief.text.model import Block, Run, Span, Spans, Style, Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from brief.diagnostics import Place


_LINE = 2_000
"""Characters of a block that are looked at to tell what it is; no title, remark or placeholder is longer."""


class SourceBlock(Struct, frozen=True):
    """One block of the source.

    `block` is its text as a value: a paragraph, list item or table, never a heading; `heading` tells the level of a
    heading instead, 0 for none. `text` is all its characters verbatim, and `marks` those that `block` leaves out since
    they are mark-up: a bullet or number typed by hand. `number` is a number that the source shows but does not hold as
    text. `aside` is the reason why the block is no running text at all; `lines` are the rows of a table. `box` tells
    the text box in which the block stands, 0 for none; `shown` tells that Word shows it, in the text or beside it;
    `numbers` are those that the cells of a table begin with, computed by Word; `framed` tells that the block stands in
    a table that is taken for mere layout.
    """

    index: int
    block: Block
    place: Place
    text: str
    heading: int = 0
    number: str = ""
    marks: str = ""
    aside: str = ""
    lines: tuple[tuple[str, Place], ...] = ()
    notes: tuple[str, ...] = ()
    box: int = 0
    shown: bool = False
    numbers: tuple[str, ...] = ()
    framed: bool = False

    @property
    def spans(self) -> Spans:
        """Give the spans of a block that is no table."""
        return self.block.spans if hasattr(self.block, "spans") else ()

    @property
    def offset(self) -> int:
        """Give where in the text of a block its spans begin: behind a mark typed by hand, and white space."""
        return max(0, self.text.find(plain_spans(self.spans)))

    @property
    def is_table(self) -> bool:
        """Tell whether the block is a table."""
        return isinstance(self.block, Table)

    @property
    def line(self) -> str:
        """Give the visible text on one line, with the number the source shows; of a long text its beginning."""
        return " ".join(f"{self.number} {visible(self.text[:_LINE])}".split())

    def wholly(self, style: Style) -> bool:
        """Tell whether all text of the block has a style, such as bold."""
        runs = [span for span in self.spans if isinstance(span, Run) and visible(span.text).strip()]
        return bool(runs) and all(run.style & style for run in runs)


class Piece(Struct, frozen=True):
    """A block of the result, and the source blocks it was made of."""

    block: Block
    sources: tuple[SourceBlock, ...]

    @property
    def place(self) -> Place:
        """Give the place of its first word."""
        return self.sources[0].place

    @property
    def text(self) -> str:
        """Give the text of the result, without mark-up."""
        return table_text(self.block) if isinstance(self.block, Table) else plain_spans(spans_of(self.block))


def spans_of(block: Block) -> Spans:
    """Give the spans of a block; a table has none of its own."""
    return () if isinstance(block, Table) else getattr(block, "spans", ())


def table_text(table: Table) -> str:
    """Give the text of a table, cells parted by tabs and rows by line ends."""
    return "\n".join("\t".join(plain_spans(cell) for cell in row) for row in table.rows)


def drop_start(spans: Spans, count: int) -> Spans:
    """Take `count` characters off the start of spans."""
    left: list[Span] = []
    for span in spans:
        if count and isinstance(span, Run):
            taken = min(count, len(span.text))
            count -= taken
            span = replace(span, text=span.text[taken:])
            if not span.text:
                continue
        left.append(span)
    return tuple(left)


def keep_start(spans: Spans, count: int) -> Spans:
    """Keep the first `count` characters of spans."""
    kept: list[Span] = []
    for span in spans:
        if count <= 0:
            break
        if isinstance(span, Run):
            span = replace(span, text=span.text[:count])
            count -= len(span.text)
        kept.append(span)
    return tuple(kept)


def characters(text: str) -> str:
    """Give the characters that count in the proof: all but white space."""
    return "".join(text.split())
