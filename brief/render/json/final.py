"""What finishing came to, as JSON: the files, the proof of each afspraak, and what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.render.json.findings import findings_as_json
from brief.rounds.final.sending import todo

if TYPE_CHECKING:
    from brief.finishing.proof.report import Bewijs
    from brief.rounds.finishing import Definitief


def final_as_json(result: Definitief, *, written: bool) -> dict[str, Any]:
    """Give the outcome ready for JSON."""
    return {
        "versie": 1,
        "map": result.folder.as_posix(),
        "uitgave": result.versie,
        "geschreven": written,
        "bestanden": sorted(result.files),
        "pdf": result.pdf,
        "gezegd": list(result.gezegd),
        "bewijs": proof_as_json(result.bewijs) if result.bewijs else None,
        "te_doen": list(todo(result)) if result.files else [],
        "tegengehouden": findings_as_json(result.stops),
        "ondanks": findings_as_json(result.weighed.excused),
    }


def proof_as_json(bewijs: Bewijs) -> dict[str, Any]:
    """Give the proof of 1-op-1 ready for JSON."""
    return {
        "klopt": bewijs.is_sound,
        "bestanden": list(bewijs.bestanden),
        "niet_vergeleken": {name: list(unseen) for name, unseen in bewijs.unseen.items()},
        "afspraken": [
            {
                "id": each.bron.id,
                "landsdeel": each.bron.landsdeel,
                "agendapunt": each.bron.agendapunt,
                "dossier": each.bron.dossier,
                "plaats": each.bron.plaats,
                "status": each.bron.status,
                "besluit": each.bron.besluit,
                "reden": each.bron.reden,
                "woorden": each.woorden,
                "staat": dict(each.plaatsen),
            }
            for each in bewijs.regels
        ],
        "fouten": [
            {
                "soort": each.soort.value,
                "bestand": each.bestand,
                "plaats": each.place,
                "afspraak": each.owner,
                "verwacht": each.expected,
                "gevonden": each.found,
            }
            for each in bewijs.faults
        ],
    }
