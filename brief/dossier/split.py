"""Take apart what stands in one paragraph and belongs in two places: a section title with its text behind it.

A title may stand on a line of its own, where someone typed Shift+Enter: there too the paragraph is parted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.domain import Sectie
from brief.dossier.blocks import SourceBlock, drop_start, keep_start
from brief.dossier.marks import typed_marker
from brief.dossier.patterns import (
    is_hamerpunt_line,
    is_section_title,
    run_in_title,
    section_of,
    title_at_end,
    title_tail,
)
from brief.text.invisible import visible
from brief.text.model import ListItem, NoteMark, Paragraph, Run, Style
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans

_START = 10
"""Characters in which the first that is visible must stand."""
_LONGEST_NUMBER = 30
_TAIL = 80
# `2.3. Deltaprogramma`: the number of an agendapunt
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_]")

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.text.model import Span, Spans


def split_blocks(blocks: Iterable[SourceBlock]) -> tuple[SourceBlock, ...]:
    """Give the blocks with such paragraphs parted in two, numbered anew; every character stays."""
    result: list[SourceBlock] = []
    for block in blocks:
        for line in _lines(block):
            for half in _halves(line):
                for part in _parts(half):
                    result.append(replace(part, index=len(result)))
    return tuple(result)


def _lines(block: SourceBlock) -> list[SourceBlock]:
    """Part a paragraph or list item before each line in it that begins something else: a title, or a next item."""
    own = block.block
    if "\n" not in block.text or block.aside or not isinstance(own, Paragraph | ListItem):
        return [block]
    spans = _span_lines(own.spans)
    texts = _text_lines(block.text, len(spans))
    begins = _beginnings(block, texts) if len(texts) == len(spans) else []
    parts = []
    for begin, end in pairwise([0, *begins, len(texts)]):
        said = _joined(spans[begin:end])
        text = "\n".join(texts[begin:end])
        first = replace(block, block=replace(own, spans=said), text=text, notes=_notes(said))
        parts.append(_begun(first, heading=_is_next_heading(block, texts[begin])) if begin else first)
    return parts if begins else [block]


def _halves(block: SourceBlock) -> list[SourceBlock]:
    """Part a paragraph or list item before the title of the afspraken that it ends in."""
    own = block.block
    if block.aside or block.heading or "afspra" not in block.text[-_TAIL:].lower():
        return [block]
    title = title_at_end(block.text) or _set_off_at_end(block.spans)
    if not title or not isinstance(own, Paragraph | ListItem) or title not in (shown := plain_spans(own.spans)):
        return [block]
    spans, at = shown.rindex(title), block.text.rindex(title)
    first, second = normalise_spans(keep_start(own.spans, spans)), normalise_spans(drop_start(own.spans, spans))
    return [
        replace(block, block=replace(own, spans=first), text=block.text[:at], notes=_notes(first)),
        replace(block, block=Paragraph(second), text=block.text[at:], number="", marks="", notes=_notes(second)),
    ]


def _set_off_at_end(spans: Spans) -> str:
    """Give the title of the afspraken, in bold or italic, behind plain text that ends a sentence."""
    if len(spans) < 2 or not isinstance(last := spans[-1], Run) or not last.style & (Style.BOLD | Style.ITALIC):
        return ""
    before = spans[-2]
    ended = isinstance(before, Run) and not before.style & last.style and before.text.rstrip().endswith((".", "!", "?"))
    return last.text if ended and section_of(last.text) is Sectie.VOORGESTELDE_AFSPRAKEN else ""


def _span_lines(spans: Spans) -> list[list[Span]]:
    """Cut spans at their line ends."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        if not isinstance(span, Run):
            lines[-1].append(span)
            continue
        first, *others = span.text.split("\n")
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=line)] for line in others]
    return lines


def _text_lines(text: str, count: int) -> list[str]:
    """Cut a text at its line ends; empty lines that its spans do not have go with its first and last line."""
    lines = text.split("\n")
    shown = [at for at, line in enumerate(lines) if line.strip()]
    if len(lines) <= count or not shown:
        return lines
    head = min(shown[0], len(lines) - count)
    tail = min(len(lines) - 1 - shown[-1], len(lines) - count - head)
    end = len(lines) - tail - 1
    first, last = "\n".join(lines[: head + 1]), "\n".join(lines[end:])
    return [first, *lines[head + 1 : end], last] if end > head else ["\n".join(lines)]


