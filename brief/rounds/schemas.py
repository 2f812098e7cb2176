"""The schemas beside the YAML files of a round, with the ids and papers that it has now."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from brief.disk.files import put_file, read_file
from brief.sources import read_ronde
from brief.sources.schema import MAP, schemas

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic


def write_schemas(folder: Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write the schemas of a round that are not there, or offer other names than it has; give those that were written.

    Raises OSError when their folder cannot be made.
    """
    bestanden, _ = read_ronde(folder)
    ids = [each.id for each in bestanden.afspraken] if bestanden is not None else []
    stukken = list(bestanden.kamerstukken) if bestanden is not None else []
    written: list[Path] = []
    found: tuple[Diagnostic, ...] = ()
    for name, data in schemas(ids, stukken).items():
        path = folder / name
        if path.is_file() and read_file(path) == data:
            continue
        (folder / MAP).mkdir(exist_ok=True)
        found = (*found, *put_file(path, data))
        written.append(path)
    return tuple(written) if not found else (), found


def refresh_schemas(folder: Path) -> None:
    """Bring the schemas of a round that has them up to date; when that cannot be, an editor offers older names."""
    if (folder / MAP).is_dir():
        with suppress(OSError):
            write_schemas(folder)
