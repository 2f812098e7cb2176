"""The keys of papers that the texts of a round refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text import Citation, Insert, Table, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.text import Block, Spans


def genoemde_sleutels(gegevens: Gegevens) -> set[str]:
    """Give the keys that the letter, its free notes, the sentences and the afspraken refer to."""
    keys = set(_in_blocks(gegevens.brief.blocks))
    for spans in gegevens.brief.notes.values():
        keys.update(_in_spans(spans))
    for afspraak in gegevens.afspraken:
        keys.update(afspraak.kamerstukken)
        for text in (afspraak.geldende_tekst, afspraak.brief or ""):
            if "@" in text:
                keys.update(_in_blocks(parse(text).blocks))
    return keys


def _in_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _in_spans(cell)
        elif not isinstance(block, Insert):
            yield from _in_spans(block.spans)


def _in_spans(spans: Spans) -> Iterator[str]:
    for span in spans:
        if isinstance(span, Citation):
            yield from (reference.key for reference in span.references)
