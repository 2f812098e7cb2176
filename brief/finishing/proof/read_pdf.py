"""The lines of a PDF: its text by its tags, in the order in which a screen reader speaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.finishing.pdf import read_tags
from brief.finishing.proof.lines import Kind, Line, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.finishing.pdf import Tagged

_LEFT_OUT = {"Lbl", "Note", "TOC", "TOCI", "Artifact"}
_HEADING = re.compile(r"H([1-6])")
_SMALL = 0.8
"""The mark of a note is smaller than this part of the letters around it; a number that leads elsewhere is not."""


def tells_all(pdf: bytes) -> bool:
    """Tell whether the tags of a PDF say all that a proof asks: PDF/UA-1 says so of itself (ISO 14289-1, 5)."""
    return b"pdfuaid:part" in pdf


def pdf_lines(pdf: bytes) -> tuple[Line, ...]:
    """Read the lines of a tagged PDF; a paragraph that runs over a page gives two."""
    tagged = read_tags(pdf)
    notes = _notes(tagged)
    lines = (_line(block, notes, mark) for block, mark in _blocks(tagged))
    return tuple(line for line in lines if line.text)


def _notes(tagged: Iterable[Tagged]) -> dict[str, str]:
    """Give the text of each note by its number; one that runs over a page goes on where the next number is not."""
    found: dict[str, str] = {}
    number = ""
    for each in tagged:
        if "Note" not in each.tags:
            continue
        if "Lbl" in each.tags:
            number = each.text.strip()
        else:
            found[number] = found.get(number, "") + each.text
    return found


def _line(block: Sequence[Tagged], notes: Mapping[str, str], mark: Tagged | None) -> Line:
    pieces = Pieces()
    size = max(each.size for each in block)
    for each in block:
        number = each.text.strip()
        if "Link" in each.tags and number in notes and each.size < _SMALL * size:
            pieces.note(notes[number])
        else:
            pieces.add(each.text, "^" if each.shift > 0 else "_" if each.shift < 0 else "")
    kind, level = _kind(block[0].tags)
    shown = " ".join("".join(each.text for each in block).split())
    indents = (block[0].left, mark.left) if mark is not None else (block[0].left,)
    return Line(
        kind,
        level,
        pieces.text(),
        f"bladzijde {block[0].page}",
        numbers=shown,
        ordered=mark is not None and any(letter.isalnum() for letter in mark.text),
        indents=indents if kind is Kind.PUNT else (),
    )


def _blocks(tagged: Iterable[Tagged]) -> list[tuple[list[Tagged], Tagged | None]]:
    """Gather the pieces of text that one paragraph, heading or cell holds, with the mark of the item that it is."""
    blocks: list[tuple[list[Tagged], Tagged | None]] = []
    last: tuple[int, ...] = ()
    mark: Tagged | None = None
    for each in tagged:
        if _LEFT_OUT & set(each.tags):
            mark = each if each.tags[-1] == "Lbl" and "LI" in each.tags else None
        elif each.block == last and blocks and blocks[-1][0][0].page == each.page:
            blocks[-1][0].append(each)
        else:
            blocks.append(([each], mark))
            last, mark = each.block, None
    return blocks


def _kind(tags: tuple[str, ...]) -> tuple[Kind, int]:
    heading = next((found for tag in tags if (found := _HEADING.fullmatch(tag))), None)
    if heading is not None:
        return Kind.KOP, int(heading[1])
    if "TD" in tags or "TH" in tags:
        return Kind.CEL, 0
    return (Kind.PUNT if "L" in tags else Kind.ALINEA), tags.count("L")
