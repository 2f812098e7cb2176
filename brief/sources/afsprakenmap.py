"""The folder `afspraken/` of a round: which file is of which landsdeel, and which has a name that is not read.

That a file is absent, that it cannot be read, and that it has another name are three answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason
from brief.domain import LANDSDELEN
from brief.sources.fields import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_YAML = (".yaml", ".yml")


class Afsprakenmap(Struct, frozen=True):
    """The files by landsdeel, in name order; `elders` are the landsdelen whose file has another name.

    `readable` is False when the folder itself cannot be looked into: then nothing is known of what is in it.
    """

    files: Mapping[str, Path]
    elders: frozenset[str]
    findings: tuple[Diagnostic, ...]
    readable: bool = True

    def absent(self, landsdelen: Iterable[str]) -> tuple[str, ...]:
        """Give those of these landsdelen that have no file, under whatever name."""
        return tuple(
            each for each in landsdelen if self.readable and each not in self.files and each not in self.elders
        )


def look_into(folder: Path) -> Afsprakenmap:
    """Look into `afspraken/`, which need not be there; what begins with a dot belongs to programs and is passed by."""
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return Afsprakenmap({}, frozenset(), ())
    except OSError as error:
        message = f"deze map is niet te lezen: {reason(error)}"
        found = Diagnostic("BR001", Severity.FOUT, message, Place(folder.as_posix()))
        return Afsprakenmap({}, frozenset(), (found,), readable=False)
    names = {f"{landsdeel}.yaml": landsdeel for landsdeel in LANDSDELEN}
    files = {names[path.name]: path for path in paths if path.name in names}
    others = [(path, _landsdeel(path.name)) for path in paths if path.name not in names]
    elders = {landsdeel for path, landsdeel in others if landsdeel and landsdeel not in files and _is_yaml(path.name)}
    findings = [
        _not_read(path, landsdeel if landsdeel in elders else None)
        for path, landsdeel in others
        if path.suffix.lower() in _YAML or (landsdeel in elders and _is_yaml(path.name))
    ]
    return Afsprakenmap(files, frozenset(elders), tuple(findings))


def _is_yaml(name: str) -> bool:
    """Tell whether a name has the ending of an afspraken file in it, as a copy or a backup has."""
    return any(suffix in name.lower() for suffix in _YAML)


def _landsdeel(name: str) -> str | None:
    """Give the landsdeel that a name speaks of, however it is written: `Kopie van noord (2).yaml`."""
    letters = "".join(letter for letter in name.casefold() if letter.isalpha())
    return max((each for each in LANDSDELEN if each in letters), key=len, default=None)


def _not_read(path: Path, landsdeel: str | None) -> Diagnostic:
    names = [f"{each}.yaml" for each in LANDSDELEN]
    message = f"'{path.name}' is niet de naam van een afsprakenbestand en wordt niet gelezen"
    label = f"hernoem het naar {landsdeel}.yaml" if landsdeel else f"kies uit: {', '.join(names)}"
    hint = None if landsdeel else meant(path.name, names)
    return Diagnostic("BR022", Severity.FOUT, message, Place(path.as_posix()), label, hint)
