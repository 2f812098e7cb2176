"""Een veld dat `inlezen` uit het dossier overnam is met de hand veranderd: het agendapunt, of wat niet openbaar is.

Zo'n wijziging blijft staan, ook als het dossier opnieuw wordt ingelezen. Zij verandert wat de lijst van het dossier
zegt, en daar hoort niet over gezwegen te worden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.domain import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak, DossierAfspraak

_BEDOELD = "is het zo bedoeld, dan hoeft u niets te doen; zet anders terug wat het dossier zegt"


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report each agendapunt that is another than in the dossier, once, and each afspraak published or not by hand."""
    proposed = {
        each.id: each
        for landsdeel, dossier in gegevens.dossiers.items()
        if landsdeel in gegevens.bronnen and gegevens.bronnen[landsdeel].sha256 == dossier.sha256
        for each in dossier.afspraken
    }
    moved: dict[tuple[str, str, str], list[Afspraak]] = {}
    for afspraak in gegevens.gelezen("agendapunt", "publiceren"):
        original = proposed.get(afspraak.id)
        if original is None or afspraak.status is Status.TOEGEVOEGD:
            continue
        source = f"{original.agendapunt} {original.titel}".strip()
        if " ".join(afspraak.agendapunt.split()) != " ".join(source.split()):
            moved.setdefault((afspraak.landsdeel, afspraak.agendapunt, source), []).append(afspraak)
        if afspraak.publiceren != original.publiceren:
            yield _publiceren(afspraak, original)
    for (_, here, source), those in moved.items():
        more = f" en nog {len(those) - 1}" if len(those) > 1 else ""
        message = f"het agendapunt van {those[0].id}{more} is anders dan in het dossier"
        label = f"hier: '{here}', in het dossier: '{source}'"
        yield waarschuwing("BR187", message, those[0].place_of("agendapunt"), label, _BEDOELD)


def _publiceren(afspraak: Afspraak, original: DossierAfspraak) -> Diagnostic:
    place = afspraak.place_of("publiceren") or afspraak.place_of("id")
    if original.publiceren:
        message = f"{afspraak.id} komt niet in de lijst, en volgens het dossier wel"
        hint = (
            f"is zij vervallen? Leg dat vast met: brief vaststellen {afspraak.id} --vervallen. {_BEDOELD.capitalize()}"
        )
        return waarschuwing("BR187", message, place, "publiceren: false is met de hand gezet", hint)
    message = f"{afspraak.id} komt in de lijst, en gaat volgens het dossier over communicatie"
    return waarschuwing("BR187", message, place, "in het dossier: publiceren: false", _BEDOELD)
