"""A comment of a reviewer, as a round keeps it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from brief.text.saying import Saying

if TYPE_CHECKING:
    from brief.diagnostics import Place


class OpmerkingStand(StrEnum):
    """Whether a comment still asks for something."""

    OPEN = "open"
    AFGEDAAN = "afgedaan"


class Opmerking(Saying, frozen=True, eq=False):
    """A comment: where it stands (the id of an afspraak, or a line as `brief.md:12`), who made it, when, and its text.

    `bestand` and `versie` say which file it came in and what that was made on, `woorden` the words that it is about,
    `op` the text of the comment that it answers. `antwoord` is what was done with it. `herkomst` is its place in the
    file of the round.
    """

    beside: ClassVar[int] = 1

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

    @property
    def is_open(self) -> bool:
        """Tell whether it still asks for something."""
        return self.stand is OpmerkingStand.OPEN
