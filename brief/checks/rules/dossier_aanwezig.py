"""Een dossier ontbreekt, is nog niet ingelezen, of is veranderd sinds het is ingelezen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info, waarschuwing
from brief.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Overleg


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Compare what each meeting names with the files that are there."""
    for overleg in gegevens.ronde.overleggen:
        yield from _overleg(gegevens, overleg)


def _overleg(gegevens: Gegevens, overleg: Overleg) -> Iterator[Diagnostic]:
    bron, present = gegevens.bronnen.get(overleg.landsdeel), gegevens.aanwezig.get(overleg.dossier)
    command = f"lees in met: brief inlezen {gegevens.map}"
    if present is None:
        message = f"het dossier van landsdeel {overleg.landsdeel} is er nog niet"
        yield info("BR430", message, overleg.place, f"zet het in {gegevens.map}/{overleg.dossier}")
    elif overleg.landsdeel in gegevens.onvolledig:
        return
    elif bron is None:
        yield info(
            "BR430", f"het dossier van landsdeel {overleg.landsdeel} is nog niet ingelezen", overleg.place, command
        )
    elif bron.sha256 and bron.bestand == overleg.dossier and bron.sha256 != present:
        message = f"het dossier van landsdeel {overleg.landsdeel} is veranderd sinds het is ingelezen"
        yield waarschuwing("BR460", message, Place(f"{gegevens.map}/afspraken/{overleg.landsdeel}.yaml"), command)
