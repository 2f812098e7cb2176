"""What a text tells stays known when its words change: the span that named the afspraken is put around them again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.compare.likeness import words_of
from brief.text import Insert, Table, parse, write, write_spans
from brief.text.told import as_typed
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.text import Block, Parsed
    from brief.text.told import Told

_LONG = 4
"""How long a word is that says what a text is about."""


def marked(before: Parsed, old: tuple[int, int], blocks: Sequence[Block]) -> str:
    """Write the blocks that come in the place of `old` ones, with the spans that named what those told.

    A span stays around its words, or around what came in their place; where that cannot be told, it goes around every
    whole paragraph that has words of it (see `told_otherwise`).
    """
    text = write(blocks)
    for number in range(*old):
        spans = [told for told in before.told if told.words and told.first == number]
        if spans:
            text = _around(text, spans, before.blocks[number], blocks, min(number - old[0], len(blocks) - 1))
    return text


def _around(text: str, spans: Sequence[Told], old: Block, blocks: Sequence[Block], index: int) -> str:
    words = [write(parse(told.words).blocks) for told in spans]
    if all(each and text.count(each) == 1 for each in words):
        for each, told in zip(words, spans, strict=True):
            text = text.replace(each, f"[{each}]{as_typed(told.attributes)}")
        return text
    names = as_typed({"afspraken": " ".join(dict.fromkeys(name for told in spans for name in told.names))})
    if len(spans) == len(blocks) == 1 and (middle := _in_place_of(words[0], write((old,)), text)):
        return text.replace(middle, f"[{middle}]{names}")
    wanted = {word for each in words for word in words_of(each) if len(word) >= _LONG}
    shared = [each for each in blocks if wanted.intersection(words_of(_written(each)))]
    for block in shared or [blocks[index]]:
        whole = _written(block)
        if whole and text.count(whole) == 1:
            text = text.replace(whole, f"[{whole}]{names}")
    return text


def _written(block: Block) -> str:
    return "" if isinstance(block, Table | Insert) else write_spans(block.spans)


def _in_place_of(words: str, old: str, new: str) -> str:
    """Give what came in the place of words when the rest of their paragraph stayed; empty when nothing did."""
    if not words or old.count(words) != 1:
        return ""
    before, _, behind = old.partition(words)
    rest = new[len(before) : len(new) - len(behind)]
    stayed = len(new) >= len(before) + len(behind) and new.startswith(before) and new.endswith(behind)
    middle = rest.strip()
    return middle if stayed and any(each.isalnum() for each in middle) and new.count(middle) == 1 else ""


def told_otherwise(before: Parsed, after: Parsed) -> list[tuple[tuple[str, ...], int]]:
    """Give the names, and the line, of what is told in other places than before: a person must look at these.

    That is where a span went around a whole paragraph or over several, where a fenced block has more or fewer blocks,
    and (line 0) where nothing tells it any more.
    """
    found: list[tuple[tuple[str, ...], int]] = []
    shapes = {_shape(before, told) for told in before.told}
    counts = [Counter(told.names for told in each.told if told.words) for each in (before, after)]
    same = {(told.names, told.words) for told in before.told if told.words}
    for told in (each for each in after.told if (each.names, each.words) not in same):
        if _shape(after, told) not in shapes or (told.words and counts[0][told.names] != counts[1][told.names]):
            found.append((told.names, told.line))
    still = {name for told in after.told for name in told.names}
    gone = dict.fromkeys(tuple(name for name in told.names if name not in still) for told in before.told)
    return [*found, *((names, 0) for names in gone if names)]


def _shape(parsed: Parsed, told: Told) -> tuple[tuple[str, ...], int]:
    """Give what is told with how much of the text: of a span whether it is a whole block, else the number of blocks."""
    if told.end:
        return told.names, told.last - told.first + 1
    block = parsed.blocks[told.first] if told.first <= told.last else None
    return told.names, -1 if block is not None and write(parse(told.words).blocks) == _written(block) else -2


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
