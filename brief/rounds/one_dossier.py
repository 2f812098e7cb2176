"""Look at one dossier: what it says, under the ids of the round that it belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.disk.files import sha256
from brief.dossier import Gelezen, read_with_track
from brief.intake.names import names_in_round, under_names
from brief.rounds.choosing import newest
from brief.sources import read_ronde
from brief.sources.names import RONDE

if TYPE_CHECKING:
    from brief.domain import Overleg
    from brief.sources import RondeBestanden


class Bekeken(Struct, frozen=True):
    """A dossier that was read; `ronde` is the folder of the round whose ids it shows, None when it is of no round."""

    gelezen: Gelezen
    ronde: Path | None = None


def look_at(data: bytes, name: str, path: Path | None, invoer: Path) -> Bekeken:
    """Read a dossier that `path` is the file of, None for what was typed or piped.

    It belongs to the round in whose folder it lies, or of which it is a dossier by its bytes: then the newest in
    `invoer`.
    """
    found = _meeting(data, path, invoer)
    if found is None:
        return Bekeken(read_with_track(data, name))
    folder, overleg = found
    gelezen = read_with_track(data, name, landsdeel=overleg.landsdeel)
    names = names_in_round(folder, gelezen.dossier, overleg.dossier)
    return Bekeken(under_names(gelezen, names), folder if names else None)


def _meeting(data: bytes, path: Path | None, invoer: Path) -> tuple[Path, Overleg] | None:
    """Find the round of a dossier and the meeting that it is of; None when it is of none."""
    folder = _around(path.resolve()) if path is not None else None
    if folder is not None and path is not None:
        bestanden, _ = read_ronde(folder)
        wanted = path.resolve()
        meetings = bestanden.ronde.overleggen if bestanden is not None else ()
        found = next((each for each in meetings if (folder / each.dossier).resolve() == wanted), None)
        return (_short(folder), found) if found is not None else None
    newest_round = newest(invoer).folder
    bestanden = read_ronde(newest_round)[0] if newest_round is not None else None
    if bestanden is None or newest_round is None:
        return None
    same = _with_hash(bestanden, sha256(data))
    return (newest_round, same) if same is not None else None


def _with_hash(bestanden: RondeBestanden, digest: str) -> Overleg | None:
    return next((each for each in bestanden.ronde.overleggen if bestanden.bestanden.get(each.dossier) == digest), None)


def _around(path: Path) -> Path | None:
    return next((each for each in path.parents if (each / RONDE).is_file()), None)


def _short(folder: Path) -> Path:
    """Give a folder as seen from where the user is, when it is below that."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
