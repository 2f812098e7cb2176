"""One text that became several, or several that became one: told by the words they share in the same order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"\w+")
_RUN = 3
"""So many words in a row tell where a text came from; single words stand everywhere."""
_MOST = 0.7
"""From here a text stands in another: this share of its runs of words is there."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Parted:
    """A whole and its parts, as indexes: the whole in the old list and the parts in the new, or the reverse."""

    whole: int
    parts: tuple[int, ...]


def parted(
    wholes: Mapping[int, str], parts: Mapping[int, str], own: Mapping[int, int], own_texts: Mapping[int, str]
) -> list[Parted]:
    """Find the wholes whose text stands in two or more parts.

    `wholes` are texts by index, `parts` those that nothing was paired with. `own` gives for a whole the part it was
    paired with already, of which `own_texts` has the text: it counts as a part when it holds less than the whole did.
    """
    runs = {index: _runs(text) for index, text in wholes.items()}
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, each in runs.items():
        for run in each:
            holders.setdefault(run, []).append(index)
    found: dict[int, list[int]] = {}
    for index, text in parts.items():
        best = _best_holder(_runs(text), holders)
        if best is not None:
            found.setdefault(best, []).append(index)
    result = []
    for whole, held in found.items():
        paired = own.get(whole)
        kept = [paired] if paired is not None and _lost_some(runs[whole], _runs(own_texts[paired])) else []
        if len(held) + len(kept) > 1:
            result.append(Parted(whole, tuple(sorted([*held, *kept]))))
    return result


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    if len(words) < _SHORTEST:
        return set()
    return {tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}


def _best_holder(runs: set[tuple[str, ...]], holders: Mapping[tuple[str, ...], Sequence[int]]) -> int | None:
    counts: dict[int, int] = {}
    for run in runs:
        for whole in holders.get(run, ()):
            counts[whole] = counts.get(whole, 0) + 1
    best = max(counts, key=lambda whole: (counts[whole], -whole), default=None)
    return best if best is not None and counts[best] >= _MOST * len(runs) else None


def _lost_some(whole: set[tuple[str, ...]], own: set[tuple[str, ...]]) -> bool:
    """Tell whether a text stands in the whole, and is clearly less than it."""
    return bool(own) and len(own & whole) >= _MOST * len(own) and len(own) < _MOST * len(whole) + 1
