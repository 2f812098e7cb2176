"""`brief versies`: the versions of a round, and whether their files are still as they were made."""

from __future__ import annotations

from pathlib import Path

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, NIETS_TE_DOEN, print_findings, print_json, print_lines
from brief.commands.terminal.round_argument import ronde_argument


@click.command("versies")
@ronde_argument
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map waarin de versies staan.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def versies(ctx: click.Context, ronde: Path, uit: Path | None, *, as_json: bool) -> None:
    """Toon de versies van een RONDE, en of hun bestanden nog zijn zoals ze zijn gemaakt."""
    from brief.rounds.published import published

    found = published(ronde, uit)
    print_findings(found.findings)
    if as_json:
        from brief.render.json.published import published_as_json

        print_json(published_as_json(found))
    else:
        from brief.render.terminal.published import published_lines

        print_lines(published_lines(found, ronde))
    if found.findings or not found.are_as_made:
        ctx.exit(BEVINDINGEN)
    ctx.exit(KLAAR if found.versies else NIETS_TE_DOEN)
