"""`brief verwerken`: bring what reviewers changed in Word into the source of a round."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    BEVINDINGEN,
    KLAAR,
    NIETS_TE_DOEN,
    ONBRUIKBAAR,
    is_interactive,
    print_findings,
    print_json,
    print_lines,
    say,
    work_is_done,
)
from brief.commands.terminal.round_argument import RondeMap, nieuwste

if TYPE_CHECKING:
    import datetime

    from brief.rounds.processing.run import Verwerkt

_WORD = (".docx", ".docm")


@click.command("verwerken")
@click.argument("args", nargs=-1, required=True, metavar="[RONDE] BESTAND...")
@click.option("--beoordelaar", default="", metavar="NAAM", help="Van wie het bestand is, als het zelf geen naam noemt.")
@click.option("--alles", is_flag=True, help="Neem alles over wat niemand betwist, ook wijzigingen van afspraken.")
@click.option(
    "--alleen-brief", is_flag=True, help="Neem alleen over wat de brief aangaat; afspraken blijven een vraag."
)
@click.option("--kies", multiple=True, metavar="VRAAG=ANTWOORD", help="Beantwoord een vraag vooraf (mag vaker).")
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), metavar="JJJJ-MM-DD", help="De dag van de besluiten.")
@click.option("--reden", default="", help="De reden van de besluiten; anders wie het wijzigde en in welk bestand.")
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map waarin de versies staan.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def verwerken(
    ctx: click.Context,
    args: tuple[str, ...],
    beoordelaar: str,
    kies: tuple[str, ...],
    datum: datetime.datetime | None,
    reden: str,
    uit: Path | None,
    *,
    alles: bool,
    alleen_brief: bool,
    proef: bool,
    as_json: bool,
) -> None:
    """Verwerk wat lezers in Word wijzigden en opmerkten.

        brief verwerken reactie-jansen.docx reactie-dgro.docx

    Elk BESTAND wordt vergeleken met de versie waarop het is gemaakt; wat sindsdien veranderde wordt niemand
    aangerekend. Tekst van de brief komt in brief.md of bij de zin van een afspraak. Een gewijzigde, geschrapte of
    nieuwe afspraak wordt gevraagd, en dan vastgelegd als besluit. Raken twee lezers, of een lezer en uw eigen tekst,
    dezelfde woorden, dan kiest u. Opmerkingen komen in opmerkingen.yaml. Wat geen plaats heeft staat in een lijst; elke
    wijziging wordt geteld.

    Alles van één opdracht gaat terug met: brief terugdraaien.
    """
    from brief.rounds.processing.opdracht import Opdracht
    from brief.rounds.processing.run import verwerk
    from brief.rounds.processing.settling import Keuzes

    gc.disable()  # as in `opstellen`: files are read into values without cycles
    folder, files = _named(ctx, args)
    answers = _answers(kies)
    asks = None
    if is_interactive() and not as_json and not proef:
        from brief.commands.verwerken_vragen import stel_vraag

        asks = stel_vraag
    keuzes = Keuzes(alles, alleen_brief, answers, asks)
    day = datum.date() if datum else None
    done = verwerk(folder, Opdracht(files, beoordelaar, keuzes, day, reden, proef, uit))
    if done.paden:
        work_is_done()
    _show(done, proef=proef, as_json=as_json)
    ctx.exit(_code(done))


def _show(done: Verwerkt, *, proef: bool, as_json: bool) -> None:
    if as_json:
        from brief.render.json.processing import processed_as_json

        print_json(processed_as_json(done))
    else:
        from brief.render.terminal.processing import processed_lines

        print_findings(done.meldingen)
        if proef and done.verschil and not done.failed:
            print_lines(done.verschil.split("\n"))
            say("")
        print_lines(processed_lines(done, proef=proef))


def _code(done: Verwerkt) -> int:
    if done.failed:
        return ONBRUIKBAAR
    if done.vragen or done.lijst or any(each.is_open for each in done.opmerkingen):
        return BEVINDINGEN
    return KLAAR if done.gelezen or done.opmerkingen else NIETS_TE_DOEN


def _named(ctx: click.Context, args: tuple[str, ...]) -> tuple[Path, list[Path]]:
    """Tell the round from the files: a round is a folder, and comes first."""
    first = Path(args[0])
    has_round = first.suffix.lower() not in _WORD or first.is_dir()
    files = [Path(each) for each in (args[1:] if has_round else args)]
    if not files:
        message = "noem een of meer Word-bestanden"
        raise click.UsageError(message)
    for each in files:
        if each.suffix.lower() not in _WORD:
            message = f"'{each}' is geen Word-bestand (.docx)"
            raise click.UsageError(message)
        if not each.is_file():
            message = f"'{each}' bestaat niet"
            raise click.UsageError(message)
    return RondeMap().convert(args[0], None, ctx) if has_round else nieuwste(), files


def _answers(given: tuple[str, ...]) -> dict[str, str]:
    answers = {}
    for each in given:
        key, equals, answer = each.partition("=")
        if not equals or not answer:
            message = f"'{each}' is geen antwoord; schrijf --kies VRAAG=ANTWOORD, bijvoorbeeld --kies nw-2.3-1=ja"
            raise click.UsageError(message)
        answers[key.strip()] = answer.strip()
    return answers
