"""What was done to a round and taken back, as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from brief.render.json.findings import findings_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.rounds.undoing import Entry, Undone


def entries_as_json(entries: Iterable[Entry]) -> dict[str, Any]:
    """Give the deeds of a round, the last one first."""
    return {
        "versie": 1,
        "daden": [to_builtins(each.deed) | {"teruggedraaid": each.is_back, "door": each.by} for each in entries],
    }


def undone_as_json(done: Undone, *, proef: bool) -> dict[str, Any]:
    """Give what was taken back; `daad` is None when there was nothing."""
    return {
        "versie": 1,
        "proef": proef,
        "daad": to_builtins(done.deed) if done.deed is not None else None,
        "bestanden": [path.as_posix() for path in done.paths],
        "nummer": done.number,
        "meldingen": findings_as_json(done.findings),
    }
