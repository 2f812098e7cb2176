"""Een verwijzing naar een Kamerstuk kan niet kloppen, of past niet bij de andere.

Nagegaan worden het register en de verwijzingen die in de brief of in een zin voor de brief zijn uitgeschreven: is het
een vergaderjaar, bestaat het dossier, past het nummer bij de Kamer, is er één stijl en één vergaderjaar per stuk?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.checks.lopende_tekst import lopende_teksten
from brief.kamerstuk import check_found, check_reference, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Check the entries of the register, then the references in running text."""
    datum = gegevens.ronde.brief.datum
    for sleutel, stuk in gegevens.stukken.items():
        for finding in check_reference(stuk.referentie, datum):
            yield replace(finding, place=gegevens.stukplaatsen.get(sleutel))
    for tekst in lopende_teksten(gegevens):
        yield from unreadable(tekst.tekst, tekst.vondst, tekst.plaats)
        yield from check_found(tekst.vondst, tekst.plaats, datum)
