"""Consent: which party agreed to the text of an afspraak, and to which text that was."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime


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
