"""Read the dossiers of a round: write the afspraken files that are not there yet, bring up to date those that are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from brief.diagnostics import Diagnostic, Severity
from brief.domain import DossierBron
from brief.dossier import Gelezen, read_with_track
from brief.dossier.voorstel import voorstel
from brief.intake.basefile import bewaar_eerste
from brief.intake.plan import Antwoorden
from brief.intake.update import werk_bij
from brief.render.json.dossier import dossier_as_json
from brief.render.terminal.plan import plan_as_json, plan_regels
from brief.sources.write import afspraken_of, afspraken_yaml, write_afspraken
from brief.text import plain

if TYPE_CHECKING:
    from brief.domain import Dossier, Overleg, Voorstel
    from brief.intake.plan import Plan
    from brief.intake.update import Vragen
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


@dataclass(frozen=True, slots=True)
class Ingelezen:
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

    def lines(self) -> list[str]:
        """Say on the terminal what was done."""
        count = len(self.gelezen.dossier.afspraken) if self.gelezen is not None else 0
        head = [f"{self.landsdeel}: {count} afspraken uit {self.bestand}", f"  {self.doel}: {self.uitkomst.value}"]
        planned = plan_regels(self.plan) if self.plan is not None else []
        return [*head, *planned, *(["", *self.yaml.splitlines()] if self.yaml else [])]

    def as_json(self) -> dict[str, Any]:
        """Give what was done, with the dossier itself, for other programs."""
        dossier = dossier_as_json(self.gelezen.dossier) if self.gelezen is not None else None
        fields = {"landsdeel": self.landsdeel, "bestand": self.bestand, "doel": self.doel}
        plan = plan_as_json(self.plan) if self.plan is not None else None
        return {**fields, "uitkomst": self.uitkomst.name.lower(), "inhoud": dossier, "bijgewerkt": plan}


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the user asked: a trial run, and what is the same; `vragen` asks what is not certain, None asks nothing."""

    proef: bool = False
    antwoorden: Antwoorden = field(default_factory=Antwoorden)
    vragen: Vragen | None = None


def lees_dossiers(ronde: RondeBestanden, keuze: Keuze) -> list[Ingelezen]:
    """Read every dossier that `ronde.yaml` names: write what is not there yet, bring up to date what is."""
    return [_lees(ronde, overleg, keuze) for overleg in ronde.ronde.overleggen]


def _lees(ronde: RondeBestanden, overleg: Overleg, keuze: Keuze) -> Ingelezen:
    path = ronde.folder / overleg.dossier
    doel = f"afspraken/{overleg.landsdeel}.yaml"
    if not overleg.dossier or not path.is_file():
        found = (_missing(overleg, path.as_posix()),)
        return Ingelezen(overleg.landsdeel, overleg.dossier, doel, Uitkomst.GEWEIGERD, None, found)
    gelezen = read_with_track(path.read_bytes(), path.as_posix(), landsdeel=overleg.landsdeel)
    dossier = gelezen.dossier
    result = Ingelezen(overleg.landsdeel, path.as_posix(), doel, Uitkomst.GEWEIGERD, gelezen, dossier.meldingen)
    if any(finding.is_error for finding in dossier.meldingen):
        return result
    if (ronde.folder / doel).exists():
        return _compared(ronde, result, dossier, overleg.dossier, keuze)
    return _written(ronde, overleg, result, dossier, proef=keuze.proef)


def _missing(overleg: Overleg, path: str) -> Diagnostic:
    message = f"het dossier van landsdeel {overleg.landsdeel} is er niet: {path}"
    hint = "zet het bestand op die plaats, of verander het pad in ronde.yaml"
    return Diagnostic("BR146", Severity.FOUT, message, overleg.place, hint=hint)


def _voorstellen(dossier: Dossier) -> dict[str, Voorstel]:
    found = {a.id: voorstel(a.titel, plain(a.tekst), dossier.landsdeel) for a in dossier.afspraken if a.publiceren}
    return {name: each for name, each in found.items() if each.reden}


def _written(ronde: RondeBestanden, overleg: Overleg, result: Ingelezen, dossier: Dossier, *, proef: bool) -> Ingelezen:
    voorstellen = _voorstellen(dossier)
    if proef:
        bron = DossierBron(overleg.dossier, dossier.sha256, dossier.versie)
        text = afspraken_yaml(bron, afspraken_of(dossier, voorstellen))
        return replace(result, uitkomst=Uitkomst.PROEF, yaml=text)
    found = write_afspraken(ronde.folder / result.doel, dossier, overleg.dossier, voorstellen)
    found = found or bewaar_eerste(ronde.folder, dossier)
    outcome = Uitkomst.GEWEIGERD if found else Uitkomst.GESCHREVEN
    return replace(result, uitkomst=outcome, meldingen=(*result.meldingen, *found))


def _compared(ronde: RondeBestanden, result: Ingelezen, dossier: Dossier, bestand: str, keuze: Keuze) -> Ingelezen:
    """Read a dossier of which the afspraken file is there: a newer version changes what nobody decided about."""
    done = werk_bij(
        ronde.folder, bestand, dossier, _voorstellen(dossier), keuze.antwoorden, keuze.vragen, proef=keuze.proef
    )
    said = (*result.meldingen, *done.meldingen)
    if any(finding.is_error for finding in done.meldingen):
        return replace(result, meldingen=said)
    if done.plan is None:
        return replace(result, uitkomst=Uitkomst.ONGEWIJZIGD, meldingen=said)
    outcome = Uitkomst.PROEF_BIJGEWERKT if keuze.proef else Uitkomst.BIJGEWERKT
    outcome = outcome if done.plan.is_volledig else Uitkomst.VRAGEN
    return replace(result, uitkomst=outcome, meldingen=said, plan=done.plan, yaml=done.verschil)
