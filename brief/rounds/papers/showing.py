"""Show what a reference means: its parts, both styles, its address, its entry, and where a round uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brief.kamerstuk import Stijl, note_text, url
from brief.kamerstuk import format as write_reference
from brief.render.json.references import reference_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.diagnostics import Place
    from brief.kamerstuk import Referentie, Stuk
    from brief.sources.folder import RondeBestanden

_NAMES = {"toevoeging": "hoofdstuk"}


@dataclass(frozen=True, slots=True)
class Getoond:
    """A reference and the round in which it is looked up, if there is one."""

    referentie: Referentie
    ronde: RondeBestanden | None

    @property
    def stuk(self) -> Stuk | None:
        """Give the entry of the register for this paper."""
        return self.ronde.kamerstukken.get(self.referentie.sleutel) if self.ronde else None

    def places(self) -> tuple[Place, ...]:
        """Give the places where the round uses the paper."""
        from brief.rounds.papers.adding import gebruik

        return tuple(gebruik(self.ronde, self.referentie.sleutel)) if self.ronde else ()

    def as_json(self) -> dict[str, Any]:
        """Give the reference as other programs read it."""
        stuk = self.stuk
        return {
            "versie": 1,
            **reference_as_json(self.referentie),
            "sleutel": self.referentie.sleutel,
            "ministerie": self._written(Stijl.MINISTERIE),
            "juridisch": self._written(Stijl.JURIDISCH),
            "url": stuk.url if stuk else url(self.referentie),
            "titel": stuk.titel if stuk else None,
            "datum": stuk.datum.isoformat() if stuk and stuk.datum else None,
            "gebruikt": [str(place) for place in self.places()],
        }

    def _written(self, stijl: Stijl) -> str:
        stuk = self.stuk
        return note_text(stuk, stijl) if stuk else write_reference(self.referentie, stijl)

    def lines(self) -> Iterator[str]:
        """Give the lines to show."""
        parts = {
            name: value for name, value in reference_as_json(self.referentie).items() if value not in {None, False}
        }
        shown = self.as_json()
        yield f"sleutel       {shown['sleutel']}"
        for name, value in parts.items():
            yield f"{_NAMES.get(name, name):13} {'ja' if value is True else value}"
        for name in ("titel", "datum", "ministerie", "juridisch", "url"):
            if shown[name]:
                yield f"{name:13} {shown[name]}"
        if self.ronde is not None:
            if self.stuk is None:
                yield "register      niet in kamerstukken.yaml"
            places = shown["gebruikt"]
            yield f"gebruikt      {len(places)} keer"
            yield from (f"  {place}" for place in places)
