"""Say which blocks of two lists belong together: the same, changed, moved, split, joined, gone or come.

Passes run from strict to loose: what is known to belong together and what is the same (in order; the rest moved), then
what is alike within the gaps between those, then what is alike anywhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.text.rising import longest_rising
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

ALIKE = 0.4
"""From here two blocks at the same place are the same block, changed."""
MOVED = 0.6
"""From here two blocks at different places are one that moved."""
MAYBE_MOVED = 0.4
"""From here they are too, when nothing else is nearly as alike."""
MARGIN = 0.2
"""How much less alike the next best must be."""
_LEAST_WORDS = 4
"""A shorter paragraph is only followed over a distance when it is known to be the same."""
_MANY = 4_000
"""Pairs that are all compared; of more only those that share rare words."""
_RARE = 12
_PART = 0.6
"""How much of a paragraph must be in another one that was split or joined."""


class Item(Struct, eq=False):
    """What alignment knows of a block: its `key` (equal keys are equal blocks), kind and words.

    Blocks of different `kind` never belong together. `name` is what a block is known by in both documents.
    """

    key: bytes
    kind: Hashable
    count: Callable[[], Counter[str]]
    can_move: bool = False
    name: str | None = None
    _words: Counter[str] | None = None

    @property
    def words(self) -> Counter[str]:
        """Give the words with how often each is there, counted when they are first asked for."""
        if self._words is None:
            self._words = self.count()
        return self._words

    @property
    def size(self) -> int:
        """Count the words."""
        return self.words.total()


class Step(Struct, eq=False):
    """A step through both lists: `old` and `new` are indexes.

    Both: what belongs together, several where a paragraph was split or joined. Only one of them: gone or come.
    `partner` is the index of the block at the other place when it moved.
    """

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    partner: int | None = None


def align(
    old: Sequence[Item], new: Sequence[Item], known: Mapping[int, int] | None = None, *, moves: bool = True
) -> list[Step]:
    """Align two lists; `known` says of indexes of `old` which of `new` they are."""
    pairs = _in_order(old, new, known or {})
    pairs = _fill_gaps(old, new, pairs, set(known or {}), set((known or {}).values()))
    partners = _moved(old, new, pairs, known or {}) if moves else {}
    groups = _split_and_joined(old, new, pairs, partners)
    return _steps(len(old), len(new), groups, partners)


def _in_order(old: Sequence[Item], new: Sequence[Item], known: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pair what is the same or known to be, as far as both lists have it in the same order."""
    names: dict[Hashable, int] = {}
    right = [names.setdefault((item.kind, item.key), len(names)) for item in new]
    left = [names.setdefault((item.kind, item.key), len(names)) for item in old]
    for number, (i, j) in enumerate(known.items()):
        left[i] = right[j] = -1 - number
    found: list[tuple[int, int]] = []
    a = c = 0
    for i, j in [*_anchors(left, right), (len(left), len(right))]:
        for stayed, b, e, d, _ in stretches(left[a:i], right[c:j]):
            if stayed:
                found += [(a + b + n, c + d + n) for n in range(e - b)]
        if i < len(left):
            found.append((i, j))
        a, c = i + 1, j + 1
    return found


