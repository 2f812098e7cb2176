"""The file `afspraken/.gelezen/<landsdeel>.json`: what the previous reading of a dossier said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import read_file, replace_file, sha256
from brief.domain import LANDSDELEN
from brief.intake.base import Basis, basis_of, basis_text, read_basis
from brief.sources.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Dossier


def lees_basis(folder: Path, landsdeel: str) -> tuple[Basis | None, tuple[Diagnostic, ...]]:
    """Read the base; None when there is none, and a finding when it is damaged."""
    path = basis_pad(folder, landsdeel)
    if not path.is_file():
        return None, ()
    source, found = read_source(path)
    basis = read_basis(source.text) if source is not None else None
    if basis is not None:
        return basis, ()
    hint = (
        "zet een eerdere kopie terug; of haal het bestand weg: dan wordt geen tekst vervangen, maar elke andere gemeld"
    )
    message = "dit bestand met wat het vorige dossier zei is beschadigd"
    return None, (*found, Diagnostic("BR148", Severity.FOUT, message, Place(path.as_posix()), hint=hint))


def gegeven_ids(folder: Path, landsdeel: str) -> frozenset[str]:
    """Give the ids that a landsdeel has or had as far as its base tells, also those of what a person took away."""
    basis, _ = lees_basis(folder, landsdeel)
    return frozenset() if basis is None else frozenset((*basis.vergeven, *(row.id for row in basis.afspraken)))


def basis_pad(folder: Path, landsdeel: str) -> Path:
    """Give the file that holds what the previous reading of a landsdeel's dossier said."""
    return folder / "afspraken" / ".gelezen" / f"{landsdeel}.json"


def bewaar_basis(folder: Path, landsdeel: str, basis: Basis) -> tuple[Diagnostic, ...]:
    """Write what this reading said, unless the file says it already."""
    path = basis_pad(folder, landsdeel)
    data = basis_text(basis).encode("utf-8")
    old = read_file(path) if path.is_file() else None
    if old == data:
        return ()
    return replace_file(path, data, read_as=sha256(old) if old is not None else None)


def bewaar_eerste(folder: Path, dossier: Dossier) -> tuple[Diagnostic, ...]:
    """Write what a dossier said of which the afspraken file was just made."""
    return bewaar_basis(folder, dossier.landsdeel or "", basis_of(dossier))


def beschadigd(folder: Path) -> tuple[Diagnostic, ...]:
    """Report every damaged base of a round."""
    return tuple(finding for landsdeel in LANDSDELEN for finding in lees_basis(folder, landsdeel)[1])


def met_eigen_ids(folder: Path, dossier: Dossier) -> Dossier:
    """Give a dossier with the ids that its afspraken have in the afspraken file."""
    basis, _ = lees_basis(folder, dossier.landsdeel or "")
    if basis is None or basis.sha256 != dossier.sha256:
        return dossier
    names = {row.bron: row.id for row in basis.afspraken if row.bron}
    afspraken = tuple(replace(each, id=names.get(each.id, each.id)) for each in dossier.afspraken)
    return replace(dossier, afspraken=afspraken)
