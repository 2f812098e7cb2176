"""`brief nieuw 2027`: a new round to start from."""

from __future__ import annotations

import click

from brief.commands.terminal.invoer import INVOER
from brief.commands.terminal.output import KLAAR, ONBRUIKBAAR, print_findings, print_lines, work_is_done


@click.command("nieuw")
@click.argument("ronde")
@click.option("--proef", is_flag=True, help="Toon wat er zou worden gemaakt, maak niets.")
@click.pass_context
def nieuw(ctx: click.Context, ronde: str, *, proef: bool) -> None:
    """Maak een nieuwe RONDE aan: een jaar (2027, wordt input/2027) of het pad van een map.

    De map krijgt ronde.yaml, kamerstukken.yaml, brief.md en lege mappen voor dossiers en afspraken. Een map die er al
    is, blijft zoals zij is.
    """
    from brief.render.terminal.new import new_lines
    from brief.rounds.new import make_new, plan_new

    planned = plan_new(ronde, INVOER)
    if planned.findings:
        print_findings(planned.findings)
        ctx.exit(ONBRUIKBAAR)
    if not proef:
        make_new(planned)
        work_is_done()
    print_lines(new_lines(planned, proef=proef))
    ctx.exit(KLAAR)
