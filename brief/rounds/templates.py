"""Which templates a round fills: its own, or those of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason
from brief.disk.files import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCUMENTEN = ("kamerbrief", "afsprakenlijst")
_PACKAGE = Path(__file__).resolve().parents[1]
_OWN = next((each for each in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if each.is_dir()), _PACKAGE)
"""The templates that came with the program: in the package of an installed one, beside it in a checkout."""


class Sjabloon(NamedTuple):
    """A template: its path as messages show it, and its bytes."""

    path: str
    data: bytes


class Sjablonen(Struct, frozen=True):
    """The templates by the name of their document, and a finding for each that is not there or cannot be read."""

    by_document: Mapping[str, Sjabloon]
    missing: tuple[Diagnostic, ...] = ()


def project(ronde: Path) -> Path:
    """Give the folder that holds `input/`, `output/` and `templates/`: two above the round, else the current one."""
    return ronde.parent.parent if ronde.parent.name == "input" else Path()


def read_sjablonen(ronde: Path, folder: Path | None) -> Sjablonen:
    """Read the template of each document.

    `folder` is where the user said they are; without it a template is looked for in `sjablonen/` of the round, then in
    `templates/` of the project, then beside the program. One that is there and cannot be read is never passed over.
    """
    places = [folder] if folder else [ronde / "sjablonen", project(ronde) / "templates", _OWN]
    found: dict[str, Sjabloon] = {}
    missing = []
    for name in DOCUMENTEN:
        path = next((place / f"{name}.docx" for place in places if os.path.lexists(place / f"{name}.docx")), None)
        if path is None:
            hint = "zet het sjabloon daar neer, of noem de map met: --sjablonen MAP"
            where = Place((places[-2] if len(places) > 1 else places[0]).as_posix())
            missing.append(Diagnostic("BR511", Severity.FOUT, f"geen sjabloon {name}.docx", where, hint=hint))
            continue
        try:
            found[name] = Sjabloon(path.as_posix(), read_file(path))
        except OSError as error:
            message = f"dit bestand is niet te lezen: {reason(error)}"
            missing.append(Diagnostic("BR001", Severity.FOUT, message, Place(path.as_posix())))
    return Sjablonen(found, tuple(missing))
