"""Find one afspraak in several landsdelen, and link what a person says is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare.verwant import Verwant, verwanten
from brief.diagnostics import Diagnostic, Severity
from brief.rounds import named
from brief.rounds.decisions.gathering import Gathering
from brief.rounds.plan import Plan

if TYPE_CHECKING:
    from brief.domain import Afspraak
    from brief.rounds.opening import Opened


def related(opened: Opened) -> tuple[Verwant, ...]:
    """Give the pairs of afspraken of different landsdelen that are alike; none when the round cannot be used."""
    return verwanten(opened.bestanden.afspraken) if opened.bestanden is not None else ()


def plan(opened: Opened, een: str, ander: str) -> Plan:
    """Give the changes that make two afspraken, by their ids, name each other; none where they do already."""
    bestanden = opened.bestanden
    if bestanden is None:
        return Plan(opened.folder, findings=opened.findings)
    one, found = named.afspraak(opened, bestanden, een)
    other, more = named.afspraak(opened, bestanden, ander)
    if one is None or other is None:
        return Plan(opened.folder, findings=tuple(dict.fromkeys((*found, *more))))
    if one.id == other.id:
        message = f"{een} en {ander} zijn dezelfde afspraak"
        same = Diagnostic("BR922", Severity.FOUT, message, one.place_of("id"), hint="noem er twee")
        return Plan(opened.folder, findings=(same,))
    work = Gathering(opened, bestanden)
    for each, to in ((one, other), (other, one)):
        edit = work.edit(each.landsdeel)
        if edit is not None and to.id not in each.zie:
            edit.set(each.id, "zie", (*each.zie, to.id))
    if not work.findings and any(edit.changes for edit in work.edits.values()):
        work.regels += _said(one, other)
    return work.plan()


def _said(one: Afspraak, other: Afspraak) -> tuple[str, ...]:
    """Say what being linked means for the list."""
    if one.zegt_hetzelfde(other):
        meaning = "De afspraak komt één keer in de afsprakenlijst, met een verwijzing op de andere plaats."
    else:
        meaning = "De teksten verschillen: beide komen in de afsprakenlijst, met een verwijzing naar elkaar."
    return f"{one.id} en {other.id} verwijzen naar elkaar.", meaning
