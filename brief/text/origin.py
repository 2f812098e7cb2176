"""Where a paragraph of a document comes from, as a value: the text of an afspraak, a field, a note, a heading."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Bron(StrEnum):
    """What kind of thing a text comes from."""

    AFSPRAAK = "afspraak"
    ZIN = "zin van een afspraak"
    ALINEA = "alinea van de tekst"
    VELD = "veld van ronde.yaml"
    NOOT = "voetnoot"
    KOP = "gemaakte kop"
    VERWIJZING = "gemaakte verwijzing"
    CONCEPT = "conceptzin"
    SJABLOON = "vaste tekst van het sjabloon"
    INHOUD = "inhoudsopgave"

    @property
    def is_person_text(self) -> bool:
        """Tell whether a person wrote the words in the round, so that a change of them has a place there."""
        return self in {Bron.AFSPRAAK, Bron.ZIN, Bron.ALINEA, Bron.VELD, Bron.NOOT}


class Origin(Struct, frozen=True):
    """Where a text comes from.

    `key` names the thing within its kind: the id of an afspraak (AFSPRAAK, ZIN, CONCEPT, VERWIJZING), a checksum of the
    words (ALINEA, SJABLOON), the path of a field (`ondertekenaars.1.naam`), the key of a note, the place of a heading
    (`noord-2.1`). `part` is the number of the block within it and `cell` that of the cell within a table, both from 1;
    0 where there is but one. `again` counts from 2 where the same origin comes once more in a document.
    """

    bron: Bron
    key: str
    part: int = 0
    cell: int = 0
    again: int = 0
