"""The normal form of a text: one way to say the same thing, so that equal texts are equal values."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from brief.text.model import Block, Blocks, Insert, ListItem, Paragraph, Run, Span, Spans, Style, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

_EDGES = re.compile(r"^([ \t\n\u00a0]*)(.*?)([ \t\n\u00a0]*)$", re.DOTALL)
_BLANK = " \t\n"


def normalise(blocks: Iterable[Block]) -> Blocks:
    """Give the normal form of a text.

    Adjacent runs alike are one; white space at the edge of a styled stretch is plain; white space at the edges of a
    paragraph is gone, as are empty paragraphs; a list item is at most one level deeper than what stands before it; all
    rows of a table are as long as the longest, and an empty header row is no header. No other character changes.
    """
    result: list[Block] = []
    depth = 0
    for block in blocks:
        if isinstance(block, Insert):
            result.append(block)
            depth = 0
        elif isinstance(block, Table):
            if block.rows:
                result.append(_table(block))
            depth = 0
        else:
            spans = normalise_spans(block.spans)
            if not spans:
                continue
            if isinstance(block, ListItem):
                level = min(block.level, depth)
                depth = level + 1
                result.append(replace(block, spans=spans, level=level))
            elif isinstance(block, Paragraph):
                depth = min(block.level, depth)
                result.append(Paragraph(spans, depth))
            else:
                depth = 0
                result.append(replace(block, spans=spans))
    return tuple(result)


def _table(table: Table) -> Table:
    width = max(1, *(len(row) for row in table.rows))
    rows = tuple(tuple(normalise_spans(cell) for cell in row) + ((),) * (width - len(row)) for row in table.rows)
    return Table(rows, head=1 if table.head and any(rows[0]) else 0)


def normalise_spans(spans: Iterable[Span]) -> Spans:
    """Give the normal form of the spans of one paragraph or cell."""
    spans = tuple(spans)
    if len(spans) == 1 and isinstance(only := spans[0], Run) and only.style is Style.PLAIN:
        text = only.text.strip(_BLANK)
        return () if not text else spans if text is only.text else (Run(text, Style.PLAIN, only.link),)
    merged: list[Span] = []
    for span in spans:
        for part in _parts(span):
            last = merged[-1] if merged else None
            if isinstance(part, Run) and isinstance(last, Run) and (last.style, last.link) == (part.style, part.link):
                merged[-1] = Run(last.text + part.text, part.style, part.link)
            else:
                merged.append(part)
    return _trimmed(_plain_gaps(merged))


def _parts(span: Span) -> Iterable[Span]:
    """Part a run into white space at its edges, which has no style, and the rest."""
    if not isinstance(span, Run) or span.style is Style.PLAIN:
        if not isinstance(span, Run) or span.text:
            yield span
        return
    found = _EDGES.match(span.text)
    before, inside, after = found.groups() if found else ("", span.text, "")
    if before:
        yield Run(before, Style.PLAIN, span.link)
    if inside:
        yield Run(inside, span.style, span.link)
    if after:
        yield Run(after, Style.PLAIN, span.link)


def _plain_gaps(spans: list[Span]) -> list[Span]:
    """Give plain white space between two runs alike their style back: `**a** **b**` is `**a b**`."""
    result: list[Span] = []
    for span in spans:
        before = result[-1] if result else None
        first = result[-2] if len(result) > 1 else None
        if (
            isinstance(span, Run)
            and isinstance(before, Run)
            and isinstance(first, Run)
            and not before.text.strip(_BLANK + "\u00a0")
            and before.style is Style.PLAIN
            and span.style == first.style
            and span.style is not Style.PLAIN
            and span.link == before.link == first.link
        ):
            result[-2:] = [Run(first.text + before.text + span.text, span.style, span.link)]
        else:
            result.append(span)
    return result


def _trimmed(spans: list[Span]) -> Spans:
    while spans and isinstance(first := spans[0], Run) and (text := first.text.lstrip(_BLANK)) != first.text:
        spans[:1] = [Run(text, first.style, first.link)] if text else []
    while spans and isinstance(last := spans[-1], Run) and (text := last.text.rstrip(_BLANK)) != last.text:
        spans[-1:] = [Run(text, last.style, last.link)] if text else []
    return tuple(spans)
