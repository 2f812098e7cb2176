"""Een afspraak van het dossier staat niet in het afsprakenbestand.

Een afspraak die niet doorgaat krijgt status vervallen of aangehouden, met een besluit. Zo blijft te zien wat is
voorgesteld.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import fout
from brief.checks.verdeling import is_anders_verdeeld
from brief.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak of a dossier without a counterpart in the file of its landsdeel."""
    known = {afspraak.id for afspraak in gegevens.afspraken}
    for landsdeel, dossier in gegevens.dossiers.items():
        if landsdeel not in gegevens.bronnen or landsdeel in gegevens.onvolledig:
            continue
        for each in dossier.afspraken:
            if each.id not in known and not is_anders_verdeeld(gegevens, landsdeel, each.agendapunt):
                place = Place(f"{gegevens.map}/afspraken/{landsdeel}.yaml")
                message = f"{each.id} ({each.agendapunt} {each.titel}) staat in het dossier en niet hier"
                hint = "lees het dossier opnieuw in; gaat de afspraak niet door, geef haar dan een besluit"
                yield fout("BR408", message, place, hint=hint)
