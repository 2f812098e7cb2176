"""Landsdelen, provincies and NOVEX-gebieden; the facts stand in `geografie.toml`."""

from __future__ import annotations

from collections import Counter
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
    _ensure_apart(path, data)
    return data


def _ensure_apart(path: Path, data: dict[str, Any]) -> None:
    """See to it that each province lies in one landsdeel, and that no two have the same name or prefix."""
    parts = data["landsdelen"]
    within = Counter(name for entry in parts.values() for name in entry["provincies"])
    for key in data["provincies"]:
        if within[key] != 1:
            raise facts_error(path, f"provincie '{key}' hoort bij één landsdeel te staan, en staat bij {within[key]}")
    ids = [entry["prefix"] for entry in parts.values()]
    if wrong := next((prefix for prefix in ids if not prefix.isalpha() or not prefix.islower()), None):
        raise facts_error(path, f"prefix '{wrong}' moet uit kleine letters bestaan")
    names = [[entry["naam"] for entry in data[kind].values()] for kind in ("landsdelen", "provincies", "gebieden")]
    for each, often in (pair for taken in (ids, *names) for pair in Counter(taken).items()):
        if often > 1:
            raise facts_error(path, f"'{each}' staat er {often} keer; zo zijn zij niet uit elkaar te houden")


_DATA = _read(Path(__file__).parent / "geografie.toml")

LANDSDELEN: dict[str, Landsdeel] = {key: Landsdeel(key, **_tuples(entry)) for key, entry in _DATA["landsdelen"].items()}
PROVINCIES: dict[str, Provincie] = {
    key: Provincie(key, landsdeel=landsdeel.sleutel, **_tuples(_DATA["provincies"][key]))
    for landsdeel in LANDSDELEN.values()
    for key in landsdeel.provincies
}
GEBIEDEN: dict[str, Gebied] = {key: Gebied(key, **_tuples(entry)) for key, entry in _DATA["gebieden"].items()}
