"""The afspraken of a round by where they belong: landsdeel, province and NOVEX-gebied against theme, as ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.rounds.state import ZONDER_THEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from brief.domain import Afspraak


class Matrix(Struct, frozen=True):
    """A table of afspraken: `rijen` maps each row to the ids of each theme; an afspraak with two themes is in both.

    `soort` is what a row is: landsdeel, provincie or gebied; `alle` gives for each row its ids, each once.
    """

    soort: str
    themas: tuple[str, ...]
    rijen: Mapping[str, Mapping[str, tuple[str, ...]]]
    alle: Mapping[str, tuple[str, ...]]


def overview(afspraken: Sequence[Afspraak]) -> tuple[Matrix, ...]:
    """Give the matrices of the afspraken that are published."""
    published = [each for each in afspraken if each.te_publiceren]
    return (
        _matrix("landsdeel", LANDSDELEN, published, lambda each: (each.landsdeel,)),
        _matrix("provincie", PROVINCIES, published, lambda each: each.geldende_provincies),
        _matrix("gebied", GEBIEDEN, published, lambda each: each.geldende_gebieden),
    )


def _matrix(
    soort: str, keys: Iterable[str], afspraken: Sequence[Afspraak], places: Callable[[Afspraak], tuple[str, ...]]
) -> Matrix:
    rows: dict[str, dict[str, list[str]]] = {key: {} for key in keys}
    whole: dict[str, list[str]] = {key: [] for key in rows}
    for afspraak in afspraken:
        for key in places(afspraak):
            if key in rows:
                whole[key].append(afspraak.id)
                for thema in afspraak.geldende_themas or (ZONDER_THEMA,):
                    rows[key].setdefault(thema, []).append(afspraak.id)
    used = {thema for row in rows.values() for thema in row}
    order = (*(thema for thema in THEMAS if thema in used), *sorted(used - set(THEMAS)))
    fixed = {key: {thema: tuple(ids) for thema, ids in row.items()} for key, row in rows.items()}
    return Matrix(soort, order, fixed, {key: tuple(ids) for key, ids in whole.items()})
