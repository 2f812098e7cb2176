"""The themes a letter is ordered by; the facts stand in `themas.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme: its key, as used in the YAML files, and its name as printed."""

    sleutel: str
    naam: str


def _load() -> dict[str, Thema]:
    data = tomllib.loads((Path(__file__).parent / "themas.toml").read_text("utf-8"))
    return {key: Thema(key, entry["naam"]) for key, entry in data.items()}


THEMAS: dict[str, Thema] = _load()
