"""Een gebied van een afspraak is geen bekend NOVEX-gebied.

Er zijn zestien NOVEX-gebieden. Veel streken lijken er een en zijn het niet, zoals Twente of de Stedendriehoek.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.sleutels import onbekend
from brief.domain import GEBIEDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every area that does not exist."""
    names = {key: (gebied.naam, *gebied.anders) for key, gebied in GEBIEDEN.items()}
    for afspraak in gegevens.afspraken:
        yield from onbekend("BR404", "gebied", afspraak, "gebieden", names)
