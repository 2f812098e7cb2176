"""The order of the afsprakenlijst: every afspraak once, by landsdeel, then province, NOVEX-gebied or subject.

Landelijke afspraken come first. Subjects are numbered afresh in each landsdeel. An afspraak that matters to several
landsdelen stands in the landsdeel that made it; the others refer to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from brief.assemble import indeling
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.domain import Afspraak

LANDELIJK = "landelijk"
OVERIG = "overig"


@dataclass(slots=True)
class Onderwerp:
    """One agendapunt in the list: its number within the landsdeel and its afspraken."""

    titel: str
    afspraken: list[Afspraak]
    nummer: int = 0
    anchor: str = ""


@dataclass(slots=True)
class Groep:
    """A province, an area, or what belongs to neither: its subjects, and the subjects elsewhere it refers to."""

    kop: str
    onderwerpen: list[Onderwerp] = field(default_factory=list)
    elders: list[tuple[str, Onderwerp]] = field(default_factory=list)


@dataclass(slots=True)
class Deel:
    """A landsdeel, or the landelijke part, with its groups in the order of printing."""

    sleutel: str
    kop: str
    groepen: dict[str, Groep] = field(default_factory=dict)

    @property
    def onderwerpen(self) -> Iterable[Onderwerp]:
        """Give the subjects in the order of printing."""
        return (onderwerp for groep in self.groepen.values() for onderwerp in groep.onderwerpen)


@dataclass(slots=True)
class Lijst:
    """The whole list before it becomes elements.

    `dubbel` gives for an afspraak that another one repeats word for word (`zie`) the id under which it is printed.
    """

    delen: list[Deel]
    dubbel: dict[str, str]
    plaats: dict[str, tuple[Deel, Onderwerp]] = field(default_factory=dict)


def geordend(afspraken: Sequence[Afspraak], volgorde: Sequence[str]) -> Lijst:
    """Put the afspraken that are to be published in their place in the list."""
    published = [afspraak for afspraak in afspraken if afspraak.te_publiceren]
    keys = list(indeling.landsdelen_in_volgorde(volgorde))
    keys.insert(volgorde.index(LANDELIJK) if LANDELIJK in volgorde else 0, LANDELIJK)
    delen = {key: Deel(key, _kop(key)) for key in keys}
    result = Lijst(list(delen.values()), _dubbel(published, keys))
    published = met_stukken(published, result.dubbel)
    for deel in result.delen:
        own = [a for a in published if (LANDELIJK if a.landelijk else a.landsdeel) == deel.sleutel]
        _fill(deel, [a for a in own if a.id not in result.dubbel])
    _number(result)
    for afspraak in published:
        _refer(afspraak, result, delen)
    result.delen = [deel for deel in result.delen if deel.groepen]
    for deel in result.delen:
        _sort(deel)
    _number(result)
    return result


def _kop(key: str) -> str:
    return "Landelijke afspraken" if key == LANDELIJK else f"Landsdeel {LANDSDELEN[key].naam}"


def _dubbel(afspraken: Sequence[Afspraak], keys: Sequence[str]) -> dict[str, str]:
    """Find afspraken that people linked with `zie` and that say the same, word for word; the first one is printed."""
    by_id = {afspraak.id: afspraak for afspraak in afspraken}
    order = {a.id: (keys.index(LANDELIJK if a.landelijk else a.landsdeel), n) for n, a in enumerate(afspraken)}
    printed: dict[str, str] = {}
    said = cache(lambda key: by_id[key].geldend_plat)
    for afspraak in sorted(afspraken, key=lambda a: order[a.id]):
        for other in (by_id[key] for key in afspraak.zie if key in by_id):
            first, second = sorted((afspraak.id, other.id), key=order.__getitem__)
            if second not in printed and first not in printed and first != second and said(first) == said(second):
                printed[second] = first
    return printed


def met_stukken(afspraken: Sequence[Afspraak], dubbel: Mapping[str, str]) -> list[Afspraak]:
    """Give what is printed for another afspraak the papers of that other too: no reference may be lost with it."""
    papers: dict[str, list[str]] = {}
    for afspraak in afspraken:
        papers.setdefault(dubbel.get(afspraak.id, ""), []).extend(afspraak.kamerstukken)
    return [
        replace(each, kamerstukken=tuple(dict.fromkeys([*each.kamerstukken, *papers[each.id]])))
        if papers.get(each.id)
        else each
        for each in afspraken
    ]


def _fill(deel: Deel, afspraken: Sequence[Afspraak]) -> None:
    subjects: dict[str, Onderwerp] = {}
    for afspraak in afspraken:
        key = afspraak.agendapunt if not afspraak.landelijk else f"{afspraak.landsdeel} {afspraak.agendapunt}"
        subjects.setdefault(key, Onderwerp(indeling.onderwerp(afspraak), [])).afspraken.append(afspraak)
    for onderwerp in subjects.values():
        key, kop = _groep(onderwerp, deel.sleutel)
        deel.groepen.setdefault(key, Groep(kop)).onderwerpen.append(onderwerp)
    _sort(deel)


def _groep(onderwerp: Onderwerp, landsdeel: str) -> tuple[str, str]:
    """Choose the group of a subject: the province its title names, its one area, its one province, or neither."""
    if landsdeel == LANDELIJK:
        return LANDELIJK, ""
    named = re.search(r"\b[Pp]rovincie ([\w-]+)", onderwerp.titel)
    for province in PROVINCIES.values():
        if named and named[1] in {province.naam, *province.anders}:
            return province.sleutel, f"Provincie {province.naam}"
    areas = [set(afspraak.geldende_gebieden) for afspraak in onderwerp.afspraken]
    shared = [key for key in onderwerp.afspraken[0].geldende_gebieden if all(key in area for area in areas)]
    if shared and shared[0] in GEBIEDEN:
        return shared[0] + "/gebied", f"NOVEX-gebied {GEBIEDEN[shared[0]].naam}"
    provinces = {key for afspraak in onderwerp.afspraken for key in afspraak.geldende_provincies}
    if len(provinces) == 1 and (only := provinces.pop()) in PROVINCIES:
        return only, f"Provincie {PROVINCIES[only].naam}"
    return OVERIG, "Overige onderwerpen"


def _sort(deel: Deel) -> None:
    """Order the groups: provinces, areas, the rest."""
    order = [*PROVINCIES, *(f"{key}/gebied" for key in GEBIEDEN), OVERIG, LANDELIJK]
    deel.groepen = {key: deel.groepen[key] for key in sorted(deel.groepen, key=order.index)}


def _number(result: Lijst) -> None:
    for deel in result.delen:
        for number, onderwerp in enumerate(deel.onderwerpen, start=1):
            onderwerp.nummer = number
            onderwerp.anchor = f"_ond_{deel.sleutel}_{number}"
            for afspraak in onderwerp.afspraken:
                result.plaats[afspraak.id] = (deel, onderwerp)


def _refer(afspraak: Afspraak, result: Lijst, delen: dict[str, Deel]) -> None:
    """Let the other landsdelen of an afspraak refer to the place where it is printed."""
    if afspraak.landelijk:
        return
    deel, onderwerp = result.plaats[result.dubbel.get(afspraak.id, afspraak.id)]
    for landsdeel in indeling.landsdelen(afspraak):
        if landsdeel == deel.sleutel:
            continue
        for key, kop in _other_groups(afspraak, landsdeel):
            elsewhere = delen[landsdeel].groepen.setdefault(key, Groep(kop)).elders
            if all(known is not onderwerp for _, known in elsewhere):
                elsewhere.append((deel.sleutel, onderwerp))


def _other_groups(afspraak: Afspraak, landsdeel: str) -> list[tuple[str, str]]:
    areas = [key for key in afspraak.geldende_gebieden if key in GEBIEDEN and landsdeel in GEBIEDEN[key].landsdelen]
    if areas:
        return [(f"{key}/gebied", f"NOVEX-gebied {GEBIEDEN[key].naam}") for key in areas]
    here = [key for key in afspraak.geldende_provincies if key in LANDSDELEN[landsdeel].provincies]
    return [(key, f"Provincie {PROVINCIES[key].naam}") for key in here] or [(OVERIG, "Overige onderwerpen")]
