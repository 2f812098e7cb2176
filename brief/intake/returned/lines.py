"""Write changed blocks back into a Markdown text: the lines of the blocks that changed, and no other line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from brief.intake.returned.telling import marked, still_told
from brief.text import Heading, ListItem, parse, write
from brief.text.lines import split_lines
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from brief.text import Block, Parsed
    from brief.text.told import Told
    from brief.text.words import Stretch


def with_blocks(text: str, blocks: Sequence[Block]) -> str:
    """Give a text that says these blocks, its unchanged blocks in the lines that they had.

    Raises ValueError when no such text can be written: that is a fault of this program.
    """
    parsed = parse(text)
    if tuple(blocks) == parsed.blocks:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    rows = split_lines(text)
    result = _rows(parsed, rows, blocks)
    made = newline.join(result)
    if _says(made, blocks, parsed) and still_told(made, blocks, parsed):
        return made
    made = newline.join([*write(blocks).split("\n"), *([""] if rows[-1] == "" else [])])
    if not _says(made, blocks, parsed) or not still_told(made, blocks, parsed):
        message = "these blocks cannot be written in Markdown"
        raise ValueError(message)
    return made


def _says(text: str, blocks: Sequence[Block], before: Parsed) -> bool:
    """Tell whether a text says these blocks, and still has every note and remark of before."""
    after = parse(text)
    remarks = [words for _, words in before.remarks]
    return after.blocks == tuple(blocks) and after.notes == before.notes and [w for _, w in after.remarks] == remarks


def _rows(parsed: Parsed, rows: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    old = parsed.blocks
    bounds = [_bounds(parsed, rows, index) for index in range(len(old))]
    result: list[str] = []
    position = 0
    found = stretches(old, blocks)
    struck = _struck(parsed, found)
    for stayed, a, b, c, d in found:
        if stayed:
            continue
        while c and a and _depth(blocks, c) and old[a - 1] == blocks[c - 1]:
            a, c = a - 1, c - 1
        start = bounds[a][0] if a < len(old) else (bounds[-1][1] if bounds else 0)
        end = bounds[b - 1][1] if b > a else start
        if a == b:  # before what is told there, and not in it
            start = end = max(position, min([start, *(t.line - parsed.first_line for t in _opening(parsed, a))]))
        result += (rows[line] for line in range(position, start) if line not in struck)
        position = end
        others = _between(rows, bounds[a:b], struck)
        if c == d:
            _set_apart(result, others)
            while position < len(rows) and (position in struck or _is_blank_twice(result, rows[position])):
                position += 1
            continue
        new = marked(parsed, (a, b), blocks[c:d]).split("\n")
        before = blocks[c - 1] if c else None
        if result and result[-1].strip() and not _tight(before, blocks[c]):
            result.append("")
        result += new
        _set_apart(result, others)
        after = blocks[d] if d < len(blocks) and not others else None
        if position < len(rows) and rows[position].strip() and (after is None or not _tight(blocks[d - 1], after)):
            result.append("")
    return [*result, *(rows[line] for line in range(position, len(rows)) if line not in struck)]


def _struck(parsed: Parsed, found: Iterable[Stretch]) -> set[int]:
    """Give the lines of the fences around blocks that are all gone: around nothing, a fence still says what it told."""
    gone = {index for stayed, a, b, c, d in found if not stayed and c == d for index in range(a, b)}
    empty = (told for told in parsed.told if told.end and told.first <= told.last)
    return {
        line - parsed.first_line
        for told in empty
        if gone.issuperset(range(told.first, told.last + 1))
        for line in (told.line, told.end)
    }


def _between(rows: Sequence[str], bounds: Sequence[tuple[int, int]], struck: Collection[int]) -> list[str]:
    """Give the lines between some blocks that say something of their own: a remark, a note, a fence around the next."""
    found: list[str] = []
    for (_, end), (start, _) in pairwise(bounds):
        lines = [rows[line] for line in range(end, start) if line not in struck]
        _set_apart(found, "\n".join(lines).strip("\n").split("\n") if any(each.strip() for each in lines) else [])
    return found


def _set_apart(result: list[str], lines: Sequence[str]) -> None:
    """Add lines, with an empty one before them."""
    if lines and result and result[-1].strip():
        result.append("")
    result += lines


def _is_blank_twice(result: Sequence[str], row: str) -> bool:
    return not row.strip() and (not result or not result[-1].strip())


def _opening(parsed: Parsed, index: int) -> list[Told]:
    """Give the fenced blocks that begin with this block."""
    return [told for told in parsed.told if told.end and told.first == index <= told.last]


def _depth(blocks: Sequence[Block], index: int) -> int:
    """Give how deep a block stands within a list; 0 beyond the last one."""
    return getattr(blocks[index], "level", 0) if index < len(blocks) and not isinstance(blocks[index], Heading) else 0


def _tight(before: Block | None, block: Block) -> bool:
    return isinstance(before, ListItem) and isinstance(block, ListItem)


def _bounds(parsed: Parsed, rows: Sequence[str], index: int) -> tuple[int, int]:
    """Give the lines of a block, counted from 0, up to the first that is no longer its own."""
    start = parsed.lines[index] - parsed.first_line
    after = parsed.lines[index + 1] - parsed.first_line if index + 1 < len(parsed.lines) else len(rows)
    fences = [line for told in parsed.told if told.end for line in (told.line, told.end)]
    others = [*parsed.note_lines.values(), *(line for line, _ in parsed.remarks), *fences]
    end = min([after, *(line - parsed.first_line for line in others if start < line - parsed.first_line)])
    while end > start + 1 and not rows[end - 1].strip():
        end -= 1
    return start, end
