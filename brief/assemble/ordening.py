"""The order of the afsprakenlijst: every afspraak once, by landsdeel, then by what its subject concerns.

Landelijke afspraken come first. Subjects are numbered afresh in each landsdeel. An afspraak that matters to several
landsdelen stands in the landsdeel that made it; the others refer to it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.assemble import indeling
from brief.assemble.groepering import Groep, Onderwerp, groepen
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, Koppen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.domain import Afspraak

LANDELIJK = "landelijk"


class Deel(Struct):
    """A landsdeel, or the landelijke part, with its groups in the order of printing.

    `elders` are the subjects in other parts that matter here, by the name of the province or area, if any, for which
    they do.
    """

    sleutel: str
    kop: str
    groepen: list[Groep] = field(default_factory=list)
    elders: dict[str, list[tuple[str, Onderwerp]]] = field(default_factory=dict)

    @property
    def onderwerpen(self) -> Iterable[Onderwerp]:
        """Give the subjects in the order of printing."""
        return (onderwerp for groep in self.groepen for onderwerp in groep.onderwerpen)


class Lijst(Struct):
    """The whole list before it becomes elements.

    `dubbel` gives for an afspraak that another one repeats word for word (`zie`) the id under which it is printed.
    """

    delen: list[Deel]
    dubbel: dict[str, str]
    plaats: dict[str, tuple[Deel, Onderwerp]] = field(default_factory=dict)


def geordend(afspraken: Sequence[Afspraak], volgorde: Sequence[str], koppen: Koppen = Koppen.SOORT) -> Lijst:
    """Put the afspraken that are to be published in their place in the list."""
    published = [afspraak for afspraak in afspraken if afspraak.te_publiceren]
    keys = _keys(volgorde)
    delen = {key: Deel(key, _kop(key)) for key in keys}
    result = Lijst(list(delen.values()), _dubbel(published, keys))
    published = met_stukken(published, result.dubbel)
    for deel in result.delen:
        own = [a for a in published if (LANDELIJK if a.landelijk else a.landsdeel) == deel.sleutel]
        subjects = _subjects([a for a in own if a.id not in result.dubbel])
        deel.groepen = groepen(subjects, Koppen.GEEN if deel.sleutel == LANDELIJK else koppen)
    _number(result)
    for afspraak in published:
        _refer(afspraak, result, delen)
    result.delen = [deel for deel in result.delen if deel.groepen or deel.elders]
    return result


def dubbelen(afspraken: Sequence[Afspraak], volgorde: Sequence[str]) -> dict[str, str]:
    """Give for each afspraak that is printed once with its twin the id under which it is printed."""
    return _dubbel([each for each in afspraken if each.te_publiceren], _keys(volgorde))


def _keys(volgorde: Sequence[str]) -> list[str]:
    """Give the parts of the list in order: the landsdelen, and the landelijke part."""
    keys = list(indeling.landsdelen_in_volgorde(volgorde))
    keys.insert(volgorde.index(LANDELIJK) if LANDELIJK in volgorde else 0, LANDELIJK)
    return keys


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
    for second in sorted(printed, key=order.__getitem__):  # what it is printed under may be printed under another
        printed[second] = printed.get(printed[second], printed[second])
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


def _subjects(afspraken: Sequence[Afspraak]) -> list[Onderwerp]:
    """Bring the afspraken of one agendapunt together, in the order of the dossier."""
    subjects: dict[str, Onderwerp] = {}
    for afspraak in afspraken:
        key = afspraak.agendapunt if not afspraak.landelijk else f"{afspraak.landsdeel} {afspraak.agendapunt}"
        subjects.setdefault(key, Onderwerp(indeling.onderwerp(afspraak), [])).afspraken.append(afspraak)
    return list(subjects.values())


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
        for name in _concerned(afspraak, landsdeel):
            elsewhere = delen[landsdeel].elders.setdefault(name, [])
            if all(known is not onderwerp for _, known in elsewhere):
                elsewhere.append((deel.sleutel, onderwerp))


def _concerned(afspraak: Afspraak, landsdeel: str) -> list[str]:
    """Name the areas, else the provinces for which an afspraak matters there; empty when it names neither."""
    areas = [key for key in afspraak.geldende_gebieden if key in GEBIEDEN and landsdeel in GEBIEDEN[key].landsdelen]
    if areas:
        return [f"NOVEX-gebied {GEBIEDEN[key].naam}" for key in areas]
    here = [key for key in afspraak.geldende_provincies if key in LANDSDELEN[landsdeel].provincies]
    return [f"Provincie {PROVINCIES[key].naam}" for key in here] or [""]
