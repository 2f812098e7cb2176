"""De datum van een besluit past niet bij het overleg.

Een besluit valt op de dag van het overleg of daarna, en niet na de datum van de brief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every besluit from before its meeting or after the letter."""
    meetings = {overleg.landsdeel: overleg.datum for overleg in gegevens.ronde.overleggen}
    letter = gegevens.ronde.brief.datum
    for afspraak in gegevens.afspraken:
        meeting = meetings.get(afspraak.landsdeel)
        if afspraak.besluit is None or meeting is None:
            continue
        day, place = afspraak.besluit.datum, afspraak.place_of("besluit.datum")
        if day < meeting:
            yield waarschuwing(
                "BR413", f"het besluit over {afspraak.id} is van vóór het overleg", place, f"overleg: {meeting}"
            )
        elif day > letter:
            yield waarschuwing("BR413", f"het besluit over {afspraak.id} is van na de brief", place, f"brief: {letter}")
