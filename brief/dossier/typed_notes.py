"""Footnotes that someone typed: a number or star behind a word, and below it a paragraph that begins with the same.

Among the afspraken such a paragraph is read as an afspraak of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.text.invisible import visible
from brief.text.model import ListItem, Paragraph, Run, Style
from brief.text.plain import shortened
from brief.text.typed_notes import leads_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.dossier.blocks import Piece

# `woningen1.`, `akkoord*`, `woningen 1)`: a mark right behind a word, not the 2 of m2
_MARK = re.compile(r"(?<=[^\W\d_]{3})[.,;:]?(?:(\d)|(\*{1,3}))(?=[\s.,;:)]|$)")
# `1 Onder voorbehoud`, `* mits akkoord`
_NOTE = re.compile(r"(?:(\d)\)?|(\*{1,3}))\s+\S")
# `¹ Onder voorbehoud`: raised by the sign itself
_RAISED = re.compile(r"[¹²³⁴-⁹]\s*\S")


def typed_notes(pieces: Sequence[Piece]) -> Iterator[Diagnostic]:
    """Report each text that begins with the mark of a note, raised or standing behind a word of a text before it."""
    marks: set[str] = set()
    for piece in pieces:
        if not isinstance(piece.block, ListItem | Paragraph):
            continue
        text = visible(piece.sources[0].text).lstrip()
        found = _NOTE.match(text)
        if _is_raised(piece) or _leads_back(piece) or (found is not None and (found[1] or found[2]) in marks):
            message = f"'{shortened(text, 60)}' lijkt een getypte voetnoot, en is gelezen als afspraak"
            hint = "maak er in Word een voetnoot van, of zet de woorden tussen haakjes in de afspraak zelf"
            yield Diagnostic("BR184", Severity.WAARSCHUWING, message, piece.place, hint=hint)
        marks |= {one or other for one, other in _MARK.findall(text)}


def _leads_back(piece: Piece) -> bool:
    """Tell whether a text holds the link of a note back to its mark, as converters write it: `#footnote-ref-1`."""
    spans = piece.block.spans if isinstance(piece.block, ListItem | Paragraph) else ()
    return any(isinstance(span, Run) and leads_back(span.link or "") for span in spans)


def _is_raised(piece: Piece) -> bool:
    """Tell whether a text begins with a raised number or star: raised by the sign itself or by its look."""
    if any(_RAISED.match(visible(source.text).lstrip()) for source in piece.sources):
        return True
    first = next(iter(piece.block.spans), None) if isinstance(piece.block, ListItem | Paragraph) else None
    return (
        isinstance(first, Run) and Style.SUPERSCRIPT in first.style and bool(re.fullmatch(r"[\d*]{1,3}\s*", first.text))
    )
