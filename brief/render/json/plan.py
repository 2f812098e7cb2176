"""The plan for a newer version of a dossier, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.compare import differences

if TYPE_CHECKING:
    from brief.intake.plan import Kandidaat, Plan, Vraag


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Give a plan for other programs; `woorden` are the differences as `brief vergelijken --json` gives them."""
    return {
        "volledig": plan.is_volledig,
        "stappen": [
            {
                "soort": stap.soort.name.lower(),
                "id": stap.id,
                "bron": stap.bron or None,
                "agendapunt": stap.agendapunt,
                "velden": dict(stap.velden),
                "oud": stap.oud or None,
                "nieuw": stap.nieuw or None,
                "woorden": differences(stap.oud, stap.nieuw) if stap.oud and stap.nieuw else [],
                "reden": stap.reden or None,
            }
            for stap in plan.stappen
        ],
        "vragen": [
            {"id": vraag.id, "tekst": vraag.tekst, "kandidaten": [_kandidaat(vraag, each) for each in vraag.kandidaten]}
            for vraag in plan.vragen
        ],
    }


def _kandidaat(vraag: Vraag, kandidaat: Kandidaat) -> dict[str, Any]:
    return {
        "bron": kandidaat.bron,
        "agendapunt": kandidaat.agendapunt,
        "tekst": kandidaat.tekst,
        "gelijkenis": round(kandidaat.gelijkenis, 3),
        "woorden": differences(vraag.tekst, kandidaat.tekst),
    }
