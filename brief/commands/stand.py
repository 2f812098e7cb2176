"""`brief stand`: how far a round is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    ONBRUIKBAAR,
    print_findings,
    print_json,
)
from brief.commands.terminal.round_argument import ronde_argument
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    from pathlib import Path


@click.command("stand")
@ronde_argument
@click.option("--json", "as_json", is_flag=True, help="Toon de stand als JSON.")
@click.pass_context
def stand(ctx: click.Context, ronde: Path, *, as_json: bool) -> None:
    """Toon de stand van een RONDE: aantallen per landsdeel, provincie en thema.

    Ook wat nog open staat: voorgestelde afspraken, afspraken zonder thema of plek, en plaatshouders.
    """
    from brief.checks import Gegevens
    from brief.checks.rules import plaatshouder
    from brief.render.json.findings import findings_as_json
    from brief.render.json.stand import stand_as_json
    from brief.rounds.state import stand_van
    from brief.sources import read_ronde

    bestanden, found = read_ronde(ronde)
    errors = [finding for finding in found if finding.is_error]
    print_findings(errors)
    if bestanden is None:
        if as_json:
            print_json({"versie": 1, "ronde": None, "meldingen": findings_as_json(errors)})
        ctx.exit(ONBRUIKBAAR)
    gegevens = Gegevens(ronde.as_posix(), bestanden.ronde, bestanden.afspraken, brief_tekst=bestanden.brief_tekst)
    open_ones = plaatshouder.controleer(gegevens)
    state = stand_van(bestanden.ronde.ronde, bestanden.ronde.titel, bestanden.afspraken, open_ones)
    if as_json:
        print_json({**stand_as_json(state), "meldingen": findings_as_json(errors)})
    else:
        from brief.render.terminal.stand import print_stand

        print_stand(state, sys.stdout)
    ctx.exit(BEVINDINGEN if has_errors(errors) else KLAAR)
