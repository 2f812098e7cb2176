"""The afspraken of a round that were asked for, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.render.json.findings import findings_as_json
from brief.rounds.listing import openheid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak


def listing_as_json(
    ronde: str | None, found: Sequence[Afspraak], total: int, errors: Iterable[Diagnostic]
) -> dict[str, Any]:
    """Give what `brief lijst` says; `open` is empty for what is decided, `tekst` is the text that holds."""
    return {
        "versie": 1,
        "ronde": ronde,
        "aantal": len(found),
        "totaal": total,
        "afspraken": [
            {
                "id": each.id,
                "landsdeel": each.landsdeel,
                "agendapunt": each.agendapunt,
                "tekst": each.geldende_tekst,
                "plat": each.geldend_plat,
                "status": each.status.value,
                "open": openheid(each).value,
                "publiceren": each.publiceren,
                "themas": list(each.geldende_themas),
                "provincies": list(each.geldende_provincies),
                "gebieden": list(each.geldende_gebieden),
                "bevestigd": not each.rust_op_voorstel,
                "plaats": str(each.place) if each.place else None,
            }
            for each in found
        ],
        "meldingen": findings_as_json(errors),
    }
