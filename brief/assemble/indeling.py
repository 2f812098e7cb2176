"""Where an afspraak belongs in the documents: its landsdelen, its subject, and the order of landsdelen and provinces.

What people confirmed goes first. Where nobody filled in anything, the program's proposal gives the place, so that a
first draft can be made at once; `Afspraak.rust_op_voorstel` tells, and the commands say so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.domain import Afspraak

# `Hamerpunt: NOVEX-gebied Groene Hart`
_HAMERPUNT = re.compile(r"^Hamerpunt\b[\s:–-]*", re.IGNORECASE)


def landsdelen(afspraak: Afspraak) -> tuple[str, ...]:
    """Give the landsdelen an afspraak matters to: its own first, then those of its provinces.

    An area in two landsdelen brings in the second one only where the afspraak names no provinces.
    """
    named = afspraak.geldende_provincies
    found = [afspraak.landsdeel]
    found += [PROVINCIES[key].landsdeel for key in named if key in PROVINCIES]
    if not named:
        found += [
            landsdeel for key in afspraak.geldende_gebieden if key in GEBIEDEN for landsdeel in GEBIEDEN[key].landsdelen
        ]
    return tuple(dict.fromkeys(found))


def onderwerp(afspraak: Afspraak) -> str:
    """Give what the afspraak is about: the title of its agendapunt, without the word for how it was handled there."""
    title = _HAMERPUNT.sub("", afspraak.agendapunttitel)
    return title[:1].upper() + title[1:] if title else afspraak.agendapunttitel


def in_volgorde(keys: Iterable[str], volgorde: Sequence[str]) -> tuple[str, ...]:
    """Put provinces in the order of the landsdelen, and within a landsdeel in that of the table of provinces."""
    order = _places(tuple(volgorde))
    return tuple(sorted(dict.fromkeys(key for key in keys if key in order), key=order.__getitem__))


@cache
def _places(volgorde: tuple[str, ...]) -> dict[str, int]:
    """Give the place of each province when the landsdelen stand in this order."""
    order = [province for landsdeel in _complete(volgorde) for province in LANDSDELEN[landsdeel].provincies]
    return {province: place for place, province in enumerate(order)}


def landsdelen_in_volgorde(volgorde: Sequence[str]) -> tuple[str, ...]:
    """Give all five landsdelen, those of `volgorde` first and in that order."""
    return _complete(volgorde)


def _complete(volgorde: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([key for key in volgorde if key in LANDSDELEN] + list(LANDSDELEN)))
