"""Een zin meldt dat er een stuk naar de Kamer is gestuurd, en heeft geen voetnoot.

Wie leest "heb ik uw Kamer een brief gestuurd", wil weten welke. Een voetnoot met het Kamerstuk hoort in dezelfde zin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.lopende_tekst import lopende_teksten
from brief.kamerstuk import without_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report such sentences in the letter and in the sentences for it."""
    for tekst in lopende_teksten(gegevens):
        if not tekst.heeft_noot:
            yield from without_note(tekst.tekst, tekst.vondst, tekst.plaats)
