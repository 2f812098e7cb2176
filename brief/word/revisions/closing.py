"""The end of a list of blocks: the end of its last paragraph cannot be marked, so the two last ones belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import field

from brief.word.opc.markup import W
from brief.word.revisions.align import Step
from brief.word.revisions.paragraphs import SECTION
from brief.word.revisions.tokens import PPR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"


class Tail(Step, eq=False):
    """The last two blocks that belong together, and after them paragraphs that went, came or moved: `rest`."""

    rest: list[Step] = field(default_factory=list)


def closed(steps: list[Step], olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> list[Step]:
    """Let the last paragraphs of both lists belong together, and before a table do so where that is possible."""
    return _before_tables(_closed(steps, olds, news), olds, news)


def _before_tables(steps: list[Step], olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> list[Step]:
    """Take what went or came between a paragraph and a table that both stayed as a tail of that paragraph.

    No program lets a paragraph run on into a table; LibreOffice leaves an empty paragraph there.
    """
    result: list[Step] = []
    rest: list[Step] = []
    for step in steps:
        if step.old and step.new:
            is_table = olds[step.old[0]].tag == _TABLE
            if rest and is_table and result and _takes(result[-1], rest, olds, news):
                result[-1] = Tail(result[-1].old, result[-1].new, None, rest)
            else:
                result += rest
            result.append(step)
            rest = []
        else:
            rest.append(step)
    return result + rest


def _takes(anchor: Step, rest: Sequence[Step], olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> bool:
    blocks = [olds[step.old[0]] if step.old else news[step.new[0]] for step in rest]
    return _is_plain_pair(anchor, olds, news) and all(map(_is_plain, blocks))


def _closed(steps: list[Step], olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> list[Step]:
    if not olds or not news or olds[-1].tag != _PARAGRAPH or news[-1].tag != _PARAGRAPH:
        return steps
    if (steps[-1].old and steps[-1].new) or _is_plain(olds[-1]) != _is_plain(news[-1]):
        return steps
    start = next((n for n in range(len(steps) - 1, -1, -1) if steps[n].old and steps[n].new), -1)
    before, anchor, tail = steps[: max(start, 0)], steps[start], steps[start + 1 :]
    gone, came = [s for s in tail if s.old], [s for s in tail if s.new]
    blocks = [olds[s.old[0]] for s in gone] + [news[s.new[0]] for s in came]
    if gone and came and not any(step.partner is not None for step in tail):
        return [*steps[: start + 1], *_last_together(gone, came)]
    if start >= 0 and all(map(_is_plain, blocks)) and _is_plain_pair(anchor, olds, news):
        return [*before, Tail(anchor.old, anchor.new, None, tail)]
    if gone and came:
        return [*steps[: start + 1], *_last_together(gone, came)]
    return [*before, *_with_anchor(anchor, gone, came)]


def _is_plain(block: etree._Element) -> bool:
    return block.tag == _PARAGRAPH and block.find(f"{PPR}/{SECTION}") is None


def _is_plain_pair(step: Step, olds: Sequence[etree._Element], news: Sequence[etree._Element]) -> bool:
    return len(step.old) == len(step.new) == 1 and _is_plain(olds[step.old[0]]) and _is_plain(news[step.new[0]])


def _last_together(gone: list[Step], came: list[Step]) -> list[Step]:
    return [*gone[:-1], *came[:-1], Step(gone[-1].old, came[-1].new)]


def _with_anchor(anchor: Step, gone: list[Step], came: list[Step]) -> list[Step]:
    """Pair the last paragraph with the last that stayed, where a table stands between them."""
    away, here = [Step([i]) for i in anchor.old], [Step([], [j]) for j in anchor.new]
    if gone:
        return [*away, *here[:-1], *_plain(gone[:-1]), Step(gone[-1].old, anchor.new[-1:])]
    return [*away[:-1], *here, *_plain(came[:-1]), Step(anchor.old[-1:], came[-1].new)]


def _plain(steps: list[Step]) -> list[Step]:
    return [Step(step.old, step.new) for step in steps]
