"""The numbers that the dossier gave to its afspraken, as they stand below each other in the list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.text import ListItem, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.domain.afspraak import Afspraak

_NUMBERED = re.compile(r"^[ \t]*\d+[.)]", re.MULTILINE)
"""How a numbered item begins: a text without any need not be read."""


def nummers(afspraken: Iterable[Afspraak]) -> list[tuple[Afspraak, int]]:
    """Give the numbers of the outermost list items, each with its afspraak: 2 for `2. Rijk en regio spreken af:`."""
    return [
        (afspraak, int(block.marker[:-1]))
        for afspraak in afspraken
        if _NUMBERED.search(afspraak.geldende_tekst)
        for block in parse(afspraak.geldende_tekst).blocks
        if isinstance(block, ListItem) and not block.level and block.marker[:-1].isdecimal()
    ]


def sprongen(afspraken: Iterable[Afspraak]) -> list[tuple[Afspraak, int, int]]:
    """Give the numbers that a reader does not expect, each with the one before it (0 at the start); 1 begins anew."""
    found: list[tuple[Afspraak, int, int]] = []
    before = 0
    for afspraak, number in nummers(afspraken):
        if number not in {1, before + 1}:
            found.append((afspraak, before, number))
        before = number
    return found


def telt_door(afspraken: Iterable[Afspraak]) -> bool:
    """Tell whether the numbers below a subject count from 1 without a gap, as every reader expects."""
    return not sprongen(afspraken)
