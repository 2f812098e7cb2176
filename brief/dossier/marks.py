"""List markers typed by hand: an "o", a dash, "1." or "a)" at the start of a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.dossier.blocks import drop_start
from brief.text.model import ListItem, Paragraph
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from brief.text.model import Block, Spans

_START = r"^\s*(?:[\u00ad\u200b-\u200f\u2060\ufeff]\s*)*"
# squares, rounds, stars and arrows that are drawn before a point, and say nothing
_DRAWN = "•▪▫■□●○◉◎◦◆◇♦◾◽▶►▷▸▹❖❑❒❏❐★☆✦✧⬥⬧⧫∙‣⁃➢➤➣➔➜➝➞→⇒⇨»›"
# `o het verstevigen`, `- punt`, `•	punt`
_BULLET = re.compile(rf"{_START}([o\-–—·*§\uf0b7\uf0a7\uf0d8{_DRAWN}])[ \t\u00a0]+(?=\S)")
# `1. De provincie`, `2) Het Rijk`, `a. het waterschap`, `iv. de gemeente`
_NUMBER = re.compile(rf"{_START}((?:\d{{1,2}}|[a-z]|[ivx]{{2,5}})[.)])[ \t\u00a0]+(?=\S)")


def typed_marker(spans: Spans) -> tuple[str, str, Spans]:
    """Find a marker typed at the start: gives it (`-`, or the number), its characters, and the spans without it.

    Without a typed marker the first two are empty.
    """
    text = plain_spans(spans)
    bullet = _BULLET.match(text)
    if bullet:
        return "-", "".join(bullet[0].split()), drop_start(spans, bullet.end())
    number = _NUMBER.match(text)
    if number:
        return number[1], "".join(number[0].split()), drop_start(spans, number.end())
    return "", "", spans


class Neighbours:
    """Remembers the list item before, to tell how deep `- o tekst` stands: an "o" typed behind a bullet of the list.

    It is a sibling of the items around it. Only behind an item that announces it, or beside deeper ones, is it deeper.
    """

    def __init__(self) -> None:
        self._level = 0
        self._announces = False

    def see(self, block: Block) -> None:
        """Take in the next block; a paragraph between items announces nothing of theirs."""
        if isinstance(block, ListItem):
            self._level = block.level
            self._announces = plain_spans(block.spans).rstrip().endswith(":")
        else:
            self._announces = False
            if not isinstance(block, Paragraph):
                self._level = 0

    def level(self, own: int) -> int:
        """Give the level of an item with a typed mark, whose bullet stands at level `own`."""
        return max(own, 1) if self._announces or self._level > 0 else own
