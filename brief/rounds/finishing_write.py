"""Write the final documents: a folder whole, with a manifest of what went into it and who decided."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from brief import __version__
from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import read_file
from brief.disk.folders import make_folder
from brief.rounds.finishing import same_as_on_disk
from brief.versions.manifest import sha256

if TYPE_CHECKING:
    from pathlib import Path

    from brief.rounds.finishing import Definitief, Opdracht

MANIFEST = "manifest.json"


def write_final(result: Definitief, opdracht: Opdracht, *, again: bool) -> tuple[Diagnostic, ...]:
    """Put the files in place of what was there; refuse when someone worked on a final file since, unless `again`.

    Raises OSError when the disk does not take it; what was there stands then as it was.
    """
    touched = () if again else same_as_on_disk(result.folder, _manifest_of(result.folder))
    if touched:
        message = f"sinds de vorige afronding veranderd: {', '.join(touched)}"
        hint = "bewaar die bestanden elders, of vervang ze met: --opnieuw"
        return (Diagnostic("BR712", Severity.FOUT, message, Place(result.folder.as_posix()), hint=hint),)
    files = {
        **result.files,
        MANIFEST: (json.dumps(_manifest(result, opdracht), ensure_ascii=False, indent=2) + "\n").encode(),
    }
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


def _manifest_of(folder: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(read_file(folder / MANIFEST))
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


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
