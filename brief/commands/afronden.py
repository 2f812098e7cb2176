"""`brief afronden`: the documents that go to the Kamer, checked at the strictest, with the proof beside them."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import (
    KLAAR,
    ONBRUIKBAAR,
    print_findings,
    print_json,
    print_lines,
    work_is_done,
)
from brief.commands.terminal.pages import write_page
from brief.commands.terminal.progress import Voortgang
from brief.commands.terminal.round_argument import ronde_en_versie

if TYPE_CHECKING:
    import datetime

    from brief.diagnostics import Diagnostic
    from brief.rounds.finishing import Definitief


@click.command("afronden")
@click.argument("wat", nargs=-1, metavar="[RONDE] [VERSIE]", callback=ronde_en_versie)
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map met de versies.")
@click.option(
    "--sjablonen", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Map met de sjablonen."
)
@click.option("--ondanks", multiple=True, metavar="CODE", help="Laat deze melding de afronding niet tegenhouden.")
@click.option("--reden", multiple=True, help="Waarom; één voor elke --ondanks, of één voor alle.")
@click.option("--wie", default="", metavar="NAAM", help="Wie afrondt; komt in manifest.json.")
@click.option("--wanneer", type=click.DateTime(["%Y-%m-%d"]), help="De dag van afronden; komt in manifest.json.")
@click.option("--verslag", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf het bewijs als bladzijde.")
@click.option("--opnieuw", is_flag=True, help="Vervang ook definitieve bestanden die sindsdien zijn veranderd.")
@click.option("--proef", is_flag=True, help="Doe alles behalve schrijven.")
@click.option("--json", "as_json", is_flag=True, help="Toon het bewijs en de bestanden als JSON.")
@click.pass_context
def afronden(
    ctx: click.Context,
    wat: tuple[Path, str | None],
    uit: Path | None,
    sjablonen: Path | None,
    ondanks: tuple[str, ...],
    reden: tuple[str, ...],
    wie: str,
    wanneer: datetime.datetime | None,
    verslag: Path | None,
    *,
    opnieuw: bool,
    proef: bool,
    as_json: bool,
) -> None:
    """Maak de definitieve documenten van een RONDE, zonder CONCEPT.

        brief afronden 2026 v07 --ondanks BR425 --reden "akkoord van de directie"

    Een VERSIE, zoals v07, wordt definitief; zonder versie is dat de laatste. De ronde moet nog hetzelfde zeggen als die
    versie. Alle controles zijn op hun strengst: elke fout en elke waarschuwing houdt tegen. Wat toch door mag, noemt u
    met --ondanks CODE en --reden; dat komt in manifest.json.

    In de map definitief komen de brief en de afsprakenlijst als .docx, .odt, PDF en HTML, met de andere bijlagen. Van
    elke afspraak is in alle vier teruggelezen dat zij er woord voor woord staat.
    """
    gc.disable()
    from brief.diagnostics import Severity
    from brief.render.html.document import document_page
    from brief.rounds.final.writing import write_final
    from brief.rounds.finishing import STAPPEN, Opdracht, finish

    reasons = _reasons(ctx, ondanks, reden)
    ronde, versie = wat
    opdracht = Opdracht(ronde, versie, uit, sjablonen, reasons, wie, wanneer.date() if wanneer else None)
    with Voortgang(len(STAPPEN)) as voortgang:
        result = finish(opdracht, document_page, voortgang.stap)
    found = list(result.stops)
    if not found and not proef:
        found += write_final(result, opdracht, again=opnieuw)
    if not found:
        work_is_done()
    print_findings((*found, *(each for each in result.weighed.rest if each.severity is not Severity.INFO)))
    unreported = _report(result, verslag)
    _show(result, written=not found and not proef, as_json=as_json)
    ctx.exit(ONBRUIKBAAR if found or unreported else KLAAR)


def _reasons(ctx: click.Context, ondanks: tuple[str, ...], reden: tuple[str, ...]) -> dict[str, str]:
    if ondanks and (len(reden) not in (1, len(ondanks)) or not all(each.strip() for each in reden)):
        raise click.UsageError(
            'bij --ondanks hoort een --reden, zoals: --ondanks BR425 --reden "akkoord van de directie"', ctx
        )
    if reden and not ondanks:
        raise click.UsageError("--reden hoort bij --ondanks CODE", ctx)
    reasons = reden * len(ondanks) if len(reden) == 1 else reden
    return {code.upper(): reason for code, reason in zip(ondanks, reasons, strict=True)}


def _report(result: Definitief, verslag: Path | None) -> tuple[Diagnostic, ...]:
    """Write the proof as a page, when that was asked; give a finding when it could not be written."""
    if verslag is None or result.bewijs is None:
        return ()
    from brief.render.html.proof import proof_page

    found = write_page(verslag, proof_page(result.bewijs), "verslag")
    print_findings(found)
    return found


def _show(result: Definitief, *, written: bool, as_json: bool) -> None:
    if as_json:
        from brief.render.json.final import final_as_json

        print_json(final_as_json(result, written=written))
        return
    from brief.render.terminal.final import final_lines

    print_lines(final_lines(result, written=written))
