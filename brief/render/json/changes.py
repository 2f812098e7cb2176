"""A comparison as JSON, in the form that other programs read (`brief vergelijken --json`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.compare.model import Vergelijking, Wijziging

TELLEN = ("toegevoegd", "vervallen", "gewijzigd", "verplaatst", "gesplitst", "samengevoegd", "hernummerd")
"""What changes count under: the first word of their kind."""


def changes_as_json(vergelijking: Vergelijking) -> dict[str, Any]:
    """Give a comparison; `samenvatting` counts each change under the first word of its kind."""
    return {
        "versie": 1,
        "oud": vergelijking.oud,
        "nieuw": vergelijking.nieuw,
        "samenvatting": samenvatting(vergelijking),
        "wijzigingen": [_change(each) for each in vergelijking.wijzigingen],
        "niet_vergeleken": list(vergelijking.niet_vergeleken),
        "buiten_keuze": vergelijking.buiten_keuze,
    }


def samenvatting(vergelijking: Vergelijking) -> dict[str, int]:
    """Count the changes by the first word of their kind, and the units that stayed."""
    return {**geteld(vergelijking.wijzigingen), "ongewijzigd": vergelijking.ongewijzigd}


def geteld(wijzigingen: Iterable[Wijziging]) -> dict[str, int]:
    """Count changes by the first word of their kind."""
    counts = dict.fromkeys(TELLEN, 0)
    for each in wijzigingen:
        counts[each.soort.partition("_")[0]] += 1
    return counts


def _change(wijziging: Wijziging) -> dict[str, Any]:
    known = wijziging.kenmerken
    more = {
        "document": wijziging.document,
        "kop": list(wijziging.pad),
        "kop_oud": list(wijziging.was) if wijziging.was != wijziging.pad else [],
        "delen": list(wijziging.delen),
        "dekt": list(wijziging.dekt),
        "landsdeel": known.landsdeel,
        "provincies": list(known.provincies),
        "gebieden": list(known.gebieden),
        "themas": list(known.themas),
    }
    return {
        "soort": wijziging.soort.value,
        "onderdeel": wijziging.onderdeel,
        "id": wijziging.id or None,
        "veld": wijziging.veld,
        "oud": wijziging.oud,
        "nieuw": wijziging.nieuw,
        "woorden": [list(each) for each in wijziging.woorden],
        **{name: value for name, value in more.items() if value},
    }
