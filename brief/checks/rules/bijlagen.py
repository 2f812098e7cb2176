"""De lijst van bijlagen mist de afsprakenlijst of een beslisnota.

De afsprakenlijst is altijd een bijlage. Sinds 20 september 2022 gaat bij elk stuk aan de Kamer ook de onderliggende
beslisnota mee, als laatste bijlage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report what is missing from the list of annexes, or not in its place."""
    names = [name.casefold() for name in gegevens.ronde.brief.bijlagen]
    place = gegevens.ronde_plaats("brief.bijlagen")
    if not any("afsprakenlijst" in name for name in names):
        message = "de afsprakenlijst staat niet bij de bijlagen"
        yield waarschuwing("BR429", message, place, "voeg toe: Afsprakenlijst Bestuurlijke Overleggen Leefomgeving")
    notes = [index for index, name in enumerate(names) if "beslisnota" in name]
    if not notes:
        yield waarschuwing(
            "BR429", "er staat geen beslisnota bij de bijlagen", place, "voeg toe: Beslisnota bij Kamerbrief …"
        )
    elif notes[-1] != len(names) - 1:
        yield waarschuwing("BR429", "de beslisnota is niet de laatste bijlage", place, "zet de beslisnota achteraan")
