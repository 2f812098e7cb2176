"""Find which of two lists of texts belong together: what is old, moved or rewritten, and what is new.

Passes run from strict to loose, and what a pass pairs is out of the next one's sight:

1. a person's answer;
2. the same text, with the same mark and heading; then without that help, where it is unambiguous;
3. the same words, without mark-up and punctuation, in the same way;
4. texts that are alike: paired when each is clearly the best of the other, and alike enough.

What is alike but not clearly so is a doubt, for a person to decide. Nothing is paired on its number alone: numbers are
what shifts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.compare.likeness import Words, likeness, near, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

ALIKE = 0.75
"""From here two texts that are clearly each other's best are the same text, rewritten."""
ALIKE_IN_PLACE = 0.6
"""The same, for texts under the same heading."""
DOUBT = 0.5
"""From here a person is asked. Unrelated afspraken of one round stay below 0.46."""
DOUBT_IN_PLACE = 0.35
"""The same, for the only two texts that are left under a heading."""
MARGIN = 0.12
"""How much better the best must be than the second best to be clearly the best."""
_SAME_HEADING, _SAME_ORDINAL, _SAME_MARK = 0.08, 0.04, 0.03
# The place alone never makes one of two equally likely texts the clear best: ordinal and mark stay below the margin.


class Item(Struct, frozen=True):
    """A text in a list; `mark` is the number it has there, `heading` what it stands under.

    A `strict` item is only paired with the same text.
    """

    id: str
    text: str
    heading: str = ""
    mark: str = ""
    strict: bool = False


class Pair(Struct, frozen=True):
    """Two texts that belong together, as indexes in the lists; `likeness` is 1.0 for the same words."""

    old: int
    new: int
    likeness: float


class Matched(Struct, frozen=True):
    """What belongs together, what may belong together, and what is left, as indexes in the lists, in order.

    The pairs of `doubts` are the most likely first for each old text; their texts are not in `gone` and `added`.
    """

    pairs: tuple[Pair, ...]
    doubts: tuple[Pair, ...]
    gone: tuple[int, ...]
    added: tuple[int, ...]


def match(
    old: Sequence[Item],
    new: Sequence[Item],
    same: Mapping[str, str] | None = None,
    apart: Collection[str] = (),
    asked: Mapping[str, Sequence[str]] | None = None,
) -> Matched:
    """Match two lists.

    `same` maps ids of `old` to ids of `new`, `apart` are ids of `old` that are none of `new`. `asked` are doubts of
    before that stay doubts until they are answered: ids of `new` by an id of `old`.
    """
    matcher = _Matcher(old, new)
    matcher.answer(same or {}, apart)
    matcher.ask(asked or {})
    for key in (_by_text, _by_words):
        matcher.equal(lambda item, key=key: (key(item), item.heading, item.mark))  # type: ignore[misc]
        matcher.equal(lambda item, key=key: (key(item), item.heading))  # type: ignore[misc]
        matcher.equal(key)
    matcher.alike()
    return matcher.result()


def _by_text(item: Item) -> Hashable:
    return item.text


def _by_words(item: Item) -> Hashable:
    return item.id if item.strict else words_of(item.text)


