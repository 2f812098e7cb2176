"""How plain the letter is, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

if TYPE_CHECKING:
    from brief.checks.taal.lezen import Leesbaarheid


def plain_language_as_json(found: Leesbaarheid) -> dict[str, Any]:
    """Give the report in the form that other programs read."""
    return {
        "versie": 1,
        "maat": "Flesch-Douma",
        "score": found.score,
        "woorden": found.woorden,
        "zinnen": found.zinnen,
        "secties": [asdict(each) for each in found.secties],
        "lange_zinnen": [asdict(each) for each in found.lange_zinnen],
        "lijdend": [asdict(each) for each in found.lijdend],
        "afkortingen": list(found.afkortingen),
        "jargon": [{"woord": word, "aantal": count, "gewoner": plainer} for word, count, plainer in found.jargon],
    }
