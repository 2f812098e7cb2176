"""What reading the dossiers of a round came to, as the JSON of `brief inlezen RONDE --json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.render.json.dossier import dossier_as_json
from brief.render.json.findings import findings_as_json
from brief.render.json.plan import plan_as_json

if TYPE_CHECKING:
    from brief.intake.dossiers import Ingelezen
    from brief.rounds.reading_in import Inlezing

VERSIE = 1


def inlezing_as_json(inlezing: Inlezing) -> dict[str, Any]:
    """Give what was done with every dossier; `ronde` is null when the round could not be used."""
    return {
        "versie": VERSIE,
        "ronde": inlezing.ronde,
        "dossiers": [_ingelezen(each) for each in inlezing.dossiers],
        "meldingen": findings_as_json(inlezing.meldingen),
    }


def _ingelezen(ingelezen: Ingelezen) -> dict[str, Any]:
    """Give what was done with one dossier, with the dossier itself."""
    return {
        "landsdeel": ingelezen.landsdeel,
        "bestand": ingelezen.bestand,
        "doel": ingelezen.doel,
        "uitkomst": ingelezen.uitkomst.name.lower(),
        "inhoud": dossier_as_json(ingelezen.gelezen.dossier) if ingelezen.gelezen is not None else None,
        "bijgewerkt": plan_as_json(ingelezen.plan) if ingelezen.plan is not None else None,
    }
