"""The subjects of a landsdeel in groups: those of several provinces, those of a province, those of a NOVEX-gebied.

Within a group the order of the dossier holds. What concerns most provinces comes first, so that the main subject of a
meeting never stands under the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.domain import GEBIEDEN, PROVINCIES, Koppen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.domain import Afspraak

_PROVINCIE = re.compile(r"\b[Pp]rovincie ([\w-]+)")
_SOORTEN = {"meer": "Meer provincies", "provincie": "Per provincie", "gebied": "Per NOVEX-gebied"}
"""What a subject may concern, in the order of printing, with the heading above it."""
_ORDER = [("meer", ""), *(("provincie", key) for key in PROVINCIES), *(("gebied", key) for key in GEBIEDEN)]


class Onderwerp(Struct):
    """One agendapunt in the list: its number within the landsdeel and its afspraken."""

    titel: str
    afspraken: list[Afspraak]
    nummer: int = 0
    anchor: str = ""


class Groep(Struct):
    """Subjects under one heading; without `kop` they stand under the landsdeel itself."""

    kop: str
    onderwerpen: list[Onderwerp] = field(default_factory=list)


def groepen(onderwerpen: Sequence[Onderwerp], koppen: Koppen) -> list[Groep]:
    """Put subjects, given in the order of the dossier, in groups in the order of printing."""
    if not onderwerpen or koppen is Koppen.GEEN:
        return [Groep("", list(onderwerpen))] if onderwerpen else []
    found: dict[tuple[str, str], list[Onderwerp]] = {}
    for onderwerp in onderwerpen:
        kind, key = _concerns(onderwerp)
        found.setdefault((kind, key if koppen is Koppen.NAAM else ""), []).append(onderwerp)
    order = _ORDER if koppen is Koppen.NAAM else [(kind, "") for kind in _SOORTEN]
    groups = [Groep(_kop(*place, found[place]), found[place]) for place in order if place in found]
    if len(groups) == 1 and koppen is Koppen.SOORT:
        groups[0].kop = ""
    return groups


def _concerns(onderwerp: Onderwerp) -> tuple[str, str]:
    """Tell what a subject concerns: the province its title names, its one area, its one province, or more of them."""
    named = _PROVINCIE.search(onderwerp.titel)
    for province in PROVINCIES.values():
        if named and named[1] in {province.naam, *province.anders}:
            return "provincie", province.sleutel
    areas = [set(afspraak.geldende_gebieden) for afspraak in onderwerp.afspraken]
    shared = [key for key in onderwerp.afspraken[0].geldende_gebieden if all(key in area for area in areas)]
    here = onderwerp.afspraken[0].landsdeel
    if shared and shared[0] in GEBIEDEN and here in GEBIEDEN[shared[0]].landsdelen:
        return "gebied", shared[0]
    provinces = {key for afspraak in onderwerp.afspraken for key in afspraak.geldende_provincies}
    if len(provinces) == 1 and (only := provinces.pop()) in PROVINCIES:
        return "provincie", only
    return "meer", ""


def _kop(kind: str, key: str, onderwerpen: Sequence[Onderwerp]) -> str:
    """Write the heading of a group; none where a title under it would say the same words again."""
    if not key:
        return _SOORTEN[kind]
    place = PROVINCIES[key] if kind == "provincie" else GEBIEDEN[key]
    names = (place.naam, *place.anders) if len(onderwerpen) == 1 else (place.naam,)
    if any(name in onderwerp.titel for onderwerp in onderwerpen for name in names):
        return ""
    return f"{'Provincie' if kind == 'provincie' else 'NOVEX-gebied'} {place.naam}"
