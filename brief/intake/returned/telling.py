"""What a text tells stays known when its words change: the span that named the afspraken is put around them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.text import Insert, Table, parse, write, write_spans
from brief.text.told import as_typed
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.text import Block, Parsed
    from brief.text.told import Told


def marked(before: Parsed, old: tuple[int, int], blocks: Sequence[Block]) -> str:
    """Write the blocks that come in the place of `old` ones, with the spans that named what those told.

    Spans stay around their words where these stayed; where some changed, one span goes around the whole paragraph.
    """
    text = write(blocks)
    for number in range(*old):
        spans = [told for told in before.told if told.words and told.first == number]
        if spans:
            text = _around(text, spans, blocks[min(number - old[0], len(blocks) - 1)])
    return text


def _around(text: str, spans: Sequence[Told], block: Block) -> str:
    words = [write(parse(told.words).blocks) for told in spans]
    if all(each and text.count(each) == 1 for each in words):
        for each, told in zip(words, spans, strict=True):
            text = text.replace(each, f"[{each}]{as_typed(told.attributes)}")
        return text
    whole = "" if isinstance(block, Table | Insert) else write_spans(block.spans)
    if not whole or text.count(whole) != 1:
        return text
    names = dict.fromkeys(name for told in spans for name in told.names)
    return text.replace(whole, f"[{whole}]{as_typed({'afspraken': ' '.join(names)})}")


def still_told(text: str, blocks: Sequence[Block], before: Parsed) -> bool:
    """Tell whether a text names all that was told before, but for what stood in blocks that are gone."""
    gone = {
        index
        for stayed, a, b, c, d in stretches(before.blocks, blocks)
        if not stayed and c == d
        for index in range(a, b)
    }
    kept = [
        told for told in before.told if told.last < told.first or not gone.issuperset(range(told.first, told.last + 1))
    ]
    names = {name for told in parse(text).told for name in told.names}
    return names.issuperset(name for told in kept for name in told.names)
