"""Make the Word files in which parties are asked for their consent, and put them on disk."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from brief.disk.files import put_file, read_file
from brief.rounds.choosing import folder_of
from brief.rounds.consent.form import DOCUMENT, body_of
from brief.rounds.opening import merged
from brief.text import Document
from brief.word.compose import compose

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.rounds.consent.asking import Aanvraag
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden


def make_files(
    opened: Opened, bestanden: RondeBestanden, asked: Sequence[Aanvraag]
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Make the Word file of each request, by a name for it; the findings say what it cannot hold."""
    template = opened.sjablonen.by_document["afsprakenlijst"]
    fields = merged(opened, bestanden, "v00").afsprakenlijst.fields
    files: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for request in asked:
        title = f"Afstemming: {request.partij}"
        shown = {**fields, "titel": title, "algemeen": (), "betreft": "", "versie": DOCUMENT}
        document = Document(DOCUMENT, title, shown, tuple(body_of(request)), ronde=bestanden.ronde.ronde)
        made = compose(document, template.data, template.path)
        files[_file_name(request.partij, files)] = made.data
        findings += made.diagnostics
    return files, tuple(dict.fromkeys(findings))


def _file_name(party: str, taken: Collection[str]) -> str:
    """Give a file name for a party that no other has: two names may differ in what cannot stand in one."""
    stem = re.sub(r"[^a-z0-9à-ÿ]+", "-", party.lower()).strip("-")[:80] or "partij"
    others = (f"{stem}{number}.docx" for number in ("", *(f"-{each}" for each in range(2, len(taken) + 2))))
    return next(name for name in others if name not in taken)


def folder_for(opened: Opened, uit: Path | None) -> Path:
    """Give the folder for the files: where the user said, else beside the versions."""
    return uit if uit is not None else folder_of(opened.folder) / DOCUMENT


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write the files in their order, up to the first that cannot be.

    One that is there with other bytes, perhaps with an answer in it, is left and gets a sibling.
    """
    written: list[Path] = []
    for name, data in files.items():
        path, number = folder / name, 2
        while path in written or _holds_else(path, data):
            path = folder / f"{name.removesuffix('.docx')}-{number}.docx"
            number += 1
        if found := put_file(path, data):
            return tuple(written), found
        written.append(path)
    return tuple(written), ()


def _holds_else(path: Path, data: bytes) -> bool:
    """Tell whether there is something else in this place; what cannot be read is."""
    try:
        return read_file(path) != data
    except FileNotFoundError:
        return path.is_symlink()
    except OSError:
        return os.path.lexists(path)
