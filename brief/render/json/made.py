"""What making a version came to, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.render.json.findings import findings_as_json
from brief.render.json.stand import te_beslissen_as_json, telling_as_json

if TYPE_CHECKING:
    from brief.rounds.making import Resultaat


def made_as_json(result: Resultaat) -> dict[str, Any]:
    """Give the result of `brief opstellen`; `geschreven` is false in a trial run."""
    together = result.samenstelling
    return {
        "versie": 1,
        "uitgave": result.name or None,
        "map": (result.folder / result.name).as_posix() if result.uitgave else None,
        "ongewijzigd": result.unchanged,
        "geschreven": result.is_written,
        "bestanden": sorted(result.uitgave.files) if result.uitgave else [],
        "zonder_zin": list(together.zonder_zin) if together else [],
        "niet_genoemd": list(together.niet_genoemd) if together else [],
        "voorgesteld": list(together.voorgesteld) if together else [],
        "telling": telling_as_json(result.telling) if result.telling else None,
        "te_beslissen": te_beslissen_as_json(result.open_punten),
        "meldingen": findings_as_json(result.findings),
    }
