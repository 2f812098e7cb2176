"""De brief noemt een afspraak niet.

Geen enkel blok `::: {.afspraken …}` vraagt om deze afspraak, en geen eigen tekst noemt haar (`.dekt`). Dat kan
een keuze zijn: de brief noemt niet alles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak to be published that the letter neither asks for nor tells."""
    by_id = {afspraak.id: afspraak for afspraak in gegevens.afspraken}
    for identity in gegevens.niet_genoemd:
        afspraak = by_id[identity]
        if afspraak.onleesbaar & {"themas", "voorstel", "status", "publiceren"}:
            continue
        thema = afspraak.geldende_themas[:1]
        label = f"voeg aan de brief toe: ::: {{.afspraken thema={thema[0]}}}" if thema else "geef de afspraak een thema"
        yield info("BR411", f"de brief noemt {identity} niet", afspraak.place_of("id"), label)
