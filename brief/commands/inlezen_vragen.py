"""What a person answers about a newer dossier: with options, or when asked on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from brief.diagnostics.nearest import nearest
from brief.intake.plan import Antwoorden
from brief.render.terminal.messages import visible
from brief.render.terminal.plan import kandidaat_regels
from brief.render.terminal.words import UITLEG

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from brief.intake.plan import Vraag


def gegeven(zelfde: Sequence[str], anders: Sequence[str], known: Collection[str]) -> Antwoorden:
    """Read the options `--zelfde OUD=NIEUW` and `--anders OUD`; `known` are the ids of the round.

    Raises a usage error for an answer that cannot be read, or about an afspraak that is not there.
    """
    pairs: dict[str, str] = {}
    for each in zelfde:
        old, separator, new = (part.strip() for part in each.partition("="))
        if not (old and separator and new):
            message = f"--zelfde: '{each}' is geen OUD=NIEUW; schrijf bijvoorbeeld nw-2.3-1=nw-2.4-1"
            raise click.UsageError(message)
        if pairs.setdefault(old, new) != new:
            message = f"--zelfde: {old} kan niet zowel {pairs[old]} als {new} zijn"
            raise click.UsageError(message)
    for option, name in [*(("--zelfde", old) for old in pairs), *(("--anders", old) for old in anders)]:
        if name not in known:
            near = nearest(name, known)
            message = f"{option}: '{name}' is geen id van een afspraak" + (f"; bedoelde u '{near}'?" if near else "")
            raise click.UsageError(message)
    return Antwoorden(pairs, frozenset(anders))


def stel_vragen(vragen: tuple[Vraag, ...]) -> Antwoorden:
    """Ask about each afspraak whether it is the one of the new dossier, the likeliest first."""
    zelfde: dict[str, str] = {}
    anders: set[str] = set()
    for vraag in vragen:
        chosen = _kies(vraag, set(zelfde.values()))
        if chosen is None:
            anders.add(vraag.id)
        else:
            zelfde[vraag.id] = chosen
    return Antwoorden(zelfde, frozenset(anders))


def _kies(vraag: Vraag, taken: set[str]) -> str | None:
    for kandidaat in vraag.kandidaten:
        if kandidaat.bron in taken:
            continue
        click.echo(f"\n{visible(vraag.id)} ({visible(vraag.agendapunt)})   {UITLEG}", err=True)
        click.echo("\n".join(kandidaat_regels(vraag, kandidaat)), err=True)
        if _ja(f"Is dit dezelfde afspraak ({vraag.id})? ja of nee"):
            return kandidaat.bron
    return None


def _ja(question: str) -> bool:
    while True:
        answer = click.prompt(question, err=True).strip().lower()
        if answer in {"j", "ja"}:
            return True
        if answer in {"n", "nee"}:
            return False
        click.echo("typ ja of nee", err=True)
