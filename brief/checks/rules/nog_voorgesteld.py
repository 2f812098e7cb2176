"""Een afspraak is nog voorgesteld, terwijl in haar landsdeel al is vastgesteld.

Na het overleg stelt `brief vaststellen` de afspraken van een landsdeel vast. Wat daarna nog op voorgesteld staat, is
waarschijnlijk vergeten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.besluit_nodig import besluit_opdracht
from brief.checks.gegevens import waarschuwing
from brief.domain import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every proposed afspraak of a landsdeel where others are agreed, save those with a rule of their own.

    The advice is about that afspraak alone: what came in later is never agreed to with the rest.
    """
    agreed = {each.landsdeel for each in gegevens.afspraken if each.status is Status.VASTGESTELD}
    for afspraak in gegevens.gelezen("status"):
        has_own_rule = afspraak.na_overleg is not None or afspraak.dossiertekst is not None
        if afspraak.status is Status.VOORGESTELD and afspraak.landsdeel in agreed and not has_own_rule:
            message = f"{afspraak.id} is nog voorgesteld; de rest van {afspraak.landsdeel} is vastgesteld"
            label = f"is zij afgesproken, dan: {besluit_opdracht(afspraak)}"
            yield waarschuwing("BR420", message, afspraak.place_of("status"), label)
