"""A text without its mark-up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text.model import Block, Blocks, CrossReference, Insert, ListItem, Paragraph, Run, Spans, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

_WITH_TEXT = (Run, CrossReference)


_LETTERS = re.compile(r"[^\W_]+")


def letters(text: str) -> str:
    """Give the letters and digits of a text: what it is known by, whatever its spaces and signs."""
    return "".join(_LETTERS.findall(text))


def plain_spans(spans: Spans) -> str:
    """Give the text of spans, verbatim; citations and notes have no text of their own."""
    if len(spans) == 1 and type(only := spans[0]) is Run:
        return only.text
    return "".join([span.text for span in spans if isinstance(span, _WITH_TEXT)])


def plain(blocks: Iterable[Block]) -> str:
    """Give the text of blocks on one line, white space folded, blocks and cells parted by one space."""
    return " ".join(" ".join(_texts(blocks)).split())


def shortened(text: str, length: int) -> str:
    """Give the first words of a text on one line, at most this many characters, with a sign where it is cut."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (plain_spans(cell) for row in block.rows for cell in row)
        elif not isinstance(block, Insert):
            yield plain_spans(block.spans)


def unnumbered(blocks: Blocks) -> Blocks:
    """Leave the number that a text has in a list out (`2. Rijk en regio …`): it shifts with the texts before it."""
    first, *rest = blocks or (Paragraph(()),)
    return (replace(first, marker="-") if isinstance(first, ListItem) else first, *rest)
