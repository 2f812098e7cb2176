"""Which files of a round are no longer as they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.disk.files import hash_of
from brief.disk.names import as_named
from brief.sources.afsprakenmap import look_into
from brief.sources.names import AFSPRAKEN, KAMERSTUKKEN
from brief.sources.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from brief.sources.folder import RondeBestanden


def changed_since(bestanden: RondeBestanden) -> tuple[str, ...]:
    """Give the files that changed or went since they were read, and those that came, as paths from the folder."""
    gone = [path for path, digest in bestanden.bestanden.items() if not _holds(bestanden.folder / path, digest)]
    names = [f"{AFSPRAKEN}/{path.name}" for path in look_into(bestanden.folder / AFSPRAKEN).files.values()]
    could_be = {KAMERSTUKKEN, bestanden.ronde.brief.tekst, *names} - bestanden.bestanden.keys()
    came = [path for path in could_be if read_source(as_named(bestanden.folder / path))[0] is not None]
    return tuple(sorted((*gone, *came)))


def _holds(path: Path, digest: str) -> bool:
    """Tell whether a file holds what was read; one that cannot be read any more does not."""
    try:
        return hash_of(as_named(path)) == digest
    except OSError:
        return False
