"""`brief bevestigen`: take over what the program proposed, or not: one key each, or all that is certain at once."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.completing import parts
from brief.commands.terminal.deeds import tell, tell_next
from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    is_interactive,
    print_findings,
    print_json,
    print_lines,
)
from brief.commands.terminal.round_argument import ronde_en_rest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brief.rounds.confirming import Keuze, Vermoeden
    from brief.rounds.opening import Opened


class Zekerheid(click.ParamType[float]):
    """A certainty as people type it: `0.9`, `0,9` or `90%`."""

    name = "zekerheid"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Give it as a number from 0 to 1."""
        written = str(value).strip()
        number = float(written.rstrip("%").replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?%?", written) else -1.0
        number = number / 100 if written.endswith("%") else number
        if not 0 <= number <= 1:
            raise click.BadParameter(f"'{value}' is geen getal van 0 tot en met 1, zoals 0.9", ctx, param)
        return number


@click.command("bevestigen")
@click.argument("args", nargs=-1, metavar="[RONDE] [LANDSDEEL|ID ...]", shell_complete=parts("landsdelen", "ids"))
@click.option("--boven", type=Zekerheid(), metavar="GETAL", help="Neem over wat minstens zo zeker is, zoals 0.9.")
@click.option("--ja", "antwoord", flag_value="ja", help="Neem alle voorstellen over.")
@click.option("--nee", "antwoord", flag_value="nee", help="Haal alle voorstellen weg.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon de open voorstellen als JSON, vraag niets.")
@click.pass_context
def bevestigen(
    ctx: click.Context,
    args: tuple[str, ...],
    boven: float | None,
    antwoord: str | None,
    *,
    proef: bool,
    as_json: bool,
) -> None:
    """Neem voorstellen over, of haal ze weg.

    Bij het inlezen stelt brief thema's, provincies en gebieden voor, met de reden. Zonder keuze vraagt deze opdracht u
    per reden wat klopt, met één toets: ja, nee, wijzig of de hele groep. Met --boven, --ja of --nee vraagt zij niets.
    Noemt u een LANDSDEEL of ID's, dan gaat het alleen over die afspraken.

    Een zekerheid van 0.9 wil zeggen: van tien zulke voorstellen in de proefset waren er negen goed.

    \b
    brief bevestigen --boven 0.9       wat zeker is, in één keer
    brief bevestigen                   de rest, één toets per voorstel of groep
    brief bevestigen nw-2.3-1 --ja     alles bij één afspraak
    """  # noqa: D301 - the sign is click's: what follows keeps its lines
    if as_json and (antwoord or boven is not None or proef):
        message = "--json toont wat open staat, en gaat niet samen met --boven, --ja, --nee of --proef"
        raise click.UsageError(message)
    if antwoord and boven is not None:
        message = f"kies --boven of --{antwoord}, niet allebei"
        raise click.UsageError(message)
    if antwoord == "nee" and not args:
        message = "zeg bij --nee om welke afspraken het gaat: noem een landsdeel of id's"
        raise click.UsageError(message)
    folder, wat = ronde_en_rest(args, ctx)
    ctx.exit(_run(folder, wat, boven, antwoord, proef=proef, as_json=as_json))


def _run(
    folder: Path, wat: tuple[str, ...], boven: float | None, antwoord: str | None, *, proef: bool, as_json: bool
) -> int:
    from brief.rounds.confirming import openstaand
    from brief.rounds.opening import open_round

    opened = open_round(folder)
    vermoedens, findings = openstaand(opened, wat)
    print_findings(findings)
    if opened.bestanden is None or (findings and not vermoedens):
        return ONBRUIKBAAR
    if as_json or (boven is None and antwoord is None and not (vermoedens and is_interactive())):
        return _toon(opened, vermoedens, as_json=as_json)
    if not vermoedens:
        print_lines(["Niets te doen: er staan geen voorstellen open."])
        return NIETS_TE_DOEN
    code = _schrijf(folder, _keuzes(vermoedens, boven, antwoord), boven, proef=proef)
    return BEVINDINGEN if findings and code in (KLAAR, NIETS_TE_DOEN) else code


def _toon(opened: Opened, vermoedens: Sequence[Vermoeden], *, as_json: bool) -> int:
    """Show what is open, for who cannot be asked."""
    from brief.rounds.confirming import groepen

    found = groepen(vermoedens)
    if as_json:
        from brief.render.json.confirming import voorstellen_as_json

        name = opened.bestanden.ronde.ronde if opened.bestanden is not None else ""
        print_json(voorstellen_as_json(name, found))
        return BEVINDINGEN if vermoedens else KLAAR
    if not vermoedens:
        print_lines(["Niets te doen: er staan geen voorstellen open."])
        return NIETS_TE_DOEN
    from brief.render.terminal.confirming import groep_regels
    from brief.rounds.next_step import CERTAIN

    count = f"{len(vermoedens)} voorstel{'len' if len(vermoedens) != 1 else ''}"
    certain = any(each.zekerheid >= CERTAIN for each in vermoedens)
    next_step = "--boven 0.9" if certain else "in een terminal, of noem id's met --ja of --nee"
    print_lines([*groep_regels(found), "", f"{count} open. Verder: brief bevestigen {next_step}"])
    return BEVINDINGEN


def _keuzes(vermoedens: Sequence[Vermoeden], boven: float | None, antwoord: str | None) -> tuple[Keuze, ...]:
    from brief.rounds import confirming

    if boven is not None:
        return confirming.boven(vermoedens, boven)
    if antwoord is not None:
        return tuple(confirming.ja(each) if antwoord == "ja" else confirming.nee(each) for each in vermoedens)
    from brief.commands.bevestigen_vragen import vraag

    return vraag(confirming.groepen(vermoedens))


def _schrijf(folder: Path, keuzes: tuple[Keuze, ...], boven: float | None, *, proef: bool) -> int:
    from brief.rounds.confirming import plan
    from brief.rounds.plan import plan_and_save

    if not keuzes:
        why = f"geen voorstel is zo zeker als {boven}" if boven is not None else "er is niets geantwoord"
        print_lines([f"Niets te doen: {why}. Verder: brief bevestigen"])
        return NIETS_TE_DOEN
    planned, saved = plan_and_save(folder, partial(plan, keuzes=keuzes), proef=proef)
    code = tell(planned, saved, proef=proef)
    if code == KLAAR and not proef:
        tell_next(folder)
    return code
