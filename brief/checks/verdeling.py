"""Whether people only drew the lines between afspraken elsewhere.

The words of an agendapunt are then still those of its dossier, in the same order: splitting and joining changed nothing
that is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain import Status
from brief.text import parse, plain

if TYPE_CHECKING:
    from brief.checks.gegevens import Gegevens


def is_anders_verdeeld(gegevens: Gegevens, landsdeel: str, nummer: str) -> bool:
    """Tell whether an agendapunt says word for word what its dossier says, whatever belongs to which afspraak.

    What was added at the table does not count. An agendapunt without a number is never taken to be divided otherwise.
    """
    dossier = gegevens.dossiers.get(landsdeel)
    if dossier is None or not nummer:
        return False
    source = [each.tekst for each in dossier.afspraken if each.agendapunt == nummer]
    written = [
        parse(afspraak.tekst).blocks
        for afspraak in gegevens.afspraken
        if afspraak.landsdeel == landsdeel
        and afspraak.agendapuntnummer == nummer
        and afspraak.status is not Status.TOEGEVOEGD
    ]
    return bool(source) and plain(b for text in source for b in text) == plain(b for text in written for b in text)
