"""`brief verwant`: find one afspraak in several landsdelen, and link what a person says is one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.completing import parts
from brief.commands.terminal.deeds import tell
from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    print_findings,
    print_json,
    print_lines,
)
from brief.commands.terminal.round_argument import RondeMap, nieuwste

if TYPE_CHECKING:
    from pathlib import Path


@click.command("verwant")
@click.argument("args", nargs=-1, metavar="[RONDE] [ID ID]", shell_complete=parts("ids"))
@click.option("--json", "as_json", is_flag=True, help="Toon de paren als JSON.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.pass_context
def verwant(ctx: click.Context, args: tuple[str, ...], *, as_json: bool, proef: bool) -> None:
    """Zoek dezelfde of bijna dezelfde afspraak in verschillende landsdelen.

    De teksten staan naast elkaar, met de woorden die verschillen. Met twee ID's koppelt u afspraken: elk krijgt een
    verwijzing (zie) naar de ander. Zijn zij woordelijk gelijk, dan staat de afspraak één keer in de afsprakenlijst, met
    een verwijzing op de andere plaats. Eindigt met 1 als er paren zijn die niet zijn gekoppeld, of
    als een bestand fouten heeft: dan kunnen er paren ontbreken.
    """
    if len(args) > 3:
        message = f"te veel: {' '.join(args[3:])}"
        raise click.UsageError(message)
    folder = RondeMap().convert(args[0], None, ctx) if len(args) in {1, 3} else nieuwste()
    if len(args) >= 2:
        if as_json:
            message = "--json hoort bij het zoeken, niet bij het koppelen"
            raise click.UsageError(message)
        ctx.exit(_koppel(folder, args[-2], args[-1], proef=proef))
    ctx.exit(_zoek(folder, as_json=as_json))


def _zoek(folder: Path, *, as_json: bool) -> int:
    from brief.rounds.linking import related
    from brief.rounds.opening import open_round

    opened = open_round(folder)
    print_findings(opened.errors)
    if opened.bestanden is None:
        return ONBRUIKBAAR
    pairs = related(opened)
    if as_json:
        from brief.render.json.related import verwant_as_json

        print_json(verwant_as_json(opened.bestanden.ronde.ronde, pairs))
    else:
        from brief.render.terminal.related import verwant_regels

        print_lines(verwant_regels(pairs))
    return BEVINDINGEN if opened.errors or any(not pair.gekoppeld for pair in pairs) else KLAAR


def _koppel(folder: Path, een: str, ander: str, *, proef: bool) -> int:
    from brief.rounds.linking import plan
    from brief.rounds.plan import plan_and_save

    planned, saved = plan_and_save(folder, partial(plan, een=een, ander=ander), proef=proef)
    if not planned.meldingen and not planned.edits:
        print_lines([f"Niets te doen: {een} en {ander} zijn al gekoppeld."])
        return NIETS_TE_DOEN
    return tell(planned, saved, proef=proef)
