"""What the program proposed for the fields of afspraken and nobody answered yet, put together by its reason."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import GEBIEDEN, PROVINCIES, THEMAS
from brief.domain.redenen import lees_redenen
from brief.text.dutch import datum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brief.domain import Afspraak, Gebied, Provincie, Thema, Voorstel
    from brief.domain.redenen import Reden


class Veld(StrEnum):
    """A field of an afspraak that can be proposed, in the order in which it is asked."""

    THEMAS = "themas"
    PROVINCIES = "provincies"
    GEBIEDEN = "gebieden"
    TERMIJN = "termijn"

    @property
    def enkelvoud(self) -> str:
        """Name one value of it: `thema`."""
        return {"themas": "thema", "provincies": "provincie", "gebieden": "gebied"}.get(self.value, self.value)


SLEUTELS: Mapping[Veld, Mapping[str, Thema | Provincie | Gebied]] = {
    Veld.THEMAS: THEMAS,
    Veld.PROVINCIES: PROVINCIES,
    Veld.GEBIEDEN: GEBIEDEN,
}
"""The values that a field may have, by key, each with its `naam`."""


class Vermoeden(Struct, frozen=True):
    """One proposed value that nobody answered; `leidt` tells that it is the theme under which the letter puts it.

    `wacht_op` is the theme that was proposed before this one and is open too: until that is answered this one cannot be
    taken over, since it would lead in its place.
    """

    afspraak: Afspraak
    veld: Veld
    sleutel: str
    reden: Reden
    leidt: bool = False
    wacht_op: str | None = None

    @property
    def naam(self) -> str:
        """Give the value as it is printed: `Noord-Holland`, `31 januari 2027`."""
        if self.veld is Veld.TERMIJN:
            return datum(datetime.date.fromisoformat(self.sleutel))
        known = SLEUTELS.get(self.veld, {}).get(self.sleutel)
        return known.naam if known is not None else self.sleutel

    @property
    def zekerheid(self) -> float:
        """Give its certainty, from 0 to 1; 0 when nobody knows."""
        return self.reden.zekerheid or 0.0


class Groep(Struct, frozen=True):
    """Proposals of one value for one reason: `'netcongestie' in de tekst`."""

    veld: Veld
    sleutel: str
    reden: str
    vermoedens: tuple[Vermoeden, ...]

    @property
    def naam(self) -> str:
        """Give the value as it is printed."""
        return self.vermoedens[0].naam


def vermoedens_van(afspraak: Afspraak) -> Iterator[Vermoeden]:
    """Give the proposed values of one afspraak."""
    voorstel = afspraak.voorstel
    if voorstel is None:
        return
    values = _waarden(voorstel)
    redenen = lees_redenen(voorstel.reden, [sleutel for _, sleutel in values])
    before: str | None = None
    for (veld, sleutel), reden in zip(values, redenen, strict=True):
        if veld is Veld.THEMAS and not afspraak.themas:
            yield Vermoeden(afspraak, veld, sleutel, reden, leidt=before is None, wacht_op=before)
            before = before or sleutel
        else:
            yield Vermoeden(afspraak, veld, sleutel, reden)


def _waarden(voorstel: Voorstel) -> list[tuple[Veld, str]]:
    lists = (
        (Veld.THEMAS, voorstel.themas),
        (Veld.PROVINCIES, voorstel.provincies),
        (Veld.GEBIEDEN, voorstel.gebieden),
        (Veld.TERMIJN, (voorstel.termijn.isoformat(),) if voorstel.termijn else ()),
    )
    return [(veld, sleutel) for veld, sleutels in lists for sleutel in dict.fromkeys(sleutels)]


def groepen(vermoedens: Iterable[Vermoeden]) -> tuple[Groep, ...]:
    """Put proposals of one value for one reason together.

    Reasons that led to a value only once are one group, the last of that value. Leading themes come first: what they
    are decides whether others can be asked. The rest stands in the order of the fields, the largest first.
    """
    by_value: dict[tuple[Veld, bool, str], list[Vermoeden]] = {}
    for each in vermoedens:
        by_value.setdefault((each.veld, not each.leidt, each.sleutel), []).append(each)
    order = list(Veld)
    ranked = sorted(by_value.items(), key=lambda item: (order.index(item[0][0]), item[0][1], -len(item[1])))
    return tuple(groep for (veld, _, sleutel), own in ranked for groep in _by_reason(veld, sleutel, own))


def _by_reason(veld: Veld, sleutel: str, vermoedens: Sequence[Vermoeden]) -> list[Groep]:
    alike: dict[str, list[Vermoeden]] = {}
    for each in vermoedens:
        alike.setdefault(eerste_grond(each), []).append(each)
    more = sorted((item for item in alike.items() if len(item[1]) > 1), key=lambda item: -len(item[1]))
    result = [Groep(veld, sleutel, reden, tuple(own)) for reden, own in more]
    single = [own[0] for own in alike.values() if len(own) == 1]
    if len(single) == 1:
        result.append(Groep(veld, sleutel, eerste_grond(single[0]), tuple(single)))
    elif single:
        result.append(Groep(veld, sleutel, "verschillende redenen", tuple(single)))
    return result


def eerste_grond(vermoeden: Vermoeden) -> str:
    """Give the first word of a reason with where it stands: `'netcongestie' in de tekst`."""
    first, *_ = vermoeden.reden.woorden.split(", '")
    where = first if " in de " in first else f"{first} {_where(vermoeden.reden.woorden)}".rstrip()
    return where.split(", ")[0]


def _where(woorden: str) -> str:
    after = woorden.find(" in de ")
    return woorden[after + 1 :].split(",")[0] if after >= 0 else ""
