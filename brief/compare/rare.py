"""Texts that were half rewritten: known by the rare words and pairs of words that only the two of them share.

Likeness by all words says little here, as every text of a round speaks of the same things in the same words. What
counts is how telling the shared words are: a word in two texts says much, one in all texts nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.compare.likeness import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 0.2
"""The share of what tells a text that must be left of it."""
_CLEARLY = 1.4
"""How many times better the best must be than the second best."""
_COMMON = 50
"""What stands in more texts than this tells none of them apart; without it the work would grow with the square."""
_SAMPLE = 500
"""So many other texts are enough to know what is common."""
_FEWEST = 6
"""A text of fewer words is not looked at: too little is left of it."""

Feature = str | tuple[str, str]


def clearest(old: Sequence[str], new: Sequence[str], others: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Pair texts, as indexes, that are clearly each other's best; `others` are texts that say what is common."""
    left, right = [_features(text) for text in old], [_features(text) for text in new]
    more = others[:: 1 + len(others) // _SAMPLE]
    count = Counter(feature for each in (*left, *right, *map(_features, more)) for feature in each)
    total = sum(1 for _ in (*left, *right)) + 1
    weight = {feature: math.log(1 + total / number) for feature, number in count.items() if number <= _COMMON}
    scores = _scores(left, right, weight)
    best_old, best_new = _best(scores, 0), _best(scores, 1)
    return [(i, j) for i, j in best_old.items() if best_new.get(j) == i]


def _features(text: str) -> frozenset[Feature]:
    words = words_of(text)
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset([*words, *pairwise(words)])


def _scores(
    left: Sequence[frozenset[Feature]], right: Sequence[frozenset[Feature]], weight: dict[Feature, float]
) -> dict[tuple[int, int], float]:
    holders: dict[Feature, list[int]] = defaultdict(list)
    for j, each in enumerate(right):
        for feature in each:
            if feature in weight:
                holders[feature].append(j)
    whole = [_weight(each, weight) for each in left], [_weight(each, weight) for each in right]
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for i, each in enumerate(left):
        for feature in each:
            for j in holders.get(feature, ()):
                shared[i, j] += weight[feature]
    return {(i, j): value / max(1e-9, min(whole[0][i], whole[1][j])) for (i, j), value in shared.items()}


def _weight(features: frozenset[Feature], weight: dict[Feature, float]) -> float:
    return sum(weight.get(feature, 0.0) for feature in features)


def _best(scores: dict[tuple[int, int], float], side: int) -> dict[int, int]:
    """Give for each text of a side the one that is clearly its best."""
    ranked: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair, value in scores.items():
        ranked[pair[side]].append((value, pair[1 - side]))
    found = {}
    for one, others in ranked.items():
        first, second = sorted([*others, (0.0, -1)], key=lambda each: (-each[0], each[1]))[:2]
        if first[0] >= _LEAST and first[0] >= _CLEARLY * second[0]:
            found[one] = first[1]
    return found
