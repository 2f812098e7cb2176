"""Read a newer version of a dossier into the afspraken file that a person works in.

What the previous reading said is kept in `afspraken/.gelezen/<landsdeel>.json`. The afspraken file is written first:
when the work stops halfway, the next reading finds the old base and comes to the same result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from brief.intake.basefile import bewaar_basis, lees_basis
from brief.intake.findings import dubbel, meldingen, niet_bij_te_werken, ongebruikt, verkeerd
from brief.intake.plan import Antwoorden, Plan, bijwerken, eerste_basis, geldige_basis
from brief.sources.afspraken import read_afspraken
from brief.sources.edit import Edit
from brief.sources.source import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Dossier, DossierBron, Voorstel
    from brief.intake.base import Basis
    from brief.intake.plan import Vraag
    from brief.intake.three_way import Stap
    from brief.sources.afspraken import Afsprakenbestand

    Vragen = Callable[[tuple[Vraag, ...]], Antwoorden]


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """What reading a dossier into a file came to.

    `plan` is None when the dossier was read before or nothing could be planned. `verschil` is the change of the file as
    a diff, in a trial run.
    """

    meldingen: tuple[Diagnostic, ...] = ()
    plan: Plan | None = None
    verschil: str = ""


def werk_bij(
    folder: Path,
    bestand: str,
    dossier: Dossier,
    voorstellen: Mapping[str, Voorstel],
    antwoorden: Antwoorden,
    vragen: Vragen | None,
    *,
    proef: bool,
) -> Bijgewerkt:
    """Read a dossier into `afspraken/<landsdeel>.yaml`, which must be there.

    `bestand` is the dossier's path from `folder`. `vragen` asks a person about what is not certain, None when nobody is
    there to ask. In a trial run nothing is written and nothing is asked.
    """
    landsdeel = dossier.landsdeel or ""
    path = folder / "afspraken" / f"{landsdeel}.yaml"
    source, found = read_source(path)
    basis, damaged = lees_basis(folder, landsdeel)
    if source is None or damaged:
        return Bijgewerkt((*found, *damaged))
    file, mistakes = read_afspraken(source, landsdeel)
    named = file.dossier.sha256 if file.dossier else ""
    if named == dossier.sha256 and basis is None:
        basis = eerste_basis(file.afspraken, dossier)
    if _is_gelezen(basis, file.dossier, dossier, bestand):
        unused = ongebruikt(antwoorden, {each.id for each in file.afspraken})
        return Bijgewerkt((*unused, *(() if proef else bewaar_basis(folder, landsdeel, basis))))
    refused = (*(each for each in mistakes if each.is_error), *dubbel(file))
    if refused:
        return Bijgewerkt((niet_bij_te_werken(path), *refused))
    return _gepland(folder, bestand, file, dossier, basis, voorstellen, antwoorden, None if proef else vragen, proef)


def _is_gelezen(basis: Basis | None, bron: DossierBron | None, dossier: Dossier, bestand: str) -> TypeGuard[Basis]:
    """Tell whether this very dossier was read before, all of it."""
    same = bron is not None and bron.sha256 == dossier.sha256 and bron.bestand == bestand
    return same and basis is not None and basis.sha256 == dossier.sha256 and not basis.halverwege


def _gepland(
    folder: Path,
    bestand: str,
    file: Afsprakenbestand,
    dossier: Dossier,
    basis: Basis | None,
    voorstellen: Mapping[str, Voorstel],
    antwoorden: Antwoorden,
    vragen: Vragen | None,
    proef: bool,
) -> Bijgewerkt:
    fitting = geldige_basis(basis, file.afspraken, file.dossier, dossier.sha256)
    given = _eigen(antwoorden, {row.id for row in fitting.afspraken})
    if wrong := verkeerd(given, dossier, file.source.name):
        return Bijgewerkt(wrong)

    def plan_with(answers: Antwoorden) -> Plan:
        return bijwerken(fitting, file.afspraken, file.dossier, dossier, bestand, voorstellen, answers)

    plan = plan_with(given)
    while vragen is not None and plan.vragen:
        more = vragen(plan.vragen)
        given = Antwoorden({**given.zelfde, **more.zelfde}, given.anders | more.anders)
        plan = plan_with(given)
    edit = toegepast(file, plan)
    findings = tuple(meldingen(plan, file))
    if proef:
        return Bijgewerkt(findings, plan, _verschil(edit))
    refused = edit.save(folder / "afspraken" / f"{file.landsdeel}.yaml")
    refused = refused or bewaar_basis(folder, file.landsdeel, plan.basis)
    return Bijgewerkt(refused) if refused else Bijgewerkt(findings, plan)


def toegepast(file: Afsprakenbestand, plan: Plan) -> Edit:
    """Give the change that a plan makes to its file: fields first, then what is added below or above them."""
    edit = Edit(file)
    for stap in plan.stappen:
        if stap.afspraak is None:
            _set_fields(edit, stap)
    for stap in plan.stappen:
        if stap.afspraak is not None and stap.na:
            edit.insert_after(stap.na, stap.afspraak)
        elif stap.afspraak is not None:
            edit.insert_first(stap.afspraak)
    if plan.bron is not None and plan.bron != file.dossier:
        edit.set_dossier(plan.bron)
    return edit


def _set_fields(edit: Edit, stap: Stap) -> None:
    for field in (name for name, value in stap.velden.items() if value is None):
        edit.remove(stap.id, field)
    for field, value in stap.velden.items():
        if value is not None:
            edit.set(stap.id, field, value)


def _verschil(edit: Edit) -> str:
    import difflib

    name = edit.source.name
    old, new = edit.source.text.splitlines(), edit.text().splitlines()
    return "\n".join(difflib.unified_diff(old, new, name, f"{name} (nieuw)", lineterm="", n=1))


def _eigen(antwoorden: Antwoorden, known: set[str]) -> Antwoorden:
    """Give the answers about afspraken of this file."""
    zelfde = {old: new for old, new in antwoorden.zelfde.items() if old in known}
    return Antwoorden(zelfde, antwoorden.anders & known)
