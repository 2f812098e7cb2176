"""Landsdelen, provincies and NOVEX-gebieden; the facts stand in `geografie.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from brief.diagnostics.facts import facts_error, read_facts


class Landsdeel(Struct, frozen=True):
    """One of the five landsdelen; `prefix` begins the ids of its afspraken."""

    sleutel: str
    naam: str
    prefix: str
    provincies: tuple[str, ...]


class Provincie(Struct, frozen=True):
    """One of the twelve provinces."""

    sleutel: str
    naam: str
    landsdeel: str
    anders: tuple[str, ...] = ()


class Gebied(Struct, frozen=True):
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


_LANDSDEEL = {"naam": str, "prefix": str, "provincies": [str]}
_GEBIED = {
    "naam": str,
    "provincies": [str],
    "landsdeel": str,
    "?ook_landsdelen": [str],
    "?anders": [str],
    "?onzeker": bool,
}
_FORM = {
    "landsdelen": {"*": _LANDSDEEL},
    "provincies": {"*": {"naam": str, "?anders": [str]}},
    "gebieden": {"*": _GEBIED},
}


def _read(path: Path) -> dict[str, Any]:
    """Read the facts, in which every province and landsdeel that is named is there."""
    data = read_facts(path, _FORM)
    parts, areas = data["landsdelen"], data["gebieden"]
    named = [
        (key, "provincies", name) for key, entry in (*parts.items(), *areas.items()) for name in entry["provincies"]
    ]
    named += [
        (key, "landsdelen", name)
        for key, entry in areas.items()
        for name in (entry["landsdeel"], *entry.get("ook_landsdelen", ()))
    ]
    for key, kind, name in named:
        if name not in data[kind]:
            raise facts_error(path, f"'{name}' bij '{key}' staat niet onder '{kind}'")
    return data


_DATA = _read(Path(__file__).parent / "geografie.toml")

LANDSDELEN: dict[str, Landsdeel] = {key: Landsdeel(key, **_tuples(entry)) for key, entry in _DATA["landsdelen"].items()}
PROVINCIES: dict[str, Provincie] = {
    key: Provincie(key, landsdeel=landsdeel.sleutel, **_tuples(_DATA["provincies"][key]))
    for landsdeel in LANDSDELEN.values()
    for key in landsdeel.provincies
}
GEBIEDEN: dict[str, Gebied] = {key: Gebied(key, **_tuples(entry)) for key, entry in _DATA["gebieden"].items()}
