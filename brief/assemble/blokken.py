"""The blocks of the letter's text as they are printed: lists that count on, headings with nothing under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text import Heading, Insert, ListItem, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.text import Block


def doorgenummerd(blocks: Iterable[Block]) -> list[Block]:
    """Count on where every item of a list in the letter was typed with the same number: `1. 1. 1.` is 1, 2, 3.

    In `1. 2. 2.` the numbers are those typed: nobody can tell what was meant.
    """
    result = list(blocks)
    for numbered in _lists(result):
        markers = [each.marker for _, each in numbered]
        if len(set(markers)) == 1:
            first, sign = int(markers[0][:-1]), markers[0][-1]
            for count, (number, each) in enumerate(numbered):
                result[number] = replace(each, marker=f"{first + count}{sign}")
    return result


def _lists(blocks: Sequence[Block]) -> list[list[tuple[int, ListItem]]]:
    """Give the items of each numbered list, with their places among the blocks."""
    found: list[list[tuple[int, ListItem]]] = []
    open_now: list[list[tuple[int, ListItem]]] = []
    for number, block in enumerate(blocks):
        level = block.level if isinstance(block, ListItem | Paragraph) else 0
        if not isinstance(block, ListItem) or not block.marker[:-1].isdecimal():
            del open_now[level:]
            continue
        del open_now[level + 1 :]
        while len(open_now) <= level:
            open_now.append([])
            found.append(open_now[-1])
        open_now[level].append((number, block))
    return [each for each in found if each]


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
