"""Who was asked for consent, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.render.json.findings import findings_as_json

if TYPE_CHECKING:
    from brief.rounds.consent.deed import Gevraagd


def asked_as_json(done: Gevraagd) -> dict[str, Any]:
    """Give for each party the ids that it is asked about, and those that it still has to answer."""
    return {
        "versie": 1,
        "partijen": [
            {"partij": each.partij, "afspraken": [one.id for one in each.afspraken], "wacht": list(each.wacht)}
            for each in done.aanvragen
        ],
        "geschreven": [path.as_posix() for path in done.paden],
        "meldingen": findings_as_json(done.findings),
    }
