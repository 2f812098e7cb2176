"""What any Word file says, in the form of the comparison; the afspraken in it are known by their hidden bookmarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.compare.content import Blok, DocumentInhoud, Noot
from brief.kamerstuk import find
from brief.text import NoteMark, plain_spans, write_spans
from brief.word.bookmarked import afspraak_of_paragraph
from brief.word.readback import PREFIX
from brief.word.reading import Source, read
from brief.word.writing.bookmarks import bookmark_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from brief.diagnostics import Diagnostic
    from brief.word.reading import WordBlock, WordText

_NOTES = (Source.FOOTNOTE, Source.ENDNOTE)
_SHOWN = (Source.BODY, Source.TEXTBOX)


def word_content(
    naam: str, data: bytes, file: str, ids: Collection[str] = ()
) -> tuple[DocumentInhoud | None, tuple[Diagnostic, ...]]:
    """Read a Word file; None and findings when that cannot be. `ids` are the afspraken that may stand in it."""
    word = read(data, file)
    if word.failed:
        return None, word.diagnostics
    names = {bookmark_name(PREFIX, identity): identity for identity in ids}
    marks = {number: names.get(name) or _identity(name, names) for number, name in afspraak_of_paragraph(data).items()}
    notes = {name: Noot(_cited(text), text) for name, text in _note_texts(word).items()}
    return DocumentInhoud(naam, tuple(_blocks(word, marks, notes))), word.diagnostics


def _identity(name: str, names: Mapping[str, str]) -> str:
    """Give the id that a bookmark stands for: of a second stretch (`_2`) the first; else as ids are written."""
    first = name.rpartition("_")[0]
    if first in names:
        return names[first]
    landsdeel, *numbers = name.removeprefix(f"{PREFIX}_").split("_")
    if len(numbers) < 2:
        return "-".join((landsdeel, *numbers))
    return f"{landsdeel}-{'.'.join(numbers[:-1])}-{numbers[-1]}"


def _note_texts(word: WordText) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    for block in word.by_source(*_NOTES):
        texts.setdefault(block.detail, []).append(write_spans(block.spans, one_line=True).strip())
    return {name: "\n".join(each for each in lines if each) for name, lines in texts.items()}


def _cited(text: str) -> str:
    """Give by what a note is known: the papers that it cites, else its first words."""
    keys = dict.fromkeys(reference.sleutel for reference in find(text).verwijzingen)
    return "; ".join(keys) or " ".join(re.findall(r"\w+", text.lower())[:6]) or "leeg"


def _blocks(word: WordText, marks: Mapping[int, str], notes: Mapping[str, Noot]) -> Iterator[Blok]:
    table: list[WordBlock] = []
    for block in word.by_source(*_SHOWN):
        if table and (not block.cells or block.cells[0].table != table[0].cells[0].table):
            yield _table(table, marks, notes)
            table = []
        if block.cells:
            table.append(block)
        elif block.text.strip() and not block.contents:
            yield _paragraph(block, marks, notes)
    if table:
        yield _table(table, marks, notes)


def _paragraph(block: WordBlock, marks: Mapping[int, str], notes: Mapping[str, Noot]) -> Blok:
    text, found = _text(block, notes)
    mark = marks.get(block.place.paragraph or 0, "") if block.source is Source.BODY else ""
    plain = " ".join(block.text.split())
    if block.outline and not mark:
        return Blok("kop", text, plain, block.outline, noten=found)
    if block.number is not None:
        teken = "-" if block.number.bullet else block.number.text
        return Blok("lijstitem", text, plain, block.number.level, teken, mark, noten=found)
    return Blok("alinea", text, plain, afspraak=mark, noten=found)


def _text(block: WordBlock, notes: Mapping[str, Noot]) -> tuple[str, tuple[Noot, ...]]:
    """Give the Markdown of a paragraph, its notes marked by what they cite, and those notes."""
    found = tuple(notes[span.name] for span in block.spans if isinstance(span, NoteMark) and span.name in notes)
    spans = tuple(
        replace(span, name=notes[span.name].sleutel) if isinstance(span, NoteMark) and span.name in notes else span
        for span in block.spans
    )
    return write_spans(spans, one_line=True).strip(), found


def _table(cells: Iterable[WordBlock], marks: Mapping[int, str], notes: Mapping[str, Noot]) -> Blok:
    """Give a table as one block, a line for each row."""
    rows: dict[int, dict[int, list[str]]] = {}
    found: list[Noot] = []
    mark = ""
    for block in cells:
        text, own = _text(block, notes)
        rows.setdefault(block.cells[0].row, {}).setdefault(block.cells[0].column, []).append(text)
        found += own
        mark = mark or marks.get(block.place.paragraph or 0, "")
    lines = ["| " + " | ".join(" ".join(parts) for parts in row.values()) + " |" for row in rows.values()]
    plain = " ".join(plain_spans(block.spans) for block in cells)
    return Blok("tabel", "\n".join(lines), plain, afspraak=mark, noten=tuple(found))
