"""Look up what a reference means: its entry in the register of a round, and where the round uses the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk import Stijl, note_text, url
from brief.kamerstuk import format as write_reference
from brief.rounds.papers.use import gebruik

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic, Place
    from brief.kamerstuk import Referentie, Stuk
    from brief.rounds.opening import Opened


class Getoond(Struct, frozen=True):
    """A reference with its entry in the register, and the places of its use; `gebruikt` is None without a round."""

    referentie: Referentie
    stuk: Stuk | None = None
    gebruikt: tuple[Place, ...] | None = None

    @property
    def url(self) -> str | None:
        """Give the address of the paper: that of its entry, else the one that follows from the reference."""
        return self.stuk.url if self.stuk else url(self.referentie)

    def geschreven(self, stijl: Stijl) -> str:
        """Write the reference as a footnote does."""
        return note_text(self.stuk, stijl) if self.stuk else write_reference(self.referentie, stijl)


def opgezocht(referentie: Referentie, opened: Opened | None) -> tuple[Getoond | None, tuple[Diagnostic, ...]]:
    """Look up a reference in a round, or on its own; None and findings when the round cannot be used."""
    if opened is None:
        return Getoond(referentie), ()
    ronde, sleutel = opened.bestanden, referentie.sleutel
    if ronde is None:
        return None, opened.errors
    return Getoond(referentie, ronde.kamerstukken.get(sleutel), tuple(gebruik(ronde, sleutel))), ()
