"""`brief vergelijken`: what changed between two versions, or between Word files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, ONBRUIKBAAR, print_findings, print_json, print_lines, say
from brief.commands.terminal.pages import write_asked, write_page
from brief.commands.terminal.round_argument import RondeMap, nieuwste_als_die_er_is
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    import datetime

    from brief.compare.selecting import Keuze
    from brief.diagnostics import Diagnostic
    from brief.rounds.comparing import Vergeleken, Woordwens

_ONDERDELEN = ("afspraak", "brief", "voetnoot", "kop", "tabel", "veld")


@click.command("vergelijken")
@click.argument("oud")
@click.argument("nieuw")
@click.argument("ronde", type=RondeMap(), required=False)
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map waarin de versies staan.")
@click.option("--landsdeel", "landsdelen", multiple=True, help="Alleen wat dit landsdeel aangaat (mag vaker).")
@click.option("--provincie", "provincies", multiple=True, help="Alleen wat deze provincie aangaat (mag vaker).")
@click.option("--gebied", "gebieden", multiple=True, help="Alleen wat dit NOVEX-gebied aangaat (mag vaker).")
@click.option("--thema", "themas", multiple=True, help="Alleen wat dit thema aangaat (mag vaker).")
@click.option("--onderdeel", "onderdelen", multiple=True, type=click.Choice(_ONDERDELEN), help="Alleen dit onderdeel.")
@click.option("--alles", is_flag=True, help="Toon ook hoeveel er hetzelfde bleef.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf een pagina naar dit bestand.")
@click.option(
    "--docx", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf bijgehouden wijzigingen in Word."
)
@click.option("--auteur", default="brief", show_default=True, help="Met --docx: wie er bij elke wijziging staat.")
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), metavar="JJJJ-MM-DD", help="Met --docx: de datum daarbij.")
@click.option("--geen-verplaatsingen", is_flag=True, help="Met --docx: schrijf wat verplaatst is als weg en erbij.")
@click.option("--met-overzicht", is_flag=True, help="Met --docx: zet een tabel van de wijzigingen voor de tekst.")
@click.option(
    "--wijzigingen-vooraf",
    type=click.Choice(["aanvaarden", "verwerpen", "behouden"]),
    default="aanvaarden",
    show_default=True,
    help="Met --docx: wat te doen met bijgehouden wijzigingen die er al zijn.",
)
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def vergelijken(
    ctx: click.Context,
    oud: str,
    nieuw: str,
    ronde: Path | None,
    uit: Path | None,
    landsdelen: tuple[str, ...],
    provincies: tuple[str, ...],
    gebieden: tuple[str, ...],
    themas: tuple[str, ...],
    onderdelen: tuple[str, ...],
    html: Path | None,
    docx: Path | None,
    auteur: str,
    datum: datetime.datetime | None,
    wijzigingen_vooraf: str,
    *,
    geen_verplaatsingen: bool,
    met_overzicht: bool,
    alles: bool,
    as_json: bool,
) -> None:
    """Vergelijk OUD met NIEUW: twee versies (v02 v04), twee Word-bestanden, of een versie en een Word-bestand.

    Van een Word-bestand dat van een versie terugkwam (v03 retour.docx) toont het per afspraak en per alinea wie wat
    wijzigde of opmerkte, ook zonder bijhouden. Een herschreven afspraak vraagt opnieuw instemming.

    Een afspraak wordt herkend aan haar id, ook als zij is verplaatst en herschreven. Eindigt met 0 als er geen
    verschillen zijn, met 1 als die er wel zijn.
    """
    from brief.compare.selecting import Keuze
    from brief.rounds.choosing import folder_of
    from brief.rounds.comparing import Woordwens, compare
    from brief.word.revisions import Existing

    folder = folder_of(ronde or nieuwste_als_die_er_is() or Path(), uit)
    keuze = Keuze(landsdelen, provincies, gebieden, themas, onderdelen)
    result = compare(oud, nieuw, folder, keuze)
    findings = list(result.findings)
    if html is not None:
        findings += _write_page(result, html)
    if docx is not None:
        day = datum.date().isoformat() if datum else ""
        wens = Woordwens(auteur, day, not geen_verplaatsingen, Existing(wijzigingen_vooraf), met_overzicht)
        found, untracked = _write_word(result, keuze, wens, docx, (Path(oud), Path(nieuw)))
        findings += found
        result = _also_left_out(result, untracked)
    print_findings(findings)
    _show(result, as_json=as_json, alles=alles)
    ctx.exit(ONBRUIKBAAR if has_errors(findings) else _exit_code(result))


def _also_left_out(result: Vergeleken, untracked: list[str]) -> Vergeleken:
    """Name what Word could not show as a change beside what was not compared."""
    if result.vergelijking is None:
        return result
    left_out = (*result.vergelijking.niet_vergeleken, *untracked)
    return replace(result, vergelijking=replace(result.vergelijking, niet_vergeleken=left_out))


def _write_page(result: Vergeleken, path: Path) -> tuple[Diagnostic, ...]:
    from brief.render.html.changes import changes_page
    from brief.render.html.review import review_section

    if result.vergelijking is None:
        return ()
    more = "" if result.beoordeeld is None else review_section(result.beoordeeld)
    return write_page(path, changes_page(result.vergelijking, more))


def _write_word(
    result: Vergeleken, keuze: Keuze, wens: Woordwens, path: Path, sources: tuple[Path, ...]
) -> tuple[list[Diagnostic], list[str]]:
    """Write a file for each document; give the findings, and what could not be written as a change.

    The name of the document stands in that of the file when there are more.
    """
    from brief.rounds.comparing import redlines

    found: list[Diagnostic] = []
    untracked: list[str] = []
    made = redlines(result, keuze, wens)
    which = "" if keuze.is_alles else ", alleen de gekozen wijzigingen bijgehouden"
    for name, compared in made.items():
        target = path if len(made) == 1 else path.with_name(f"{path.stem}-{name}{path.suffix or '.docx'}")
        wrong = [*compared.diagnostics, *(write_asked(target, compared.data, sources) if compared.data else ())]
        found += wrong
        if compared.data and not has_errors(wrong):
            say(f"Word-bestand geschreven: {target.as_posix()}{which}", err=True)
            told = [f"{each.place}: {each.reason}" for each in compared.untracked]
            untracked += [f"{name}.docx, {each}" for each in told]
            for each in told:
                say(f"  niet als wijziging te zien: {each}", err=True)
    return found, untracked


def _show(result: Vergeleken, *, as_json: bool, alles: bool) -> None:
    if result.vergelijking is None:
        return
    if as_json:
        from brief.render.json.changes import changes_as_json
        from brief.render.json.review import review_as_json

        more = {} if result.beoordeeld is None else {"beoordeling": review_as_json(result.beoordeeld)}
        print_json({**changes_as_json(result.vergelijking), **more})
    elif result.beoordeeld is not None:
        from brief.render.terminal.review import review_lines

        print_lines(review_lines(result.beoordeeld))
    else:
        from brief.render.terminal.changes import change_lines

        print_lines(change_lines(result.vergelijking, alles=alles))


def _exit_code(result: Vergeleken) -> int:
    if result.vergelijking is None:
        return ONBRUIKBAAR
    review = result.beoordeeld.review if result.beoordeeld is not None else None
    if review is not None and (review.onderdelen or review.zonder_plaats):
        return BEVINDINGEN
    return KLAAR if result.vergelijking.is_gelijk else BEVINDINGEN
