"""The levels of the items of a list in a PDF, by how far each is indented.

The tags of LibreOffice nest a list within an item only where both are one list; a reader sees the indent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.finishing.proof.lines import Kind, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.finishing.proof.lines import Line

    Spot = tuple[bool, int]

_OF_THE_LAYOUT = 5
"""An indent of this many items is one that the layout gives, as on pages with mirrored margins."""

_MEASURES = (0, 1)
"""Where the text begins, and where its mark does: a wide number moves the one, a right-aligned number the other."""


def by_indent(found: Sequence[Line], expected: Iterable[Line]) -> tuple[Line, ...]:
    """Give each item the level of the items that are indented as it is; 0 when it stands where no other does."""
    wanted = _levels(expected)
    measures = [_by_spot(found, wanted, measure) for measure in _MEASURES]
    return tuple(_levelled(line, wanted, measures) if line.indents else line for line in found)


def _levels(expected: Iterable[Line]) -> dict[str, int]:
    """Give the level of each item by its words; words that stand on two levels tell nothing."""
    levels: dict[str, set[int]] = defaultdict(set)
    for line in expected:
        if line.kind is Kind.PUNT:
            levels[folded(line.plain)].add(line.level)
    return {words: found.pop() for words, found in levels.items() if len(found) == 1}


def _by_spot(found: Iterable[Line], wanted: Mapping[str, int], measure: int) -> dict[Spot, int]:
    """Give the level that an indent stands for: that of most items there; each level has one, unless many say so."""
    counted: dict[Spot, Counter[int]] = defaultdict(Counter)
    for line in found:
        level, spot = wanted.get(folded(line.plain)), _spot(line, measure)
        if level is not None and spot is not None:
            counted[spot][level] += 1
    levels: dict[Spot, int] = {}
    for spot in sorted(counted, key=lambda each: (-counted[each].total(), each)):
        level, count = counted[spot].most_common(1)[0]
        taken = (spot[0], level) in {(ordered, known) for (ordered, _), known in levels.items()}
        levels[spot] = 0 if taken and count < _OF_THE_LAYOUT else level
    return levels


def _spot(line: Line, measure: int) -> Spot | None:
    return (line.ordered, round(line.indents[measure])) if measure < len(line.indents) else None


def _levelled(line: Line, wanted: Mapping[str, int], measures: Sequence[Mapping[Spot, int]]) -> Line:
    spots = [(_spot(line, measure), levels) for measure, levels in zip(_MEASURES, measures, strict=True)]
    told = [levels.get(spot, 0) for spot, levels in spots if spot is not None]
    level = wanted.get(folded(line.plain), line.level)
    return replace(line, level=level if level in told or folded(line.plain) not in wanted else told[0])
