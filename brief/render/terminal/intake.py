"""What reading the dossiers of a round came to, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.render.terminal.plan import plan_regels

if TYPE_CHECKING:
    from brief.intake.dossiers import Ingelezen


def ingelezen_regels(ingelezen: Ingelezen) -> list[str]:
    """Say what was done with one dossier: two lines, then the plan, then what a trial run would write; or one line."""
    if ingelezen.gelezen is None:
        return [f"{ingelezen.landsdeel}: {ingelezen.bestand} is niet gelezen"]
    count = len(ingelezen.gelezen.dossier.afspraken)
    head = [
        f"{ingelezen.landsdeel}: {count} afspraken uit {ingelezen.bestand}",
        f"  {ingelezen.doel}: {ingelezen.uitkomst.value}",
    ]
    planned = plan_regels(ingelezen.plan) if ingelezen.plan is not None else []
    return [*head, *planned, *(["", *ingelezen.yaml.splitlines()] if ingelezen.yaml else [])]
