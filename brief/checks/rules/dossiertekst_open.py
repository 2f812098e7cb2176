"""Een nieuwere versie van het dossier heeft een andere tekst, en niemand heeft gekozen.

Bij het inlezen stond een besluit of uw eigen wijziging in de weg. De tekst van het dossier staat daarom in
`dossiertekst`, naast de uwe. Neem haar over of wijs haar af, met een besluit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.besluit_nodig import besluit_opdracht
from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak whose newer text waits for a choice."""
    for afspraak in gegevens.afspraken:
        if afspraak.dossiertekst is not None:
            message = f"{afspraak.id}: het dossier heeft een nieuwere tekst, die nog niet is overgenomen of afgewezen"
            label = f"kies met: {besluit_opdracht(afspraak)}, of met --dossiertekst afwijzen"
            yield waarschuwing("BR433", message, afspraak.place_of("dossiertekst"), label)
