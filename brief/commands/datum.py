"""`brief datum`: say on which day a meeting was, or of which day the letter is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.commands.terminal.completing import parts
from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    print_findings,
    print_lines,
    work_is_done,
)
from brief.commands.terminal.round_argument import ronde_en_rest

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


@click.command("datum")
@click.argument(
    "args", nargs=-1, metavar="[RONDE] [LANDSDEEL|brief [JJJJ-MM-DD]]", shell_complete=parts("landsdelen", "brief")
)
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.pass_context
def datum(ctx: click.Context, args: tuple[str, ...], *, proef: bool) -> None:
    """Leg de datum van een overleg of van de brief vast in ronde.yaml.

        brief datum noordwest 2027-09-08

        brief datum brief 2027-09-20

    Zonder datum bevestigt u de datum die er staat. Zonder LANDSDEEL ziet u alle datums, en welke nog niemand heeft
    bevestigd: een nieuwe ronde begint met datums die brief heeft geraden.
    """
    folder, rest = ronde_en_rest(args, ctx)
    if len(rest) > 2:
        message = f"te veel: {' '.join(rest[2:])}"
        raise click.UsageError(message)
    ctx.exit(_set(ctx, folder, rest, proef=proef) if rest else _show(folder))


def _show(folder: Path) -> int:
    from brief.rounds.days import all_days
    from brief.rounds.opening import open_round
    from brief.text.dutch import datum as written

    opened = open_round(folder)
    if opened.bestanden is None:
        print_findings(opened.errors)
        return ONBRUIKBAAR
    days = all_days(opened.bestanden.ronde)
    print_lines(f"{each.wat:<10} {written(each.dag)}{'' if each.bevestigd else '   (voorstel)'}" for each in days)
    open_ones = [each.wat for each in days if not each.bevestigd]
    if open_ones:
        print_lines(["", f"Klopt een voorstel, bevestig het dan: brief datum {open_ones[0]}"])
    return BEVINDINGEN if open_ones else KLAAR


def _set(ctx: click.Context, folder: Path, rest: tuple[str, ...], *, proef: bool) -> int:
    from brief.rounds.days import say_day
    from brief.text.dutch import datum as written

    day: datetime.date | None = None
    if len(rest) == 2:
        day = click.DateTime(["%Y-%m-%d"]).convert(rest[1], None, ctx).date()
    done = say_day(folder, rest[0], day, proef=proef)
    print_findings(done.findings)
    if done.findings or done.dag is None:
        return ONBRUIKBAAR
    if not done.changes:
        print_lines([f"Niets te doen: {rest[0]} heeft al deze datum, en zij is bevestigd."])
        return NIETS_TE_DOEN
    if not proef:
        work_is_done()
    print_lines([f"{'Zou vastleggen' if proef else 'Vastgelegd'}: {rest[0]} op {written(done.dag)}"])
    return KLAAR
