"""`brief kamerstuk`: find, show, write, add and check references to parliamentary papers."""

from __future__ import annotations

import sys
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
    say,
    work_is_done,
)
from brief.commands.terminal.round_argument import (
    RondeMap,
    nieuwste,
    nieuwste_als_die_er_is,
    ronde_argument,
)
from brief.disk.files import read_file

if TYPE_CHECKING:
    import datetime

    from brief.kamerstuk import Referentie

_STDIN = "-"
_STIJLEN = click.Choice(["ministerie", "juridisch"])
_json_option = click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")


@click.group("kamerstuk")
def kamerstuk() -> None:
    """Zoek, lees en schrijf verwijzingen naar Kamerstukken."""


def _invoer(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value != _STDIN and not Path(value).is_file():
        message = f"'{value}' bestaat niet" if not Path(value).exists() else f"'{value}' is geen bestand"
        raise click.BadParameter(message, ctx, param)
    return value


def _bytes(bestand: str) -> tuple[bytes, str]:
    """Read a file or stdin; with its name in messages."""
    if bestand == _STDIN:
        return sys.stdin.buffer.read(), "stdin"
    return read_file(Path(bestand)), Path(bestand).as_posix()


@kamerstuk.command("zoek")
@click.argument("bestand", metavar="BESTAND|-", callback=_invoer)
@_json_option
@click.pass_context
def zoek(ctx: click.Context, bestand: str, *, as_json: bool) -> None:
    """Zoek alle verwijzingen in een tekst of Word-bestand, ook in de voetnoten.

    Korte vormen als 'idem' en 'zie noot 3' worden gevolgd waar maar één stuk bedoeld kan zijn.
    """
    from brief.rounds.papers.finding import zoek_in

    result = zoek_in(*_bytes(bestand))
    if as_json:
        from brief.render.json.papers import gevonden_as_json

        print_json(gevonden_as_json(result))
    else:
        from brief.render.terminal.papers import gevonden_regels

        print_findings(result.meldingen)
        print_lines(gevonden_regels(result))
    ctx.exit(ONBRUIKBAAR if result.tekst is None else KLAAR)


def _reference(ctx: click.Context, param: click.Parameter, value: str) -> Referentie:
    from brief.kamerstuk import parse

    reference = parse(value)
    if reference is None:
        message = f"'{value}' is niet te lezen als één verwijzing; schrijf bijvoorbeeld: Kamerstuk 29 435, nr. 267"
        raise click.BadParameter(message, ctx, param)
    return reference


@kamerstuk.command("toon")
@click.argument("verwijzing", callback=_reference)
@click.argument("ronde", type=RondeMap(), required=False)
@_json_option
@click.pass_context
def toon(ctx: click.Context, verwijzing: Referentie, ronde: Path | None, *, as_json: bool) -> None:
    """Toon wat een verwijzing of sleutel betekent, en waar de ronde het stuk gebruikt."""
    from brief.rounds.opening import open_round
    from brief.rounds.papers.showing import opgezocht

    folder = ronde or nieuwste_als_die_er_is()
    shown, findings = opgezocht(verwijzing, open_round(folder) if folder else None)
    if shown is None:
        print_findings(findings)
        ctx.exit(ONBRUIKBAAR)
    if as_json:
        from brief.render.json.papers import getoond_as_json

        print_json(getoond_as_json(shown))
    else:
        from brief.render.terminal.papers import getoond_regels

        print_lines(getoond_regels(shown))
    ctx.exit(KLAAR)


@kamerstuk.command("schrijf")
@click.argument("verwijzing", nargs=-1, required=True)
@click.option("--stijl", type=_STIJLEN, default="ministerie", show_default=True, help="De schrijfwijze.")
@_json_option
@click.pass_context
def schrijf(ctx: click.Context, verwijzing: tuple[str, ...], stijl: str, *, as_json: bool) -> None:
    """Schrijf verwijzingen in één stijl; met - een verwijzing per regel van stdin."""
    from brief.kamerstuk import Stijl
    from brief.rounds.papers.writing import schrijf_in_stijl

    texts = [text for each in verwijzing for text in (_stdin_lines() if each == _STDIN else [each])]
    result = schrijf_in_stijl(texts, Stijl(stijl))
    if as_json:
        from brief.render.json.papers import geschreven_as_json

        print_json(geschreven_as_json(result))
    else:
        print_lines(each.geschreven for each in result.verwijzingen)
    print_findings(result.meldingen)
    ctx.exit(ONBRUIKBAAR if result.onleesbaar else KLAAR)


def _stdin_lines() -> list[str]:
    from brief.text.lines import split_lines

    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    return [line.strip() for line in split_lines(text) if line.strip()]


@kamerstuk.command("voegtoe")
@click.argument("verwijzing", callback=_reference)
@ronde_argument
@click.option("--titel", help="De titel van het stuk.")
@click.option("--datum", help="De datum van het stuk: jjjj-mm-dd.")
@click.option("--vergaderjaar", help="Bijvoorbeeld 2023-2024.")
@click.option("--kamer", type=click.Choice(["II", "I", "VV"]), help="Van welke Kamer het stuk is.")
@click.option("--soort", help="motie, brief, nota, wetsvoorstel …")
@click.option("--ondertekenaar", help="De eerste ondertekenaar van een motie.")
@click.option("--url", help="Het webadres van het stuk.")
@click.option("--proef", is_flag=True, help="Toon wat er geschreven zou worden, en schrijf niets.")
@_json_option
@click.pass_context
def voegtoe(
    ctx: click.Context, /, verwijzing: Referentie, ronde: Path, *, proef: bool, as_json: bool, **velden: str | None
) -> None:
    """Zet een stuk in kamerstukken.yaml van de ronde.

    Wat uit de verwijzing te lezen is, hoeft u niet te noemen. Naar de rest vraagt brief, als u aan een toetsenbord zit.
    """
    from brief.commands.kamerstuk_vragen import vraag_de_rest
    from brief.kamerstuk import velden_van
    from brief.rounds.papers.adding import zet_in_register

    fields = velden_van(verwijzing) | {name: value for name, value in velden.items() if value}
    if sys.stdin.isatty() and not as_json:
        fields = vraag_de_rest(verwijzing, fields)
    added = zet_in_register(ronde, verwijzing.sleutel, fields, proef=proef)
    if added.geschreven:
        work_is_done()
    if as_json:
        from brief.render.json.papers import toegevoegd_as_json

        print_json(toegevoegd_as_json(added))
    else:
        print_findings(added.meldingen)
        print_lines(added.regels)
        if added.geschreven:
            say(f"Geschreven: {added.bestand}", err=True)
    ctx.exit(ONBRUIKBAAR if added.failed else KLAAR if added.regels else NIETS_TE_DOEN)


def _webadres(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _is_web_address(value):
        message = f"'{value}' is geen webadres; begin met https://"
        raise click.BadParameter(message, ctx, param)
    return value


def _is_web_address(value: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


@kamerstuk.command("controleer")
@click.argument("doel", metavar="[RONDE|BESTAND|-]", required=False)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help="De datum van de brief, bij een BESTAND.")
@click.option("--online", is_flag=True, help="Zoek stukken en toezeggingen op bij de open data van de Tweede Kamer.")
@click.option("--vernieuw", is_flag=True, help="Met --online: vraag alles opnieuw, ook wat al bewaard is.")
@click.option("--bron", metavar="URL", callback=_webadres, help="Met --online: een ander adres van de open data.")
@_json_option
@click.pass_context
def controleer(
    ctx: click.Context,
    doel: str | None,
    datum: datetime.datetime | None,
    bron: str | None,
    *,
    online: bool,
    vernieuw: bool,
    as_json: bool,
) -> None:
    """Ga na of de verwijzingen van een ronde of van een tekst kloppen.

    Zonder --online gaat er niets over het netwerk. Van een ronde worden dan ook de toezeggingen uit ronde.yaml
    opgezocht.
    """
    from brief.rounds.opening import open_round
    from brief.rounds.papers.checking import Online, controleer_bestand, controleer_ronde

    if doel is not None and (doel == _STDIN or (Path(doel).is_file() and Path(doel).name != "ronde.yaml")):
        done = controleer_bestand(*_bytes(doel), datum.date() if datum else None)
    else:
        folder = RondeMap().convert(doel, None, ctx) if doel else nieuwste()
        done = controleer_ronde(open_round(folder), Online(bron, vernieuw) if online else None)
    if as_json:
        from brief.render.json.findings import meldingen_as_json

        print_json(meldingen_as_json(done.meldingen))
    else:
        told = done.verteld
        print_findings([each for each in done.meldingen if each not in told] if told else done.meldingen)
        print_lines([each.message for each in told] if done.meldingen else ["geen meldingen"])
    ctx.exit(ONBRUIKBAAR if done.failed else BEVINDINGEN if done.has_work else KLAAR)
