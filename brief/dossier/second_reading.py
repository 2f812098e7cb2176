"""Hold the blocks of a Word dossier against a second reading of it, made in another way: the same words, in order.

The count of characters (`word.reading.accounting`) cannot tell whether a text is shown, where it belongs and in which
order. Here every word has its place: its paragraph, its row and its cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief.diagnostics import OUR_FAULT, Diagnostic, Place, Severity
from brief.text.model import Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.word.second import ShownParagraph, Stories

_AROUND = 4
"""Words before and after a difference that are told."""


class _Word(NamedTuple):
    """A word of the first reading: its block, and its row and cell in it."""

    text: str
    block: SourceBlock
    row: int
    cell: int


class _Seen(NamedTuple):
    """A word of the second reading, and its paragraph."""

    text: str
    paragraph: ShownParagraph


def differences(blocks: Sequence[SourceBlock], stories: Stories, file: str) -> tuple[Diagnostic, ...]:
    """Give an error for each part of the file of which two readings differ, at the first word that does."""
    streams: dict[tuple[str, bool], list[SourceBlock]] = {story: [] for story in stories}
    for block in blocks:
        if block.shown:
            streams.setdefault((block.place.part or "", bool(block.box)), []).append(block)
    found = []
    for story, own in streams.items():
        ordered = sorted(own, key=lambda block: block.box) if story[1] else own
        difference = _first_difference(ordered, stories.get(story, []), file)
        if difference is not None:
            found.append(difference)
    return tuple(found)


def _first_difference(blocks: list[SourceBlock], paragraphs: list[ShownParagraph], file: str) -> Diagnostic | None:
    """Compare a story: quickly where a block is a paragraph, word by word in a table and from another word on."""
    block_at = paragraph_at = 0
    while block_at < len(blocks) and paragraph_at < len(paragraphs):
        block, end = blocks[block_at], paragraph_at + 1
        if block.is_table:
            end = _end_of_table(block, paragraphs, paragraph_at)
            found = _compare_words([block], paragraphs[paragraph_at:end], file)
        elif block.text.split() != paragraphs[paragraph_at].words:
            break
        else:
            found = None
        if found is not None:
            return found
        block_at, paragraph_at = block_at + 1, end
    return _compare_words(blocks[block_at:], paragraphs[paragraph_at:], file)


def _end_of_table(block: SourceBlock, paragraphs: list[ShownParagraph], start: int) -> int:
    """Give where the paragraphs end that hold as many words as a table, save its numbers."""
    count = len(block.text.split()) - sum(len(number.split()) for number in block.numbers)
    end = start
    while count > 0 and end < len(paragraphs):
        count -= len(paragraphs[end].words)
        end += 1
    return end


def _compare_words(blocks: Sequence[SourceBlock], paragraphs: Sequence[ShownParagraph], file: str) -> Diagnostic | None:
    return _compare(list(_words(blocks)), list(_seen(paragraphs)), _numbers(blocks), file)


def _words(blocks: Sequence[SourceBlock]) -> Iterator[_Word]:
    for block in blocks:
        if isinstance(block.block, Table):
            for row, cells in enumerate(block.block.rows):
                for cell, spans in enumerate(cells):
                    yield from (_Word(word, block, row, cell) for word in plain_spans(spans).split())
        else:
            yield from (_Word(word, block, 0, 0) for word in block.text.split())


def _numbers(blocks: Sequence[SourceBlock]) -> list[list[str]]:
    """Give the numbers in tables, each as words: Word computes them, so that no second reading holds them."""
    return [number.split() for block in blocks for number in block.numbers][::-1]


def _seen(paragraphs: Sequence[ShownParagraph]) -> Iterator[_Seen]:
    for paragraph in paragraphs:
        yield from (_Seen(word, paragraph) for word in paragraph.words)


def _compare(words: list[_Word], seen: list[_Seen], numbers: list[list[str]], file: str) -> Diagnostic | None:
    at = 0
    before: tuple[_Word, _Seen] | None = None
    for n, other in enumerate(seen):
        while numbers and not _is_at(words, at, other) and _is_number(words, at, numbers[-1]):
            at += len(numbers.pop())
        if not _is_at(words, at, other):
            return _difference(words, at, seen, n, file)
        if before is not None and not _same_borders(before, (words[at], other)):
            return _moved(words[at], other, file)
        before = (words[at], other)
        at += 1
    while numbers and _is_number(words, at, numbers[-1]):
        at += len(numbers.pop())
    return _difference(words, at, seen, len(seen), file) if at < len(words) else None


def _is_at(words: list[_Word], at: int, other: _Seen) -> bool:
    return at < len(words) and words[at].text == other.text


def _is_number(words: list[_Word], at: int, number: list[str]) -> bool:
    return bool(number) and [word.text for word in words[at : at + len(number)]] == number


def _same_borders(one: tuple[_Word, _Seen], two: tuple[_Word, _Seen]) -> bool:
    """Tell whether two words that follow each other are parted alike in both readings: by paragraph, cell and row."""
    (first, seen_first), (second, seen_second) = one, two
    same_block = first.block is second.block
    parted = not same_block or (first.row, first.cell) != (second.row, second.cell)
    cells_first, cells_second = seen_first.paragraph.cells, seen_second.paragraph.cells
    if seen_first.paragraph is seen_second.paragraph:
        return not parted or "inhoudsopgave" in (first.block.aside, second.block.aside)
    if not cells_first or not cells_second or cells_first[0][1] is not cells_second[0][1]:
        other_row = bool(cells_first and cells_second) and cells_first[0][0] is not cells_second[0][0]
        return parted and (not same_block or first.row != second.row or not other_row)
    rows_first, rows_second = [row for row, _ in cells_first], [row for row, _ in cells_second]
    return not (same_block and first.row != second.row) or rows_first != rows_second


def _difference(words: list[_Word], at: int, seen: list[_Seen], n: int, file: str) -> Diagnostic:
    first = " ".join(word.text for word in words[max(at - _AROUND, 0) : at + _AROUND])
    second = " ".join(word.text for word in seen[max(n - _AROUND, 0) : n + _AROUND])
    place = words[at].block.place if at < len(words) else _place(seen[n], file)
    message = f"twee lezingen van het bestand geven niet dezelfde woorden: '{first[:120]}' en '{second[:120]}'"
    return Diagnostic("BR158", Severity.FOUT, message, place, hint=OUR_FAULT)


def _moved(word: _Word, other: _Seen, file: str) -> Diagnostic:
    words = " ".join(other.paragraph.words[: 2 * _AROUND])
    message = (
        f"twee lezingen van het bestand zetten '{word.text[:40]}' niet in dezelfde alinea, rij of cel: '{words[:120]}'"
    )
    return Diagnostic("BR158", Severity.FOUT, message, word.block.place or _place(other, file), hint=OUR_FAULT)


def _place(other: _Seen, file: str) -> Place:
    paragraph = other.paragraph
    return Place(file, part=paragraph.part, paragraph=paragraph.index, excerpt=" ".join(paragraph.words)[:80])
