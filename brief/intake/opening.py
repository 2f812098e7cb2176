"""Open what a dossier goes into: the afspraken file of its landsdeel, and what the previous reading of it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.domain import DossierBron, Status
from brief.dossier.voorstel import voorstel
from brief.intake.basefile import lees_basis
from brief.intake.fitting import geldige_basis
from brief.sources.afspraken import read_afspraken
from brief.sources.names import AFSPRAKEN
from brief.sources.source import read_source
from brief.text import plain
from brief.text.dutch import datum

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Dossier, Voorstel
    from brief.intake.base import Basis
    from brief.sources.afspraken import Afsprakenbestand


_BESLIST = frozenset({Status.VASTGESTELD, Status.GEWIJZIGD, Status.TOEGEVOEGD})


class Moment(Struct, frozen=True):
    """When a dossier comes in: the day of the meeting, today when that counts, and what a person says about it.

    `op_tafel` says that this very dossier was on the table, whatever the day on which it is read.
    """

    overleg: datetime.date | None = None
    vandaag: datetime.date | None = None
    op_tafel: bool = False


class Inkomend(Struct, frozen=True):
    """A dossier that comes into a round: its path from the round's folder, and what was inferred, by its own ids."""

    dossier: Dossier
    bestand: str
    voorstellen: Mapping[str, Voorstel] = field(default_factory=dict)
    moment: Moment = field(default_factory=Moment)

    @property
    def bron(self) -> DossierBron:
        """Give what an afspraken file says about this dossier once all of it is in there."""
        return DossierBron(self.bestand, self.dossier.sha256, self.dossier.versie)

    @property
    def landsdeel(self) -> str:
        """Give the landsdeel, which is the name of the afspraken file."""
        return self.dossier.landsdeel or ""


class Geopend(Struct, frozen=True):
    """A dossier and the afspraken file that it goes into: all that the plan is made of.

    `basis` is what the previous dossier said as far as that is known; `fouten` are the mistakes in the file.
    """

    inkomend: Inkomend
    file: Afsprakenbestand
    basis: Basis
    fouten: tuple[Diagnostic, ...] = ()

    @property
    def is_gelezen(self) -> bool:
        """Tell whether this very dossier was read into the file before, all of it."""
        bron, basis, sha256 = self.file.dossier, self.basis, self.inkomend.dossier.sha256
        same = bron is not None and bron.sha256 == sha256 and bron.bestand == self.inkomend.bestand
        return same and basis.sha256 == sha256 and not basis.halverwege

    @property
    def na_overleg(self) -> str:
        """Say why what is new in this dossier came after the meeting; empty when it was on the table."""
        moment = self.inkomend.moment
        if moment.op_tafel:
            return ""
        if any(each.status in _BESLIST for each in self.file.afspraken):
            return "het landsdeel is al vastgesteld"
        if moment.overleg is not None and moment.vandaag is not None and moment.vandaag > moment.overleg:
            return f"het overleg was op {datum(moment.overleg)}"
        return ""


def inkomend(dossier: Dossier, bestand: str, moment: Moment | None = None) -> Inkomend:
    """Give a dossier as it comes in, with the proposals for the afspraken that are published."""
    found = {a.id: voorstel(a.titel, plain(a.tekst), dossier.landsdeel) for a in dossier.afspraken if a.publiceren}
    given = {name: each for name, each in found.items() if each.reden}
    return Inkomend(dossier, bestand, given, moment or Moment())


def afspraken_pad(folder: Path, landsdeel: str) -> Path:
    """Give the afspraken file of a landsdeel in a round."""
    return folder / AFSPRAKEN / f"{landsdeel}.yaml"


def open_bestand(folder: Path, nieuw: Inkomend) -> tuple[Geopend | None, tuple[Diagnostic, ...]]:
    """Read the afspraken file, which must be there, and its base; None and findings when one cannot be read."""
    source, found = read_source(afspraken_pad(folder, nieuw.landsdeel))
    basis, damaged = lees_basis(folder, nieuw.landsdeel)
    if source is None or damaged:
        return None, (*found, *damaged)
    file, mistakes = read_afspraken(source, nieuw.landsdeel)
    fitting = geldige_basis(basis, file.afspraken, file.dossier, nieuw.dossier)
    return Geopend(nieuw, file, fitting, tuple(each for each in mistakes if each.is_error)), ()
