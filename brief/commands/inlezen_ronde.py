"""Read the dossiers of a round, and write the afspraken files that are not there yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import DossierBron
from brief.dossier import Gelezen, read_with_track
from brief.dossier.voorstel import voorstel
from brief.render.dossier_json import dossier_as_json
from brief.sources.write import afspraken_of, afspraken_yaml, write_afspraken
from brief.text import plain, write

if TYPE_CHECKING:
    from brief.domain import Afspraak, Dossier, Overleg, Voorstel
    from brief.sources import RondeBestanden


class Uitkomst(StrEnum):
    """What was done with one dossier."""

    GESCHREVEN = "geschreven"
    PROEF = "zou worden geschreven"
    ONGEWIJZIGD = "al ingelezen, ongewijzigd"
    NIEUWER = "het dossier is veranderd; het afsprakenbestand is niet aangeraakt"
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

    @property
    def is_newer(self) -> bool:
        """Tell whether the dossier changed since its afspraken were read."""
        return self.uitkomst is Uitkomst.NIEUWER

    @property
    def is_written(self) -> bool:
        """Tell whether a file was written, or would have been."""
        return self.uitkomst in {Uitkomst.GESCHREVEN, Uitkomst.PROEF}

    def lines(self) -> list[str]:
        """Say on the terminal what was done."""
        count = len(self.gelezen.dossier.afspraken) if self.gelezen is not None else 0
        return [f"{self.landsdeel}: {count} afspraken uit {self.bestand}", f"  {self.doel}: {self.uitkomst.value}"] + (
            ["", *self.yaml.splitlines()] if self.yaml else []
        )

    def as_json(self) -> dict[str, Any]:
        """Give what was done, with the dossier itself, for other programs."""
        dossier = dossier_as_json(self.gelezen.dossier) if self.gelezen is not None else None
        fields = {"landsdeel": self.landsdeel, "bestand": self.bestand, "doel": self.doel}
        return {**fields, "uitkomst": self.uitkomst.name.lower(), "inhoud": dossier}


def lees_dossiers(ronde: RondeBestanden, *, proef: bool) -> list[Ingelezen]:
    """Read every dossier that `ronde.yaml` names; write what is not there yet, unless it is a trial run."""
    return [_lees(ronde, overleg, proef=proef) for overleg in ronde.ronde.overleggen]


def _lees(ronde: RondeBestanden, overleg: Overleg, *, proef: bool) -> Ingelezen:
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
        return _compared(ronde, result, dossier)
    return _written(ronde, overleg, result, dossier, proef=proef)


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
    outcome = Uitkomst.GEWEIGERD if found else Uitkomst.GESCHREVEN
    return replace(result, uitkomst=outcome, meldingen=(*result.meldingen, *found))


def _compared(ronde: RondeBestanden, result: Ingelezen, dossier: Dossier) -> Ingelezen:
    bron = ronde.dossierbronnen.get(result.landsdeel)
    if bron is not None and bron.sha256 == dossier.sha256:
        return replace(result, uitkomst=Uitkomst.ONGEWIJZIGD)
    known = [afspraak for afspraak in ronde.afspraken if afspraak.landsdeel == result.landsdeel]
    finding = _newer(ronde, result, bron, known, dossier)
    return replace(result, uitkomst=Uitkomst.NIEUWER, meldingen=(*result.meldingen, finding))


def _newer(
    ronde: RondeBestanden, result: Ingelezen, bron: DossierBron | None, known: list[Afspraak], dossier: Dossier
) -> Diagnostic:
    """Say what a newer dossier would change, by id; matching shifted numbers is not tried here."""
    texts = {afspraak.id: afspraak.tekst.strip() for afspraak in known}
    fresh = {afspraak.id: write(afspraak.tekst).strip() for afspraak in dossier.afspraken}
    changed = [name for name, text in fresh.items() if name in texts and texts[name] != text]
    parts = [
        ("andere tekst", changed),
        ("nieuw in het dossier", [name for name in fresh if name not in texts]),
        ("niet meer in het dossier", [name for name in texts if name not in fresh]),
    ]
    said = "; ".join(f"{words}: {', '.join(names)}" for words, names in parts if names) or "dezelfde afspraken"
    before = f"versie '{bron.versie}'" if bron is not None and bron.versie else "de vorige versie"
    message = f"{result.bestand} is veranderd sinds {before}; {said}"
    hint = "er is niets veranderd; vergelijk de teksten en pas het afsprakenbestand zelf aan"
    return Diagnostic("BR150", Severity.WAARSCHUWING, message, Place(ronde.name(result.doel)), hint=hint)
