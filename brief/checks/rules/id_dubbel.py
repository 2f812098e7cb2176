"""Twee afspraken hebben hetzelfde id.

Aan het id herkent brief een afspraak in een volgende versie; twee afspraken met één id lopen door elkaar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.checks.gegevens import fout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every id that was used before, in the whole round."""
    first: dict[str, Afspraak] = {}
    for afspraak in gegevens.afspraken:
        earlier = first.setdefault(afspraak.id, afspraak)
        if earlier is afspraak:
            continue
        finding = fout(
            "BR412", f"id '{afspraak.id}' is al gebruikt", afspraak.place_of("id"), "geef elke afspraak een eigen id"
        )
        place = earlier.place_of("id")
        yield replace(finding, related=(("voor het eerst", place),) if place else ())
