"""`brief versies`: the versions of a round, and whether their files are still as they were made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from brief.commands.terminal.output import BEVINDINGEN, KLAAR, NIETS_TE_DOEN, print_json
from brief.commands.terminal.round_argument import ronde_argument


@click.command("versies")
@ronde_argument
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map waarin de versies staan.")
@click.option("--json", "as_json", is_flag=True, help="Toon het resultaat als JSON.")
@click.pass_context
def versies(ctx: click.Context, ronde: Path, uit: Path | None, *, as_json: bool) -> None:
    """Toon de versies van een RONDE, en of hun bestanden nog zijn zoals ze zijn gemaakt."""
    from brief.rounds.templates import project
    from brief.versions.folder import versions

    folder = uit or project(ronde) / "output" / _naam(ronde)
    found = [_version(folder, name) for name in versions(folder)]
    if as_json:
        print_json({"versie": 1, "map": folder.as_posix(), "uitgaven": found})
    elif found:
        click.echo("\n".join(_line(each) for each in found))
    else:
        click.echo(f"Nog geen versies in {folder.as_posix()}; maak er een met: brief opstellen {ronde.as_posix()}")
    altered = any(each["gewijzigd"] or each["ontbreekt"] or not each["manifest"] for each in found)
    ctx.exit(BEVINDINGEN if altered else KLAAR if found else NIETS_TE_DOEN)


def _naam(ronde: Path) -> str:
    """Give the name under which `opstellen` writes: what `ronde.yaml` says, else the folder's own name."""
    from brief.sources.ronde import read_ronde_yaml
    from brief.sources.source import read_source

    source, _ = read_source(ronde / "ronde.yaml")
    read = read_ronde_yaml(source)[0] if source is not None else None
    return read.ronde if read is not None and read.ronde else ronde.name


def _version(folder: Path, name: str) -> dict[str, Any]:
    """Compare the files of a version with its manifest."""
    from brief.versions.folder import read_manifest
    from brief.versions.manifest import sha256

    manifest = read_manifest(folder, name)
    made: dict[str, str] = dict((manifest or {}).get("uitvoer", {}))
    present = {each: (folder / name / each).is_file() for each in made}
    return {
        "naam": name,
        "manifest": manifest is not None,
        "gereedschap": (manifest or {}).get("gereedschap"),
        "bestanden": sorted(made),
        "gewijzigd": [e for e, sha in made.items() if present[e] and sha256((folder / name / e).read_bytes()) != sha],
        "ontbreekt": [each for each, there in present.items() if not there],
    }


def _line(version: dict[str, Any]) -> str:
    if not version["manifest"]:
        return f"{version['naam']}  manifest.json ontbreekt of is niet te lezen"
    remarks = [f"{each} is later gewijzigd" for each in version["gewijzigd"]]
    remarks += [f"{each} ontbreekt" for each in version["ontbreekt"]]
    return f"{version['naam']}  {', '.join(remarks) or 'zoals gemaakt'}"
