"""Take apart what stands in one paragraph and belongs in two places: a section title with its text behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.dossier.blocks import SourceBlock, drop_start, keep_start
from brief.dossier.patterns import run_in_title, section_of, title_tail
from brief.text.invisible import visible
from brief.text.model import Paragraph, Run, Style
from brief.text.normal import normalise_spans

_START = 10
"""Characters in which the first that is visible must stand."""

if TYPE_CHECKING:
    from collections.abc import Iterable


def split_blocks(blocks: Iterable[SourceBlock]) -> tuple[SourceBlock, ...]:
    """Give the blocks with such paragraphs parted in two, numbered anew; every character stays."""
    result: list[SourceBlock] = []
    for block in blocks:
        for part in _parts(block):
            result.append(replace(part, index=len(result)))
    return tuple(result)


def _parts(block: SourceBlock) -> list[SourceBlock]:
    if block.aside or not isinstance(block.block, Paragraph):
        return [block]
    at = run_in_title(block.text) or _set_off_title(block)
    if not at and (block.heading or visible(block.text[:_START])[:1].isdigit()):
        at = title_tail(block.text)
    if not 0 < at < len(block.text):
        return [block]
    first = Paragraph(normalise_spans(keep_start(block.spans, at)), block.block.level)
    second = Paragraph(normalise_spans(drop_start(block.spans, at)), block.block.level)
    return [
        replace(block, block=first, text=block.text[:at], notes=()),
        replace(block, block=second, text=block.text[at:], heading=0, number=""),
    ]


def _set_off_title(block: SourceBlock) -> int:
    """Give the length of a title in bold or italic with text behind it: `**Toelichting** – De regio`; 0 if none."""
    length = 0
    for span in block.spans:
        if not isinstance(span, Run) or not span.style & (Style.BOLD | Style.ITALIC):
            break
        length += len(span.text)
    if not 0 < length < len(block.text) or section_of(block.text[:length]) is None:
        return 0
    behind = block.text[length:]
    return length + len(behind) - len(behind.lstrip(" \t\xa0:–—-"))
