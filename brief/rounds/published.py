"""The versions of a round, and whether their files are still as they were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brief.disk.files import read_file
from brief.rounds.choosing import read_name
from brief.rounds.templates import project
from brief.versions.folder import read_manifest, versions
from brief.versions.manifest import sha256

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Versie:
    """A version compared with its manifest; without one (`manifest` is False) nothing is known of its files."""

    naam: str
    manifest: bool
    gereedschap: str | None = None
    bestanden: tuple[str, ...] = ()
    gewijzigd: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()

    @property
    def is_as_made(self) -> bool:
        """Tell whether every file is there as it was made."""
        return self.manifest and not self.gewijzigd and not self.ontbreekt


@dataclass(frozen=True, slots=True)
class Uitgaven:
    """The folder with the versions of a round, and the versions, oldest first.

    With `findings` the name of the round is in doubt, and with it the folder: that is then called as the round's own.
    """

    map: Path
    versies: tuple[Versie, ...]
    findings: tuple[Diagnostic, ...] = ()

    @property
    def are_as_made(self) -> bool:
        """Tell whether every version is as it was made."""
        return all(each.is_as_made for each in self.versies)


def published(ronde: Path, uit: Path | None = None) -> Uitgaven:
    """Look at the versions of the round in a folder; `uit` is where the user said that they are."""
    if uit is not None:
        return Uitgaven(uit, _versions(uit))
    name, errors = read_name(ronde)
    folder = project(ronde) / "output" / name
    return Uitgaven(folder, _versions(folder), errors)


def _versions(folder: Path) -> tuple[Versie, ...]:
    return tuple(_version(folder, name) for name in versions(folder))


def _version(folder: Path, name: str) -> Versie:
    manifest = read_manifest(folder, name)
    if manifest is None:
        return Versie(name, manifest=False)
    made: dict[str, str] = dict(manifest.get("uitvoer", {}))
    present = {each: (folder / name / each).is_file() for each in made}
    return Versie(
        name,
        manifest=True,
        gereedschap=manifest.get("gereedschap"),
        bestanden=tuple(sorted(made)),
        gewijzigd=tuple(e for e, sha in made.items() if present[e] and sha256(read_file(folder / name / e)) != sha),
        ontbreekt=tuple(each for each, there in present.items() if not there),
    )
