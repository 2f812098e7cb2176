"""Een afspraak staat niet in haar dossier en is ook niet aan tafel toegevoegd.

Wat aan tafel is toegevoegd heeft status toegevoegd en een besluit; al het andere komt uit het dossier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.checks.verdeling import is_anders_verdeeld
from brief.domain import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak that its dossier does not have, unless it was added at the table."""
    proposed = {landsdeel: {each.id for each in dossier.afspraken} for landsdeel, dossier in gegevens.dossiers.items()}
    for afspraak in gegevens.afspraken:
        known = proposed.get(afspraak.landsdeel)
        said = afspraak.status is Status.TOEGEVOEGD or afspraak.verdwenen is not None
        if known is None or said or afspraak.id in known:
            continue
        if not is_anders_verdeeld(gegevens, afspraak.landsdeel, afspraak.agendapuntnummer):
            label = "is zij toegevoegd, dan: status: toegevoegd, met een besluit"
            yield waarschuwing("BR409", f"{afspraak.id} staat niet in het dossier", afspraak.place_of("id"), label)
