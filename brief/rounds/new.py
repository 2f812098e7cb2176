"""A new round to start from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.folders import make_folder
from brief.sources.ronde import NAAM
from brief.sources.skelet import skelet

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class NieuweRonde(Struct, frozen=True):
    """A round that is not there yet: its folder, and its files by their path from it; none when a finding says why."""

    folder: Path
    files: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


def year_of(name: str) -> int | None:
    """Give the year in the name of a round; None when there is none."""
    found = _YEAR.search(name)
    return None if found is None else int(found.group())


def plan_new(ronde: str, invoer: Path) -> NieuweRonde:
    """Give the round that `ronde` asks for: a name such as `2027`, which goes in `invoer`, or the path of a folder."""
    folder = Path(ronde) if re.search(r"[/\\]", ronde) else invoer / ronde
    year = year_of(folder.name)
    if year is None:
        return _refused(
            folder, "BR923", f"in '{ronde}' staat geen jaar", "geef de ronde een naam als 2027 of 2027-najaar"
        )
    if NAAM.fullmatch(folder.name) is None:
        message = f"'{folder.name}' kan geen naam van een ronde zijn"
        return _refused(
            folder,
            "BR018",
            message,
            "gebruik hoogstens honderd letters, cijfers, punten en streepjes, zonder punt aan het eind",
        )
    if folder.exists():
        label = "kies een andere naam; deze map blijft zoals zij is"
        return _refused(folder, "BR924", f"{folder.as_posix()} bestaat al", label)
    return NieuweRonde(folder, skelet(year, folder.name))


def _refused(folder: Path, code: str, message: str, label: str) -> NieuweRonde:
    return NieuweRonde(folder, findings=(Diagnostic(code, Severity.FOUT, message, Place(folder.as_posix()), label),))


def make_new(nieuw: NieuweRonde) -> None:
    """Write a planned round: beside its place first, so that it is there whole or not at all.

    Raises OSError when the disk does not take it; nothing is left behind then.
    """
    make_folder(nieuw.folder, {name: text.encode("utf-8") for name, text in nieuw.files.items()})
