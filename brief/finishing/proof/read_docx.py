"""The lines of a Word file, as the reading of Word files gives them; it shares no code with the writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.finishing.proof.lines import Kind, Line, Pieces
from brief.text import NoteMark, Run, Style
from brief.word.reading import Source, read

if TYPE_CHECKING:
    from brief.word.reading import WordBlock


def docx_lines(docx: bytes) -> tuple[Line, ...]:
    """Read the lines of the body, those of the contents left out."""
    word = read(docx, "document.docx")
    notes: dict[str, list[str]] = {}
    for block in word.by_source(Source.FOOTNOTE, Source.ENDNOTE):
        notes.setdefault(block.detail, []).append(block.text.strip())
    texts = {name: " ".join(each for each in lines if each) for name, lines in notes.items()}
    shown = (block for block in word.by_source(Source.BODY, Source.TEXTBOX) if not _is_contents(block))
    lines = (_line(block, texts) for block in shown)
    return tuple(line for line in lines if line.text)


def _is_contents(block: WordBlock) -> bool:
    return block.contents or block.style.startswith("toc ")


def _line(block: WordBlock, notes: dict[str, str]) -> Line:
    pieces = Pieces()
    for span in block.spans:
        if isinstance(span, NoteMark):
            pieces.note(notes.get(span.name, ""))
        elif isinstance(span, Run):
            raised, lowered = span.style & Style.SUPERSCRIPT, span.style & Style.SUBSCRIPT
            pieces.add(span.text, "^" if raised else "_" if lowered else "")
    kind, level = _kind(block)
    return Line(kind, level, pieces.text(), f"alinea {block.place.paragraph}")


def _kind(block: WordBlock) -> tuple[Kind, int]:
    if block.cells:
        return Kind.CEL, 0
    if block.outline:
        return Kind.KOP, block.outline
    if block.number is not None:
        return Kind.PUNT, block.number.level + 1
    return Kind.ALINEA, 0
