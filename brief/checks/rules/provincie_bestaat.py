"""Een provincie van een afspraak is geen bekende provincie.

Provincies staan in de lijst met hun sleutel: `fryslan`, `noord-holland`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.sleutels import onbekend
from brief.domain import PROVINCIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every province that does not exist."""
    names = {key: (provincie.naam, *provincie.anders) for key, provincie in PROVINCIES.items()}
    for afspraak in gegevens.afspraken:
        yield from onbekend("BR403", "provincie", afspraak, "provincies", names)
