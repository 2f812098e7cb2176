"""De tekst van een besluit past niet bij de status.

Een gewijzigde afspraak heeft in haar besluit de nieuwe tekst, anders dan de voorgestelde. Een vervallen of
aangehouden afspraak komt niet in de lijst; een tekst in haar besluit zou ongemerkt verdwijnen. Een vastgestelde of
voorgestelde afspraak is 1-op-1 die van het dossier en heeft dus geen andere tekst.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import fout, waarschuwing
from brief.domain import Status
from brief.text import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every besluit that lacks a text it needs, or has one that its status does not use."""
    for afspraak in gegevens.afspraken:
        if afspraak.besluit is not None:
            yield from _besluit(afspraak, afspraak.besluit.tekst)


def _besluit(afspraak: Afspraak, tekst: str | None) -> Iterator[Diagnostic]:
    if afspraak.status is Status.GEWIJZIGD and tekst is None:
        message = f"{afspraak.id} is gewijzigd, maar het besluit heeft geen tekst"
        yield fout("BR419", message, afspraak.place_of("besluit"), "voeg toe: tekst: |")
    elif afspraak.status is Status.GEWIJZIGD and parse(tekst or "").blocks == parse(afspraak.tekst).blocks:
        message = f"{afspraak.id} is gewijzigd, maar de tekst van het besluit is de voorgestelde tekst"
        yield waarschuwing(
            "BR462", message, afspraak.place_of("besluit.tekst"), "zonder wijziging: status: vastgesteld"
        )
    elif not afspraak.status.in_lijst and tekst is not None:
        message = f"{afspraak.id} is {afspraak.status.value}; de tekst van het besluit wordt niet gebruikt"
        yield waarschuwing(
            "BR462", message, afspraak.place_of("besluit.tekst"), "geldt deze tekst, dan: status: gewijzigd"
        )
    elif afspraak.status in {Status.VOORGESTELD, Status.VASTGESTELD} and tekst is not None:
        message = f"{afspraak.id} is {afspraak.status.value}, maar het besluit geeft een andere tekst"
        yield fout("BR419", message, afspraak.place_of("status"), "geldt de tekst van het besluit, dan: gewijzigd")
