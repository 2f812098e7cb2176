"""A comment of a reviewer, as a round keeps it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

if TYPE_CHECKING:
    from brief.diagnostics import Place


class OpmerkingStand(StrEnum):
    """Whether a comment still asks for something."""

    OPEN = "open"
    AFGEDAAN = "afgedaan"


class Opmerking(Struct, frozen=True, eq=False):
    """A comment: where it stands (the id of an afspraak, or a line as `brief.md:12`), who made it, when, and its text.

    `bestand` and `versie` say which file it came in and what that was made on, `woorden` the words that it is about,
    `op` the text of the comment that it answers. `antwoord` is what was done with it. `herkomst` is its place in the
    file of the round.
    """

    plaats: str
    wie: str
    wanneer: str
    tekst: str
    stand: OpmerkingStand = OpmerkingStand.OPEN
    antwoord: str = ""
    bestand: str = ""
    versie: str = ""
    woorden: str = ""
    op: str = ""
    herkomst: Place | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Opmerking) and self._says == other._says

    def __hash__(self) -> int:
        return hash(self._says)

    @property
    def _says(self) -> tuple[object, ...]:
        """Give what the remark says: all but where it stands."""
        return astuple(self)[:-1]

    @property
    def is_open(self) -> bool:
        """Tell whether it still asks for something."""
        return self.stand is OpmerkingStand.OPEN
