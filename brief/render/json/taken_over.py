"""A letter that was taken over, as the JSON of `brief overnemen --json`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from brief.render.json.findings import findings_as_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.rounds.taking_over import Overname


def taken_over_as_json(overname: Overname, written: Sequence[Path], findings: Sequence[Diagnostic]) -> dict[str, Any]:
    """Give the text, the fields and the papers, and of every stretch of the letter where it went."""
    brief = overname.brief
    return {
        "versie": 1,
        "bestand": brief.bestand,
        "ronde": overname.folder.as_posix(),
        "geschreven": [path.as_posix() for path in written],
        "tekst": brief.tekst,
        "velden": {name: _plain(value) for name, value in overname.velden.items()},
        "kamerstukken": {key: dict(fields) for key, fields in brief.stukken.items()},
        "delen": [
            {
                "tekst": deel.tekst,
                "bestemming": deel.bestemming.value,
                "naam": deel.naam,
                "plaats": str(deel.plaats),
            }
            for deel in brief.delen
        ],
        "rest": [{"tekst": deel.tekst, "reden": deel.naam, "plaats": str(deel.plaats)} for deel in brief.rest],
        "meldingen": findings_as_json(findings),
    }


def _plain(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return {name: _plain(each) for name, each in value.items()} if isinstance(value, dict) else value
