"""`brief stand`: how far a round is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, ONBRUIKBAAR, print_drawn, print_findings, print_json
from brief.commands.terminal.pages import write_page
from brief.commands.terminal.round_argument import ronde_argument

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.rounds.opening import Opened


@click.command("stand")
@ronde_argument
@click.option("--json", "as_json", is_flag=True, help="Toon de stand als JSON.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf een pagina naar dit bestand.")
@click.pass_context
def stand(ctx: click.Context, ronde: Path, html: Path | None, *, as_json: bool) -> None:
    """Toon de stand van een RONDE: aantallen per landsdeel, provincie en thema.

    Ook wat nog open staat: voorgestelde afspraken, afspraken zonder thema of plek, en plaatshouders.
    """
    from brief.rounds.made.complete import incomplete
    from brief.rounds.opening import open_round
    from brief.rounds.state import state

    opened = open_round(ronde)
    found = state(opened)
    missing = incomplete(opened, opened.bestanden) if opened.bestanden is not None else ()
    errors = (*opened.errors, *missing)
    unwritten = _write_page(opened, html) if html is not None else ()
    print_findings((*errors, *unwritten))
    if as_json:
        from brief.render.json.stand import stand_report

        print_json(stand_report(found, errors))
    elif found is not None:
        from brief.render.terminal.stand import print_stand

        print_drawn(partial(print_stand, found))
    ctx.exit(ONBRUIKBAAR if found is None or unwritten else BEVINDINGEN if errors else KLAAR)


def _write_page(opened: Opened, path: Path) -> tuple[Diagnostic, ...]:
    """Write the tables and their afspraken as one file that opens anywhere."""
    from brief.render.html.overview import overview_page
    from brief.rounds.meanwhile import seen_again
    from brief.rounds.overview import overview

    bestanden = opened.bestanden
    if bestanden is None:
        return ()
    return seen_again(bestanden) or write_page(
        path, overview_page(bestanden.ronde.titel, overview(bestanden.afspraken), bestanden.afspraken)
    )
