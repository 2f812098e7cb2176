"""A dossier as it was read: agendapunten with their sections, the afspraken found in them, and the remainder."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.diagnostics import Diagnostic, Place
    from brief.text import Blocks


class Sectie(StrEnum):
    """The sections an agendapunt may have."""

    IN_HET_KORT = "in_het_kort"
    BESPREEKPUNTEN = "bespreekpunten"
    VOORGESTELDE_AFSPRAKEN = "voorgestelde_afspraken"
    TOELICHTING = "toelichting"
    OVERIG = "overig"


class Agendapunt(Struct, frozen=True):
    """One agendapunt, or one part of it: `deel` is then `1/3`."""

    nummer: str
    titel: str
    place: Place
    hamerpunt: bool = False
    deel: str | None = None
    secties: Mapping[Sectie, Blocks] = field(default_factory=dict)


class DossierAfspraak(Struct, frozen=True):
    """A proposed afspraak as it stands in the dossier, with the reason why these blocks are one afspraak."""

    id: str
    agendapunt: str
    titel: str
    tekst: Blocks
    place: Place
    reden: str
    publiceren: bool = True


class Rest(Struct, frozen=True):
    """Text of the dossier that belongs to no agendapunt, with the reason why."""

    tekst: str
    reden: str
    place: Place


class Dossier(Struct, frozen=True):
    """What a dossier says. `landsdeel` is a key of `LANDSDELEN`, or None when the file does not say."""

    landsdeel: str | None
    sha256: str
    versie: str
    agendapunten: tuple[Agendapunt, ...]
    afspraken: tuple[DossierAfspraak, ...]
    rest: tuple[Rest, ...]
    meldingen: tuple[Diagnostic, ...] = ()
