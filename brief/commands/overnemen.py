"""`brief overnemen`: last year's letter, or a draft made in Word, becomes the text and the fields of a round."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    ask_or,
    is_interactive,
    print_findings,
    print_json,
    print_lines,
    work_is_done,
)
from brief.commands.terminal.round_argument import INVOER, RondeMap, nieuwste
from brief.disk.files import read_file

if TYPE_CHECKING:
    from brief.rounds.taking_over import Letter, Overname


@click.command("overnemen")
@click.argument("bestand", metavar="BRIEF.docx", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("ronde", required=False)
@click.option("--verbeter", is_flag=True, help="Herstel aanhalingstekens, -- en dubbele spaties waar dat veilig kan.")
@click.option("--vervang", is_flag=True, help="Vervang ook de tekst en de velden die er al staan.")
@click.option("--proef", is_flag=True, help="Toon wat er zou worden geschreven, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def overnemen(
    ctx: click.Context, bestand: Path, ronde: str | None, *, verbeter: bool, vervang: bool, proef: bool, as_json: bool
) -> None:
    """Neem een brief uit Word over in een ronde: die van vorig jaar, of een concept.

    De tekst komt in brief.md, met koppen, lijsten, tabellen en noten. Datum, betreft, kenmerk, ondertekening en
    afzender komen in ronde.yaml, de stukken uit de noten in kamerstukken.yaml. Noemt u een RONDE die er nog niet is
    (2027), dan wordt zij gemaakt; zonder RONDE is het de nieuwste.

    Wat u zelf schreef wordt niet vervangen zonder --vervang. Elk teken van de brief komt op één plaats terecht; wat
    niet is overgenomen staat in de uitvoer, met de reden. Kan brief dat niet aantonen, dan schrijft het niets.

    Eindigt met 1 als er waarschuwingen zijn.
    """
    from brief.rounds.taking_over import Letter

    letter = Letter(read_file(bestand), bestand.as_posix(), verbeter)
    planned = _plan(ctx, ronde, letter, vervang=vervang)
    if planned.heeft_tekst and not vervang and not proef and not as_json and is_interactive():
        planned = _asked(planned, letter)
    written: tuple[Path, ...] = ()
    findings = planned.findings
    if not proef and not planned.failed and planned.bestanden:
        from brief.rounds.taking_over import save

        written, stopped = save(planned)
        findings += stopped
        if written and not stopped:
            work_is_done()
    print_findings(findings)
    if as_json:
        from brief.render.json.taken_over import taken_over_as_json

        print_json(taken_over_as_json(planned, written, findings))
    else:
        from brief.render.terminal.taken_over import taken_over_lines

        print_lines(taken_over_lines(planned, written, proef=proef))
    ctx.exit(_code(planned, written, findings, proef=proef))


def _code(planned: Overname, written: tuple[Path, ...], findings: tuple[object, ...], *, proef: bool) -> int:
    severities = [str(getattr(each, "severity", "")) for each in findings]
    if "fout" in severities:
        return ONBRUIKBAAR
    if not planned.bestanden and not written and not proef:
        return NIETS_TE_DOEN
    return BEVINDINGEN if "waarschuwing" in severities else KLAAR


def _plan(ctx: click.Context, ronde: str | None, letter: Letter, *, vervang: bool) -> Overname:
    """Plan for the round that was named, the newest when none was; one that is not there yet is made."""
    from brief.rounds.taking_over import plan_for, plan_for_new

    if ronde is None:
        return plan_for(nieuwste(), letter, vervang=vervang)
    folder = Path(ronde) if re.search(r"[/\\]", ronde) else INVOER / ronde
    if any(each.exists() for each in (Path(ronde), folder)):
        return plan_for(RondeMap().convert(ronde, None, ctx), letter, vervang=vervang)
    from brief.rounds.new import plan_new

    return plan_for_new(plan_new(ronde, INVOER), letter)


def _asked(planned: Overname, letter: Letter) -> Overname:
    """Ask whether the text that is there may go; without a yes nothing changes."""
    from brief.rounds.taking_over import plan_for

    answer = ask_or(f"In {planned.folder.as_posix()} staat al een brief. Vervangen? (ja/nee)", "nee")
    return plan_for(planned.folder, letter, vervang=True) if answer.strip().lower() in {"j", "ja"} else planned
