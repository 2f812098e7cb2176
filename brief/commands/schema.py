"""`brief schema`: let an editor know the fields of a round's YAML files, and its ids, themes and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    print_findings,
    print_lines,
    work_is_done,
)
from brief.commands.terminal.round_argument import ronde_argument

if TYPE_CHECKING:
    from pathlib import Path


@click.command("schema")
@ronde_argument
@click.pass_context
def schema(ctx: click.Context, ronde: Path) -> None:
    """Schrijf de schema's van een RONDE, waarmee een editor velden, id's, thema's en stukken aanvult en nakijkt.

    Bij een ronde van brief nieuw staan ze er al en werkt brief inlezen ze bij. De eerste regel van een YAML-bestand
    wijst een editor het schema:

    \b
    # yaml-language-server: $schema=.schema/ronde.json
    """  # noqa: D301 - the sign is click's: what follows keeps its lines
    from brief.rounds.schemas import write_schemas
    from brief.sources.schema import line_for

    written, found = write_schemas(ronde)
    print_findings(found)
    if found:
        print_lines(f"Wel geschreven: {path.as_posix()}" for path in written)
        ctx.exit(ONBRUIKBAAR)
    if not written:
        print_lines(["Niets te doen: de schema's zijn bij."])
        ctx.exit(NIETS_TE_DOEN)
    work_is_done()
    print_lines(f"Geschreven: {path.as_posix()}" for path in written)
    print_lines(
        [
            "",
            "Zet als eerste regel in uw bestand, als die er nog niet staat:",
            f"  ronde.yaml         {line_for('ronde')}",
            f"  kamerstukken.yaml  {line_for('kamerstukken')}",
            f"  afspraken/*.yaml   {line_for('afspraken', deep=1)}",
        ]
    )
    ctx.exit(KLAAR)
