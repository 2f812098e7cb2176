"""`brief inlezen`: read one dossier and show what it says, or read all dossiers of a round into afspraken files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.clock import today
from brief.commands.terminal.deeds import tell_next
from brief.commands.terminal.invoer import INVOER
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
from brief.commands.terminal.pages import write_page
from brief.commands.terminal.round_argument import RondeMap, nieuwste
from brief.diagnostics import has_errors
from brief.disk.files import read_file

if TYPE_CHECKING:
    from brief.dossier import Gelezen
    from brief.rounds.reading_in import Opdracht

_STDIN = "-"
_DOSSIERS = (".docx", ".docm", ".dotx", ".doc", ".md", ".markdown", ".txt", ".odt", ".pdf", ".rtf")


def _doel(ctx: click.Context, param: click.Parameter, value: str | None) -> Path:
    """Take a file, `-`, or a round; the newest round when nothing is named."""
    if value is None:
        return nieuwste()
    path = Path(value)
    if value == _STDIN or (path.is_file() and path.name != "ronde.yaml"):
        return path
    if path.suffix.lower() in _DOSSIERS and not path.exists():
        message = f"'{value}' bestaat niet"
        raise click.BadParameter(message, ctx, param)
    folder: Path = RondeMap().convert(value, param, ctx)
    return folder


@click.command("inlezen")
@click.argument("doel", metavar="[BESTAND|RONDE]", required=False, callback=_doel)
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.option("--proef", is_flag=True, help="Toon wat er geschreven zou worden, en schrijf niets.")
@click.option(
    "--verslag",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Schrijf een HTML-pagina: links het dossier, rechts waar elke alinea bleef.",
)
@click.option(
    "--zelfde",
    multiple=True,
    metavar="OUD=NIEUW",
    help="Afspraak OUD van het bestand is NIEUW in het nieuwe dossier (mag vaker).",
)
@click.option(
    "--anders", multiple=True, metavar="OUD", help="Afspraak OUD staat niet in het nieuwe dossier (mag vaker)."
)
@click.option(
    "--op-tafel", is_flag=True, help="De dossiers lagen bij het overleg op tafel: wat er nieuw in is, is besproken."
)
@click.pass_context
def inlezen(
    ctx: click.Context,
    doel: Path,
    verslag: Path | None,
    zelfde: tuple[str, ...],
    anders: tuple[str, ...],
    *,
    as_json: bool,
    proef: bool,
    op_tafel: bool,
) -> None:
    """Lees dossiers in tot afspraken.

    Met een BESTAND (.docx, .docm of .md, of - voor stdin) laat brief zien wat erin staat en schrijft niets. Met een
    RONDE leest brief alle dossiers, en schrijft afspraken/<landsdeel>.yaml voor elk landsdeel dat er nog geen heeft.

    Is een dossier nieuwer dan zijn afsprakenbestand, dan werkt brief dat bij: elke afspraak houdt haar id, nieuwe tekst
    komt waar niemand iets heeft besloten of gewijzigd, en wat verdwenen is wordt gemarkeerd. Staat uw werk in de weg,
    dan blijven beide teksten staan. Wat niet zeker dezelfde afspraak is, wordt u gevraagd.

    Is het overleg al geweest, dan geldt wat een nieuwer dossier toevoegt of verandert niet als afgesproken: brief
    vraagt er apart een besluit over. Lag dat dossier toch op tafel, geef dan --op-tafel.
    """
    if doel.is_dir():
        from brief.commands.inlezen_vragen import stel_vragen
        from brief.rounds.reading_in import Opdracht

        asks = is_interactive() and not as_json
        opdracht = Opdracht(zelfde, anders, proef, stel_vragen if asks else None, today(), op_tafel)
        ctx.exit(_ronde(doel, verslag, opdracht, as_json=as_json))
    if zelfde or anders or op_tafel:
        message = "--zelfde, --anders en --op-tafel horen bij een ronde, niet bij één bestand"
        raise click.UsageError(message)
    ctx.exit(_bestand(doel, verslag, as_json=as_json))


def _bestand(doel: Path, verslag: Path | None, *, as_json: bool) -> int:
    from brief.rounds.one_dossier import look_at

    data, name = _bytes(doel)
    seen = look_at(data, name, None if str(doel) == _STDIN else doel, INVOER)
    gelezen = seen.gelezen
    if seen.ronde is not None:
        say(f"id's van ronde: {seen.ronde.as_posix()}", err=True)
    if as_json:
        from brief.render.json.dossier import dossier_as_json

        print_json(dossier_as_json(gelezen.dossier))
    else:
        from brief.render.terminal.dossier import dossier_tekst

        print_findings(gelezen.dossier.meldingen)
        say(dossier_tekst(name, gelezen.dossier, of_round=seen.ronde is not None).removesuffix("\n"))
    reported = _write_verslag(verslag, [(name, gelezen)])
    return KLAAR if reported and not has_errors(gelezen.dossier.meldingen) else ONBRUIKBAAR


def _bytes(doel: Path) -> tuple[bytes, str]:
    """Read a file, or stdin, whose kind is told by its first bytes."""
    if str(doel) != _STDIN:
        return read_file(doel), doel.as_posix()
    data = sys.stdin.buffer.read()
    return data, "stdin.docx" if data.startswith((b"PK", b"\xd0\xcf")) else "stdin.md"


def _ronde(folder: Path, verslag: Path | None, opdracht: Opdracht, *, as_json: bool) -> int:
    from brief.rounds.opening import open_round
    from brief.rounds.reading_in import lees_ronde_in

    done = lees_ronde_in(open_round(folder), opdracht)
    if done.is_written and not done.failed:
        work_is_done()
    if as_json:
        from brief.render.json.intake import inlezing_as_json

        print_json(inlezing_as_json(done))
    else:
        from brief.render.terminal.intake import ingelezen_regels

        print_findings(done.meldingen)
        print_lines(line for each in done.dossiers for line in ingelezen_regels(each))
        if done.is_written:
            tell_next(folder)
    if not opdracht.proef:
        from brief.rounds.schemas import refresh_schemas

        print_findings(refresh_schemas(folder))
    read = [(each.bestand, each.gelezen) for each in done.dossiers if each.gelezen is not None]
    reported = _write_verslag(verslag, read)
    if done.failed or not reported:
        return ONBRUIKBAAR
    return BEVINDINGEN if done.needs_a_look else KLAAR if done.is_written else NIETS_TE_DOEN


def _write_verslag(path: Path | None, gelezen: list[tuple[str, Gelezen]]) -> bool:
    """Write the report that was asked for, if any; tell whether that went well."""
    if path is None:
        return True
    from brief.render.html.reading import verslag

    found = write_page(path, verslag(gelezen), "verslag")
    print_findings(found)
    return not found
