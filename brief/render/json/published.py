"""The versions of a round, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brief.rounds.published import Uitgaven, Versie


def published_as_json(uitgaven: Uitgaven) -> dict[str, Any]:
    """Give the versions of a round and what happened to their files."""
    return {"versie": 1, "map": uitgaven.map.as_posix(), "uitgaven": [_version(each) for each in uitgaven.versies]}


def _version(each: Versie) -> dict[str, Any]:
    return {
        "naam": each.naam,
        "manifest": each.manifest,
        "gereedschap": each.gereedschap,
        "bestanden": list(each.bestanden),
        "gewijzigd": list(each.gewijzigd),
        "ontbreekt": list(each.ontbreekt),
        "datum": each.datum or None,
        "notitie": each.notitie or None,
        "genegeerd": list(each.genegeerd),
        "verwerkt": list(each.verwerkt),
        "anders": None if each.anders is None else dict(each.anders),
    }
