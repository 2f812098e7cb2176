"""Keep the revisions that the new file already holds, with their authors, where they tell just what changed.

The files are compared with those revisions accepted. A block of the new file is written as it was, with its revisions,
when rejecting these gives the block of the old file (or nothing, where the old file has nothing). Everywhere else they
stay accepted, and what changed is told anew.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from brief.word.opc.markup import W
from brief.word.revisions.marks import GONE
from brief.word.revisions.resolve import accept, reject

if TYPE_CHECKING:
    from collections.abc import Callable

_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")
_BODY = f"{W}body"


class Kept(Struct):
    """The blocks of a main text as they were before their revisions were accepted, by their place afterwards."""

    places: dict[int, etree._Element] = field(default_factory=dict)
    _blocks: dict[etree._Element, etree._Element] = field(default_factory=dict)

    def accept(self, root: etree._Element) -> None:
        """Accept the revisions of a part, and remember how the blocks of a main text were."""
        body = root.find(_BODY)
        before = blocks_of(body) if body is not None else []
        as_they_were = {block: deepcopy(block) for block in before if _holds_revisions(block)}
        joined = {after for block, after in pairwise(before) if _runs_on(block)}
        accept(root)
        for place, block in enumerate(blocks_of(body) if body is not None else ()):
            if block in as_they_were and block not in joined:
                self.places[place] = as_they_were[block]

    def find(self, root: etree._Element) -> None:
        """Find the blocks again in a copy of the main text."""
        body = root.find(_BODY)
        blocks = blocks_of(body) if body is not None else []
        self._blocks = {blocks[place]: block for place, block in self.places.items() if place < len(blocks)}

    def instead(
        self, new: etree._Element, old: etree._Element | None, same: Callable[[etree._Element, etree._Element], bool]
    ) -> etree._Element | None:
        """Give a block as it was, when its own revisions are just what makes it of the old block."""
        block = self._blocks.get(new)
        if block is None:
            return None
        body = etree.Element(_BODY)
        body.append(deepcopy(block))
        etree.SubElement(body, f"{W}p")  # what a paragraph that goes would run on into
        reject(body)
        rest = blocks_of(body)[:-1]
        is_right = not rest if old is None else len(rest) == 1 and same(rest[0], old)
        return deepcopy(block) if is_right else None


def blocks_of(body: etree._Element) -> list[etree._Element]:
    """List the blocks of a body."""
    return [child for child in body if child.tag in _BLOCKS]


def _holds_revisions(block: etree._Element) -> bool:
    return any(element.get(f"{W}author") is not None for element in block.iter())


def _runs_on(block: etree._Element) -> bool:
    end = block.find(f"{W}pPr/{W}rPr")
    return end is not None and any(mark.tag in GONE for mark in end)
