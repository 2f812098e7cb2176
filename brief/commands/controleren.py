"""`brief controleren`: every mistake of a round, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    ONBRUIKBAAR,
    print_findings,
    print_json,
    print_lines,
    print_step,
    say,
)
from brief.commands.terminal.round_argument import ronde_argument

if TYPE_CHECKING:
    from pathlib import Path


@click.command("controleren")
@ronde_argument
@click.option("--json", "as_json", is_flag=True, help="Toon de meldingen als JSON.")
@click.option("--taal", is_flag=True, help="Toon hoe leesbaar de brief is; dit houdt nooit iets tegen.")
@click.pass_context
def controleren(ctx: click.Context, ronde: Path, *, as_json: bool, taal: bool) -> None:
    """Loop een RONDE na: bestanden, afspraken, brief, verwijzingen en sjablonen.

    Alle meldingen komen in één keer. Een melding over de inhoud (BR4…) kunt u in een YAML-bestand negeren, met een
    reden: # brief: negeer BR417 zo heet de stichting
    """
    from brief.rounds.checking import check
    from brief.rounds.opening import open_round

    if taal:
        ctx.exit(_plain_language(ronde, as_json=as_json))
    outcome = check(open_round(ronde))
    if as_json:
        from brief.render.json.findings import meldingen_as_json

        print_json(meldingen_as_json(outcome.findings))
    else:
        print_findings(outcome.findings, len(outcome.genegeerd))
        if not outcome.findings:
            say(f"{ronde.as_posix()}: geen meldingen")
        if outcome.leesbaar and not outcome.has_work:
            print_step("Verder: brief opstellen")
    ctx.exit(ONBRUIKBAAR if not outcome.leesbaar else BEVINDINGEN if outcome.has_work else KLAAR)


def _plain_language(ronde: Path, *, as_json: bool) -> int:
    """Show how plain the letter is; afspraken may not be reworded, so they are left out."""
    from brief.rounds.opening import open_round
    from brief.rounds.plain_language import plain_language

    opened = open_round(ronde)
    found = plain_language(opened)
    if found is None:
        print_findings(opened.findings)
        return ONBRUIKBAAR
    if as_json:
        from brief.render.json.plain_language import plain_language_as_json

        print_json(plain_language_as_json(found))
    else:
        from brief.render.terminal.plain_language import plain_language_lines

        print_lines(plain_language_lines(found))
    return KLAAR
