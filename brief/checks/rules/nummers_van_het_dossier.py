"""De nummers van afspraken tellen niet door.

De lijst drukt nummers af zoals het dossier ze geeft. Begint een onderwerp bij 2, of springt het van 1 naar 3 omdat een
afspraak is vervallen, dan zoekt de lezer wat er ontbreekt. De lijst zet er dan een regel onder;
beter is het op te lossen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info
from brief.domain.nummering import sprongen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report each number in a subject that does not follow the one before it."""
    subjects: dict[tuple[str, str, bool], list[Afspraak]] = {}
    for afspraak in gegevens.afspraken:
        if afspraak.te_publiceren and afspraak.landsdeel not in gegevens.onvolledig:
            key = (afspraak.landsdeel, afspraak.agendapunt, afspraak.landelijk)
            subjects.setdefault(key, []).append(afspraak)
    for together in subjects.values():
        for afspraak, before, number in sprongen(together):
            what = f"staat nummer {number} na {before}" if before else f"begint de nummering bij {number}"
            message = f"bij '{afspraak.agendapunttitel}' {what}; zo komt het in de lijst"
            place = afspraak.place_of(afspraak.geldend_veld, f"{number}.")
            label = "het nummer is geen deel van de afspraak: u mag het weghalen of aanpassen"
            yield info("BR457", message, place, label)
