"""`brief controleren`: every mistake of a round, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, ONBRUIKBAAR, print_findings, print_json, print_step, say
from brief.commands.terminal.round_argument import ronde_argument

if TYPE_CHECKING:
    from pathlib import Path


@click.command("controleren")
@ronde_argument
@click.option("--json", "as_json", is_flag=True, help="Toon de meldingen als JSON.")
@click.pass_context
def controleren(ctx: click.Context, ronde: Path, *, as_json: bool) -> None:
    """Loop een RONDE na: bestanden, afspraken, brief, verwijzingen en sjablonen.

    Alle meldingen komen in één keer. Een melding over de inhoud (BR4…) kunt u in een YAML-bestand negeren, met een
    reden: # brief: negeer BR417 zo heet de stichting
    """
    from brief.rounds.checking import check
    from brief.rounds.opening import open_round

    outcome = check(open_round(ronde))
    if as_json:
        from brief.render.json.findings import meldingen_as_json

        print_json(meldingen_as_json(outcome.findings))
    else:
        print_findings(outcome.findings, len(outcome.genegeerd))
        if not outcome.findings:
            say(f"{ronde.as_posix()}: geen meldingen")
            print_step("Verder: brief opstellen")
    ctx.exit(ONBRUIKBAAR if not outcome.leesbaar else BEVINDINGEN if outcome.has_work else KLAAR)
