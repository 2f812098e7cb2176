"""`brief afstemming`: ask parties whether they agree to the text of their afspraken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.invoer import INVOER
from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    print_findings,
    print_json,
    print_lines,
    work_is_done,
)
from brief.commands.terminal.round_argument import RondeMap, nieuwste
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    from brief.rounds.consent.deed import Gevraagd


@click.command("afstemming")
@click.argument("args", nargs=-1, metavar="[RONDE] [PARTIJ]...")
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map waarin de bestanden komen.")
@click.option("--proef", is_flag=True, help="Toon wie wat zou worden gevraagd, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def afstemming(ctx: click.Context, args: tuple[str, ...], uit: Path | None, *, proef: bool, as_json: bool) -> None:
    """Maak voor elke PARTIJ een Word-bestand met haar afspraken, en ruimte om te antwoorden.

        brief afstemming utrecht "Natuur & Milieu"

    In het bestand staat per afspraak wat is voorgesteld, wat is afgesproken en wat er nu staat. Een PARTIJ is een
    provincie (utrecht) of een naam die onder 'afstemming' bij een afspraak staat; zonder PARTIJ komen zij allemaal aan
    de beurt. Bij elke afspraak wordt genoteerd dat de partij moet antwoorden; 'brief stand' telt wie dat nog moet.

    Komt het bestand ingevuld terug, geef dan: brief verwerken BESTAND.
    """
    from brief.rounds.consent.deed import ask

    named = bool(args) and (Path(args[0]).is_dir() or (INVOER / args[0]).is_dir())
    folder = RondeMap().convert(args[0], None, ctx) if named else nieuwste()
    done = ask(folder, args[1:] if named else args, uit, proef=proef)
    if done.paden:
        work_is_done()
    if as_json:
        from brief.render.json.consent import asked_as_json

        print_json(asked_as_json(done))
    else:
        from brief.render.terminal.consent import asked_lines

        print_findings(done.findings)
        print_lines(asked_lines(done, proef=proef))
    ctx.exit(_code(done))


def _code(done: Gevraagd) -> int:
    if has_errors(done.findings):
        return ONBRUIKBAAR
    if done.findings:
        return BEVINDINGEN
    return KLAAR if done.aanvragen else NIETS_TE_DOEN
