"""What a proposal rests on."""

from __future__ import annotations

from msgspec import Struct

from brief.domain.redenen import Reden

TITEL = "in de titel"
TEKST = "in de tekst"


class Grond(Struct, frozen=True):
    """The words that led to a proposal, each with where it stands, and how certain it is.

    `zekerheid` is the part of such proposals that was right in the labelled sets: `benchmarks/voorstel` measures it.
    """

    zekerheid: float
    woorden: tuple[tuple[str, str], ...]

    @property
    def reden(self) -> Reden:
        """Give it as it stands in a file: `'netcongestie', 'windpark' in de tekst (0,83)`."""
        said = [f"{', '.join(self._words(where))} {where}" for where in dict.fromkeys(each[1] for each in self.woorden)]
        return Reden(", ".join(said), self.zekerheid)

    def __str__(self) -> str:
        """Say it as a person reads it in `reden`."""
        return str(self.reden)

    def _words(self, where: str) -> list[str]:
        return list(dict.fromkeys(f"'{word}'" for word, place in self.woorden if place == where))
