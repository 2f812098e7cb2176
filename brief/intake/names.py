"""The ids that the afspraken of a dossier have in a round: what a reader sees is what the round calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.intake.answers import Antwoorden
from brief.intake.opening import Inkomend, afspraken_pad, open_bestand
from brief.intake.plan import bijwerken

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from brief.domain import Dossier
    from brief.dossier import Gelezen


def names_in_round(folder: Path, dossier: Dossier, bestand: str) -> Mapping[str, str]:
    """Give for the own ids of a dossier those of the round in `folder`; empty when the round knows none yet.

    A dossier that was read in has the ids of that reading. One that is newer has those that it would get; where it is
    not certain which afspraak one is, the likeliest.
    """
    if not afspraken_pad(folder, dossier.landsdeel or "").is_file():
        return {}
    opened, _ = open_bestand(folder, Inkomend(dossier, bestand))  # without proposals: no name hangs on one
    if opened is None:
        return {}
    if opened.basis.sha256 == dossier.sha256 and not opened.basis.halverwege:
        return {row.bron: row.id for row in opened.basis.afspraken if row.bron}
    plan = bijwerken(opened, Antwoorden())
    names = {stap.bron: stap.id for stap in plan.stappen if stap.bron}
    for vraag in plan.vragen:
        likely = next((each.bron for each in vraag.kandidaten if each.bron not in names), None)
        if likely is not None:
            names[likely] = vraag.id
    return names


def under_names(gelezen: Gelezen, names: Mapping[str, str]) -> Gelezen:
    """Give a dossier and its track with other ids; what has no other one keeps its own."""
    if all(own == other for own, other in names.items()):
        return gelezen
    afspraken = tuple(replace(each, id=names.get(each.id, each.id)) for each in gelezen.dossier.afspraken)
    steps = tuple(replace(each, afspraak=names.get(each.afspraak, each.afspraak)) for each in gelezen.stappen)
    return replace(gelezen, dossier=replace(gelezen.dossier, afspraken=afspraken), stappen=steps)
