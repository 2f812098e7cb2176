"""The progress of an earlier round, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.render.json.findings import findings_as_json

if TYPE_CHECKING:
    from brief.rounds.progress import Overzicht


def progress_as_json(overzicht: Overzicht) -> dict[str, Any]:
    """Give the progress in the form that other programs read."""
    return {
        "versie": 1,
        "sinds": overzicht.sinds,
        "afspraken": [
            {
                "id": each.id,
                "landsdeel": each.landsdeel,
                "tekst": each.tekst,
                "vindplaats": each.vindplaats,
                "stand": each.stand,
                "vervolg": list(each.vervolg),
                "uitleg": each.uitleg,
            }
            for each in overzicht.regels
        ],
        "meldingen": findings_as_json(overzicht.findings),
    }
