"""`brief controleren`: every mistake of a round, in one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, ONBRUIKBAAR, print_findings, print_json
from brief.commands.terminal.round_argument import ronde_argument

if TYPE_CHECKING:
    from pathlib import Path

    from brief.assemble.samenvoegen import Samenstelling
    from brief.diagnostics import Diagnostic
    from brief.domain import Dossier
    from brief.sources import RondeBestanden


_NO_AFSPRAKEN_YET = frozenset({"BR505", "BR512"})
"""What is no mistake before the first dossier is read: then no block of the letter can find anything."""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """The findings of a round, sorted by place, those that a comment silenced, and whether the round could be read."""

    findings: tuple[Diagnostic, ...]
    genegeerd: tuple[Diagnostic, ...]
    leesbaar: bool


@click.command("controleren")
@ronde_argument
@click.option("--json", "as_json", is_flag=True, help="Toon de meldingen als JSON.")
@click.pass_context
def controleren(ctx: click.Context, ronde: Path, *, as_json: bool) -> None:
    """Loop een RONDE na: bestanden, afspraken, brief, verwijzingen en sjablonen.

    Alle meldingen komen in één keer. Een melding over de inhoud (BR4…) kunt u in een YAML-bestand negeren, met een
    reden: # brief: negeer BR417 zo heet de stichting
    """
    outcome = controle(ronde)
    if as_json:
        from brief.render.json.findings import meldingen_as_json

        print_json(meldingen_as_json(outcome.findings))
    else:
        print_findings(outcome.findings, len(outcome.genegeerd))
        if not outcome.findings:
            click.echo(f"{ronde.as_posix()}: geen meldingen")
    ctx.exit(exit_code(outcome))


def exit_code(outcome: Uitkomst) -> int:
    """Give 2 for a round that cannot be read, 1 for errors and warnings, else 0: a remark is no finding to act on."""
    if not outcome.leesbaar:
        return ONBRUIKBAAR
    return BEVINDINGEN if any(finding.severity != "info" for finding in outcome.findings) else KLAAR


def controle(ronde: Path) -> Uitkomst:
    """Read a round, run every rule on it, and take away what comments in the files silence."""
    from brief.intake.basefile import beschadigd
    from brief.sources import read_ronde
    from brief.sources.negeren import zeef

    bestanden, found = read_ronde(ronde)
    if bestanden is None:
        return Uitkomst(tuple(found), (), leesbaar=False)
    sources = [source for path, source in bestanden.bronnen.items() if path.endswith(".yaml")]
    sieved = zeef([*found, *beschadigd(ronde), *_rules(bestanden)], sources)
    return Uitkomst(tuple(sorted(sieved.findings, key=_by_place)), sieved.genegeerd, leesbaar=True)


def _by_place(finding: Diagnostic) -> tuple[str, int, int, str]:
    place = finding.place
    return (place.file, place.line or 0, place.column or 0, finding.code) if place else ("", 0, 0, finding.code)


def _rules(bestanden: RondeBestanden) -> list[Diagnostic]:
    from brief.assemble.samenvoegen import samenvoegen
    from brief.checks import Gegevens, controleer
    from brief.text import parse

    ronde = bestanden.ronde
    path = bestanden.name(ronde.brief.tekst)
    letter = parse(bestanden.brief_tekst, file=path)
    together = samenvoegen(
        ronde,
        bestanden.afspraken,
        bestanden.kamerstukken,
        letter,
        bestand=path,
        versie="v00",
        versiedatum=ronde.brief.datum,
    )
    gegevens = Gegevens(
        map=bestanden.folder.as_posix(),
        ronde=ronde,
        afspraken=bestanden.afspraken,
        bronnen=bestanden.dossierbronnen,
        dossiers=_dossiers(bestanden),
        aanwezig={path: sha for path, sha in bestanden.bestanden.items() if path not in bestanden.bronnen},
        stukken=bestanden.kamerstukken,
        stukplaatsen=bestanden.kamerstukplaatsen,
        brief_tekst=bestanden.brief_tekst,
        brief=letter,
        niet_genoemd=together.niet_genoemd,
    )
    about_letter = [each for each in together.meldingen if bestanden.afspraken or each.code not in _NO_AFSPRAKEN_YET]
    return [*about_letter, *_templates(bestanden, together), *controleer(gegevens)]


def _templates(bestanden: RondeBestanden, together: Samenstelling) -> list[Diagnostic]:
    """Check the templates that this round would fill; that one is missing is for `opstellen` to say."""
    from brief.rounds.templates import read_sjablonen
    from brief.word.compose import check_template

    found, _ = read_sjablonen(bestanden.folder, None)
    documents = {document.name: document for document in (together.kamerbrief, together.afsprakenlijst)}
    return [
        finding
        for name, (path, data) in found.items()
        for finding in check_template(data, path, documents[name].fields, documents[name].notes)
    ]


def _dossiers(bestanden: RondeBestanden) -> dict[str, Dossier]:
    """Read the dossiers that are still the ones the afspraken were read from."""
    found = {}
    for landsdeel, bron in bestanden.dossierbronnen.items():
        if bron.sha256 and bestanden.bestanden.get(bron.bestand) == bron.sha256:
            from brief.dossier import read
            from brief.intake.basefile import met_eigen_ids

            data, name = (bestanden.folder / bron.bestand).read_bytes(), bestanden.name(bron.bestand)
            found[landsdeel] = met_eigen_ids(bestanden.folder, read(data, name, landsdeel=landsdeel))
    return found
