"""`brief nieuw 2027`: a new round to start from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.commands.terminal.output import KLAAR
from brief.commands.terminal.round_argument import INVOER

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command("nieuw")
@click.argument("ronde")
@click.option("--proef", is_flag=True, help="Toon wat er zou worden gemaakt, maak niets.")
@click.pass_context
def nieuw(ctx: click.Context, ronde: str, *, proef: bool) -> None:
    """Maak een nieuwe RONDE aan: een jaar (2027, wordt input/2027) of het pad van een map.

    De map krijgt ronde.yaml, kamerstukken.yaml, brief.md en lege mappen voor dossiers en afspraken. Een map die er al
    is, blijft zoals zij is.
    """
    from brief.sources.ronde import NAAM
    from brief.sources.skelet import skelet

    folder = _folder(ronde)
    year = re.search(r"(?<!\d)20\d\d(?!\d)", folder.name)
    if year is None:
        message = f"in '{ronde}' staat geen jaar; geef de ronde een naam als 2027 of 2027-najaar"
        raise click.UsageError(message)
    if NAAM.fullmatch(folder.name) is None:
        message = f"'{folder.name}' kan geen naam van een ronde zijn; gebruik letters, cijfers, punten en streepjes"
        raise click.UsageError(message)
    if folder.exists():
        message = f"{folder.as_posix()} bestaat al"
        raise click.UsageError(message)
    files = skelet(int(year.group()), folder.name)
    if not proef:
        _make(folder, files)
    click.echo(_summary(folder, files, proef=proef))
    ctx.exit(KLAAR)


def _folder(ronde: str) -> Path:
    return Path(ronde) if re.search(r"[/\\]", ronde) else INVOER / ronde


def _make(folder: Path, files: Mapping[str, str]) -> None:
    """Write the round beside its place first, so that it is there whole or not at all."""
    import shutil
    import tempfile

    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, text in files.items():
            path = temporary / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        temporary.chmod(0o755)
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _summary(folder: Path, files: Mapping[str, str], *, proef: bool) -> str:
    lines = [f"{'Zou maken' if proef else 'Gemaakt'}: {folder.as_posix()}", *(f"  {name}" for name in files)]
    steps = f"""
Zo gaat het verder:
  1. vul in {folder.as_posix()}/ronde.yaml de datums en de ondertekenaar in
  2. zet de dossiers in {folder.as_posix()}/dossiers en lees ze in met: brief inlezen
  3. controleer met: brief controleren {folder.as_posix()}"""
    return "\n".join(lines) + ("" if proef else "\n" + steps)
