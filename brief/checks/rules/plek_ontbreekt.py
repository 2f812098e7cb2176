"""Een afspraak heeft geen provincie en geen gebied, en geldt ook niet landelijk.

De afsprakenlijst is naar landsdeel, provincie en gebied geordend. Zonder plek komt de afspraak onder de afspraken van
het hele landsdeel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak to be published that belongs nowhere."""
    for afspraak in gegevens.gelezen("provincies", "gebieden", "landelijk", "voorstel"):
        if afspraak.te_publiceren and not afspraak.landelijk and not _has_place(afspraak):
            label = "vul in: provincies: […] of gebieden: […], of landelijk: true"
            place = afspraak.place_of("provincies")
            yield waarschuwing("BR406", f"{afspraak.id} heeft geen provincie en geen gebied", place, label)


def _has_place(afspraak: Afspraak) -> bool:
    proposal = afspraak.voorstel
    return bool(afspraak.provincies or afspraak.gebieden or (proposal and (proposal.provincies or proposal.gebieden)))
