"""The afspraken of one meeting in the order of its agenda, and which comes next."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import LANDSDELEN, Status

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection

    from brief.domain import Afspraak
    from brief.sources import RondeBestanden


class Agenda(Struct, frozen=True, dict=True):
    """The meeting of a landsdeel. `bespreken` are the ids that someone wants to talk about."""

    landsdeel: str
    dag: datetime.date | None
    afspraken: tuple[Afspraak, ...]
    bespreken: Collection[str]

    @property
    def naam(self) -> str:
        """Give the name of the landsdeel."""
        return LANDSDELEN[self.landsdeel].naam

    @cached_property
    def punten(self) -> list[tuple[str, list[Afspraak], int]]:
        """Give the agendapunten, each with its afspraken and how many of them are open."""
        groups = [(name, list(group)) for name, group in groupby(self.afspraken, key=lambda each: each.agendapunt)]
        return [(name, found, sum(each.status is Status.VOORGESTELD for each in found)) for name, found in groups]

    @cached_property
    def open(self) -> list[Afspraak]:
        """Give the afspraken about which nothing was decided."""
        return [each for each in self.afspraken if each.status is Status.VOORGESTELD]

    @cached_property
    def overige(self) -> list[Afspraak]:
        """Give the open afspraken that were on the table as they are and that nobody contests."""
        return [each for each in self.open if not each.vraagt_besluit and each.id not in self.bespreken]

    def at(self, identity: str | None) -> Afspraak | None:
        """Give the afspraak with this id; without it the first that is open, or else the first."""
        found = next((each for each in self.afspraken if each.id == identity), None)
        return found or next(iter(self.open or self.afspraken), None)

    def place(self, identity: str) -> int:
        """Give the number of an afspraak in the meeting, counted from 1."""
        return next(n for n, each in enumerate(self.afspraken, 1) if each.id == identity)

    def after(self, identity: str) -> str:
        """Give the id of the next open afspraak, going round; the next of all when none is open."""
        return self._beyond(identity, {each.id for each in self.open} - {identity}) or self.next(identity)

    def next(self, identity: str) -> str:
        """Give the id of the afspraak after this one; itself when it is the last."""
        ids = [each.id for each in self.afspraken]
        return ids[min(ids.index(identity) + 1, len(ids) - 1)]

    def previous(self, identity: str) -> str:
        """Give the id of the afspraak before this one; itself when it is the first."""
        ids = [each.id for each in self.afspraken]
        return ids[max(ids.index(identity) - 1, 0)]

    def _beyond(self, identity: str, wanted: Collection[str]) -> str | None:
        ids = [each.id for each in self.afspraken]
        here = ids.index(identity)
        return next((each for each in [*ids[here + 1 :], *ids[:here]] if each in wanted), None)


def agenda_of(bestanden: RondeBestanden, landsdeel: str, bespreken: Collection[str]) -> Agenda:
    """Give the agenda of the meeting of a landsdeel."""
    day = next((each.datum for each in bestanden.ronde.overleggen if each.landsdeel == landsdeel), None)
    file = bestanden.afsprakenbestanden.get(landsdeel)
    return Agenda(landsdeel, day, file.afspraken if file else (), bespreken)
