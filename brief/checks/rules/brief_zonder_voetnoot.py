"""Een zin meldt dat er een brief naar de Kamer is gestuurd, en heeft geen voetnoot.

Wie leest "heb ik uw Kamer een brief gestuurd", wil weten welke. Een voetnoot met het Kamerstuk hoort in dezelfde zin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*|(?:\bjl|\bnr|\bbijv|\bc\.s|\bd\.d)\.[^.!?]*)*[.!?]?")
_SENT = re.compile(
    r"\b(?:Kamer)?(?:brief|brieven|rapport|nota)\b.*\buw Kamer\b.*\b(?:ge|toege|aange)(?:stuurd|zonden|boden)\b"
    r"|\buw Kamer\b.*\b(?:Kamer)?(?:brief|brieven|rapport|nota)\b.*\b(?:ge|toege|aange)(?:stuurd|zonden|boden)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[[^\]]*@[^\]]*\]|\[\^[^\]]*\]")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report such sentences in the letter and in the sentences for it."""
    for number, line in enumerate(gegevens.brief_tekst.splitlines(), 1):
        for start, sentence in _without_note(line):
            yield _finding(Place(gegevens.brief_bestand, number, start + 1, len(sentence), excerpt=line))
    for afspraak in gegevens.afspraken:
        if afspraak.te_publiceren and afspraak.brief and not afspraak.kamerstukken:
            for _, sentence in _without_note(" ".join(afspraak.brief.split())):
                yield _finding(afspraak.place_of("brief", " ".join(sentence.split()[:3])))


def _without_note(text: str) -> Iterator[tuple[int, str]]:
    for found in _SENTENCE.finditer(text):
        sentence = found.group()
        if _SENT.search(sentence) and not _NOTE.search(sentence):
            lead = len(sentence) - len(sentence.lstrip())
            yield found.start() + lead, sentence.strip()


def _finding(place: Place | None) -> Diagnostic:
    message = "deze zin noemt een stuk aan de Kamer zonder voetnoot"
    return waarschuwing("BR425", message, place, "zet de verwijzing in de zin: [@kst-…]")
