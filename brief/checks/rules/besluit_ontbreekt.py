"""Een afspraak is gewijzigd, vervallen, aangehouden of toegevoegd, en er is geen besluit.

Alleen een besluit met datum en reden kan van de voorgestelde tekst afwijken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import fout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak whose status needs a besluit and has none."""
    for afspraak in gegevens.gelezen("status", "besluit"):
        if afspraak.status.needs_besluit and afspraak.besluit is None:
            message = f"{afspraak.id} is {afspraak.status.value} zonder besluit"
            label = "voeg toe: besluit: met datum en reden"
            yield fout("BR418", message, afspraak.place_of("status"), label)
