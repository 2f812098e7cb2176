"""`brief opstellen`: merge everything and write the next version of both documents."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import KLAAR, NIETS_TE_DOEN, ONBRUIKBAAR, print_findings, print_json
from brief.commands.terminal.progress import Voortgang
from brief.commands.terminal.round_argument import ronde_argument
from brief.diagnostics import has_errors

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from brief.assemble.samenvoegen import Samenstelling
    from brief.diagnostics import Diagnostic
    from brief.versions.uitgeven import Uitgave

_STAPPEN = ("ronde lezen", "samenvoegen", "documenten vullen en teruglezen")


@dataclass(frozen=True, slots=True)
class Resultaat:
    """What a run of `opstellen` came to. Without `uitgave` nothing could be made; `findings` says why."""

    folder: Path
    name: str
    findings: tuple[Diagnostic, ...]
    samenstelling: Samenstelling | None = None
    uitgave: Uitgave | None = None
    unchanged: bool = False

    @property
    def is_new(self) -> bool:
        """Tell whether there is a version to write: the documents were made, and say something else than the last."""
        return self.uitgave is not None and bool(self.uitgave.files) and not self.unchanged


@click.command("opstellen")
@ronde_argument
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="Schrijf de versies in deze map.")
@click.option(
    "--sjablonen", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Map met de sjablonen."
)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help="Datum in de kop van het concept (JJJJ-MM-DD).")
@click.option("--proef", is_flag=True, help="Toon wat er zou worden geschreven, schrijf niets.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def opstellen(
    ctx: click.Context,
    ronde: Path,
    uit: Path | None,
    sjablonen: Path | None,
    datum: datetime.datetime | None,
    *,
    proef: bool,
    as_json: bool,
) -> None:
    """Maak de Kamerbrief en de afsprakenlijst van een RONDE.

    Elke keer dat de inhoud is veranderd komt er een versie bij: v01, v02 … Een eerdere versie blijft zoals zij is.
    """
    gc.disable()  # values without cycles, and a short life: looking for garbage would cost a tenth of the time
    with Voortgang(len(_STAPPEN)) as voortgang:
        day = datum.date() if datum else None
        result = maak(ronde, uit, sjablonen, day, voortgang.stap)
        while not proef and result.is_new and not _schrijf(result):
            result = maak(ronde, uit, sjablonen, day, voortgang.stap)
    print_findings(result.findings)
    if as_json:
        print_json(_as_data(result, proef=proef))
    else:
        click.echo("\n".join(_lines(result, proef=proef)))
    ctx.exit(KLAAR if result.is_new else NIETS_TE_DOEN if result.unchanged else ONBRUIKBAAR)


def _schrijf(result: Resultaat) -> bool:
    """Write the version; False when another run took its number meanwhile, and it must be made anew under the next."""
    from brief.versions.folder import write_version

    if result.uitgave is None:
        return True
    try:
        write_version(result.folder, result.name, result.uitgave.files)
    except FileExistsError:
        return False
    return True


def maak(
    ronde: Path,
    uit: Path | None,
    sjablonen: Path | None,
    datum: datetime.date | None,
    stap: Callable[[str], None] = lambda _: None,
) -> Resultaat:
    """Make the next version in memory: read, merge, fill, prove. Nothing is written; `stap` is told of each stage."""
    from brief.assemble.samenvoegen import samenvoegen
    from brief.rounds.templates import project, read_sjablonen
    from brief.sources import read_ronde
    from brief.text import parse
    from brief.versions.folder import next_version, read_manifest, versions
    from brief.versions.uitgeven import uitgave
    from brief.word.compose import compose

    stap(_STAPPEN[0])
    bestanden, found = read_ronde(ronde)
    templates, missing = read_sjablonen(ronde, sjablonen)
    findings = (*found, *missing)
    if bestanden is None:
        return Resultaat(uit or Path(), "", findings)
    round_ = bestanden.ronde
    folder = uit or project(ronde) / "output" / round_.ronde
    name = next_version(folder)
    path = bestanden.name(round_.brief.tekst)
    stap(_STAPPEN[1])
    together = samenvoegen(
        round_,
        bestanden.afspraken,
        bestanden.kamerstukken,
        parse(bestanden.brief_tekst, file=path),
        bestand=path,
        versie=name,
        versiedatum=datum or round_.brief.datum,
    )
    findings = (*findings, *together.meldingen)
    if has_errors(missing):
        return Resultaat(folder, name, findings)
    sources = {bestanden.name(each): sha for each, sha in bestanden.bestanden.items()}
    stap(_STAPPEN[2])
    made = uitgave(round_.ronde, name, [together.kamerbrief, together.afsprakenlijst], templates, sources, compose)
    findings = (*findings, *made.meldingen)
    if has_errors(findings):
        return Resultaat(folder, name, findings)
    known = versions(folder)
    manifest = read_manifest(folder, known[-1]) if known else None
    unchanged = manifest is not None and manifest.get("vingerafdruk") == made.vingerafdruk
    return Resultaat(folder, known[-1] if unchanged else name, findings, together, made, unchanged)


def _lines(result: Resultaat, *, proef: bool) -> list[str]:
    """Say what was written, and what is still to be done."""
    if result.uitgave is None or result.samenstelling is None:
        return ["Er is niets geschreven: herstel eerst de fouten hierboven."]
    where = (result.folder / result.name).as_posix()
    if result.unchanged:
        return [f"Niets te doen: de inhoud is dezelfde als die van {where}."]
    together = result.samenstelling
    documents = (together.kamerbrief, together.afsprakenlijst)
    lines = [f"{'Zou schrijven' if proef else 'Geschreven'}: {where}"]
    for document in documents:
        lines.append(f"  {document.name + '.docx':<22}{_size(document.name, together)}")
    lines += [f"  {name}" for name in result.uitgave.files if not name.endswith(".docx")]
    todo = [
        ("zonder zin voor de brief; er staat een conceptzin tussen [ ]", together.zonder_zin),
        ("in de brief niet genoemd", together.niet_genoemd),
        ("met een thema of gebied dat nog niemand heeft bevestigd", together.voorgesteld),
    ]
    open_ones = [
        f"  {len(ids)} afspra{'ak' if len(ids) == 1 else 'ken'} {text}: {_few(ids)}" for text, ids in todo if ids
    ]
    return [*lines, *(["", "Nog te doen:", *open_ones] if open_ones else [])]


def _size(name: str, together: Samenstelling) -> str:
    from brief.versions.inhoud import aantallen

    document = together.kamerbrief if name == "kamerbrief" else together.afsprakenlijst
    words, notes, afspraken = aantallen(document)
    counted = _number(afspraken, "afspraak", "afspraken") if afspraken else _number(words, "woord", "woorden")
    return f"{counted}, {_number(notes, 'voetnoot', 'voetnoten')}"


def _number(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _few(ids: tuple[str, ...], most: int = 8) -> str:
    return ", ".join(ids[:most]) + (f" en {len(ids) - most} meer" if len(ids) > most else "")


def _as_data(result: Resultaat, *, proef: bool) -> dict[str, object]:
    from brief.render.json.findings import finding_as_json

    together = result.samenstelling
    return {
        "versie": 1,
        "uitgave": result.name or None,
        "map": (result.folder / result.name).as_posix() if result.uitgave else None,
        "ongewijzigd": result.unchanged,
        "geschreven": result.is_new and not proef,
        "bestanden": sorted(result.uitgave.files) if result.uitgave else [],
        "zonder_zin": list(together.zonder_zin) if together else [],
        "niet_genoemd": list(together.niet_genoemd) if together else [],
        "voorgesteld": list(together.voorgesteld) if together else [],
        "meldingen": [finding_as_json(finding) for finding in result.findings],
    }
