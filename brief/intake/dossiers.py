"""Read the dossiers of a round: write the afspraken files that are not there yet, bring up to date those that are."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity, has_errors
from brief.disk.files import read_file
from brief.disk.names import as_named
from brief.dossier import Gelezen, read_with_track
from brief.intake.answers import Antwoorden
from brief.intake.basefile import bewaar_eerste
from brief.intake.names import names_in_round, under_names
from brief.intake.opening import Moment, afspraken_pad, inkomend, open_bestand
from brief.intake.update import gepland, getoond, uitgevoerd
from brief.sources.changing import changing
from brief.sources.write import afspraken_of, afspraken_yaml, write_afspraken

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from brief.domain import Overleg
    from brief.intake.opening import Geopend, Inkomend
    from brief.intake.plan import Plan
    from brief.intake.update import Bijgewerkt, Vragen
    from brief.sources import RondeBestanden

BIJ_TE_KIJKEN = frozenset({"BR141", "BR143", "BR144"})
"""What a newer dossier left for a person to look at."""


class Uitkomst(StrEnum):
    """What was done with one dossier."""

    GESCHREVEN = "geschreven"
    PROEF = "zou worden geschreven"
    ONGEWIJZIGD = "al ingelezen, ongewijzigd"
    BIJGEWERKT = "bijgewerkt naar de nieuwe versie van het dossier"
    PROEF_BIJGEWERKT = "zou worden bijgewerkt naar de nieuwe versie van het dossier"
    VRAGEN = "het dossier is veranderd; niet alles kon zonder u worden bijgewerkt"
    GEWEIGERD = "niet gelezen"


class Ingelezen(Struct, frozen=True):
    """One dossier of a round and what was done with it; `yaml` is what a trial run would have written."""

    landsdeel: str
    bestand: str
    doel: str
    uitkomst: Uitkomst
    gelezen: Gelezen | None
    meldingen: tuple[Diagnostic, ...]
    yaml: str = ""
    plan: Plan | None = None

    @property
    def needs_a_look(self) -> bool:
        """Tell whether a newer dossier left something for a person: a question, a conflict, a text that is gone."""
        return self.plan is not None and any(finding.code in BIJ_TE_KIJKEN for finding in self.meldingen)

    @property
    def is_written(self) -> bool:
        """Tell whether a file was written, or would have been."""
        return self.uitkomst not in {Uitkomst.ONGEWIJZIGD, Uitkomst.GEWEIGERD}


class Keuze(Struct, frozen=True):
    """What the user asked: a trial run, and what is the same; `vragen` asks what is not certain, None asks nothing.

    After the day of its meeting a newer dossier brings texts that nobody agreed to, unless it was `op_tafel`; without
    `vandaag` the day does not count.
    """

    proef: bool = False
    antwoorden: Antwoorden = field(default_factory=Antwoorden)
    vragen: Vragen | None = None
    vandaag: datetime.date | None = None
    op_tafel: bool = False


def lees_dossiers(ronde: RondeBestanden, keuze: Keuze) -> list[Ingelezen]:
    """Read every dossier that `ronde.yaml` names: write what is not there yet, bring up to date what is."""
    return [_lees(ronde, overleg, keuze) for overleg in ronde.ronde.overleggen]


def _lees(ronde: RondeBestanden, overleg: Overleg, keuze: Keuze) -> Ingelezen:
    path = as_named(ronde.folder / overleg.dossier)
    doel = afspraken_pad(ronde.folder, overleg.landsdeel).relative_to(ronde.folder).as_posix()
    if not overleg.dossier or not path.is_file():
        found = (_missing(overleg, path.as_posix()),)
        return Ingelezen(overleg.landsdeel, overleg.dossier, doel, Uitkomst.GEWEIGERD, None, found)
    gelezen = read_with_track(read_file(path), path.as_posix(), landsdeel=overleg.landsdeel)
    result = Ingelezen(overleg.landsdeel, path.as_posix(), doel, Uitkomst.GEWEIGERD, gelezen, gelezen.dossier.meldingen)
    if has_errors(result.meldingen):
        return result
    moment = Moment(overleg.datum, keuze.vandaag, keuze.op_tafel)
    nieuw = inkomend(gelezen.dossier, overleg.dossier, moment)
    if keuze.proef or keuze.vragen is not None:  # who has to think keeps nobody waiting
        return _gedaan(ronde.folder, result, nieuw, keuze)
    with changing(ronde.folder, f"inlezen van {overleg.landsdeel}") as busy:
        if busy:
            return replace(result, meldingen=(*result.meldingen, *busy))
        return _gedaan(ronde.folder, result, nieuw, keuze)


def _gedaan(folder: Path, result: Ingelezen, nieuw: Inkomend, keuze: Keuze) -> Ingelezen:
    """Read a dossier in, and show it with the ids that its afspraken have in the round."""
    read_in = _bijgewerkt if (folder / result.doel).exists() else _geschreven
    done = read_in(folder, result, nieuw, keuze)
    if done.gelezen is None:
        return done
    names = names_in_round(folder, done.gelezen.dossier, nieuw.bestand)
    return replace(done, gelezen=under_names(done.gelezen, names))


def _missing(overleg: Overleg, path: str) -> Diagnostic:
    message = f"het dossier van landsdeel {overleg.landsdeel} is er niet: {path}"
    hint = "zet het bestand op die plaats, of verander het pad in ronde.yaml"
    return Diagnostic("BR146", Severity.FOUT, message, overleg.place, hint=hint)


def _geschreven(folder: Path, result: Ingelezen, nieuw: Inkomend, keuze: Keuze) -> Ingelezen:
    """Write the afspraken file of a dossier that was never read."""
    dossier = nieuw.dossier
    if keuze.proef:
        text = afspraken_yaml(nieuw.bron, afspraken_of(dossier, nieuw.voorstellen))
        return replace(result, uitkomst=Uitkomst.PROEF, yaml=text)
    if found := write_afspraken(folder / result.doel, dossier, nieuw.bestand, nieuw.voorstellen):
        return replace(result, meldingen=(*result.meldingen, *found))
    found = bewaar_eerste(folder, dossier)
    return replace(result, uitkomst=Uitkomst.GESCHREVEN, meldingen=(*result.meldingen, *found))


def _bijgewerkt(folder: Path, result: Ingelezen, nieuw: Inkomend, keuze: Keuze) -> Ingelezen:
    """Read a dossier of which the afspraken file is there: a newer version changes what nobody decided about."""
    geopend, found = open_bestand(folder, nieuw)
    if geopend is None:
        return replace(result, meldingen=(*result.meldingen, *found))
    done = gepland(geopend, keuze.antwoorden, None if keuze.proef else keuze.vragen)
    if not has_errors(done.meldingen):
        done = getoond(geopend, done) if keuze.proef else _vastgelegd(folder, geopend, done)
    return _uitkomst(result, done, proef=keuze.proef)


def _vastgelegd(folder: Path, geopend: Geopend, done: Bijgewerkt) -> Bijgewerkt:
    """Write what was planned, while nobody else changes the round."""
    with changing(folder, f"inlezen van {geopend.file.landsdeel}") as busy:
        return replace(done, meldingen=busy) if busy else uitgevoerd(folder, geopend, done)


def _uitkomst(result: Ingelezen, done: Bijgewerkt, *, proef: bool) -> Ingelezen:
    said = (*result.meldingen, *done.meldingen)
    if has_errors(done.meldingen) and not done.is_geschreven:
        return replace(result, meldingen=said)
    if done.plan is None:
        return replace(result, uitkomst=Uitkomst.ONGEWIJZIGD, meldingen=said)
    outcome = Uitkomst.PROEF_BIJGEWERKT if proef else Uitkomst.BIJGEWERKT
    outcome = outcome if done.plan.is_volledig else Uitkomst.VRAGEN
    return replace(result, uitkomst=outcome, meldingen=said, plan=done.plan, yaml=done.verschil)
