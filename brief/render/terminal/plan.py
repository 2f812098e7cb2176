"""The plan for a newer version of a dossier, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare import differences
from brief.intake.three_way import Soort
from brief.render.terminal.messages import visible
from brief.render.terminal.words import BREEDTE, UITLEG, folded, in_regels

if TYPE_CHECKING:
    from brief.intake.plan import Kandidaat, Plan, Vraag
    from brief.intake.three_way import Stap

_INDENT = 6


def plan_regels(plan: Plan) -> list[str]:
    """Say what a newer dossier does to each afspraak that does not stay as it is, in lines of 80 cells."""
    changed = [stap for stap in plan.stappen if stap.soort is not Soort.ONGEWIJZIGD]
    same = len(plan.stappen) - len(changed)
    lines = [line for stap in changed for line in _stap(stap)]
    lines += [line for vraag in plan.vragen for line in vraag_regels(vraag)]
    noun = "afspraak" if same == 1 else "afspraken"
    lines.append(f"  {same} {noun} ongewijzigd")
    marked = any(stap.oud and stap.nieuw for stap in changed) or plan.vragen
    return [*lines, f"  ({UITLEG})"] if marked else lines


def _stap(stap: Stap) -> list[str]:
    soort = "agendapunt bijgewerkt" if set(stap.velden) == {"agendapunt"} else stap.soort.value
    head = f"  {visible(stap.id)}: {soort}" + (f" ({stap.reden})" if stap.reden else "")
    lines = [head]
    if "agendapunt" in stap.velden:
        lines += _gevouwen(f"agendapunt: {stap.agendapunt} → {stap.velden['agendapunt']}")
    elif stap.soort is Soort.NIEUW:
        lines += _gevouwen(f"agendapunt: {stap.agendapunt}")
    if "publiceren" in stap.velden:
        lines += [f"    publiceren: {'true' if stap.velden['publiceren'] else 'false'}"]
    if stap.oud and stap.nieuw:
        return lines + in_regels(differences(stap.oud, stap.nieuw), _INDENT)
    return lines + [" " * _INDENT + line for line in folded(stap.oud or stap.nieuw, BREEDTE - _INDENT)]


def vraag_regels(vraag: Vraag) -> list[str]:
    """Show an afspraak of the file with those of the new dossier that it may be."""
    lines = [f"  {visible(vraag.id)}: niet zeker welke afspraak dit nu is"]
    for kandidaat in vraag.kandidaten:
        lines += kandidaat_regels(vraag, kandidaat)
    return lines


def kandidaat_regels(vraag: Vraag, kandidaat: Kandidaat) -> list[str]:
    """Show an afspraak of the file against one of the new dossier."""
    alike = round(kandidaat.gelijkenis * 100)
    head = f"{kandidaat.bron} in het nieuwe dossier ({kandidaat.agendapunt}), {alike}% gelijk:"
    return [*_gevouwen(head), *in_regels(differences(vraag.tekst, kandidaat.tekst), _INDENT)]


def _gevouwen(text: str) -> list[str]:
    return [f"    {line}" for line in folded(text, BREEDTE - 4)]
