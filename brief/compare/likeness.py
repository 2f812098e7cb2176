"""How alike two texts are, by their words; and which of many texts are near each other without comparing all pairs.

The likeness of two texts runs from 0 to 1. It is the mean of the words they share in any order and the words they
share in the same order (the longest common subsequence), so that a sentence that moved within a text costs less than
one that is gone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from rapidfuzz.distance import Indel

Words = tuple[str, ...]
_Numbered = tuple[Sequence[Hashable], Sequence[Hashable]]

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"(?:-|\w{1,5}[.)]) +")
_CANDIDATES = 10
_RARE = 10
_NOT_RARE = 200
"""A word in more texts than this tells nothing apart; without it, the work would grow with the square of the texts."""
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
    return _likeness((one, sorted(one)), (other, sorted(other)), 0.0)


def near(old: Sequence[Words], new: Sequence[Words], least: float) -> dict[tuple[int, int], float]:
    """Give the likeness of the pairs `(index in old, index in new)` that are at least `least` alike.

    Of many texts only the pairs that share the most rare words are compared, ten for each text, and texts that are the
    same: the work grows with the number of texts, not with its square.
    """
    numbers: dict[str, int] = {}
    left, right = ([_numbered(text, numbers) for text in texts] for texts in (old, new))
    found: dict[tuple[int, int], float] = {}
    for i, j in sorted(_candidates(old, new)):
        value = _likeness(left[i], right[j], least)
        if value >= least:
            found[i, j] = value
    return found


def _numbered(text: Words, numbers: dict[str, int]) -> tuple[list[int], list[int]]:
    """Give a number for each word, in the order of the text and sorted: numbers compare much faster than words."""
    words = [numbers.setdefault(word, len(numbers)) for word in text]
    return words, sorted(words)


def _likeness(one: _Numbered, other: _Numbered, least: float) -> float:
    if one[0] == other[0]:
        return 1.0
    # What two sorted texts have in common is what the texts share in any order. The order can only lower the likeness:
    # what shares too few words needs no closer look.
    shared = Indel.normalized_similarity(one[1], other[1])
    if not shared or shared < least:
        return 0.0
    return (shared + Indel.normalized_similarity(one[0], other[0])) / 2


def _weights(old: Sequence[Words], new: Sequence[Words]) -> dict[str, float]:
    """Give the words that tell texts apart, a rare word more than a common one."""
    counts = Counter(word for text in (*old, *new) for word in set(text))
    most = max(_RARE, min((len(old) + len(new)) // 4, _NOT_RARE))
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
    chosen = _the_same(old, new)
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


def _the_same(old: Sequence[Words], new: Sequence[Words]) -> set[tuple[int, int]]:
    """Pair texts that are the same, each with at most ten: in order, so that the first goes with the first."""
    places: dict[Words, list[int]] = defaultdict(list)
    for index, text in enumerate(old):
        places[text].append(index)
    seen: Counter[Words] = Counter()
    chosen = set()
    for index, text in enumerate(new):
        if text in places:
            first = max(0, min(seen[text], len(places[text]) - _CANDIDATES))
            chosen |= {(other, index) for other in places[text][first : first + _CANDIDATES]}
            seen[text] += 1
    return chosen
