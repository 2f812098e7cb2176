"""Afspraken of two landsdelen that are alike, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.compare import differences
from brief.compare.likeness import unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.compare.verwant import Verwant
    from brief.domain import Afspraak


def verwant_as_json(ronde: str, pairs: Sequence[Verwant]) -> dict[str, Any]:
    """Give the pairs for other programs; `woorden` are the differences as `brief vergelijken --json` gives them."""
    return {
        "versie": 1,
        "ronde": ronde,
        "verwant": [
            {
                "een": _afspraak(pair.een),
                "ander": _afspraak(pair.ander),
                "gelijkenis": round(pair.gelijkenis, 3),
                "gelijk": pair.gelijk,
                "gekoppeld": pair.gekoppeld,
                "woorden": differences(unmarked(pair.een.geldende_tekst), unmarked(pair.ander.geldende_tekst)),
            }
            for pair in pairs
        ],
    }


def _afspraak(each: Afspraak) -> dict[str, str]:
    return {
        "id": each.id,
        "landsdeel": each.landsdeel,
        "agendapunt": each.agendapunt,
        "tekst": each.geldende_tekst,
    }
