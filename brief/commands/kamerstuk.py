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
)
from brief.commands.terminal.round_argument import RondeMap, nieuwste, ronde_argument
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from brief.diagnostics import Diagnostic
    from brief.kamerstuk import Referentie
    from brief.rounds.papers.texts import Leestekst
    from brief.sources.folder import RondeBestanden

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


def _read(bestand: str) -> tuple[Leestekst | None, tuple[Diagnostic, ...]]:
    from brief.rounds.papers.texts import lees_tekst

    data = sys.stdin.buffer.read() if bestand == _STDIN else Path(bestand).read_bytes()
    return lees_tekst(data, "stdin" if bestand == _STDIN else Path(bestand).as_posix())


@kamerstuk.command("zoek")
@click.argument("bestand", metavar="BESTAND|-", callback=_invoer)
@_json_option
@click.pass_context
def zoek(ctx: click.Context, bestand: str, *, as_json: bool) -> None:
    """Zoek alle verwijzingen in een tekst of Word-bestand, ook in de voetnoten.

    Korte vormen als 'idem' en 'zie noot 3' worden gevolgd waar maar één stuk bedoeld kan zijn.
    """
    from brief.rounds.papers.finding import zoek_verwijzingen

    text, problems = _read(bestand)
    if text is None:
        if as_json:
            from brief.render.json.findings import finding_as_json

            print_json({"versie": 1, "verwijzingen": [], "meldingen": [finding_as_json(each) for each in problems]})
        else:
            print_findings(problems)
        ctx.exit(ONBRUIKBAAR)
    result = zoek_verwijzingen(text)
    if as_json:
        print_json(result.as_json())
    else:
        print_findings(result.meldingen)
        click.echo("\n".join(result.lines()))
    ctx.exit(KLAAR)


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
    from brief.rounds.papers.showing import Getoond

    shown = Getoond(verwijzing, _round(ctx, ronde or _newest()))
    if as_json:
        print_json(shown.as_json())
    else:
        click.echo("\n".join(shown.lines()))
    ctx.exit(KLAAR)


def _newest() -> Path | None:
    from brief.commands.terminal.round_argument import rondes

    found = rondes()
    return found[-1] if found else None


def _round(ctx: click.Context, folder: Path | None) -> RondeBestanden | None:
    """Read a round; its mistakes are shown and the command ends when it cannot be used."""
    if folder is None:
        return None
    from brief.sources import read_ronde

    ronde, found = read_ronde(folder)
    if ronde is None:
        print_findings([finding for finding in found if finding.is_error])
        ctx.exit(ONBRUIKBAAR)
    return ronde


@kamerstuk.command("schrijf")
@click.argument("verwijzing", nargs=-1, required=True)
@click.option("--stijl", type=_STIJLEN, default="ministerie", show_default=True, help="De schrijfwijze.")
@_json_option
@click.pass_context
def schrijf(ctx: click.Context, verwijzing: tuple[str, ...], stijl: str, *, as_json: bool) -> None:
    """Schrijf verwijzingen in één stijl; met - een verwijzing per regel van stdin."""
    from brief.kamerstuk import Stijl, parse
    from brief.kamerstuk import format as write_reference
    from brief.render.json.references import reference_as_json

    lines = [line for each in verwijzing for line in (_stdin_lines() if each == _STDIN else [each])]
    read = [(line, parse(line)) for line in lines]
    written = [
        (line, reference, write_reference(reference, Stijl(stijl)) if reference else None) for line, reference in read
    ]
    if as_json:
        items = [
            {**reference_as_json(reference), "sleutel": reference.sleutel, "tekst": line, "geschreven": text}
            for line, reference, text in written
            if reference
        ]
        print_json(
            {
                "versie": 1,
                "stijl": stijl,
                "verwijzingen": items,
                "onleesbaar": [line for line, each in read if not each],
            }
        )
    else:
        for _, _, text in written:
            if text:
                click.echo(text)
    unread = [line for line, reference in read if reference is None]
    for line in unread:
        click.echo(f"fout: '{line}' is niet te lezen als één verwijzing", err=True)
    ctx.exit(ONBRUIKBAAR if unread else KLAAR)


def _stdin_lines() -> list[str]:
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    return [line.strip() for line in text.splitlines() if line.strip()]


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
    from brief.rounds.papers.adding import BESTAND, velden_van, voeg_toe

    given = {name: value for name, value in velden.items() if value}
    fields = velden_van(verwijzing) | given
    if sys.stdin.isatty() and not as_json:
        fields = vraag_de_rest(verwijzing, fields)
    path = ronde / BESTAND
    added = voeg_toe(path, verwijzing.sleutel, fields)
    findings = added.meldingen
    if added.regels and not has_errors(findings) and not proef:
        from brief.disk.files import replace_file

        findings += replace_file(path, added.data, read_as=added.read_as)
    if as_json:
        from brief.render.json.findings import finding_as_json

        done = bool(added.regels) and not has_errors(findings) and not proef
        print_json(
            {
                "versie": 1,
                "sleutel": verwijzing.sleutel,
                "bestand": path.as_posix(),
                "geschreven": done,
                "regels": list(added.regels),
                "meldingen": [finding_as_json(each) for each in findings],
            }
        )
    else:
        print_findings(findings)
        if added.regels:
            click.echo("\n".join(added.regels))
    ctx.exit(ONBRUIKBAAR if has_errors(findings) else KLAAR if added.regels else NIETS_TE_DOEN)


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
@click.option("--online", is_flag=True, help="Zoek de stukken ook op bij de open data van de Tweede Kamer.")
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

    Zonder --online gaat er niets over het netwerk.
    """
    from brief.diagnostics import Severity
    from brief.rounds.papers.checking import controleer_ronde, controleer_tekst

    is_file = doel is not None and (doel == _STDIN or (Path(doel).is_file() and Path(doel).name != "ronde.yaml"))
    if doel is not None and is_file:
        text, findings = _read(doel)
        if text is not None:
            findings = controleer_tekst(text, datum.date() if datum else None)
        failed = text is None
    else:
        folder = RondeMap().convert(doel, None, ctx) if doel else nieuwste()
        findings, failed = controleer_ronde(folder, online=online, vernieuw=vernieuw, bron=bron)
    _report(findings, as_json=as_json)
    is_clean = all(finding.severity is Severity.INFO for finding in findings)
    ctx.exit(ONBRUIKBAAR if failed else KLAAR if is_clean else BEVINDINGEN)


def _report(findings: Iterable[Diagnostic], *, as_json: bool) -> None:
    findings = list(findings)
    if as_json:
        from brief.render.json.findings import finding_as_json

        print_json({"versie": 1, "meldingen": [finding_as_json(each) for each in findings]})
        return
    print_findings(findings)
    if not findings:
        click.echo("geen meldingen")
