"""The themes a letter is ordered by; the facts stand in `themas.toml`."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brief.diagnostics.facts import read_facts


class Thema(Struct, frozen=True):
    """A theme: its key, as used in the YAML files, and its name as printed."""

    sleutel: str
    naam: str


def _load() -> dict[str, Thema]:
    data = read_facts(Path(__file__).parent / "themas.toml", {"*": {"naam": str}})
    return {key: Thema(key, entry["naam"]) for key, entry in data.items()}


THEMAS: dict[str, Thema] = _load()
