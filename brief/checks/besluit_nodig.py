"""What to type to decide about an afspraak that nobody may agree to with the rest of its landsdeel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.domain import Afspraak


def besluit_opdracht(afspraak: Afspraak) -> str:
    """Give the command that decides about one afspraak, with what a person must fill in."""
    command = f"brief vaststellen {afspraak.id}"
    if afspraak.dossiertekst is not None:
        return f'{command} --dossiertekst overnemen --datum JJJJ-MM-DD --reden "…"'
    return f'{command} --datum JJJJ-MM-DD --reden "…"' if afspraak.na_overleg is not None else command
