"""Find the same or nearly the same afspraak in two landsdelen: one area, one subject, two dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.compare.likeness import near, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.domain import Afspraak

VERWANT = 0.5
"""From here two afspraken of different landsdelen may be one. Unrelated afspraken of one round stay below 0.46."""


class Verwant(Struct, frozen=True):
    """Two afspraken that are alike. `gelijk` tells that they say the same word for word."""

    een: Afspraak
    ander: Afspraak
    gelijkenis: float
    gelijk: bool

    @property
    def gekoppeld(self) -> bool:
        """Tell whether a person linked them, both ways."""
        return self.ander.id in self.een.zie and self.een.id in self.ander.zie


def verwanten(afspraken: Sequence[Afspraak], least: float = VERWANT) -> tuple[Verwant, ...]:
    """Give the pairs of different landsdelen, the most alike first, of what will be published.

    The text that holds is compared: that of the besluit where it has one.
    """
    published = [each for each in afspraken if each.te_publiceren]
    plain = [each.geldend_plat for each in published]
    words = [words_of(each) for each in plain]
    found: dict[tuple[int, int], float] = {}
    seen: set[str] = set()
    for landsdeel in dict.fromkeys(each.landsdeel for each in published):
        here = [n for n, each in enumerate(published) if each.landsdeel == landsdeel]
        seen.add(landsdeel)
        later = [n for n, each in enumerate(published) if each.landsdeel not in seen]
        alike = near([words[n] for n in here], [words[n] for n in later], least)
        found |= {(here[i], later[j]): value for (i, j), value in alike.items()}
    pairs = [Verwant(published[i], published[j], value, plain[i] == plain[j]) for (i, j), value in found.items()]
    return tuple(sorted(pairs, key=lambda pair: (-pair.gelijkenis, pair.een.id, pair.ander.id)))
