"""Een thema van een afspraak is geen bekend thema.

De thema's staan vast: een verschreven thema zou de afspraak stil uit de brief laten vallen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.sleutels import onbekend
from brief.domain import THEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every theme that does not exist."""
    names = {key: (thema.naam,) for key, thema in THEMAS.items()}
    for afspraak in gegevens.afspraken:
        yield from onbekend("BR402", "thema", afspraak, "themas", names)
