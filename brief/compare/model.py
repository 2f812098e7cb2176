"""What a comparison gives: changes as data, each told as what it is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.compare.content import NIETS_BEKEND, Kenmerken
from brief.text.words import differences

if TYPE_CHECKING:
    from brief.text.words import Difference


class Soort(StrEnum):
    """What happened; the first word of a name is what it counts under."""

    TOEGEVOEGD = "toegevoegd"
    VERVALLEN = "vervallen"
    GEWIJZIGD = "gewijzigd"
    VERPLAATST = "verplaatst"
    VERPLAATST_EN_GEWIJZIGD = "verplaatst_en_gewijzigd"
    GESPLITST = "gesplitst"
    SAMENGEVOEGD = "samengevoegd"
    HERNUMMERD = "hernummerd"

    @property
    def naam(self) -> str:
        """Give the kind in words, as a reader is told it."""
        return self.value.replace("_", " ")


class Wijziging(Struct, frozen=True):
    """One change.

    `onderdeel` is afspraak, brief, voetnoot, kop, tabel or veld; `veld` what of it changed (tekst, status, themas …).
    `oud` and `nieuw` are Markdown, empty for what was not there. `pad` and `was` are the headings above it, now and
    before. `kenmerken` say whom it concerns; `delen` are the ids of what it was split into or joined from. `document`
    is the name of the document it stands in.
    """

    soort: Soort
    onderdeel: str
    veld: str
    oud: str
    nieuw: str
    id: str = ""
    document: str = ""
    pad: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    dekt: tuple[str, ...] = ()
    delen: tuple[str, ...] = ()
    kenmerken: Kenmerken = NIETS_BEKEND

    @property
    def wat(self) -> str:
        """Say of what it is a change, as a reader is told it."""
        if self.onderdeel == "voetnoot":
            return f"voetnoot {self.veld}" + (f" bij afspraak {self.id}" if self.id else "")
        if self.onderdeel == "veld":
            return self.veld
        whole = "de afsprakenlijst" if self.document == "afsprakenlijst" else "de brief"
        name = f"{f'tekst van {whole}' if self.onderdeel == 'brief' else self.onderdeel} {self.id}".strip()
        if self.delen:
            name += f" ({'van' if self.soort is Soort.SAMENGEVOEGD else 'in'} {', '.join(self.delen)})"
        if self.dekt:
            name += f" (over {', '.join(self.dekt)})"
        return name if self.veld == "tekst" else f"{name}, {self.veld}"

    @property
    def woorden(self) -> tuple[Difference, ...]:
        """Give the words that stayed, went and came; old and new whole where little stayed."""
        return readable(self.oud, self.nieuw)


class Vergelijking(Struct, frozen=True):
    """Everything that changed between two contents, and how many units stayed as they were.

    `buiten_keuze` is how many changes a reader did not ask for.
    """

    oud: str
    nieuw: str
    wijzigingen: tuple[Wijziging, ...]
    ongewijzigd: int
    niet_vergeleken: tuple[str, ...] = ()
    buiten_keuze: int = 0

    @property
    def is_gelijk(self) -> bool:
        """Tell whether nothing changed."""
        return not self.wijzigingen


_LITTLE = 0.35
"""Below this share of letters that stayed, a reader sees more in two whole texts than in their words."""


def readable(oud: str, nieuw: str) -> tuple[Difference, ...]:
    """Give the differences of two texts as a person reads them: word by word, or whole where little stays."""
    found = differences(oud, nieuw)
    stayed = sum(len(text.strip()) for op, text in found if op == "=")
    if oud and nieuw and oud != nieuw and stayed < _LITTLE * min(len(oud), len(nieuw)):
        return (("-", oud), ("+", nieuw))
    return found
