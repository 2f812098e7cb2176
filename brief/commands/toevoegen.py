"""`brief toevoegen`: an afspraak that arose at the table, without a hand on the YAML."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from brief.commands.terminal.agreed_text import edited, read_text
from brief.commands.terminal.completing import parts
from brief.commands.terminal.deeds import tell
from brief.commands.terminal.output import ask, is_interactive, print_findings
from brief.commands.terminal.round_argument import ronde_en_rest

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.rounds.adding import Toevoeging
    from brief.rounds.plan import Vraag


@click.command("toevoegen")
@click.argument(
    "args",
    nargs=-1,
    required=True,
    metavar="[RONDE] LANDSDEEL AGENDAPUNT",
    shell_complete=parts("landsdelen", "agendapunten"),
)
@click.option("--tekst", metavar="BESTAND|-", help="De afgesproken tekst; - leest van de invoer. Anders uw editor.")
@click.option("--reden", help="Waarom de afspraak is toegevoegd.")
@click.option(
    "--datum",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="Dag van het besluit; anders die van het overleg.",
)
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.pass_context
def toevoegen(
    ctx: click.Context,
    args: tuple[str, ...],
    tekst: str | None,
    reden: str | None,
    datum: datetime.datetime | None,
    *,
    proef: bool,
) -> None:
    """Voeg een afspraak toe die aan tafel is ontstaan. Zij krijgt een id en de status toegevoegd.

        brief toevoegen noordwest 2.3 --reden "op verzoek van de waterschappen"

        brief toevoegen noordwest "2.9 Drinkwater" --tekst afspraak.md

    Het AGENDAPUNT is een nummer waaronder al afspraken staan, of een nummer met een titel.
    """
    from brief.rounds.adding import Toevoeging

    folder, rest = ronde_en_rest(args, ctx)
    if len(rest) < 2:
        message = "noem een landsdeel en een agendapunt"
        raise click.UsageError(message)
    text = read_text(tekst, ctx)
    day = datum.date() if datum else None
    ctx.exit(_run(folder, Toevoeging(rest[0], " ".join(rest[1:]), text, reden, day), proef=proef))


def _run(folder: Path, toevoeging: Toevoeging, *, proef: bool) -> int:
    from brief.rounds.adding import plan
    from brief.rounds.plan import plan_and_save

    planned, saved = plan_and_save(folder, partial(plan, toevoeging=toevoeging), proef=proef)
    if planned.vragen and not planned.findings and is_interactive():
        toevoeging, failed = _answered(toevoeging, planned.vragen)
        planned, saved = plan_and_save(folder, partial(plan, toevoeging=toevoeging), proef=proef or bool(failed))
        planned = replace(planned, findings=(*failed, *planned.findings), vragen=() if failed else planned.vragen)
    code = tell(planned, saved, proef=proef)
    if saved.paths and not saved.findings:
        from brief.rounds.schemas import refresh_schemas

        print_findings(refresh_schemas(folder))
    return code


def _answered(toevoeging: Toevoeging, vragen: Iterable[Vraag]) -> tuple[Toevoeging, tuple[Diagnostic, ...]]:
    """Ask what was not said: the reason, and the text in the editor of the user."""
    from brief.rounds.plan import Gevraagd

    for vraag in vragen:
        if vraag.wat is Gevraagd.REDEN:
            toevoeging = replace(toevoeging, reden=ask("Waarom is deze afspraak toegevoegd"))
        else:
            text, failed = edited("")
            if failed:
                return toevoeging, failed
            toevoeging = replace(toevoeging, tekst=text)
    return toevoeging, ()
