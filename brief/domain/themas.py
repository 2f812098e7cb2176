"""The themes a letter is ordered by; the facts stand in `themas.toml`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from msgspec import Struct

from brief.diagnostics.facts import facts_error, read_facts


class Thema(Struct, frozen=True):
    """A theme: its key, as used in the YAML files, and its name as printed."""

    sleutel: str
    naam: str


def _load() -> dict[str, Thema]:
    path = Path(__file__).parent / "themas.toml"
    data = read_facts(path, {"*": {"naam": str}})
    often = Counter(entry["naam"] for entry in data.values())
    if twice := next((name for name, count in often.items() if count > 1), None):
        raise facts_error(path, f"twee thema's heten '{twice}'")
    return {key: Thema(key, entry["naam"]) for key, entry in data.items()}


THEMAS: dict[str, Thema] = _load()
