"""Een tekst is veranderd nadat een partij akkoord gaf, en die partij heeft niet opnieuw geantwoord.

Het akkoord gold voor de eerdere tekst. Vraag het opnieuw voordat de brief uitgaat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.domain.akkoord import is_achterhaald

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every party that agreed to an earlier text than the one that holds."""
    for afspraak in gegevens.afspraken:
        for each in afspraak.afstemming:
            if is_achterhaald(afspraak, each):
                when = f" van {each.datum}" if each.datum else ""
                what = "gewijzigd" if afspraak.status.in_lijst else afspraak.status.value
                message = f"{afspraak.id} is {what} na het akkoord{when} van {each.partij}"
                label = f"vraag het opnieuw met: brief afstemming '{each.partij}'"
                yield waarschuwing("BR670", message, afspraak.place_of("afstemming", each.partij), label)
