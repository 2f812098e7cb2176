"""Gather the text of one paragraph while its XML goes by, and what was set aside from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.text.model import NoteMark, Run, Span, Spans, Style

if TYPE_CHECKING:
    from brief.word.reading.model import Cell, Number, Source, WordBlock
    from brief.word.reading.styles import Look

Aside = tuple["Source", str]
"""Why text is not part of what is shown, and by whom or when."""


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that has begun; `pieces` are its text so far, `after` the blocks of text boxes anchored in it."""

    index: int
    source: Source
    detail: str
    look: Look
    number: Number | None
    indent: int
    cells: tuple[Cell, ...]
    contents: bool
    merges: bool
    page_break: bool = False
    hidden: bool = False
    off: Style = Style.PLAIN
    prompted: int = 0
    pieces: list[tuple[str, Style, str | None] | NoteMark] = field(default_factory=list)
    aside: dict[Aside, list[str]] = field(default_factory=dict)
    inserted: dict[str, list[str]] = field(default_factory=dict)
    struck: list[str] = field(default_factory=list)
    after: list[WordBlock] = field(default_factory=list)

    def spans(self) -> Spans:
        """Give the text as spans, neighbours alike joined."""
        merged: list[Span] = []
        texts: list[str] = []
        current: tuple[Style, str | None] | None = None
        for piece in self.pieces:
            if isinstance(piece, NoteMark):
                _flush(merged, texts, current)
                merged.append(piece)
                current = None
                continue
            text, style, link = piece
            if current is not None and current != (style, link):
                _flush(merged, texts, current)
            current = (style, link)
            texts.append(text)
        _flush(merged, texts, current)
        return tuple(merged)

    @property
    def is_prompt(self) -> bool:
        """Tell whether all text of the paragraph is the grey prompt of an empty form field."""
        length = sum(len(piece[0]) for piece in self.pieces if not isinstance(piece, NoteMark))
        return 0 < length <= self.prompted


def _flush(merged: list[Span], texts: list[str], look: tuple[Style, str | None] | None) -> None:
    if look is not None and texts:
        merged.append(Run("".join(texts), *look))
    texts.clear()
