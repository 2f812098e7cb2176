"""Ask a person at the terminal about what reviewers changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.commands.terminal.output import ask_or, say
from brief.render.terminal.processing import question_lines
from brief.rounds.processing.settling import Soort

if TYPE_CHECKING:
    from brief.rounds.processing.settling import Vraag


def stel_vraag(vraag: Vraag) -> str | None:
    """Ask one question; an empty answer leaves it open for later."""
    say("\n" + "\n".join(question_lines(vraag)), err=True)
    numbered = vraag.soort is Soort.KEUZE
    known = {str(number): each for number, each in enumerate(vraag.antwoorden, 1)} if numbered else {}
    known |= {"j": "ja", "ja": "ja", "n": "nee", "nee": "nee"} if not numbered else {}
    prompt = (
        f"Welke tekst? 1-{len(vraag.antwoorden)}, leeg is later" if numbered else "Overnemen? ja, nee, leeg is later"
    )
    while True:
        answer = ask_or(prompt, "").strip().lower()
        if not answer:
            return None
        if answer in known:
            return known[answer]
        say(f"typ een van: {', '.join(known)}", err=True)
