"""Consent: which party agreed to the text of an afspraak, and to which text that was."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime

    from brief.domain.afspraak import Afspraak


class Antwoord(StrEnum):
    """What a party answered."""

    AKKOORD = "akkoord"
    OPMERKING = "opmerking"
    OPEN = "open"


class Afstemming(Struct, frozen=True):
    """The answer of one party about one afspraak, and the day of it.

    `kenmerk` is that of the text it was about (see `tekstkenmerk`), when a program kept it; else the day must tell.
    """

    partij: str
    stand: Antwoord = Antwoord.OPEN
    datum: datetime.date | None = None
    kenmerk: str = ""


def tekstkenmerk(tekst: str) -> str:
    """Give eight characters that change with the text."""
    return hashlib.sha256(tekst.strip().encode("utf-8", "surrogatepass")).hexdigest()[:8]


def is_achterhaald(afspraak: Afspraak, afstemming: Afstemming) -> bool:
    """Tell whether a party agreed to an earlier text than the one that holds now."""
    if afstemming.stand is not Antwoord.AKKOORD:
        return False
    if afstemming.kenmerk:
        return not afspraak.status.in_lijst or afstemming.kenmerk != tekstkenmerk(afspraak.geldende_tekst)
    besluit = afspraak.besluit
    changed = besluit is not None and (besluit.tekst is not None or not afspraak.status.in_lijst)
    return changed and besluit is not None and (afstemming.datum is None or afstemming.datum < besluit.datum)


def wacht(afspraak: Afspraak, afstemming: Afstemming) -> bool:
    """Tell whether a party still has to answer: it did not yet, or to an earlier text."""
    return afstemming.stand is Antwoord.OPEN or is_achterhaald(afspraak, afstemming)
