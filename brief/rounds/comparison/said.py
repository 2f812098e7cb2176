"""What a version says, as a comparison needs it, from its `inhoud.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare.content import Inhoud, inhoud_of
from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason
from brief.versions.folder import INHOUD, read_inhoud

if TYPE_CHECKING:
    from pathlib import Path


def said_by(folder: Path) -> Inhoud | Diagnostic:
    """Read what the version in a folder says; BR541 when that cannot be."""
    path = folder / INHOUD
    try:
        return inhoud_of(folder.name, read_inhoud(folder))
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "het heeft niet de vorm die brief schrijft"
        message = f"van {folder.name} is niet te lezen wat erin staat: {why}"
        hint = "vergelijk de Word-bestanden zelf: brief vergelijken OUD.docx NIEUW.docx"
        return Diagnostic("BR541", Severity.FOUT, message, Place(path.as_posix()), hint=hint)
