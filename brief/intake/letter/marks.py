"""The marks of notes in a text: in which order they come, and what is put in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk import Noot
from brief.text.model import Citation, Insert, NoteMark, Run, Table
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.text.model import Block, Span, Spans


def order_of_notes(text: Iterable[SourceBlock]) -> tuple[str, ...]:
    """Name the notes in the order in which the text refers to them."""
    found: dict[str, None] = {}
    for block in text:
        for spans in rows_of(block.block):
            found.update((span.name, None) for span in spans if isinstance(span, NoteMark))
    return tuple(found)


def text_with_marks(
    text: Iterable[SourceBlock], notes: Mapping[str, Spans], order: Sequence[str]
) -> tuple[str, tuple[Noot, ...]]:
    """Give the whole letter as one text with its notes below, each mark as `[^name]`, and where the notes stand."""
    lines = [
        "".join(
            span.text if isinstance(span, Run) else f"[^{span.name}]"
            for span in spans
            if isinstance(span, Run | NoteMark)
        )
        for block in text
        for spans in rows_of(block.block)
    ]
    return with_notes_below("\n\n".join(lines) + "\n\n", notes, order)


def with_notes_below(text: str, notes: Mapping[str, Spans], order: Sequence[str]) -> tuple[str, tuple[Noot, ...]]:
    """Give a text with notes below it, and where each of them stands."""
    places = []
    for number, name in enumerate(order, 1):
        words = plain_spans(notes.get(name, ()))
        places.append(Noot(number, len(text), len(text) + len(words), name))
        text += words + "\n\n"
    return text, tuple(places)


def rows_of(block: Block) -> Iterable[Spans]:
    """Give the rows of spans of a block: its own, or those of the cells of a table."""
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [] if isinstance(block, Insert) else [block.spans]


def each_row(block: Block, change: Callable[[Spans], Spans]) -> Block:
    """Give a block with each of its rows of spans changed."""
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(change(cell) for cell in row) for row in block.rows))
    return block if isinstance(block, Insert) else replace(block, spans=change(block.spans))


def with_notes(block: Block, marks: Mapping[str, Citation | NoteMark]) -> Block:
    """Put citations and free notes in the place of the marks; a citation stands apart from the word before it."""

    def change(spans: Spans) -> Spans:
        result: list[Span] = []
        for span in spans:
            mark = marks[span.name] if isinstance(span, NoteMark) else span
            before = result[-1] if result else None
            if isinstance(mark, Citation) and isinstance(before, Run) and not before.text.endswith((" ", "\n")):
                result.append(Run(" "))
            result.append(mark)
        return tuple(result)

    return each_row(block, change)
