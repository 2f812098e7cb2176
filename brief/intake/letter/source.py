"""A letter in Word as blocks in the order of the file, tables that only lay it out read through."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.dossier.from_word import source_blocks
from brief.dossier.second_reading import differences
from brief.intake.letter.model import Bron
from brief.intake.letter.words import is_aanhef, is_label
from brief.text.model import Run
from brief.text.normal import normalise_spans
from brief.word.reading import Source, WordBlock, WordText, read
from brief.word.second import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.dossier.blocks import SourceBlock
    from brief.text.model import Span, Spans

_NOTES = (Source.FOOTNOTE, Source.ENDNOTE)
_LONG = 200
"""Characters from which a paragraph in a cell is running text."""
_MANY = 3
"""Paragraphs of running text in one cell that make a table one of layout."""
_Spot = tuple[str | None, int | None]
_Cell = tuple[int, int, int]


def read_source(data: bytes, file: str) -> Bron:
    """Read a letter twice, and hold the two readings against each other; an error is among `meldingen`."""
    word = read(data, file)
    if word.failed:
        return Bron(file, (), {}, {}, meldingen=(*word.diagnostics, *_other_kind(data, file)))
    opened, beside = _opened(word)
    blocks = source_blocks(opened)
    found = (*word.diagnostics, *differences(blocks, shown(data, file), file))
    at_side = frozenset(b.index for b in blocks if _is_beside(b) or (b.place.part, b.place.paragraph) in beside)
    notes, note_blocks = _notes(word, blocks)
    return Bron(file, blocks, notes, note_blocks, at_side, found)


def _other_kind(data: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Say what to do with a file that is no Word document of today."""
    kinds = (
        (b"%PDF", "een PDF"),
        (b"\xd0\xcf\x11\xe0", "een Word-bestand in de oude vorm (.doc)"),
        (b"{\\rtf", "een RTF-bestand"),
    )
    name = next((name for start, name in kinds if data.startswith(start)), None)
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:120]:
        name = "een LibreOffice-bestand (.odt)"
    if name is None:
        return ()
    hint = "open het in Word of LibreOffice, bewaar het als .docx en geef dat bestand"
    return (Diagnostic("BR623", Severity.FOUT, f"dit is {name}; overnemen leest alleen .docx", Place(file), hint=hint),)


def _is_beside(block: SourceBlock) -> bool:
    return block.aside.startswith(("tekstvak", Source.HEADER.value, Source.FOOTER.value))


def _opened(word: WordText) -> tuple[WordText, frozenset[_Spot]]:
    """Take the paragraphs out of the cells of tables that lay the letter out; with the paragraphs of a side column."""
    cells: dict[int, dict[_Cell, list[WordBlock]]] = defaultdict(lambda: defaultdict(list))
    for block in word.body:
        if block.cells:
            own = block.cells[0]
            cells[own.table][own.table, own.row, own.column].append(block)
    layout = {table for table, each in cells.items() if any(_holds_the_letter(cell) for cell in each.values())}
    beside = {
        (block.place.part, block.place.paragraph)
        for table in layout
        for cell in cells[table].values()
        if not _holds_the_letter(cell) and any(is_label(block.text) for block in cell)
        for block in cell
    }
    blocks = tuple(
        replace(block, cells=block.cells[1:])
        if block.source is Source.BODY and block.cells and block.cells[0].table in layout
        else block
        for block in word.blocks
    )
    return replace(word, blocks=blocks), frozenset(beside)


def _holds_the_letter(cell: Iterable[WordBlock]) -> bool:
    texts = [block for block in cell if len(block.cells) == 1]
    long = sum(len(block.text) >= _LONG for block in texts)
    return long >= _MANY or any(is_aanhef(block.text) or block.outline for block in texts)


def _notes(word: WordText, blocks: Iterable[SourceBlock]) -> tuple[Mapping[str, Spans], Mapping[str, tuple[int, ...]]]:
    """Give the text of each note as the spans of one paragraph, and the numbers of its blocks."""
    spans: dict[str, list[Span]] = {}
    for block in word.by_source(*_NOTES):
        if block.text.strip():
            own = spans.setdefault(block.detail, [])
            own += [Run("\n")] if own else []
            own += block.spans
    by_note: dict[str, list[int]] = defaultdict(list)
    for each in blocks:
        kind, _, name = each.aside.partition(" ")
        if kind in {source.value for source in _NOTES}:
            by_note[name].append(each.index)
    return {name: normalise_spans(each) for name, each in spans.items()}, {n: tuple(v) for n, v in by_note.items()}
