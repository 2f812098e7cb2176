"""Gather the text of one paragraph while its XML goes by, and what was set aside from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from brief.text.model import NoteMark, Run, Span, Spans, Style
from brief.word.reading.styles import style_of

if TYPE_CHECKING:
    from brief.word.reading.model import Cell, Number, Source, WordBlock
    from brief.word.reading.styles import Look

Aside = tuple["Source", str]
"""Why text is not part of what is shown, and by whom or when."""
GONE, HIDDEN, INITIAL, IN_CODE = "gone", "hidden", "initial", "in code"
"""Why a paragraph goes on in the next: its mark is deleted, hidden or in the code of a field, or it is the large first
letter of the next."""


class Piece(NamedTuple):
    """A stretch of text as it went by; `contents` tells that a table of contents shows it."""

    text: str
    style: Style
    link: str | None
    contents: bool


class OpenParagraph(Struct):
    """A paragraph that has begun; `pieces` are its text so far, `after` the blocks of text boxes anchored in it.

    `listed` is the list the paragraph is in: the ids of the list and the style, and the level. `mixed` tells that a
    table of contents shows some of it; `framed` that Word shows it in a frame beside the text; `squeezed` that its
    lines are too low to show letters.
    """

    index: int
    source: Source
    detail: str
    look: Look
    outline: int | None
    own: Look | None
    listed: tuple[str, int | None, str] | None
    cells: tuple[Cell, ...]
    contents: bool
    joins: str
    number: Number | None = None
    indent: int = 0
    box: int = 0
    page_break: bool = False
    formula: bool = False
    shaded: bool = False
    framed: bool = False
    squeezed: bool = False
    off: Style = Style.PLAIN
    mixed: bool = False
    prompts: list[str] = field(default_factory=list)
    pieces: list[Piece | NoteMark] = field(default_factory=list)
    aside: dict[Aside, list[str]] = field(default_factory=dict)
    inserted: dict[str, list[str]] = field(default_factory=dict)
    struck: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    after: list[WordBlock] = field(default_factory=list)

    def segments(self) -> list[tuple[bool, Spans]]:
        """Give the text as spans, neighbours alike joined; what a table of contents shows apart from the rest.

        White space and note marks go with what stands before them.
        """
        if not self.mixed:
            return [(False, _spans(self.pieces))] if self.pieces else []
        parts: list[tuple[bool, list[Piece | NoteMark]]] = []
        for piece in self.pieces:
            loose = isinstance(piece, NoteMark) or not piece.text.strip()
            contents = not isinstance(piece, NoteMark) and piece.contents
            if parts and (loose or parts[-1][0] == contents):
                parts[-1][1].append(piece)
            elif parts and not any(isinstance(each, NoteMark) or each.text.strip() for each in parts[-1][1]):
                parts[-1] = (contents, [*parts[-1][1], piece])
            else:
                parts.append((contents, [piece]))
        return [(contents, _spans(pieces)) for contents, pieces in parts]

    @property
    def is_shown(self) -> bool:
        """Tell whether the paragraph shows any word."""
        return any(isinstance(piece, NoteMark) or piece.text.strip() for piece in self.pieces)

    @property
    def is_prompt(self) -> bool:
        """Tell whether all text of the paragraph is the grey prompt of an empty form field."""
        length = sum(len(piece.text) for piece in self.pieces if not isinstance(piece, NoteMark))
        return 0 < length <= sum(map(len, self.prompts))

    def take(self, earlier: OpenParagraph) -> None:
        """Put what an earlier paragraph shows before what this one shows."""
        if earlier.joins == HIDDEN and earlier.is_shown:
            self._take_look(earlier)
        self.pieces[:0] = earlier.pieces
        self.after[:0] = earlier.after
        for aside, texts in earlier.aside.items():
            self.aside[aside] = texts + self.aside.get(aside, [])
        for by, texts in earlier.inserted.items():
            self.inserted[by] = texts + self.inserted.get(by, [])
        self.struck[:0] = earlier.struck
        self.prompts[:0] = earlier.prompts
        self.formula |= earlier.formula
        self.mixed |= earlier.mixed

    def _take_look(self, earlier: OpenParagraph) -> None:
        """Be what the paragraph was in which this one begins; where they look otherwise, each keeps its own look."""
        if not earlier.outline and earlier.own_style != self.own_style:
            for each in (earlier, self):
                each.pieces = [_dressed(piece, each.own_style) for piece in each.pieces]
                each.look, each.off = replace(each.look, bold=None, italic=None), Style.PLAIN
        self.look, self.outline = earlier.look, earlier.outline
        self.number, self.indent = earlier.number, earlier.indent

    @property
    def own_style(self) -> Style:
        """Give the look that its style lends to all of its text."""
        return style_of(self.look.bold, self.look.italic, None) & ~self.off


def _dressed(piece: Piece | NoteMark, style: Style) -> Piece | NoteMark:
    return piece if isinstance(piece, NoteMark) else piece._replace(style=piece.style | style)


def _spans(pieces: list[Piece | NoteMark]) -> Spans:
    merged: list[Span] = []
    texts: list[str] = []
    current: tuple[Style, str | None] | None = None
    for piece in pieces:
        if isinstance(piece, NoteMark):
            _flush(merged, texts, current)
            merged.append(piece)
            current = None
            continue
        if current is not None and current != (piece.style, piece.link):
            _flush(merged, texts, current)
        current = (piece.style, piece.link)
        texts.append(piece.text)
    _flush(merged, texts, current)
    return tuple(merged)


def _flush(merged: list[Span], texts: list[str], look: tuple[Style, str | None] | None) -> None:
    if look is not None and texts:
        merged.append(Run("".join(texts), *look))
    texts.clear()
