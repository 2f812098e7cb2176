"""The normal form of a text: one way to say the same thing, so that equal texts are equal values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text.model import Block, Blocks, Insert, ListItem, Paragraph, Run, Span, Spans, Style, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

_EDGES = re.compile(r"^([ \t\n\u00a0]*)(.*?)([ \t\n\u00a0]*)$", re.DOTALL)
_BLANK = " \t\n"
_TWO_AND_A_GAP = 3


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
    parts: list[Span] = []
    for span in spans:
        if not isinstance(span, Run):
            parts.append(span)
        elif span.style is not Style.PLAIN:
            parts += _parts(span)
        elif span.text:
            parts.append(span)
    return _trimmed(_plain_gaps(_without_blank_links(_merged(parts))))


def _without_blank_links(spans: list[Span]) -> list[Span]:
    """Take the link from white space that no other text of that link stands beside: nobody sees it."""
    blank = {
        number
        for number, span in enumerate(spans)
        if isinstance(span, Run)
        and span.link is not None
        and not span.text.strip(_BLANK)
        and _is_alone(spans, number, span.link)
    }
    if not blank:
        return spans
    return _merged(
        Run(span.text, span.style) if number in blank and isinstance(span, Run) else span
        for number, span in enumerate(spans)
    )


def _is_alone(spans: list[Span], number: int, link: str) -> bool:
    """Tell whether no run beside this one has the same link."""
    beside = (*spans[max(number - 1, 0) : number], *spans[number + 1 : number + 2])
    return not any(isinstance(each, Run) and each.link == link for each in beside)


def _merged(parts: Iterable[Span]) -> list[Span]:
    """Make one run of runs alike that stand side by side: joined once, however many there are."""
    merged: list[Span] = []
    alike: list[Run] = []
    for part in parts:
        if alike and not (isinstance(part, Run) and (part.style, part.link) == (alike[0].style, alike[0].link)):
            merged.append(_joined(alike))
            alike = []
        if isinstance(part, Run):
            alike.append(part)
        else:
            merged.append(part)
    return [*merged, _joined(alike)] if alike else merged


def _joined(alike: list[Run]) -> Run:
    return alike[0] if len(alike) == 1 else Run("".join(run.text for run in alike), alike[0].style, alike[0].link)


def _parts(span: Run) -> Iterable[Run]:
    """Part a run with a style into white space at its edges, which has none, and the rest."""
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
    if len(spans) < _TWO_AND_A_GAP:
        return spans
    result: list[Span] = []
    alike: list[Run] = []
    for span in spans:
        if isinstance(span, Run) and _goes_on(alike, span):
            alike.append(span)
            continue
        result += _styled(alike)
        alike = [span] if isinstance(span, Run) else []
        if not isinstance(span, Run):
            result.append(span)
    return result + _styled(alike)


def _goes_on(alike: list[Run], span: Run) -> bool:
    """Tell whether a run goes on with the styled runs and gaps before it: by turns text and white space."""
    if not alike or alike[0].style is Style.PLAIN or span.link != alike[0].link:
        return False
    if len(alike) % 2:
        return span.style is Style.PLAIN and not span.text.strip(_BLANK + "\u00a0")
    return span.style == alike[0].style


def _styled(alike: list[Run]) -> list[Span]:
    """Make one run of styled runs and the gaps between them; a gap after the last stays plain."""
    gap = alike.pop() if alike and not len(alike) % 2 else None
    whole = [_joined(alike)] if alike else []
    return [*whole, gap] if gap is not None else [*whole]


def _trimmed(spans: list[Span]) -> Spans:
    while spans and isinstance(first := spans[0], Run) and (text := first.text.lstrip(_BLANK)) != first.text:
        spans[:1] = [Run(text, first.style, first.link)] if text else []
    while spans and isinstance(last := spans[-1], Run) and (text := last.text.rstrip(_BLANK)) != last.text:
        spans[-1:] = [Run(text, last.style, last.link)] if text else []
    return tuple(spans)
