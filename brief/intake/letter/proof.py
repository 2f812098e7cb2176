"""Prove that every character of a letter that is shown stands in one place of the result, and in one only.

Three proofs, each from other data: the stretches of each block cover it and do not overlap; the Markdown, read again,
has the words and the marks of notes of the file in the order of the file; and each note cites what it cited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import OUR_FAULT, Diagnostic, Severity
from brief.dossier.blocks import characters
from brief.intake.letter.model import Bestemming
from brief.intake.letter.typography import folded
from brief.kamerstuk import find
from brief.text import parse
from brief.text.model import Citation, ListItem, NoteMark, Run, Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from brief.diagnostics import Place
    from brief.dossier.blocks import SourceBlock
    from brief.intake.letter.model import Deel
    from brief.text.model import Block, Blocks, Spans

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand around the name of a note in a row of characters."""


def unproved(
    every: Sequence[SourceBlock],
    delen: Sequence[Deel],
    text: Sequence[SourceBlock],
    markdown: str,
    blocks: Blocks,
    marks: Mapping[str, Citation | NoteMark],
    notes: Mapping[str, Spans],
) -> tuple[Diagnostic, ...]:
    """Give an error for each place where a proof fails.

    `every` are the blocks of the file, `text` those that became text, with the marks of notes put back; `blocks` is
    what `markdown` was written from, `notes` are the notes of the file by the name of their mark.
    """
    parsed = parse(markdown)
    found = [*_covered(every, delen)]
    if parsed.blocks != blocks:
        found.append(_fault("de tekst van brief.md leest anders terug dan zij is geschreven", None))
    found += _whole_blocks(text, delen)
    found += _same_words(text, parsed.blocks, marks)
    found += _same_notes(notes, marks, parsed.notes)
    return tuple(found)


def _fault(message: str, place: Place | None) -> Diagnostic:
    return Diagnostic("BR600", Severity.FOUT, message, place, hint=OUR_FAULT)


def _covered(every: Sequence[SourceBlock], delen: Sequence[Deel]) -> Iterable[Diagnostic]:
    """Hold the stretches of each block against its text: nothing between them but white space, nothing twice."""
    by_block: dict[int, list[Deel]] = {}
    for deel in delen:
        by_block.setdefault(deel.blok, []).append(deel)
    for block in every:
        at, missing = 0, ""
        for deel in sorted(by_block.get(block.index, []), key=lambda deel: (deel.begin, deel.eind)):
            if deel.begin < at:
                yield _fault(f"deze tekst staat twee keer in het resultaat: '{deel.tekst[:60]}'", block.place)
            missing += block.text[at : max(at, deel.begin)]
            at = max(at, deel.eind)
        missing += block.text[at:]
        if characters(missing):
            yield _fault(f"deze tekst staat niet in het resultaat: '{missing.strip()[:60]}'", block.place)


def _whole_blocks(text: Sequence[SourceBlock], delen: Sequence[Deel]) -> Iterable[Diagnostic]:
    """Hold the words that each block of the text has now against the stretches of the file that became text."""
    said: dict[int, str] = {}
    for deel in delen:
        if deel.bestemming is Bestemming.TEKST:
            said[deel.blok] = said.get(deel.blok, "") + deel.tekst
    for block in text:
        rows = [cell for row in block.block.rows for cell in row] if isinstance(block.block, Table) else [block.spans]
        words = "".join(plain_spans(row) for row in rows)
        if characters(block.marks + words) != characters(said.get(block.index, "")):
            yield _fault(f"deze alinea is niet heel gebleven: '{block.text.strip()[:60]}'", block.place)


def _same_words(
    text: Sequence[SourceBlock], blocks: Blocks, marks: Mapping[str, Citation | NoteMark]
) -> list[Diagnostic]:
    """Hold the words of the Markdown, and the notes at them, against those of the file, block by block."""
    if len(text) != len(blocks):
        return [_fault(f"de brief heeft {len(text)} alinea's en brief.md {len(blocks)}", None)]
    return [
        _fault(f"brief.md zegt hier iets anders: '{_without_marks(one)[:60]}'", source.place)
        for source, block in zip(text, blocks, strict=True)
        if (one := _of_source(source, marks, is_item=isinstance(block, ListItem))) != _of_block(block)
    ]


def _without_marks(row: str) -> str:
    return row.replace(_OPEN, "[").replace(_CLOSE, "]")


def _of_source(source: SourceBlock, marks: Mapping[str, Citation | NoteMark], *, is_item: bool) -> str:
    """Give the characters that a block of the file must come to, the number of a heading with it, and its notes."""
    inner = source.block
    if isinstance(inner, Table):
        return folded("".join(_row(cell, marks) for row in inner.rows for cell in row))
    shown = _row(source.spans, marks)
    return folded(("" if is_item else source.marks or source.number) + shown)


def _row(spans: Spans, marks: Mapping[str, Citation | NoteMark]) -> str:
    return "".join(
        span.text if isinstance(span, Run) else _name(marks.get(span.name, span)) if isinstance(span, NoteMark) else ""
        for span in spans
    )


def _of_block(block: Block) -> str:
    if isinstance(block, Table):
        return folded("".join(_read(cell) for row in block.rows for cell in row))
    return folded(_read(getattr(block, "spans", ())))


def _read(spans: Spans) -> str:
    return "".join(
        span.text if isinstance(span, Run) else _name(span) if isinstance(span, Citation | NoteMark) else ""
        for span in spans
    )


def _name(mark: Citation | NoteMark) -> str:
    """Give the name of a note in a row of characters: the papers that it cites, each with its page."""
    if isinstance(mark, NoteMark):
        return f"{_OPEN}{mark.name}{_CLOSE}"
    cited = ";".join(f"{each.prefix}@{each.key},{each.suffix}" for each in mark.references)
    return f"{_OPEN}{cited}{_CLOSE}"


def _same_notes(
    texts: Mapping[str, Spans], marks: Mapping[str, Citation | NoteMark], free: Mapping[str, Spans]
) -> Iterable[Diagnostic]:
    """Hold each note against its words in the file: the papers that are found in them, and all other words."""
    for name, mark in marks.items():
        text = plain_spans(texts.get(name, ()))
        if isinstance(mark, Citation):
            found = [each.sleutel for each in find(text).verwijzingen]
            same = not found or found == [each.key for each in mark.references]
        else:
            spans = free.get(mark.name, ())
            cited = {each.key for span in spans if isinstance(span, Citation) for each in span.references}
            same = folded(_without(text, cited)) == folded(plain_spans(spans))
        if not same:
            yield _fault(f"deze noot zegt in brief.md iets anders: '{text.strip()[:60]}'", None)


def _without(text: str, keys: Collection[str]) -> str:
    """Give the words of a note without its references to these papers."""
    at, left = 0, ""
    for each in find(text).verwijzingen:
        if each.sleutel in keys:
            left += text[at : each.begin]
            at = each.eind
    return left + text[at:]
