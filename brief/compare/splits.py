"""One text that became several, or several that became one: told by the words they share in the same order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"\w+")
_RUN = 3
"""So many words in a row tell where a text came from; single words stand everywhere."""
_MOST = 0.7
"""From here a text stands in another: this share of its runs of words is there."""
_SHORTEST = 4
_FEW = 20
"""A run in more texts than this tells nothing of where a text came from."""


class Parted(Struct, frozen=True):
    """A whole and its parts, as indexes: the whole in the old list and the parts in the new, or the reverse."""

    whole: int
    parts: tuple[int, ...]


def parted(
    wholes: Mapping[int, str], parts: Mapping[int, str], own: Mapping[int, int], own_texts: Mapping[int, str]
) -> list[Parted]:
    """Find the wholes whose text stands in two or more parts.

    `wholes` are texts by index, `parts` those that nothing was paired with. `own` gives for a whole the part it was
    paired with already, of which `own_texts` has the text: it counts as a part when it holds what the other parts do
    not.
    """
    runs = {index: _runs(text) for index, text in wholes.items()}
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, each in runs.items():
        for run in each:
            holders.setdefault(run, []).append(index)
    found: dict[int, list[int]] = {}
    for index, text in parts.items():
        best = _best_holder(_runs(text), holders, runs)
        if best is not None:
            found.setdefault(best, []).append(index)
    result = []
    for whole, held in found.items():
        paired = own.get(whole)
        left = set().union(*(_runs(parts[index]) for index in held))
        kept = [paired] if paired is not None and _is_without(left, runs[whole], _runs(own_texts[paired])) else []
        if len(held) + len(kept) > 1:
            result.append(Parted(whole, tuple(sorted([*held, *kept]))))
    return result


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    if len(words) < _SHORTEST:
        return set()
    return {tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}


def _best_holder(
    runs: set[tuple[str, ...]],
    holders: Mapping[tuple[str, ...], Sequence[int]],
    wholes: Mapping[int, set[tuple[str, ...]]],
) -> int | None:
    """Give the text that holds most of these runs: of those with a run that few texts have."""
    near = {whole for run in runs for each in [holders.get(run, ())] if len(each) <= _FEW for whole in each}
    counts = {whole: len(runs & wholes[whole]) for whole in near}
    best = max(counts, key=lambda whole: (counts[whole], -whole), default=None)
    return best if best is not None and counts[best] >= _MOST * len(runs) else None


def _is_without(left: set[tuple[str, ...]], whole: set[tuple[str, ...]], own: set[tuple[str, ...]]) -> bool:
    """Tell whether a text stands in the whole, and is less than it: clearly, or by what stands in the other parts."""
    if not own or len(own & whole) < _MOST * len(own):
        return False
    return len(own) < _MOST * len(whole) + 1 or len(left & own) <= (1 - _MOST) * len(left)
