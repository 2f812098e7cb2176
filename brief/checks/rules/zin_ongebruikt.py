"""Een afspraak die niet gepubliceerd wordt, heeft een zin voor de brief.

De brief noemt alleen afspraken die ook in de afsprakenlijst staan; deze zin wordt niet gebruikt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report sentences that no letter will hold."""
    for afspraak in gegevens.afspraken:
        if afspraak.brief and not afspraak.te_publiceren:
            why = "wordt niet gepubliceerd" if not afspraak.publiceren else f"is {afspraak.status.value}"
            message = f"{afspraak.id} {why}; de zin voor de brief wordt niet gebruikt"
            yield info("BR432", message, afspraak.place_of("brief"), "haal de zin weg")
