"""The versions of a round, and whether their files are still as they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.compare.changes import vergelijk
from brief.compare.content import Inhoud
from brief.rounds.choosing import read_name
from brief.rounds.comparison.said import said_by
from brief.rounds.made.edited import handled
from brief.rounds.templates import project
from brief.versions.folder import changed_files, read_manifest, versions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from brief.diagnostics import Diagnostic


class Versie(Struct, frozen=True):
    """A version compared with its manifest; without one (`manifest` is False) nothing is known of its files.

    `datum` is the date in its head (`2026-09-14`), `notitie` what its maker said of it, `genegeerd` the edited
    documents that were left aside, `verwerkt` those of `gewijzigd` that were worked into the round. `anders` counts
    what changed since the version before it, by the names of the kinds; None where that is not known.
    """

    naam: str
    manifest: bool
    gereedschap: str | None = None
    bestanden: tuple[str, ...] = ()
    gewijzigd: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    datum: str = ""
    notitie: str = ""
    genegeerd: tuple[str, ...] = ()
    verwerkt: tuple[str, ...] = ()
    anders: Mapping[str, int] | None = None

    @property
    def is_as_made(self) -> bool:
        """Tell whether every file is there as it was made."""
        return self.manifest and not self.gewijzigd and not self.ontbreekt


class Uitgaven(Struct, frozen=True):
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
        return Uitgaven(uit, _versions(uit, ronde))
    name, errors = read_name(ronde)
    folder = project(ronde) / "output" / name
    return Uitgaven(folder, _versions(folder, ronde), errors)


def _versions(folder: Path, ronde: Path) -> tuple[Versie, ...]:
    done = handled(ronde)
    found = []
    before: Inhoud | None = None
    for name in versions(folder):
        now = said_by(folder / name)
        known = now if isinstance(now, Inhoud) else None
        anders = _counted(before, known) if before is not None and known is not None else None
        found.append(replace(_version(folder, name, done), anders=anders))
        before = known
    return tuple(found)


def _counted(before: Inhoud, now: Inhoud) -> dict[str, int]:
    counts: dict[str, int] = {}
    if before.documenten == now.documenten and before.afspraken == now.afspraken:
        return counts
    for each in vergelijk(before, now).wijzigingen:
        counts[each.soort.naam] = counts.get(each.soort.naam, 0) + 1
    return counts


def _version(folder: Path, name: str, done: Collection[str]) -> Versie:
    manifest = read_manifest(folder, name)
    if manifest is None:
        return Versie(name, manifest=False)
    made: dict[str, str] = dict(manifest.get("uitvoer", {}))
    changed = changed_files(folder / name, made)
    return Versie(
        name,
        manifest=True,
        gereedschap=manifest.get("gereedschap"),
        bestanden=tuple(sorted(made)),
        gewijzigd=tuple(changed),
        ontbreekt=tuple(each for each in made if not (folder / name / each).is_file()),
        datum=str(manifest.get("datum", "")),
        notitie=str(manifest.get("notitie", "")),
        genegeerd=tuple(manifest.get("genegeerd", ())),
        verwerkt=tuple(each for each, sha in changed.items() if sha in done),
    )
