"""One point of an afspraak: a bullet or number in its text, found by its place; the rest of the text stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.text import ListItem, Paragraph, parse, plain_spans, shortened, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.text import Block, Parsed

_SHOWN = 60


def points(tekst: str) -> tuple[tuple[str, str], ...]:
    """Give the points of a text in order, each with its place (`2`, `2.1` for the first one under it) and its words."""
    blocks = parse(tekst).blocks
    return tuple((name, plain_spans(block.spans)) for name, block in _named(blocks) if isinstance(block, ListItem))


def words_of(tekst: str, punt: str) -> str | None:
    """Give the words of one point in Markdown, to be changed; None when a text has no such point, or footnotes."""
    parsed = parse(tekst)
    found = _range(parsed, punt)
    block = parsed.blocks[found[0]] if found is not None else None
    return write([Paragraph(block.spans)]).strip("\n") if isinstance(block, ListItem) else None


def shown(tekst: str) -> str:
    """Give the points of a text as they can be named: `1 'Rijk en regio …', 2 'De vervanging …'`."""
    return ", ".join(f"{name} '{shortened(words, _SHOWN)}'" for name, words in points(tekst))


def without(tekst: str, punt: str) -> str | None:
    """Give a text without one point and what stands under it; None when it has no such point, or footnotes."""
    parsed = parse(tekst)
    found = _range(parsed, punt)
    if found is None:
        return None
    return write([*parsed.blocks[: found[0]], *parsed.blocks[found[1] :]])


def with_other(tekst: str, punt: str, woorden: str) -> str | None:
    """Give a text with other words in one point; what stands under it stays.

    None when it has no such point, or footnotes, or when the words are no single paragraph or point.
    """
    parsed, new = parse(tekst), parse(woorden)
    found = _range(parsed, punt)
    if found is None or len(new.blocks) != 1 or new.notes or new.diagnostics:
        return None
    given, old = new.blocks[0], parsed.blocks[found[0]]
    if not isinstance(given, ListItem | Paragraph) or not isinstance(old, ListItem):
        return None
    return write([*parsed.blocks[: found[0]], replace(old, spans=given.spans), *parsed.blocks[found[0] + 1 :]])


def _range(parsed: Parsed, punt: str) -> tuple[int, int] | None:
    """Give the blocks of a point: itself and all that stands deeper below it."""
    if parsed.notes:
        return None
    named = _named(parsed.blocks)
    start = next((n for n, (name, _) in enumerate(named) if name == punt), None)
    if start is None:
        return None
    level = _level(parsed.blocks[start])
    end = start + 1
    while end < len(parsed.blocks) and _level(parsed.blocks[end]) > level:
        end += 1
    return start, end


def _named(blocks: Sequence[Block]) -> list[tuple[str, Block]]:
    """Give each block with its name, empty for what is no point; a text between two lists does not start afresh.

    A point that was typed with a number has that number, unless an earlier one has it.
    """
    counts: list[int] = []
    named: list[tuple[str, Block]] = []
    for block in blocks:
        if not isinstance(block, ListItem):
            named.append(("", block))
            continue
        counts = [*counts[: block.level + 1], *[0] * (block.level + 1 - len(counts))]
        typed = int(block.marker[:-1]) if block.marker[:-1].isdecimal() else 0
        counts[block.level] = max(counts[block.level] + 1, typed)
        named.append((".".join(str(count or 1) for count in counts), block))
    return named


def _level(block: Block) -> int:
    """Give how deep a block stands: a point of level 0 is deeper than a paragraph, and so is what continues it."""
    if isinstance(block, ListItem):
        return block.level + 1
    return block.level + 1 if isinstance(block, Paragraph) and block.level else 0
