"""`brief terugdraaien`: take back what a command did to the files of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
from brief.commands.terminal.round_argument import RondeMap, is_ronde, nieuwste

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 10
"""From so many digits on a word is no number of a deed."""


@click.command("terugdraaien")
@click.argument("args", nargs=-1, metavar="[RONDE] [NUMMER]")
@click.option("--lijst", is_flag=True, help="Toon wat er is gedaan, met nummers; draai niets terug.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def terugdraaien(ctx: click.Context, args: tuple[str, ...], *, lijst: bool, proef: bool, as_json: bool) -> None:
    """Draai terug wat een opdracht aan de bestanden van een ronde veranderde.

    Zonder NUMMER de laatste daad die nog geldt; nog een keer gaat een daad verder terug. Met een NUMMER die ene daad,
    zolang niets anders haar bestanden sindsdien veranderde. Terugdraaien is zelf ook een daad: met haar nummer maakt u
    het ongedaan. Heeft iemand een bestand sindsdien veranderd, dan blijft alles zoals het is.

    De laatste 200 daden blijven bewaard (hoogstens 50 MB), in de verborgen map .terugdraaien van de ronde.
    """
    number, named = _read(args)
    folder = RondeMap().convert(named, None, ctx) if named is not None else nieuwste()
    ctx.exit(_list(folder, as_json=as_json) if lijst else _undo(folder, number, proef=proef, as_json=as_json))


def _read(args: tuple[str, ...]) -> tuple[int | None, str | None]:
    """Tell the number of a deed from a round: a bare number is a round when there is one of that name in `input/`."""
    if len(args) > 2:
        message = f"te veel: {' '.join(args[2:])}"
        raise click.UsageError(message)
    if len(args) == 2:
        if not _is_number(args[1]):
            message = f"'{args[1]}' is geen nummer; zie de nummers met: brief terugdraaien --lijst"
            raise click.UsageError(message)
        return int(args[1]), args[0]
    if not args:
        return None, None
    return (None, args[0]) if not _is_number(args[0]) or is_ronde(args[0]) else (int(args[0]), None)


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) < _LONGEST


def _list(folder: Path, *, as_json: bool) -> int:
    from brief.rounds.undoing import damaged, listed

    entries = listed(folder)
    unreadable = damaged(folder)
    print_findings(unreadable)
    if as_json:
        from brief.render.json.undoing import entries_as_json

        print_json(entries_as_json(entries))
    else:
        from brief.render.terminal.undoing import entry_lines

        print_lines(entry_lines(entries))
    if unreadable:
        return BEVINDINGEN
    return KLAAR if entries else NIETS_TE_DOEN


def _undo(folder: Path, number: int | None, *, proef: bool, as_json: bool) -> int:
    from brief.rounds.undoing import damaged, undo

    unreadable = damaged(folder)
    print_findings(unreadable)
    done = undo(folder, number, proef=proef)
    if done.number is not None:
        work_is_done()
    if as_json:
        from brief.render.json.undoing import undone_as_json

        print_json(undone_as_json(done, proef=proef))
    else:
        from brief.render.terminal.undoing import undone_lines

        print_findings(done.findings)
        print_lines(undone_lines(done, proef=proef))
    if done.findings:
        return ONBRUIKBAAR
    if unreadable:
        return BEVINDINGEN
    return KLAAR if done.steps else NIETS_TE_DOEN
