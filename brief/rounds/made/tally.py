"""The numbers of a round as sums that a reader can do again: how many afspraken there are, and how many are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.assemble.ordening import dubbelen
from brief.diagnostics import Diagnostic, Severity
from brief.domain import Status
from brief.versions.inhoud import afspraken_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.domain import Afspraak
    from brief.text import Document


class Telling(Struct, frozen=True):
    """How many afspraken there are, and how many of them are not printed, each counted under one reason.

    `niet_openbaar` are those with `publiceren: false` that were not dropped or adjourned; `samen` those that are
    printed once with their twin.
    """

    totaal: int
    vervallen: int
    aangehouden: int
    niet_openbaar: int
    samen: int

    @property
    def te_publiceren(self) -> int:
        """Give the number that is to be published."""
        return self.totaal - self.vervallen - self.aangehouden - self.niet_openbaar

    @property
    def gedrukt(self) -> int:
        """Give the number that stands in the afsprakenlijst."""
        return self.te_publiceren - self.samen


def tally(afspraken: Sequence[Afspraak], volgorde: Sequence[str]) -> Telling:
    """Count the afspraken of a round whose parts of the list come in this order."""
    statuses = [each.status for each in afspraken]
    return Telling(
        totaal=len(afspraken),
        vervallen=statuses.count(Status.VERVALLEN),
        aangehouden=statuses.count(Status.AANGEHOUDEN),
        niet_openbaar=sum(each.status.in_lijst and not each.publiceren for each in afspraken),
        samen=len(dubbelen(afspraken, volgorde)),
    )


def proved(telling: Telling, lijst: Document) -> tuple[Diagnostic, ...]:
    """Hold the sum against the list that was made: another number there is an error."""
    printed = len(afspraken_in(lijst))
    if printed == telling.gedrukt:
        return ()
    message = f"de afsprakenlijst telt {printed} afspraken; volgens de bestanden moeten het er {telling.gedrukt} zijn"
    hint = "er is niets geschreven; meld dit aan de beheerder van brief, met de map van de ronde erbij"
    return (Diagnostic("BR447", Severity.FOUT, message, hint=hint),)
