"""Join sentences that a page break cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.dossier.blocks import Piece, spans_of
from brief.text.model import ListItem, Paragraph, Run
from brief.text.normal import normalise_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG_ENOUGH = 50
"""Characters a cut-off line has at least: a page break falls in a full line, a short line may be a lead-in."""
_LONGEST = 10_000
"""Characters it has at most: two pages; what is longer is no sentence."""


def join_sentences(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Diagnostic]]:
    """Join a paragraph to the text before it where it is certain that a page break cut the sentence.

    Certain means: the text before is long and ends in a letter or digit, and the paragraph, which is no list item,
    begins in lower case.
    """
    result: list[Piece] = []
    found: list[Diagnostic] = []
    for piece in pieces:
        if result and _is_continued(result[-1], piece):
            found.append(_joined_note(result[-1], piece))
            result[-1] = _joined(result[-1], piece)
        else:
            result.append(piece)
    return result, found


def _is_continued(before: Piece, piece: Piece) -> bool:
    if not isinstance(before.block, Paragraph | ListItem) or not isinstance(piece.block, Paragraph):
        return False
    if piece.sources[0].heading or before.sources[-1].heading or piece.block.level:
        return False
    start, end = piece.text.lstrip()[:1], before.text.rstrip()[-1:]
    return start.islower() and end.isalnum() and _LONG_ENOUGH <= len(before.text) <= _LONGEST


def _joined(before: Piece, piece: Piece) -> Piece:
    spans = normalise_spans((*spans_of(before.block), Run(" "), *spans_of(piece.block)))
    block = before.block
    if isinstance(block, ListItem):
        return Piece(replace(block, spans=spans), before.sources + piece.sources)
    return Piece(Paragraph(spans, block.level if isinstance(block, Paragraph) else 0), before.sources + piece.sources)


def _joined_note(before: Piece, piece: Piece) -> Diagnostic:
    end, start = before.text.split()[-3:], piece.text.split()[:3]
    message = f"zin hersteld die door een paginagrens was doorgeknipt: '…{' '.join(end)} {' '.join(start)}…'"
    return Diagnostic("BR131", Severity.INFO, message, piece.place)
