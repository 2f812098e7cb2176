"""Niemand heeft een voorstel van het programma bevestigd.

Een thema, provincie, gebied of termijn die uit de tekst is afgeleid, is een voorstel met een reden. `brief bevestigen`
zet wat klopt in het veld zelf en haalt het voorstel weg.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Voorstel


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak to be published that still has a proposal."""
    for afspraak in gegevens.afspraken:
        if afspraak.voorstel is not None and afspraak.te_publiceren and (what := _what(afspraak.voorstel)):
            message = f"voorstel bij {afspraak.id}: {what}"
            reason = f"reden: {afspraak.voorstel.reden}" if afspraak.voorstel.reden else None
            label = f"bevestig met: brief bevestigen {afspraak.id}"
            yield info("BR421", message, afspraak.place_of("voorstel"), label, reason)


def _what(voorstel: Voorstel) -> str:
    termijn = (voorstel.termijn.isoformat(),) if voorstel.termijn else ()
    named = (
        ("thema", voorstel.themas),
        ("provincie", voorstel.provincies),
        ("gebied", voorstel.gebieden),
        ("termijn", termijn),
    )
    return "; ".join(f"{name} {', '.join(values)}" for name, values in named if values)
