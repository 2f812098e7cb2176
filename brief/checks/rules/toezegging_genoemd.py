"""De brief noemt een toezegging niet die hij volgens ronde.yaml nakomt.

Wie een toezegging doet, zegt in de brief dat en hoe zij is nagekomen; anders blijft zij bij de Kamer open staan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every promise of the round whose number the text of the letter does not mention."""
    place = gegevens.ronde_plaats("toezeggingen")
    for number in gegevens.ronde.toezeggingen:
        if number not in gegevens.brief_tekst:
            label = f"noem haar in de brief, zoals: Hiermee doe ik de toezegging ({number}) gestand."
            yield waarschuwing("BR713", f"de brief noemt toezegging {number} niet", place, label)
