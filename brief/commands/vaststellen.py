"""`brief vaststellen`: record what the meetings decided, by a careful change of the afspraken files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from brief.commands.terminal.agreed_text import edited, read_text
from brief.commands.terminal.completing import parts
from brief.commands.terminal.deeds import tell, tell_next
from brief.commands.terminal.output import KLAAR, NIETS_TE_DOEN, ask, is_interactive, print_lines, say
from brief.commands.terminal.round_argument import ronde_en_rest

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak
    from brief.rounds.deciding import Opdracht
    from brief.rounds.plan import Plan, Vraag


@click.command("vaststellen")
@click.argument(
    "args", nargs=-1, required=True, metavar="[RONDE] LANDSDEEL|ID …", shell_complete=parts("landsdelen", "ids")
)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), metavar="JJJJ-MM-DD", help="Dag van het besluit.")
@click.option("--gewijzigd", "status", flag_value="gewijzigd", help="De afspraak is gewijzigd vastgesteld.")
@click.option("--vervallen", "status", flag_value="vervallen", help="De afspraak gaat niet door.")
@click.option("--aangehouden", "status", flag_value="aangehouden", help="Over de afspraak wordt later besloten.")
@click.option("--reden", help="Waarom zo is besloten.")
@click.option(
    "--tekst", metavar="BESTAND|-", help="De gewijzigde tekst; - leest van de invoer. Anders opent uw editor."
)
@click.option("--punt", metavar="NUMMER", help="Alleen dit punt van de afspraak: 2, of 2.1 voor het eerste eronder.")
@click.option(
    "--dossiertekst",
    type=click.Choice(["overnemen", "afwijzen"]),
    help="Kies tussen uw tekst en de nieuwere van het dossier.",
)
@click.option("--opnieuw", is_flag=True, help="Vervang het besluit dat er al is.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.pass_context
def vaststellen(
    ctx: click.Context,
    args: tuple[str, ...],
    datum: datetime.datetime | None,
    status: str | None,
    reden: str | None,
    tekst: str | None,
    punt: str | None,
    dossiertekst: str | None,
    *,
    opnieuw: bool,
    proef: bool,
) -> None:
    """Leg vast wat er met de afspraken is besloten.

    Met een LANDSDEEL wordt alles wat nog is voorgesteld vastgesteld, behalve wat een besluit heeft: de voorgestelde
    tekst geldt 1-op-1. Wat na het overleg bijkwam, blijft staan: daarover beslist u apart, met een datum en een reden.

    Met het ID van een afspraak, of van meer, legt u vast dat zij is gewijzigd, vervallen of aangehouden; zonder zo'n
    keuze wordt zij vastgesteld. Bij een gewijzigde tekst ziet u eerst welke woorden veranderen.
    """
    from brief.rounds.deciding import Keus, Opdracht, Uitspraak

    folder, wat = ronde_en_rest(args, ctx)
    if not wat:
        message = "noem een landsdeel, of het id van een afspraak"
        raise click.UsageError(message)
    text = read_text(tekst, ctx)
    day = datum.date() if datum else None
    keus = Keus(dossiertekst) if dossiertekst else None
    opdracht = Opdracht(wat, Uitspraak(status or "vastgesteld"), day, reden, text, opnieuw, punt, keus)
    ctx.exit(_run(folder, opdracht, proef=proef))


def _run(folder: Path, opdracht: Opdracht, *, proef: bool) -> int:
    from brief.render.terminal.saved import plan_lines
    from brief.rounds.deciding import plan
    from brief.rounds.plan import plan_and_save

    asks = is_interactive() and not proef
    planned, saved = plan_and_save(folder, partial(plan, opdracht=opdracht), proef=proef or asks)
    if planned.vragen and not planned.findings and is_interactive():
        opdracht, failed = _answered(opdracht, planned.vragen)
        if failed:
            planned = replace(planned, findings=failed, vragen=())
        else:
            planned, saved = plan_and_save(folder, partial(plan, opdracht=opdracht), proef=True)
    if asks and planned.edits:
        if planned.teksten and not _agrees(planned):
            print_lines(["Er is niets veranderd."])
            return NIETS_TE_DOEN
        planned, saved = plan_and_save(folder, partial(plan, opdracht=opdracht))
    if not planned.meldingen and not planned.edits:
        nothing = f"Niets te doen: bij {', '.join(opdracht.wat)} is niets meer voorgesteld."
        print_lines(["Niets vastgesteld:", *plan_lines(planned)] if planned.regels else [nothing])
        return NIETS_TE_DOEN
    code = tell(planned, saved, proef=proef)
    if code == KLAAR and not proef:
        tell_next(folder)
    return code


def _agrees(planned: Plan) -> bool:
    """Show which words change, and ask whether that is what was decided."""
    from brief.render.terminal.saved import text_lines

    say("\n".join(text_lines(planned)), err=True)
    while (answer := ask("Zo vastleggen? ja of nee").strip().lower()) not in {"j", "ja", "n", "nee"}:
        say("typ ja of nee", err=True)
    return answer in {"j", "ja"}


def _answered(opdracht: Opdracht, vragen: Iterable[Vraag]) -> tuple[Opdracht, tuple[Diagnostic, ...]]:
    """Ask what the order does not say: the reason, and the text in the editor of the user."""
    from brief.rounds.plan import Gevraagd

    for vraag in vragen:
        if vraag.wat is Gevraagd.REDEN:
            prompt = f"Waarom is zo besloten over {vraag.afspraak.id}"
            opdracht = replace(opdracht, reden=ask(prompt))
            continue
        if vraag.wat is Gevraagd.DATUM:
            opdracht = replace(opdracht, datum=_ask_day(f"Op welke dag is besloten over {vraag.afspraak.id}"))
            continue
        text, failed = edited(_start(vraag.afspraak, opdracht.punt))
        if failed:
            return opdracht, failed
        opdracht = replace(opdracht, tekst=text)
    return opdracht, ()


def _start(afspraak: Afspraak, punt: str | None) -> str:
    """Give the text to begin with in the editor: that of the whole afspraak, or of one point."""
    from brief.rounds.decisions.points import words_of

    return words_of(afspraak.geldende_tekst, punt) or "" if punt else afspraak.geldende_tekst


def _ask_day(question: str) -> datetime.date:
    import datetime

    while True:
        try:
            return datetime.date.fromisoformat(ask(f"{question} (JJJJ-MM-DD)").strip())
        except ValueError:
            say("typ de dag als jaar-maand-dag, zoals 2026-09-09", err=True)
