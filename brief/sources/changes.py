"""Changes of a text file: each puts another text in the place of a stretch of it; all the rest stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.sources.source import SourceFile


class Change(Struct, frozen=True):
    """Put `text` in the place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def changed(source: SourceFile, changes: Iterable[Change]) -> str:
    """Give the text of a file with all changes in it, what is inserted at one place in the order of the changes.

    Raises ValueError when two of them overlap.
    """
    result, position = [], 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start < position:
            message = f"two changes overlap at {source.place(change.start)}"
            raise ValueError(message)
        result += [source.text[position : change.start], change.text]
        position = change.end
    return "".join([*result, source.text[position:]])