def _joined(lines: Iterable[list[Span]]) -> Spans:
    return normalise_spans(span for line in lines for span in (Run("\n"), *line))


def _notes(spans: Spans) -> tuple[str, ...]:
    return tuple(span.name for span in spans if isinstance(span, NoteMark))


def _begun(block: SourceBlock, *, heading: bool) -> SourceBlock:
    """Give a part of a paragraph as what it begins as: a heading, a list item or a paragraph of its own."""
    level = block.block.level if isinstance(block.block, ListItem | Paragraph) else 0
    marker, marks, rest = typed_marker(block.spans)
    if marker and not heading:
        item = ListItem(normalise_spans(rest), level, marker)
        return replace(block, block=item, heading=0, number="", marks=marks)
    level = level if isinstance(block.block, Paragraph) else 0
    kept = block.heading if heading else 0
    return replace(block, block=Paragraph(block.spans, level), heading=kept, number="", marks="")


def _beginnings(block: SourceBlock, lines: list[str]) -> list[int]:
    """Give which lines of a block, but for its first, are the title of a section, a next item or a next heading.

    Any title counts where the block begins with one, or is a heading; in running text that of the afspraken alone,
    since an afspraak may have its own "Toelichting". Items count where the first line, or that behind a title, is one
    typed by hand, too.
    """
    titled = bool(block.heading) or is_section_title(lines[0])
    kind = _kind(block.marks) if isinstance(block.block, ListItem) else ""
    found, behind = [], section_of(lines[0]) is not None
    for at, line in enumerate(lines[1:], 1):
        title = _is_title(line, titled=titled) or (block.heading and is_hamerpunt_line(" ".join(line.split())))
        mark = _kind(typed_marker((Run(line),))[1]) if kind or behind else ""
        kind = mark if behind else "" if title else kind
        if title or behind or _is_next_heading(block, line) or (kind and mark == kind):
            found.append(at)
        behind = section_of(line) is not None if title else behind and not line.strip()
    return found


def _kind(marks: str) -> str:
    """Give what is the same for the items of one list: the sign, or that it is a number or a letter."""
    counted = marks[-1:] in {".", ")"}
    return "1" if counted and marks[0].isdecimal() else "a" if counted else marks[:1]


def _is_next_heading(block: SourceBlock, line: str) -> bool:
    found = _NUMBERED.match(visible(line[:_LONGEST_NUMBER])) if block.heading else None
    return found is not None and not found[0][-1].islower()  # `3.5 miljoen euro` is no number of an agendapunt


def _is_title(line: str, *, titled: bool) -> bool:
    section = section_of(line)
    if section is None:
        length = run_in_title(line)
        section = section_of(line[:length]) if length else None
    return section is Sectie.VOORGESTELDE_AFSPRAKEN or (titled and section is not None)


def _parts(block: SourceBlock) -> list[SourceBlock]:
    if block.aside or not isinstance(block.block, Paragraph):
        return [block]
    at = run_in_title(block.text) or _set_off_title(block)
    if not at and (block.heading or visible(block.text[:_START])[:1].isdigit()):
        at = title_tail(block.text)
    if not 0 < at < len(block.text):
        return [block]
    begun = at - block.offset
    first = Paragraph(normalise_spans(keep_start(block.spans, begun)), block.block.level)
    second = Paragraph(normalise_spans(drop_start(block.spans, begun)), block.block.level)
    return [
        replace(block, block=first, text=block.text[:at], notes=()),
        replace(block, block=second, text=block.text[at:], heading=0, number=""),
    ]


def _set_off_title(block: SourceBlock) -> int:
    """Give the length of a title in bold or italic with text behind it: `**Toelichting** – De regio`; 0 if none."""
    length = 0
    for span in block.spans:
        if not isinstance(span, Run):
            break
        if not span.style & (Style.BOLD | Style.ITALIC) and (length or span.text.strip()):
            break
        length += len(span.text)
    length += block.offset if length else 0
    if not 0 < length < len(block.text) or section_of(block.text[:length]) is None or section_of(block.text):
        return 0
    behind = block.text[length:]
    return length + len(behind) - len(behind.lstrip(" \t\xa0:–—-"))
