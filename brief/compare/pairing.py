"""Which unit of the old document is which one of the new: by id, by the same words, by what it covers, by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brief.compare.match import Item, match
from brief.compare.rare import clearest
from brief.text.rising import longest_rising
from brief.text.words import stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from brief.compare.units import Unit

_ENOUGH_COVERED = 0.5


@dataclass(slots=True)
class Pairing:
    """Pairs by index, `pairs[new] = old`, and what is left of both, in order.

    Each pass takes only what the passes before it left.
    """

    old: Sequence[Unit]
    new: Sequence[Unit]
    pairs: dict[int, int] = field(default_factory=dict)
    old_left: list[int] = field(init=False)
    new_left: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.old_left, self.new_left = list(range(len(self.old))), list(range(len(self.new)))

    def run(self) -> None:
        """Pair all that belongs together, the surest first."""
        self._by_key(lambda unit: unit.id or None)
        self._in_order(lambda unit: (unit.soort, unit.pad, unit.gemerkt))
        self._in_order(lambda unit: (unit.soort, unit.tekst))
        self._by_key(lambda unit: (unit.soort, unit.tekst))
        self._by_key(lambda unit: unit.dekt or None)
        self._by_cover()
        self._by_likeness()
        self._by_rare_words()

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for old, new in pairs:
            self.pairs[new] = old
        olds, news = set(self.pairs.values()), set(self.pairs)
        self.old_left = [index for index in self.old_left if index not in olds]
        self.new_left = [index for index in self.new_left if index not in news]

    def _by_key(self, key: Callable[[Unit], Hashable | None]) -> None:
        """Pair what has a key that each side has once."""
        old, new = self._once(self.old, self.old_left, key), self._once(self.new, self.new_left, key)
        self._take([(old[each], new[each]) for each in old.keys() & new.keys()])

    @staticmethod
    def _once(
        units: Sequence[Unit], left: Iterable[int], key: Callable[[Unit], Hashable | None]
    ) -> dict[Hashable, int]:
        found: dict[Hashable, list[int]] = defaultdict(list)
        for index in left:
            if (value := key(units[index])) is not None:
                found[value].append(index)
        return {value: indexes[0] for value, indexes in found.items() if len(indexes) == 1}

    def _in_order(self, key: Callable[[Unit], Hashable]) -> None:
        """Pair what is the same in both and stands in the same order, as a difference of lines does."""
        old = [index for index in self.old_left if not self.old[index].id]
        new = [index for index in self.new_left if not self.new[index].id]
        keys = [key(self.old[index]) for index in old], [key(self.new[index]) for index in new]
        same = [each for each in stretches(*keys) if each[0]]
        self._take([(old[a + n], new[c + n]) for _, a, b, c, _ in same for n in range(b - a)])

    def _by_cover(self) -> None:
        """Pair sentences of the letter that tell mostly of the same afspraken."""
        holders: dict[str, list[int]] = defaultdict(list)
        for index in self.old_left:
            for identity in self.old[index].dekt:
                holders[identity].append(index)
        found: dict[int, tuple[float, int]] = {}
        for index in self.new_left:
            cover = set(self.new[index].dekt)
            for other in {each for identity in cover for each in holders[identity]}:
                theirs = set(self.old[other].dekt)
                share = len(cover & theirs) / len(cover | theirs)
                if share > _ENOUGH_COVERED and share > found.get(other, (0.0, 0))[0]:
                    found[other] = (share, index)
        times = Counter(index for _, index in found.values())
        self._take([(old, new) for old, (_, new) in found.items() if times[new] == 1])

    def _by_likeness(self) -> None:
        """Pair what is clearly the same text, rewritten; headings with headings, afspraken with afspraken."""
        for kind in ("afspraak", "kop", "tabel", ""):
            old = [index for index in self.old_left if _kind(self.old[index]) == kind]
            new = [index for index in self.new_left if _kind(self.new[index]) == kind]
            found = match([_item(self.old, index) for index in old], [_item(self.new, index) for index in new])
            sure = [(old[pair.old], new[pair.new]) for pair in found.pairs]
            self._take(sure)

    def _by_rare_words(self) -> None:
        """Pair what was half rewritten: running text that shares clearly more rare words with no other text."""
        for kind in ("afspraak", ""):
            old = [index for index in self.old_left if _kind(self.old[index]) == kind]
            new = [index for index in self.new_left if _kind(self.new[index]) == kind]
            if old and new:
                texts = [self.old[index].tekst for index in old], [self.new[index].tekst for index in new]
                others = [self.new[index].tekst for index in self.pairs]
                self._take([(old[i], new[j]) for i, j in clearest(*texts, others)])

    def moved(self) -> set[int]:
        """Give the new indexes of what stands elsewhere: under another heading, or in another order.

        Where the order differs, as few as possible count as moved (the rest is the longest that kept its order).
        """
        renamed = {
            (*self.old[old].pad, self.old[old].titel): (*self.new[new].pad, self.new[new].titel)
            for new, old in self.pairs.items()
            if self.new[new].soort == "kop"
        }
        elsewhere = {
            new
            for new, old in self.pairs.items()
            if self.new[new].soort != "kop" and _renamed(self.old[old].pad, renamed) != self.new[new].pad
        }
        order = sorted(new for new in self.pairs if new not in elsewhere)
        kept = {new for new, _ in longest_rising([(new, self.pairs[new]) for new in order])}
        return elsewhere | {new for new in order if new not in kept}


def _kind(unit: Unit) -> str:
    return unit.soort if unit.soort in {"afspraak", "kop", "tabel"} else ""


def _item(units: Sequence[Unit], index: int) -> Item:
    """Give a unit to match; an afspraak under another id needs more than its place to be the same."""
    unit = units[index]
    return Item(str(index), unit.tekst, unit.id or " > ".join(unit.pad))


def _renamed(pad: tuple[str, ...], renamed: dict[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """Give the headings above a unit as the new document has them."""
    for depth in range(len(pad), 0, -1):
        if (known := renamed.get(pad[:depth])) is not None:
            return (*known, *pad[depth:])
    return pad