def _anchors(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """Pair what each list has once: the longest run of it that is in the same order in both."""
    once_left, once_right = _once(left), _once(right)
    pairs = [(i, once_right[value]) for value, i in once_left.items() if value in once_right]
    return longest_rising(sorted(pairs))


def _once(values: Sequence[int]) -> dict[int, int]:
    counts = Counter(values)
    return {value: index for index, value in enumerate(values) if counts[value] == 1}


def _fill_gaps(
    old: Sequence[Item], new: Sequence[Item], pairs: list[tuple[int, int]], fixed_old: set[int], fixed_new: set[int]
) -> list[tuple[int, int]]:
    """Add the pairs of blocks that are alike, between those that are sure."""
    found: list[tuple[int, int]] = []
    a = c = 0
    for i, j in [*pairs, (len(old), len(new))]:
        if a < i and c < j:
            olds = [n for n in range(a, i) if n not in fixed_old]
            news = [n for n in range(c, j) if n not in fixed_new]
            found += [(olds[x], news[y]) for x, y in alike([old[n] for n in olds], [new[n] for n in news])]
        if i < len(old):
            found.append((i, j))
        a, c = i + 1, j + 1
    return found


def alike(old: Sequence[Item], new: Sequence[Item], least: float = ALIKE) -> list[tuple[int, int]]:
    """Pair blocks that are alike, in order, so that the likeness of all together is highest."""
    scored = [(i, j, s) for (i, j), s in _scores(old, new, least).items()]
    return _heaviest_run(scored, len(new))


def _heaviest_run(scored: list[tuple[int, int, float]], width: int) -> list[tuple[int, int]]:
    """Choose the pairs of which both numbers rise and the sum of the scores is highest (a Fenwick tree)."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before: list[int] = []
    ordered = sorted(scored, key=lambda item: (item[0], -item[1]))
    for index, (_, j, score) in enumerate(ordered):
        total, last = (0.0, -1)
        place = j
        while place > 0:
            total, last = max((total, last), best[place])
            place &= place - 1
        before.append(last)
        place = j + 1
        while place <= width:
            best[place] = max(best[place], (total + score, index))
            place += place & -place
    place, (total, last) = width, (0.0, -1)
    while place > 0:
        total, last = max((total, last), best[place])
        place &= place - 1
    found: list[tuple[int, int]] = []
    while last >= 0:
        found.append(ordered[last][:2])
        last = before[last]
    return found[::-1]


def likeness(one: Item, other: Item) -> float:
    """Tell how alike two blocks are, from 0 to 1; what one is a part of is nearly as alike as the same."""
    if one.kind != other.kind:
        return 0.0
    sizes = one.size, other.size
    if not any(sizes):
        return 1.0 if one.key == other.key else 0.5
    if not all(sizes):
        return 0.0
    if sizes[0] > sizes[1]:
        one, other = other, one
    count = other.words.get
    shared = sum([min(times, count(word, 0)) for word, times in one.words.items()])
    whole = 2 * shared / sum(sizes)
    part = 0.9 * shared / min(sizes) if min(sizes) >= _LEAST_WORDS else 0.0
    return max(whole, part if part >= _PART else 0.0)


def _scores(old: Sequence[Item], new: Sequence[Item], least: float) -> dict[tuple[int, int], float]:
    candidates = (
        ((i, j) for i in range(len(old)) for j in range(len(new)))
        if len(old) * len(new) <= _MANY
        else _sharing_rare_words(old, new)
    )
    found = {}
    for i, j in candidates:
        value = likeness(old[i], new[j])
        if value >= least:
            found[i, j] = value
    return found


def _sharing_rare_words(old: Sequence[Item], new: Sequence[Item]) -> Iterable[tuple[int, int]]:
    holders: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((old, new)):
        for index, item in enumerate(items):
            for word in item.words or (("without words", item.kind),):
                holders[word][side].append(index)
    return {
        (i, j)
        for olds, news in holders.values()
        if len(olds) <= _RARE and len(news) <= _RARE
        for i in olds
        for j in news
    }


def _moved(
    old: Sequence[Item], new: Sequence[Item], pairs: Sequence[tuple[int, int]], known: Mapping[int, int]
) -> dict[int, int]:
    """Pair what is left over and is alike: from the index of old to that of new."""
    paired_old, paired_new = {i for i, _ in pairs}, {j for _, j in pairs}
    found = {i: j for i, j in known.items() if i not in paired_old and old[i].can_move and new[j].can_move}
    olds = [i for i in range(len(old)) if i not in paired_old and i not in known and _may_move(old[i])]
    taken = paired_new | set(known.values())
    news = [j for j in range(len(new)) if j not in taken and _may_move(new[j])]
    scores = _scores([old[i] for i in olds], [new[j] for j in news], MAYBE_MOVED)
    best_old, best_new = _best_two(scores)
    for (x, y), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        i, j = olds[x], news[y]
        if i in found or j in taken or not _are_as_long(old[i], new[j]):
            continue
        if score >= MOVED or (score >= MARGIN + best_old[x][1] and score >= MARGIN + best_new[y][1]):
            found[i] = j
            taken.add(j)
    return found


def _best_two(scores: Mapping[tuple[int, int], float]) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
    """Give for each old and each new block how alike its best two are."""
    olds: dict[int, list[float]] = defaultdict(list)
    news: dict[int, list[float]] = defaultdict(list)
    for (x, y), score in scores.items():
        olds[x].append(score)
        news[y].append(score)
    for side in (olds, news):
        for index, values in side.items():
            side[index] = [*sorted(values, reverse=True)[:2], 0.0][:2]
    return olds, news


def _may_move(item: Item) -> bool:
    return item.can_move and item.size >= _LEAST_WORDS


def _are_as_long(one: Item, other: Item) -> bool:
    return min(one.size, other.size) >= _PART * max(one.size, other.size)


def _split_and_joined(
    old: Sequence[Item], new: Sequence[Item], pairs: Sequence[tuple[int, int]], partners: Mapping[int, int]
) -> list[Step]:
    """Take into each pair the neighbours that belong to no other and whose words the pair lacks on the other side."""
    free_old = set(range(len(old))) - {i for i, _ in pairs} - set(partners)
    free_new = set(range(len(new))) - {j for _, j in pairs} - set(partners.values())
    groups = []
    for i, j in pairs:
        step = Step([i], [j])
        if old[i].key != new[j].key and old[i].can_move and new[j].can_move:
            _grow(step.new, free_new, new, old[i].words, new[j].words)
            _grow(step.old, free_old, old, new[j].words, old[i].words)
        groups.append(step)
    return groups


def _grow(indexes: list[int], free: set[int], items: Sequence[Item], wanted: Counter[str], has: Counter[str]) -> None:
    missing = wanted - has
    for next_of in (_after, _before):
        while (index := next_of(indexes)) in free and items[index].can_move and items[index].size >= 2:
            words = items[index].words
            if (words & missing).total() < _PART * items[index].size:
                break
            missing = missing - words
            free.discard(index)
            indexes.append(index)
            indexes.sort()


def _after(indexes: list[int]) -> int:
    return indexes[-1] + 1


def _before(indexes: list[int]) -> int:
    return indexes[0] - 1


def _steps(olds: int, news: int, groups: Sequence[Step], partners: Mapping[int, int]) -> list[Step]:
    """Put all in order: what went before what came, between two groups."""
    back = {j: i for i, j in partners.items()}
    steps: list[Step] = []
    a = c = 0
    for group in [*groups, Step([olds], [news])]:
        steps += [Step([i], [], partners.get(i)) for i in range(a, group.old[0])]
        steps += [Step([], [j], back.get(j)) for j in range(c, group.new[0])]
        if group.old[0] < olds or group.new[0] < news:
            steps.append(group)
        a, c = group.old[-1] + 1, group.new[-1] + 1
    return steps
