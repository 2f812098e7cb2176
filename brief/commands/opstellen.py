"""`brief opstellen`: merge everything and write the next version of both documents."""

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
    print_findings,
    print_json,
    print_lines,
    work_is_done,
)
from brief.commands.terminal.progress import Voortgang
from brief.commands.terminal.round_argument import ronde_argument

if TYPE_CHECKING:
    import datetime

    from brief.diagnostics import Diagnostic
    from brief.rounds.making import Opdracht, Resultaat


@click.command("opstellen")
@ronde_argument
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="Schrijf de versies in deze map.")
@click.option(
    "--sjablonen", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Map met de sjablonen."
)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help="Datum in de kop van het concept (JJJJ-MM-DD).")
@click.option("--ids", is_flag=True, help="Maak er een werkexemplaar bij, met de id's van de afspraken in de kantlijn.")
@click.option("-m", "--notitie", default="", metavar="TEKST", help='Een notitie bij de versie: "na afstemming IenW".')
@click.option(
    "--negeer",
    multiple=True,
    metavar="BESTAND",
    help="Laat weg wat in dit document van de laatste versie is geschreven (mag vaker).",
)
@click.option("--proef", is_flag=True, help="Toon wat er zou worden geschreven, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def opstellen(
    ctx: click.Context,
    ronde: Path,
    uit: Path | None,
    sjablonen: Path | None,
    datum: datetime.datetime | None,
    notitie: str,
    negeer: tuple[str, ...],
    *,
    ids: bool,
    proef: bool,
    as_json: bool,
) -> None:
    """Maak de Kamerbrief en de afsprakenlijst van een RONDE.

    Elke keer dat de inhoud is veranderd komt er een versie bij: v01, v02 … Een eerdere versie blijft zoals zij is.
    Eindigt met 1 als de vorige versie afspraken had die in geen bestand meer staan. Is in een document van de laatste
    versie geschreven, dan gebeurt er niets tot u zegt wat ermee moet: brief verwerken, of --negeer.
    """
    gc.disable()  # values without cycles, and a short life: looking for garbage would cost a tenth of the time
    from brief.versions.beside import Beside
    from brief.versions.vullen import Gevuld, laden, vullen

    with Beside(vullen, Gevuld.is_goed, laden) as werkplaats:  # before all else is loaded, which takes as long
        from brief.rounds.making import STAPPEN, Opdracht, make, make_and_write

        opdracht = Opdracht(ronde, uit, sjablonen, datum.date() if datum else None, notitie.strip(), negeer)
        with Voortgang(len(STAPPEN)) as voortgang:
            result = (make if proef else make_and_write)(opdracht, voortgang.stap, werkplaats)
    if result.is_written:
        work_is_done()
    print_findings(result.findings)
    copies, uncopied = _copies(opdracht, result) if ids and not proef else ((), ())
    print_findings(uncopied)
    if as_json:
        from brief.render.json.made import made_as_json

        print_json(made_as_json(result))
    else:
        from brief.render.terminal.made import made_lines

        print_lines(made_lines(result))
        print_lines(f"Met id's in de kantlijn: {path.as_posix()}" for path in copies)
    if uncopied:
        ctx.exit(ONBRUIKBAAR)
    if result.is_new:
        ctx.exit(BEVINDINGEN if result.has_lost else KLAAR)
    if copies:
        ctx.exit(KLAAR)
    ctx.exit(NIETS_TE_DOEN if result.unchanged else ONBRUIKBAAR)


def _copies(opdracht: Opdracht, result: Resultaat) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    from brief.rounds.made.margin import write_copies  # only for who asked for them

    return write_copies(opdracht, result)
