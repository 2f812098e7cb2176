"""`brief verwant`: find one afspraak in several landsdelen, and link what a person says is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, NIETS_TE_DOEN, ONBRUIKBAAR, print_findings, print_json
from brief.commands.terminal.round_argument import RondeMap, nieuwste

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak
    from brief.sources import RondeBestanden
    from brief.sources.edit import Edit


@click.command("verwant")
@click.argument("args", nargs=-1, metavar="[RONDE] [ID ID]")
@click.option("--json", "as_json", is_flag=True, help="Toon de paren als JSON.")
@click.option("--proef", is_flag=True, help="Toon wat er zou veranderen, schrijf niets.")
@click.pass_context
def verwant(ctx: click.Context, args: tuple[str, ...], *, as_json: bool, proef: bool) -> None:
    """Zoek dezelfde of bijna dezelfde afspraak in verschillende landsdelen.

    De teksten staan naast elkaar, met de woorden die verschillen. Met twee ID's koppelt u afspraken: elk krijgt een
    verwijzing (zie) naar de ander. Zijn zij woordelijk gelijk, dan staat de afspraak één keer in de afsprakenlijst, met
    een verwijzing op de andere plaats. Eindigt met 1 als er paren zijn die niet zijn gekoppeld.
    """
    if len(args) > 3:
        message = f"te veel: {' '.join(args[3:])}"
        raise click.UsageError(message)
    folder = RondeMap().convert(args[0], None, ctx) if len(args) in {1, 3} else nieuwste()
    if len(args) >= 2:
        if as_json:
            message = "--json hoort bij het zoeken, niet bij het koppelen"
            raise click.UsageError(message)
        ctx.exit(_koppel(folder, args[-2], args[-1], proef=proef))
    ctx.exit(_zoek(folder, as_json=as_json))


def _zoek(folder: Path, *, as_json: bool) -> int:
    from brief.compare.verwant import verwanten
    from brief.render.json.related import verwant_as_json
    from brief.render.terminal.related import verwant_regels
    from brief.sources import read_ronde

    bestanden, found = read_ronde(folder)
    print_findings([finding for finding in found if finding.is_error])
    if bestanden is None:
        return ONBRUIKBAAR
    pairs = verwanten(bestanden.afspraken)
    if as_json:
        print_json(verwant_as_json(bestanden.ronde.ronde, pairs))
    else:
        click.echo("\n".join(verwant_regels(pairs)))
    return BEVINDINGEN if any(not pair.gekoppeld for pair in pairs) else KLAAR


def _koppel(folder: Path, een: str, ander: str, *, proef: bool) -> int:
    from brief.sources import read_ronde

    bestanden, found = read_ronde(folder)
    if bestanden is None:
        print_findings(found)
        return ONBRUIKBAAR
    one, other = _afspraak(bestanden, een), _afspraak(bestanden, ander)
    if one.id == other.id:
        message = f"{een} en {ander} zijn dezelfde afspraak; noem er twee"
        raise click.UsageError(message)
    errors = [each for each in found if each.is_error and _concerns(each, bestanden, (one, other))]
    edits = {} if errors else _edits(bestanden, one, other)
    if errors:
        print_findings(errors)
        return ONBRUIKBAAR
    if not edits:
        click.echo(f"Niets te doen: {een} en {ander} zijn al gekoppeld.")
        return NIETS_TE_DOEN
    return _show(edits) if proef else _write(folder, edits, one, other)


def _afspraak(bestanden: RondeBestanden, identity: str) -> Afspraak:
    from brief.diagnostics.nearest import nearest

    known = {each.id: each for each in bestanden.afspraken}
    if identity in known:
        return known[identity]
    near = nearest(identity, known)
    message = f"'{identity}' is geen id van een afspraak" + (f"; bedoelde u '{near}'?" if near else "")
    raise click.UsageError(message)


def _concerns(finding: Diagnostic, bestanden: RondeBestanden, pair: Sequence[Afspraak]) -> bool:
    files = {bestanden.name(f"afspraken/{each.landsdeel}.yaml") for each in pair}
    return finding.place is not None and finding.place.file in files


def _edits(bestanden: RondeBestanden, one: Afspraak, other: Afspraak) -> dict[str, Edit]:
    """Give the changes by landsdeel that make the two name each other; none where they do."""
    from brief.sources.afspraken import read_afspraken
    from brief.sources.edit import Edit

    edits: dict[str, Edit] = {}
    for each, to in ((one, other), (other, one)):
        if to.id in each.zie:
            continue
        source = bestanden.bronnen[f"afspraken/{each.landsdeel}.yaml"]
        edit = edits.setdefault(each.landsdeel, Edit(read_afspraken(source, each.landsdeel)[0]))
        edit.set(each.id, "zie", (*each.zie, to.id))
    return edits


def _show(edits: dict[str, Edit]) -> int:
    for edit in edits.values():
        click.echo(edit.diff())
    return KLAAR


def _write(folder: Path, edits: dict[str, Edit], one: Afspraak, other: Afspraak) -> int:
    from brief.compare.verwant import zeggen_hetzelfde

    for landsdeel, edit in edits.items():
        path = folder / "afspraken" / f"{landsdeel}.yaml"
        findings = edit.save(path)
        print_findings(findings)
        if findings:
            return ONBRUIKBAAR
        click.echo(f"Geschreven: {path.as_posix()}")
    click.echo(f"{one.id} en {other.id} verwijzen naar elkaar.")
    if zeggen_hetzelfde(one, other):
        click.echo("De afspraak komt één keer in de afsprakenlijst, met een verwijzing op de andere plaats.")
    else:
        click.echo("De teksten verschillen: beide komen in de afsprakenlijst, met een verwijzing naar elkaar.")
    return KLAAR
