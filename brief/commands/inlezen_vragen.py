"""Ask a person at the terminal about a newer dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.output import ask, say
from brief.intake.answers import Antwoorden
from brief.render.terminal.messages import visible
from brief.render.terminal.plan import kandidaat_regels
from brief.render.terminal.words import UITLEG

if TYPE_CHECKING:
    from brief.intake.plan import Vraag


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
        say(f"\n{visible(vraag.id)} ({visible(vraag.agendapunt)})   {UITLEG}", err=True)
        say("\n".join(kandidaat_regels(vraag, kandidaat)), err=True)
        if _ja(f"Is dit dezelfde afspraak ({vraag.id})? ja of nee"):
            return kandidaat.bron
    return None


def _ja(question: str) -> bool:
    while True:
        answer = ask(question).strip().lower()
        if answer in {"j", "ja"}:
            return True
        if answer in {"n", "nee"}:
            return False
        say("typ ja of nee", err=True)
