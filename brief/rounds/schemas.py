"""The schemas beside the YAML files of a round, with the ids and papers that it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import put_file, read_file
from brief.sources import read_ronde
from brief.sources.schema import MAP, schemas

if TYPE_CHECKING:
    from pathlib import Path


def write_schemas(folder: Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write the schemas of a round that are not there, or offer other names than it has; give those that were written.

    Raises OSError when the round cannot be read.
    """
    bestanden, _ = read_ronde(folder)
    ids = [each.id for each in bestanden.afspraken] if bestanden is not None else []
    stukken = list(bestanden.kamerstukken) if bestanden is not None else []
    written: list[Path] = []
    found: tuple[Diagnostic, ...] = ()
    for name, data in schemas(ids, stukken).items():
        path = folder / name
        if _holds(path, data):
            continue
        wrong = put_file(path, data)
        found = (*found, *wrong)
        written += [] if wrong else [path]
    return tuple(written), found


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_file(path) == data
    except OSError:  # who writes it says why that cannot be
        return False


def refresh_schemas(folder: Path) -> tuple[Diagnostic, ...]:
    """Bring the schemas of a round that has them up to date; a warning when that cannot be: the work is done."""
    try:
        is_stale = (folder / MAP).is_dir() and bool(write_schemas(folder)[1])
    except OSError:
        is_stale = True
    if not is_stale:
        return ()
    label = "uw editor biedt nog de namen van eerder aan"
    place = Place((folder / MAP).as_posix())
    message = "de schema's voor een editor zijn niet bijgewerkt"
    return (Diagnostic("BR437", Severity.WAARSCHUWING, message, place, label, "zie waarom met: brief schema"),)
