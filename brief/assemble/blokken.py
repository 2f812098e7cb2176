"""The blocks of the letter's text as they are printed: lists that count on, headings with nothing under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text import Heading, Insert, ListItem, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.text import Block


def doorgenummerd(blocks: Iterable[Block]) -> list[Block]:
    """Count on where every item of a list in the letter was typed with the same number: `1. 1. 1.` is 1, 2, 3."""
    result: list[Block] = []
    typed: list[str] = []
    counts: list[int] = []
    for block in blocks:
        level = block.level if isinstance(block, ListItem | Paragraph) else 0
        if isinstance(block, ListItem):
            again = level < len(typed) and typed[level] == block.marker and block.marker[:-1].isdecimal()
            count = counts[level] + 1 if again else 0
            typed[level:] = [*[""] * (level - len(typed)), block.marker]
            counts[level:] = [*[0] * (level - len(counts)), count]
            block = replace(block, marker=f"{int(block.marker[:-1]) + count}{block.marker[-1]}") if count else block
        else:
            del typed[level:], counts[level:]
        result.append(block)
    return result


def lege_koppen(blocks: Sequence[Block], printed: Sequence[bool]) -> set[int]:
    """Give the numbers of the headings that hold a block of afspraken and under which nothing is printed."""
    found = set()
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            below = _below(blocks, number, block.level)
            asks = any(isinstance(blocks[each], Insert) for each in below)
            if asks and not any(printed[each] for each in below):
                found.add(number)
    return found


def _below(blocks: Sequence[Block], number: int, level: int) -> list[int]:
    """Give the numbers of the blocks under a heading, without the headings among them."""
    found: list[int] = []
    for each in range(number + 1, len(blocks)):
        block = blocks[each]
        if not isinstance(block, Heading):
            found.append(each)
        elif block.level <= level:
            break
    return found
