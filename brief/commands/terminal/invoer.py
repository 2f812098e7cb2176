"""Where rounds are looked for."""

from __future__ import annotations

from pathlib import Path

from brief.disk.names import as_named

INVOER = Path("input")


def folder_of(value: str) -> Path | None:
    """Give the folder of the round that this names, in silence; None when it names none."""
    tried = (as_named(each) for each in (Path(value), INVOER / value))
    return next((each for each in tried if (each / "ronde.yaml").is_file()), None)
