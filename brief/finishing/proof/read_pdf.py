"""The lines of a PDF: its text by its tags, in the order in which a screen reader speaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.finishing.pdf import read_tags
from brief.finishing.proof.lines import Kind, Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.finishing.pdf import Tagged

_LEFT_OUT = {"Lbl", "Note", "TOC", "TOCI", "Artifact"}
_HEADING = re.compile(r"H[1-6]")


def pdf_lines(pdf: bytes) -> tuple[Line, ...]:
    """Read the lines of a tagged PDF; a paragraph that runs over a page gives two."""
    lines: list[Line] = []
    for block in _blocks(read_tags(pdf)):
        text = " ".join("".join(each.text for each in block).split())
        if text:
            tags = block[0].tags
            lines.append(Line(_kind(tags), tags.count("L"), text, f"bladzijde {block[0].page}"))
    return tuple(lines)


def _blocks(tagged: Iterable[Tagged]) -> list[list[Tagged]]:
    """Gather the pieces of text that one paragraph, heading or cell holds."""
    blocks: list[list[Tagged]] = []
    last: tuple[int, ...] = ()
    for each in tagged:
        if _LEFT_OUT & set(each.tags):
            continue
        if each.block == last and blocks and blocks[-1][0].page == each.page:
            blocks[-1].append(each)
        else:
            blocks.append([each])
        last = each.block
    return blocks


def _kind(tags: tuple[str, ...]) -> Kind:
    if any(_HEADING.fullmatch(tag) for tag in tags):
        return Kind.KOP
    if "TD" in tags or "TH" in tags:
        return Kind.CEL
    return Kind.PUNT if "L" in tags else Kind.ALINEA
