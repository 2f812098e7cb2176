"""Een afspraak staat niet meer in de nieuwste versie van het dossier, maar wel in de afsprakenlijst.

Gaat zij niet door, geef haar dan status vervallen of aangehouden, met een besluit. Blijft zij bestaan, haal dan het
veld `verdwenen` weg.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak that its dossier has no more and that would be printed."""
    for afspraak in gegevens.afspraken:
        if afspraak.verdwenen is not None and afspraak.status.in_lijst:
            message = f"{afspraak.id} staat niet meer in het dossier ({afspraak.verdwenen})"
            label = "geef haar een besluit, of haal verdwenen weg als zij blijft"
            yield waarschuwing("BR434", message, afspraak.place_of("verdwenen"), label)
