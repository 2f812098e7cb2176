"""Een afspraak kwam na het overleg, en er is nog niet over besloten.

Een nieuwer dossier bracht haar toen het landsdeel al had vergaderd. Zij geldt pas als daarover apart is besloten.
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
    """Report every proposed afspraak that was not on the table."""
    for afspraak in gegevens.afspraken:
        if afspraak.na_overleg is not None and afspraak.status is Status.VOORGESTELD:
            message = f"{afspraak.id} kwam na het overleg ({afspraak.na_overleg}); er is nog niet over besloten"
            yield waarschuwing("BR440", message, afspraak.place_of("na_overleg"), besluit_opdracht(afspraak))
