"""Where a round uses a paper: in the letter, and in the afspraken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.sources.names import KAMERSTUKKEN
from brief.text.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.diagnostics import Place
    from brief.sources import RondeBestanden


def gebruik(ronde: RondeBestanden, sleutel: str) -> Iterator[Place]:
    """Give every place in a round where a paper is used; its entry in the register is none."""
    for path, source in ronde.bronnen.items():
        if path == KAMERSTUKKEN:
            continue
        for begin in occurrences(source.text, sleutel):
            end = begin + len(sleutel)
            if not _goes_on(source.text, end):
                yield source.place(begin, end)


def _goes_on(text: str, end: int) -> bool:
    """Tell `kst-29435-26` from a longer key that it opens, `kst-29435-267` or `kst-29435-26-b1`."""
    rest = text[end : end + 2]
    return rest[:1].isalnum() or (rest[:1] == "-" and rest[1:].isalnum())
