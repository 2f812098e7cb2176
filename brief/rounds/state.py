"""How far a round is: counts by landsdeel, provincie and thema, and what is still open.

An afspraak with two themes counts under both, so a row can add up to more than its `totaal`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.checks import Gegevens
from brief.checks.rules import plaatshouder
from brief.domain import LANDSDELEN, PROVINCIES, THEMAS, Status
from brief.domain.akkoord import wacht
from brief.rounds.made.tally import Telling, tally
from brief.rounds.made.todo import TeBeslissen, te_beslissen

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak, Ronde
    from brief.rounds.opening import Opened

ZONDER_THEMA = "(geen thema)"
TOTAAL = "totaal"


class Stand(Struct, frozen=True):
    """The state of a round.

    `status` counts all afspraken of a landsdeel, `niet_openbaar` those that only `publiceren: false` keeps out.
    `landsdelen` and `provincies` give for each key the number to be published by theme, with `totaal` counting each
    afspraak once. The tuples hold ids; `plaatshouders` the findings that name them.
    `wacht_op` gives for each party that still has to answer the ids that it is about, `opmerkingen` where the open
    comments of reviewers stand. `termijnen` are the deadlines by date: the day, the id, and whether a person
    confirmed it.
    """

    ronde: str
    titel: str
    status: Mapping[str, Mapping[str, int]]
    landsdelen: Mapping[str, Mapping[str, int]]
    provincies: Mapping[str, Mapping[str, int]]
    voorgesteld: tuple[str, ...]
    zonder_thema: tuple[str, ...]
    zonder_plek: tuple[str, ...]
    onbevestigd: tuple[str, ...]
    plaatshouders: tuple[Diagnostic, ...]
    telling: Telling
    niet_openbaar: Mapping[str, int]
    open_punten: TeBeslissen
    wacht_op: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    opmerkingen: tuple[str, ...] = ()
    termijnen: tuple[tuple[datetime.date, str, bool], ...] = ()

    @property
    def themas(self) -> tuple[str, ...]:
        """Give the themes that occur, in the order of the table of themes, unknown ones behind them."""
        used = {thema for row in self.landsdelen.values() for thema in row} - {TOTAAL}
        known = [thema for thema in THEMAS if thema in used]
        return (*known, *sorted(used - set(known)))


def state(opened: Opened) -> Stand | None:
    """Count the afspraken of an opened round; None when the round cannot be used."""
    bestanden = opened.bestanden
    if bestanden is None:
        return None
    name, ronde = opened.folder.as_posix(), bestanden.ronde
    gegevens = Gegevens(name, ronde, bestanden.afspraken, brief_tekst=bestanden.brief_tekst)
    todo = te_beslissen(opened.folder, bestanden)
    found = stand_van(ronde, bestanden.afspraken, plaatshouder.controleer(gegevens), todo)
    return replace(found, opmerkingen=tuple(each.plaats for each in bestanden.opmerkingen if each.is_open))


def stand_van(
    ronde: Ronde, afspraken: Sequence[Afspraak], plaatshouders: Iterable[Diagnostic], open_punten: TeBeslissen
) -> Stand:
    """Count the afspraken of a round."""
    published = [afspraak for afspraak in afspraken if afspraak.te_publiceren]
    return Stand(
        ronde=ronde.ronde,
        titel=ronde.titel,
        status={key: _by_status(afspraken, key) for key in LANDSDELEN},
        landsdelen=_counts(published, LANDSDELEN, lambda afspraak: (afspraak.landsdeel,)),
        provincies=_counts(published, PROVINCIES, lambda afspraak: afspraak.geldende_provincies),
        voorgesteld=tuple(afspraak.id for afspraak in afspraken if afspraak.status is Status.VOORGESTELD),
        zonder_thema=tuple(afspraak.id for afspraak in published if not afspraak.geldende_themas),
        zonder_plek=tuple(afspraak.id for afspraak in published if not _has_place(afspraak)),
        onbevestigd=tuple(afspraak.id for afspraak in published if afspraak.rust_op_voorstel),
        plaatshouders=tuple(plaatshouders),
        telling=tally(afspraken, ronde.volgorde),
        niet_openbaar={key: sum(_is_closed(each) for each in afspraken if each.landsdeel == key) for key in LANDSDELEN},
        open_punten=open_punten,
        wacht_op=_waiting(afspraken),
        termijnen=_deadlines(published),
    )


def _deadlines(afspraken: Sequence[Afspraak]) -> tuple[tuple[datetime.date, str, bool], ...]:
    """Give the deadlines of afspraken by date; where nobody filled one in, the one that was proposed."""
    found = []
    for afspraak in afspraken:
        proposed = afspraak.voorstel.termijn if afspraak.voorstel else None
        day = afspraak.termijn or proposed
        if day is not None:
            found.append((day, afspraak.id, afspraak.termijn is not None))
    return tuple(sorted(found))


def _waiting(afspraken: Sequence[Afspraak]) -> dict[str, tuple[str, ...]]:
    """Give for each party that still has to answer the ids that it is about, in the order of the round."""
    found: dict[str, tuple[str, ...]] = {}
    for afspraak in afspraken:
        for each in afspraak.afstemming:
            if wacht(afspraak, each):
                found[each.partij] = (*found.get(each.partij, ()), afspraak.id)
    return found


def _is_closed(afspraak: Afspraak) -> bool:
    return afspraak.status.in_lijst and not afspraak.publiceren


def _by_status(afspraken: Sequence[Afspraak], landsdeel: str) -> dict[str, int]:
    found = Counter(afspraak.status.value for afspraak in afspraken if afspraak.landsdeel == landsdeel)
    return {status.value: found[status.value] for status in Status}


def _counts(
    afspraken: Sequence[Afspraak], keys: Iterable[str], places: Callable[[Afspraak], tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    rows: dict[str, Counter[str]] = {key: Counter() for key in keys}
    for afspraak in afspraken:
        for key in places(afspraak):
            if key in rows:
                rows[key].update((*(afspraak.geldende_themas or (ZONDER_THEMA,)), TOTAAL))
    return {key: {TOTAAL: row[TOTAAL], **dict(sorted(row.items()))} for key, row in rows.items()}


def _has_place(afspraak: Afspraak) -> bool:
    return afspraak.landelijk or bool(afspraak.geldende_provincies or afspraak.geldende_gebieden)
