"""Een afspraak is nog voorgesteld, terwijl in haar landsdeel al is vastgesteld.

Na het overleg stelt `brief vaststellen` de afspraken van een landsdeel vast. Wat daarna nog op voorgesteld staat, is
waarschijnlijk vergeten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.domain import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every proposed afspraak of a landsdeel where others are agreed."""
    agreed = {each.landsdeel for each in gegevens.afspraken if each.status is Status.VASTGESTELD}
    for afspraak in gegevens.afspraken:
        if afspraak.status is Status.VOORGESTELD and afspraak.landsdeel in agreed:
            message = f"{afspraak.id} is nog voorgesteld; de rest van {afspraak.landsdeel} is vastgesteld"
            label = f"stel vast met: brief vaststellen {afspraak.landsdeel} --datum …"
            yield waarschuwing("BR420", message, afspraak.place_of("status"), label)
