"""Take apart what stands in one paragraph and belongs in two places: a section title with its text behind it.

A title may stand on a line of its own, where someone typed Shift+Enter: there too the paragraph is parted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.domain import Sectie
from brief.dossier.blocks import SourceBlock, drop_start, keep_start
from brief.dossier.patterns import is_hamerpunt_line, is_section_title, run_in_title, section_of, title_tail
from brief.text.invisible import visible
from brief.text.model import ListItem, Paragraph, Run, Style
from brief.text.normal import normalise_spans

_START = 10
"""Characters in which the first that is visible must stand."""

if TYPE_CHECKING:
    from collections.abc import Iterable


def split_blocks(blocks: Iterable[SourceBlock]) -> tuple[SourceBlock, ...]:
    """Give the blocks with such paragraphs parted in two, numbered anew; every character stays."""
    result: list[SourceBlock] = []
    for block in blocks:
        for line in _lines(block):
            for part in _parts(line):
                result.append(replace(part, index=len(result)))
    return tuple(result)


def _lines(block: SourceBlock) -> list[SourceBlock]:
    """Part a paragraph or list item before each title that stands on a line of its own in it."""
    parts: list[SourceBlock] = []
    if "\n" in block.text and not block.aside and isinstance(block.block, Paragraph | ListItem):
        begun = 0
        for at in _titled_lines(block):
            parts.append(_first(block, at - begun))
            block, begun = _behind(block, at - begun), at
    return [*parts, block]


def _titled_lines(block: SourceBlock) -> list[int]:
    """Give where in a block the lines begin, but for its first, that are the title of a section.

    Any title counts where the block begins with one, or is a heading; in running text that of the afspraken alone,
    since an afspraak may have its own "Toelichting".
    """
    first, *others = block.text.split("\n")
    titled = bool(block.heading) or is_section_title(first)
    at, found = len(first) + 1, []
    for line in others:
        if _is_title(line, titled=titled) or (block.heading and is_hamerpunt_line(" ".join(line.split()))):
            found.append(at)
        at += len(line) + 1
    return found


def _is_title(line: str, *, titled: bool) -> bool:
    section = section_of(line)
    if section is None:
        length = run_in_title(line)
        section = section_of(line[:length]) if length else None
    return section is Sectie.VOORGESTELDE_AFSPRAKEN or (titled and section is not None)


def _first(block: SourceBlock, at: int) -> SourceBlock:
    """Give what stands before a place in a paragraph or list item, without the line end there."""
    kept = normalise_spans(keep_start(block.spans, at - 1))
    own = block.block
    first = replace(own, spans=kept) if isinstance(own, Paragraph | ListItem) else Paragraph(kept)
    return replace(block, block=first, text=block.text[:at], notes=())


def _behind(block: SourceBlock, at: int) -> SourceBlock:
    """Give what stands from a place on, as a paragraph of its own."""
    level = block.block.level if isinstance(block.block, Paragraph) else 0
    behind = Paragraph(normalise_spans(drop_start(block.spans, at)), level)
    return replace(block, block=behind, text=block.text[at:], heading=0, number="", marks="")


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
    if not 0 < length < len(block.text) or section_of(block.text[:length]) is None or section_of(block.text):
        return 0
    behind = block.text[length:]
    return length + len(behind) - len(behind.lstrip(" \t\xa0:–—-"))
