"""Read a newer version of a dossier into the afspraken file that a person works in: open, plan, apply.

What the previous reading said is kept in `afspraken/.gelezen/<landsdeel>.json`. The afspraken file is written first:
when the work stops halfway, the next reading finds the old base and comes to the same result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.intake.answers import Antwoorden, ongebruikt, verkeerd
from brief.intake.basefile import bewaar_basis
from brief.intake.findings import dubbel, meldingen, niet_bij_te_werken
from brief.intake.opening import afspraken_pad
from brief.intake.plan import Plan, bijwerken
from brief.sources.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.intake.opening import Geopend
    from brief.intake.plan import Vraag
    from brief.intake.three_way import Stap
    from brief.sources.afspraken import Afsprakenbestand

    Vragen = Callable[[tuple[Vraag, ...]], Antwoorden]


class Bijgewerkt(Struct, frozen=True):
    """What reading a dossier into a file came to.

    `plan` is None when the dossier was read before or nothing could be planned. `verschil` is the change of the file as
    a diff, in a trial run. `is_geschreven` says that the file was written, whatever went wrong after that.
    """

    meldingen: tuple[Diagnostic, ...] = ()
    plan: Plan | None = None
    verschil: str = ""
    is_geschreven: bool = False


def gepland(geopend: Geopend, antwoorden: Antwoorden, vragen: Vragen | None = None) -> Bijgewerkt:
    """Plan the reading of a dossier into a file; nothing is written.

    `vragen` is asked about what is not certain, until nothing is; with None the plan keeps its questions.
    """
    file = geopend.file
    if geopend.is_gelezen:
        return Bijgewerkt(ongebruikt(antwoorden, {each.id for each in file.afspraken}))
    refused = (*geopend.fouten, *dubbel(file))
    if refused:
        return Bijgewerkt((niet_bij_te_werken(file.source.name), *refused))
    given = antwoorden.about({row.id for row in geopend.basis.afspraken})
    if wrong := verkeerd(given, geopend.inkomend.dossier, file.source.name):
        return Bijgewerkt(wrong)
    plan = bijwerken(geopend, given)
    while vragen is not None and plan.vragen:
        given = given.with_more(vragen(plan.vragen))
        plan = bijwerken(geopend, given)
    return Bijgewerkt(tuple(meldingen(plan, file)), plan)


def uitgevoerd(folder: Path, geopend: Geopend, done: Bijgewerkt) -> Bijgewerkt:
    """Write what was planned, and what this reading said; when the file changed meanwhile only that is reported."""
    landsdeel = geopend.file.landsdeel
    if done.plan is None:
        kept = bewaar_basis(folder, landsdeel, geopend.basis) if geopend.is_gelezen else ()
        return replace(done, meldingen=(*done.meldingen, *kept))
    if refused := toegepast(geopend.file, done.plan).save(afspraken_pad(folder, landsdeel)):
        return Bijgewerkt(refused)
    kept = bewaar_basis(folder, landsdeel, done.plan.basis)
    return replace(done, meldingen=(*done.meldingen, *kept), is_geschreven=True)


def getoond(geopend: Geopend, done: Bijgewerkt) -> Bijgewerkt:
    """Give what a trial run shows of what was planned: the change of the file as a diff."""
    if done.plan is None:
        return done
    return replace(done, verschil=toegepast(geopend.file, done.plan).diff())


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
