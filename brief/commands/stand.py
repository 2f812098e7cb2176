"""`brief stand`: how far a round is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, ONBRUIKBAAR, print_drawn, print_findings, print_json
from brief.commands.terminal.round_argument import ronde_argument

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
    from brief.rounds.opening import open_round
    from brief.rounds.state import state

    opened = open_round(ronde)
    found = state(opened)
    print_findings(opened.errors)
    if as_json:
        from brief.render.json.stand import stand_report

        print_json(stand_report(found, opened.errors))
    elif found is not None:
        from brief.render.terminal.stand import print_stand

        print_drawn(partial(print_stand, found))
    ctx.exit(ONBRUIKBAAR if found is None else BEVINDINGEN if opened.errors else KLAAR)
