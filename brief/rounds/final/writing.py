"""Write the final documents: a folder whole, with a manifest of what went into it and who decided."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from brief import __version__
from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import sha256
from brief.disk.folders import make_folder
from brief.versions.folder import MANIFEST, changed_files, read_manifest
from brief.versions.manifest import manifest_json

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.finishing import Definitief, Opdracht


def write_final(result: Definitief, opdracht: Opdracht, *, again: bool) -> tuple[Diagnostic, ...]:
    """Put the files in place of what was there; refuse when someone worked on a final file since, unless `again`.

    Raises OSError when the disk does not take it; what was there stands then as it was.
    """
    touched = () if again else _changed_since(result.folder)
    if touched:
        message = f"sinds de vorige afronding veranderd of erbij gezet: {', '.join(touched)}"
        hint = "bewaar die bestanden elders, of vervang ze met: --opnieuw"
        return (Diagnostic("BR712", Severity.FOUT, message, Place(result.folder.as_posix()), hint=hint),)
    files = {**result.files, MANIFEST: manifest_json(_manifest(result, opdracht))}
    aside = result.folder.with_name(f"{result.folder.name}.vorige")
    if result.folder.exists():
        shutil.rmtree(aside, ignore_errors=True)
        result.folder.rename(aside)
    try:
        make_folder(result.folder, files)
    except OSError:
        if aside.exists() and not result.folder.exists():
            aside.rename(result.folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
    return ()


def _changed_since(folder: Path) -> tuple[str, ...]:
    """Name the files on disk that are not as they were made: someone worked on them since, or put them there.

    Without a manifest that can be read nobody knows how they were made, and it is all of them.
    """
    made = (read_manifest(folder.parent, folder.name) or {}).get("uitvoer", {})
    there = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    added = [name for name in there if name not in made and name != MANIFEST]
    return (*changed_files(folder, made), *added)


def _manifest(result: Definitief, opdracht: Opdracht) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for each in result.weighed.excused:
        counts[each.code] = counts.get(each.code, 0) + 1
    return {
        "versie": 1,
        "ronde": result.bestanden.ronde.ronde if result.bestanden else "",
        "uitgave": result.versie,
        "vingerafdruk": result.vingerafdruk,
        "gereedschap": f"brief {__version__}",
        "wie": opdracht.wie,
        "wanneer": str(opdracht.wanneer or ""),
        "ondanks": [
            {"code": code, "reden": reason, "aantal": counts.get(code, 0)} for code, reason in opdracht.ondanks.items()
        ],
        "pdf": result.pdf,
        "verwijzingen": list(result.verwijzingen),
        "invoer": dict(result.invoer),
        "uitvoer": {name: sha256(data) for name, data in sorted(result.files.items())},
    }
