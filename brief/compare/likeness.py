"""How alike two texts are, by their words; and which of many texts are near each other without comparing all pairs.

The likeness of two texts runs from 0 to 1. It is the mean of the words they share in any order and the words they
share in the same order (difflib), so that a sentence that moved within a text costs less than one that is gone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"(?:-|\w{1,5}[.)]) +")
_CANDIDATES = 10
_RARE = 10
_FEW_PAIRS = 4000


def words_of(text: str) -> Words:
    """Give the words of a text in lower case, without mark-up, punctuation and white space."""
    return tuple(_WORD.findall(text.lower()))


def unmarked(text: str) -> str:
    """Give a Markdown text without the bullet or number it opens with (`2. Rijk en regio …`)."""
    marker = _MARKER.match(text)
    return text[marker.end() :] if marker else text


def likeness(one: Words, other: Words) -> float:
    """Tell how alike two texts are: 1.0 for the same words in the same order, 0.0 when they share none."""
    if one == other:
        return 1.0
    shared = _shared(one, other)
    return (shared + SequenceMatcher(None, one, other, autojunk=False).ratio()) / 2 if shared else 0.0


def near(old: Sequence[Words], new: Sequence[Words], least: float) -> dict[tuple[int, int], float]:
    """Give the likeness of the pairs `(index in old, index in new)` that are at least `least` alike.

    Of many texts only the pairs that share the most rare words are compared: ten for each text. Of 600 by 600 texts
    that are all different that takes a few seconds instead of minutes.
    """
    found: dict[tuple[int, int], float] = {}
    for pair in sorted(_candidates(old, new)):
        one, other = old[pair[0]], new[pair[1]]
        # The order can only lower the likeness: what shares too few words needs no closer look.
        if one != other and _shared(one, other) < least:
            continue
        value = likeness(one, other)
        if value >= least:
            found[pair] = value
    return found


def _shared(one: Words, other: Words) -> float:
    total = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / total if total else 1.0


def _weights(old: Sequence[Words], new: Sequence[Words]) -> dict[str, float]:
    """Give the words that tell texts apart, a rare word more than a common one."""
    counts = Counter(word for text in (*old, *new) for word in set(text))
    most = max(_RARE, (len(old) + len(new)) // 4)
    return {word: 1 / count for word, count in counts.items() if count <= most}


def _candidates(old: Sequence[Words], new: Sequence[Words]) -> set[tuple[int, int]]:
    if len(old) * len(new) <= _FEW_PAIRS:
        return {(i, j) for i in range(len(old)) for j in range(len(new))}
    weights = _weights(old, new)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(old):
        for word in weights.keys() & set(text):
            holders[word].append(index)
    of_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
    chosen = set()
    for index, text in enumerate(new):
        scores: dict[int, float] = defaultdict(float)
        for word in sorted(weights.keys() & set(text)):
            for other in holders[word]:
                scores[other] += weights[word]
        for other, score in scores.items():
            of_old[other].append((-score, index))
        best = sorted((-score, other) for other, score in scores.items())[:_CANDIDATES]
        chosen |= {(other, index) for _, other in best}
    return chosen | {(other, index) for other, each in of_old.items() for _, index in sorted(each)[:_CANDIDATES]}
