"""`brief overnemen`: last year's letter, or a draft made in Word, becomes the text and the fields of a round."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from brief.commands.terminal.invoer import INVOER
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
    say,
    work_is_done,
)
from brief.commands.terminal.round_argument import RondeMap, nieuwste
from brief.diagnostics import Severity, has_errors
from brief.disk.files import read_file

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.rounds.taking_over import Letter, Overname


@click.command("overnemen")
@click.argument(
    "bestand", metavar="BRIEF.docx|-", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True)
)
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

        brief overnemen kamerbrief.docx 2027

    Wat u zelf schreef wordt niet vervangen zonder --vervang; terug kan met brief terugdraaien. Elk teken van de brief
    komt op één plaats terecht; wat niet is overgenomen staat in de uitvoer, met de reden. Kan brief dat niet aantonen,
    dan schrijft het niets.

    De tekst komt in brief.md, met koppen, lijsten, tabellen en noten. Datum, betreft, kenmerk, ondertekening en
    afzender komen in ronde.yaml, de stukken uit de noten in kamerstukken.yaml. Noemt u een RONDE die er nog niet is
    (2027), dan wordt zij gemaakt; zonder RONDE is het de nieuwste.

    Eindigt met 1 als er waarschuwingen zijn.
    """
    from brief.rounds.taking_over import Letter

    piped = bestand == Path("-")
    data = sys.stdin.buffer.read() if piped else read_file(bestand)
    letter = Letter(data, "stdin" if piped else bestand.as_posix(), verbeter)
    planned = _plan(ctx, ronde, letter, vervang=vervang)
    if not proef and not as_json and not piped and is_interactive():
        asks = planned.heeft_tekst and not planned.is_eigen
        vervang = vervang or (asks and _yes("In deze ronde staat al een brief. Vervangen?"))
        letter = _completed(planned, letter)
        planned = _plan(ctx, planned.folder.as_posix() if ronde is None else ronde, letter, vervang=vervang)
    written: tuple[Path, ...] = ()
    stopped: tuple[Diagnostic, ...] = ()
    if not proef and not planned.failed and planned.bestanden:
        from brief.rounds.taking_over import save

        written, stopped = save(planned)
        if written and not stopped:
            work_is_done()
    findings = (*planned.findings, *stopped)
    print_findings(findings)
    if as_json:
        from brief.render.json.taken_over import taken_over_as_json

        print_json(taken_over_as_json(planned, written, findings))
    else:
        from brief.render.terminal.taken_over import taken_over_lines

        print_lines(taken_over_lines(planned, written, proef=proef, stopped=bool(stopped)))
    ctx.exit(_code(planned, written, findings, proef=proef))


def _code(planned: Overname, written: tuple[Path, ...], findings: tuple[Diagnostic, ...], *, proef: bool) -> int:
    if has_errors(findings):
        return ONBRUIKBAAR
    if not planned.bestanden and not written and not proef:
        return NIETS_TE_DOEN
    return BEVINDINGEN if any(each.severity is Severity.WAARSCHUWING for each in findings) else KLAAR


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


def _yes(question: str) -> bool:
    return ask_or(f"{question} (ja/nee)", "nee").strip().lower() in {"j", "ja"}


def _completed(planned: Overname, letter: Letter) -> Letter:
    """Ask for what the notes do not say of their papers, when the person wants to answer now."""
    from brief.commands.kamerstuk_vragen import vraag_de_rest
    from brief.kamerstuk import from_key

    open_ones = {key: dict(each) for key, each in planned.brief.stukken.items() if not each.get("titel")}
    if planned.brief.failed or not open_ones or not _yes(f"Titel en datum van {len(open_ones)} stukken nu invullen?"):
        return letter
    answers = {}
    for key, fields in open_ones.items():
        reference = from_key(key)
        if reference is not None:
            say(f"{key}:", err=True)
            answers[key] = vraag_de_rest(reference, fields)
    return replace(letter, aanvulling=answers)
