"""What a person says that was decided: an order, before anything is looked up."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime


class Uitspraak(StrEnum):
    """What can be said about an afspraak that was proposed."""

    VASTGESTELD = "vastgesteld"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    AANGEHOUDEN = "aangehouden"


class Keus(StrEnum):
    """What can be said about a newer text of the dossier (`dossiertekst`)."""

    OVERNEMEN = "overnemen"
    AFWIJZEN = "afwijzen"


class Opdracht(Struct, frozen=True):
    """What was decided: about one landsdeel or about afspraken by their id, when, and why.

    Without `datum` it was the day of the meeting, save for what came after it. `tekst` is the agreed text in Markdown;
    with `punt` (`2`, `2.1`) that of one point of it. `dossiertekst` says which of two texts holds. `opnieuw` says that
    a besluit which is there may be replaced.
    """

    wat: tuple[str, ...]
    status: Uitspraak = Uitspraak.VASTGESTELD
    datum: datetime.date | None = None
    reden: str | None = None
    tekst: str | None = None
    opnieuw: bool = False
    punt: str | None = None
    dossiertekst: Keus | None = None
