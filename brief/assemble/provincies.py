"""The provinces that share afspraken, and what the letter says of them where people wrote no sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.assemble import indeling
from brief.assemble.indeling import onderwerp
from brief.domain import LANDSDELEN, PROVINCIES
from brief.text.dutch import opsomming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.domain import Afspraak


def groepen(
    afspraken: Sequence[Afspraak], volgorde: Sequence[str], *, zoals_gevraagd: bool = False
) -> list[list[Afspraak]]:
    """Group afspraken by the provinces that share them, in the order of the landsdelen; landelijke first.

    `zoals_gevraagd` keeps the order in which they are given.
    """
    found: dict[tuple[str, ...], list[Afspraak]] = {}
    for afspraak in afspraken:
        key = () if afspraak.landelijk else indeling.in_volgorde(provincies(afspraak), volgorde)
        found.setdefault(key, []).append(afspraak)
    if zoals_gevraagd:
        return list(found.values())
    order = indeling.in_volgorde(PROVINCIES, volgorde)
    return [found[key] for key in sorted(found, key=lambda key: [order.index(province) for province in key])]


def wie(afspraak: Afspraak, volgorde: Sequence[str]) -> str:
    """Name the provinces that an afspraak concerns: `Fryslân, Groningen en Drenthe`."""
    if afspraak.landelijk:
        return "Alle landsdelen"
    return opsomming([PROVINCIES[key].naam for key in indeling.in_volgorde(provincies(afspraak), volgorde)])


def provincies(afspraak: Afspraak) -> tuple[str, ...]:
    """Give the provinces that an afspraak concerns: those of its landsdeel when it names none."""
    return afspraak.geldende_provincies or LANDSDELEN[afspraak.landsdeel].provincies


def neutrale_zin(afspraken: Sequence[Afspraak], volgorde: Sequence[str]) -> str:
    """Write the draft sentence for afspraken without one of their own; the brackets mark it as a draft."""
    keys = () if afspraken[0].landelijk else indeling.in_volgorde(provincies(afspraken[0]), volgorde)
    provinces = [PROVINCIES[key].naam for key in keys]
    subjects = dict.fromkeys((onderwerp(a), a.landsdeel, a.agendapuntnummer) for a in afspraken)
    places = [f"{title} ({LANDSDELEN[part].naam}, agendapunt\u00a0{number})" for title, part, number in subjects]
    whom = f"de provincie{'s' if len(provinces) > 1 else ''} {opsomming(provinces)}" if provinces else "alle landsdelen"
    return f"[Concept: met {whom} zijn afspraken gemaakt over {opsomming(places)}.]"
