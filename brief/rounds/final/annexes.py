"""The annexes of the letter: each that is listed is there, as a file in `bijlagen/` of the round or made by us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import read_file
from brief.finishing.names import annex_name
from brief.sources.names import RONDE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BIJLAGEN = "bijlagen"


def annex_files(ronde: Path, annexes: Sequence[str]) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Give the files of the annexes by the names they go out under, and an error for each that is not there."""
    folder = ronde / BIJLAGEN
    present = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    files: dict[str, bytes] = {}
    missing = []
    for number, title in enumerate(annexes, 1):
        if "afsprakenlijst" in title.lower():
            continue
        own = [path for path in present if _matches(path.stem, number, title)]
        for path in own:
            files[f"{annex_name(number, title)}{path.suffix.lower()}"] = read_file(path)
        if not own:
            message = f"bijlage {number} staat in de lijst van bijlagen en is er niet: {title}"
            hint = f"zet het bestand in {folder.as_posix()}/ als: bijlage {number}.docx (of .pdf), of haal de titel weg"
            missing.append(Diagnostic("BR710", Severity.FOUT, message, Place((ronde / RONDE).as_posix()), hint=hint))
    return files, tuple(missing)


def _matches(stem: str, number: int, title: str) -> bool:
    """Tell whether a file is this annex: `bijlage 2 …`, `2 …`, or its title."""
    found = re.match(r"(?:bijlage\s*)?(\d+)\b", stem, re.IGNORECASE)
    return (found is not None and int(found[1]) == number) or _plain(stem) == _plain(title)


def _plain(words: str) -> str:
    return "".join(re.findall(r"\w+", words.lower()))
