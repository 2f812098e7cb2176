"""Which block of a file that came back is which one of the version it was made on.

First by the hidden marks, which survive Word and LibreOffice; then by the same words in the same order; then, between
what is known, by likeness. What stays without a pair is new, or gone.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.compare.likeness import likeness, words_of
from brief.text import letters
from brief.text.rising import longest_rising
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

    from brief.intake.returned.stream import Tokens

_ALIKE = 0.45
_LAST_RESORT = 0.15
_SPLIT = 0.7


class DocBlock(Struct, frozen=True):
    """A paragraph or a table of a Word file.

    `paragraph` is its number in the file, `marks` are the hidden bookmarks around it, `text` its words. `where` is what
    part of the file it stands in: the body, a header, a text box.
    """

    tokens: Tokens
    paragraph: int
    text: str
    marks: tuple[str, ...] = ()
    where: str = "hoofdtekst"


class Alignment(Struct):
    """Pairs by index, `base_of[back] = base`; `goes_on` are blocks that came back split off from the one before."""

    base_of: dict[int, int] = field(default_factory=dict)
    goes_on: set[int] = field(default_factory=set)
    by_marks: int = 0


def aligned(base: Sequence[DocBlock], back: Sequence[DocBlock], marks: Collection[str]) -> Alignment:
    """Pair the blocks of a version with those that came back; `marks` are the names that count as marks."""
    found = Alignment()
    _by_marks(base, back, marks, found)
    _by_text(base, back, found)
    for b, d in _gaps(base, back, found):
        _by_likeness(base, back, b, d, found)
    _split_off(base, back, found)
    return found


def _by_marks(base: Sequence[DocBlock], back: Sequence[DocBlock], marks: Collection[str], found: Alignment) -> None:
    holder = {name: index for index, block in enumerate(base) for name in block.marks if name in marks}
    counts = Counter(name for block in base for name in block.marks)
    shared = {name for name, count in counts.items() if count > 1}
    taken: set[int] = set()
    for index, block in enumerate(back):
        names = [name for name in block.marks if name in holder and name not in shared]
        mine = list(dict.fromkeys(holder[name] for name in names))
        free = [each for each in mine if each not in taken]
        free.sort(
            key=lambda each: base[each].text != block.text
        )  # of what was joined by striking the rest, what is left
        if free and _fits(base[free[0]], block, sole=len(mine) == 1):
            found.base_of[index] = free[0]
            taken.add(free[0])
            found.by_marks += 1
        elif mine and not free and index and found.base_of.get(index - 1) in mine:
            found.goes_on.add(index)


def _fits(base: DocBlock, back: DocBlock, *, sole: bool) -> bool:
    """Tell whether a mark may be believed: a mark that went along with other words by cutting and pasting may not."""
    if base.text == back.text or not back.text.strip():
        return True
    return sole or likeness(words_of(base.text), words_of(back.text)) >= _LAST_RESORT


def _by_text(base: Sequence[DocBlock], back: Sequence[DocBlock], found: Alignment) -> None:
    used = set(found.base_of.values())
    old = [index for index in range(len(base)) if index not in used]
    new = [index for index in range(len(back)) if index not in found.base_of and index not in found.goes_on]
    for stayed, a, b, c, _ in stretches([_key(base[each]) for each in old], [_key(back[each]) for each in new]):
        if stayed:
            found.base_of.update({new[c + n]: old[a + n] for n in range(b - a)})
    used = set(found.base_of.values())
    left = _once(base, [index for index in old if index not in used])
    moved = _once(back, [index for index in new if index not in found.base_of])
    found.base_of.update({moved[key]: left[key] for key in left.keys() & moved.keys()})


def _once(blocks: Sequence[DocBlock], indexes: Sequence[int]) -> dict[Hashable, int]:
    """Give the blocks whose words no other of these has, by those words."""
    found: dict[Hashable, list[int]] = {}
    for index in indexes:
        found.setdefault(_key(blocks[index]), []).append(index)
    return {key: each[0] for key, each in found.items() if len(each) == 1}


def _key(block: DocBlock) -> Hashable:
    return block.where, letters(block.text.lower())


def _gaps(
    base: Sequence[DocBlock], back: Sequence[DocBlock], found: Alignment
) -> Iterator[tuple[list[int], list[int]]]:
    """Give what has no pair between one pair and the next, where both sides have something left."""
    used = set(found.base_of.values())
    anchors = rising(found.base_of)
    corners = [(-1, -1), *anchors, (len(base), len(back))]
    for (b, d), (e, f) in pairwise(corners):
        olds = [index for index in range(b + 1, e) if index not in used]
        news = [index for index in range(d + 1, f) if index not in found.base_of and index not in found.goes_on]
        if olds and news:
            yield olds, news


def rising(base_of: Mapping[int, int]) -> list[tuple[int, int]]:
    """Give the pairs (base, back) that stand in the same order in both, as many as possible."""
    return [(base, back) for back, base in longest_rising(sorted(base_of.items()))]


def _by_likeness(
    base: Sequence[DocBlock], back: Sequence[DocBlock], olds: Sequence[int], news: Sequence[int], found: Alignment
) -> None:
    """Pair in order, so that the sum of the likenesses is the greatest."""
    words = {(0, each): words_of(base[each].text) for each in olds} | {
        (1, each): words_of(back[each].text) for each in news
    }
    if len(olds) * len(news) > 4_000:
        return
    least = _LAST_RESORT if len(olds) == len(news) == 1 else _ALIKE
    score = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    like: dict[tuple[int, int], float] = {}
    for i, old in enumerate(olds, 1):
        for j, new in enumerate(news, 1):
            same = base[old].where == back[new].where
            value = likeness(words[0, old], words[1, new]) if same else 0.0
            like[i, j] = value if value >= least else -1.0
            score[i][j] = max(score[i - 1][j], score[i][j - 1], score[i - 1][j - 1] + like[i, j])
    i, j = len(olds), len(news)
    while i and j:
        if like[i, j] > 0 and score[i][j] == score[i - 1][j - 1] + like[i, j]:
            found.base_of[news[j - 1]] = olds[i - 1]
            i, j = i - 1, j - 1
        elif score[i][j] == score[i - 1][j]:
            i -= 1
        else:
            j -= 1


def _split_off(base: Sequence[DocBlock], back: Sequence[DocBlock], found: Alignment) -> None:
    """Know the later part of a paragraph that was split: its words are those that the first part lacks."""
    for index in range(1, len(back)):
        if index in found.base_of or index in found.goes_on:
            continue
        first = index - 1
        while first in found.goes_on:
            first -= 1
        origin = found.base_of.get(first)
        if origin is None:
            continue
        have = [word for each in range(first, index) for word in words_of(back[each].text)]
        lacking = list(words_of(base[origin].text))
        for word in have:
            if word in lacking:
                lacking.remove(word)
        mine = words_of(back[index].text)
        if mine and sum(word in lacking for word in mine) >= _SPLIT * len(mine):
            found.goes_on.add(index)