@dataclass(slots=True)
class _Matcher:
    """Keeps what is not paired yet."""

    old: Sequence[Item]
    new: Sequence[Item]
    pairs: list[Pair] = field(default_factory=list)
    doubts: list[Pair] = field(default_factory=list)
    old_left: dict[int, Words] = field(init=False)
    new_left: dict[int, Words] = field(init=False)
    gone: set[int] = field(default_factory=set)
    old_ordinals: list[int] = field(init=False)
    new_ordinals: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.old_ordinals, self.new_ordinals = _ordinals(self.old), _ordinals(self.new)
        self.old_left = {index: words_of(item.text) for index, item in enumerate(self.old)}
        self.new_left = {index: words_of(item.text) for index, item in enumerate(self.new)}

    def answer(self, same: Mapping[str, str], apart: Collection[str]) -> None:
        place = {item.id: index for index, item in enumerate(self.new)}
        for index, item in enumerate(self.old):
            if item.id in same:
                self._pair(Pair(index, place[same[item.id]], 1.0))
            elif item.id in apart:
                self.gone.add(index)
                del self.old_left[index]

    def ask(self, asked: Mapping[str, Sequence[str]]) -> None:
        """Set aside what was in doubt before and is not answered now."""
        place = {item.id: index for index, item in enumerate(self.new)}
        for index in list(self.old_left):
            for name in asked.get(self.old[index].id, ()):
                if (other := place.get(name)) in self.new_left and other is not None:
                    alike = likeness(self.old_left[index], self.new_left[other])
                    self.doubts.append(Pair(index, other, alike))
        for pair in self.doubts:
            self.old_left.pop(pair.old, None)
            self.new_left.pop(pair.new, None)

    def equal(self, key: Callable[[Item], Hashable]) -> None:
        """Pair the items with the same key, in order, where both lists have as many of them."""
        left, right = _buckets(self.old, self.old_left, key), _buckets(self.new, self.new_left, key)
        for value, olds in left.items():
            news = right.get(value, [])
            if len(olds) == len(news):
                for one, other in zip(olds, news, strict=True):
                    self._pair(Pair(one, other, 1.0))

    def alike(self) -> None:
        """Pair what is clearly alike until nothing more is clear; the rest that is alike is in doubt."""
        scores = self._scores()
        while clear := [pair for pair in _clear_best(scores, self._weight) if self._is_enough(pair)]:
            for pair in clear:
                self._pair(pair)
            paired = {pair.old for pair in clear}, {pair.new for pair in clear}
            scores = {(i, j): s for (i, j), s in scores.items() if i not in paired[0] and j not in paired[1]}
        self.doubts += self._open(scores)

    def result(self) -> Matched:
        in_doubt = {pair.old for pair in self.doubts}, {pair.new for pair in self.doubts}
        return Matched(
            tuple(sorted(self.pairs, key=lambda pair: pair.new)),
            tuple(self.doubts),
            tuple(sorted((self.old_left.keys() - in_doubt[0]) | self.gone)),
            tuple(sorted(self.new_left.keys() - in_doubt[1])),
        )

    def _pair(self, pair: Pair) -> None:
        self.pairs.append(pair)
        del self.old_left[pair.old], self.new_left[pair.new]

    def _scores(self) -> dict[tuple[int, int], float]:
        olds = [index for index in self.old_left if not self.old[index].strict]
        news = list(self.new_left)
        found = near([self.old_left[i] for i in olds], [self.new_left[j] for j in news], DOUBT_IN_PLACE)
        return {(olds[i], news[j]): value for (i, j), value in found.items()}

    def _weight(self, pair: tuple[int, int], alike: float) -> float:
        """Add to the likeness what their places say."""
        old, new = self.old[pair[0]], self.new[pair[1]]
        weight = alike
        if old.heading == new.heading:
            weight += _SAME_HEADING
            same = self.old_ordinals[pair[0]] == self.new_ordinals[pair[1]]
            weight += _SAME_ORDINAL if same else 0
        return weight + (_SAME_MARK if old.mark and old.mark == new.mark else 0)

    def _is_enough(self, pair: Pair) -> bool:
        in_place = self.old[pair.old].heading == self.new[pair.new].heading
        return pair.likeness >= (ALIKE_IN_PLACE if in_place else ALIKE)

    def _open(self, scores: Mapping[tuple[int, int], float]) -> list[Pair]:
        """Give the pairs to ask about: alike enough, or the only two left under a heading."""
        only = self._only_two()
        kept = [Pair(i, j, s) for (i, j), s in scores.items() if s >= DOUBT or (i, j) in only]
        best_old, best_new = _best(kept, lambda p: p.old), _best(kept, lambda p: p.new)
        near_best = [p for p in kept if p.likeness >= max(best_old[p.old], best_new[p.new]) - 2 * MARGIN]
        return sorted(near_best, key=lambda p: (p.old, -self._weight((p.old, p.new), p.likeness), p.new))

    def _only_two(self) -> set[tuple[int, int]]:
        olds = _buckets(self.old, self.old_left, lambda item: item.heading)
        news = _buckets(self.new, self.new_left, lambda item: item.heading)
        return {(olds[key][0], news[key][0]) for key in olds if len(olds[key]) == len(news.get(key, [])) == 1}


def _buckets(items: Sequence[Item], left: Iterable[int], key: Callable[[Item], Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index in left:
        found[key(items[index])].append(index)
    return found


def _ordinals(items: Sequence[Item]) -> list[int]:
    """Give for each item how many before it stand under the same heading."""
    under: Counter[str] = Counter()
    ordinals = []
    for item in items:
        ordinals.append(under[item.heading])
        under[item.heading] += 1
    return ordinals


def _best(pairs: Iterable[Pair], side: Callable[[Pair], int]) -> dict[int, float]:
    best: dict[int, float] = {}
    for pair in pairs:
        best[side(pair)] = max(best.get(side(pair), 0.0), pair.likeness)
    return best


def _clear_best(
    scores: Mapping[tuple[int, int], float], weight: Callable[[tuple[int, int], float], float]
) -> list[Pair]:
    """Give the pairs of which each text is the other's best by a clear margin."""
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), value in scores.items():
        weighed = weight((i, j), value)
        rows[i].append((weighed, j))
        columns[j].append((weighed, i))
    clear = []
    for i, options in rows.items():
        best = _winner(options)
        if best is not None and _winner(columns[best]) == i:
            clear.append(Pair(i, best, scores[i, best]))
    return clear


def _winner(options: list[tuple[float, int]]) -> int | None:
    ranked = sorted(options, reverse=True)
    clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= MARGIN
    return ranked[0][1] if clear else None
