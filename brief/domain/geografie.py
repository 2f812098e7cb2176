"""Landsdelen, provincies and NOVEX-gebieden; the facts stand in `geografie.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Landsdeel:
    """One of the five landsdelen; `prefix` begins the ids of its afspraken."""

    sleutel: str
    naam: str
    prefix: str
    provincies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provincie:
    """One of the twelve provinces."""

    sleutel: str
    naam: str
    landsdeel: str
    anders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gebied:
    """One of the sixteen NOVEX-gebieden.

    `landsdeel` leads; `ook_landsdelen` are those for which it matters too. `anders` lists other names in use. `onzeker`
    marks what no official list confirms.
    """

    sleutel: str
    naam: str
    provincies: tuple[str, ...]
    landsdeel: str
    ook_landsdelen: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    onzeker: bool = False

    @property
    def landsdelen(self) -> tuple[str, ...]:
        """Give all landsdelen of the area, the leading one first."""
        return (self.landsdeel, *self.ook_landsdelen)


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}


_DATA = tomllib.loads((Path(__file__).parent / "geografie.toml").read_text("utf-8"))

LANDSDELEN: dict[str, Landsdeel] = {key: Landsdeel(key, **_tuples(entry)) for key, entry in _DATA["landsdelen"].items()}
PROVINCIES: dict[str, Provincie] = {
    key: Provincie(key, landsdeel=landsdeel.sleutel, **_tuples(_DATA["provincies"][key]))
    for landsdeel in LANDSDELEN.values()
    for key in landsdeel.provincies
}
GEBIEDEN: dict[str, Gebied] = {key: Gebied(key, **_tuples(entry)) for key, entry in _DATA["gebieden"].items()}
