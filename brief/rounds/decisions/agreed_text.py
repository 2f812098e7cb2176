"""The text that was agreed instead of the one that holds: the whole of it, or one of its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds.decisions import points
from brief.rounds.decisions.order import Uitspraak
from brief.rounds.decisions.work import Werk
from brief.text import parse

if TYPE_CHECKING:
    from brief.domain import Afspraak


class Tekstwerk(Werk):
    """Finds the agreed text that an order gives."""

    def text(self, afspraak: Afspraak, *, alone: bool) -> str | None:
        """Give the agreed text; None when it is still to be asked, or cannot be right."""
        given = self.opdracht.tekst
        if self.opdracht.punt is not None and alone:
            return self.point(afspraak, self.opdracht.punt)
        if not alone:
            message = "--gewijzigd geldt voor één afspraak tegelijk: elk heeft een eigen tekst"
            self.refuse("BR914", message, hint="noem één id")
            return None
        if given is None:
            self.ask_text(afspraak, f"de gewijzigde tekst van {afspraak.id}")
            return None
        text = given.replace("\r\n", "\n").strip("\n")
        if not text.strip():
            self.refuse(
                "BR919", "er is geen tekst gegeven; er is niets veranderd", hint="geef de tekst met --tekst BESTAND"
            )
        elif text == afspraak.tekst:
            hint = f"stel vast met: brief vaststellen {afspraak.id}"
            self.refuse("BR920", f"de tekst is gelijk aan de voorgestelde tekst van {afspraak.id}", hint=hint)
        return text

    def point(self, afspraak: Afspraak, punt: str) -> str | None:
        """Give the text that holds with one of its points dropped or in other words."""
        opdracht, text = self.opdracht, afspraak.geldende_tekst
        if punt not in dict(points.points(text)) or parse(text).notes:
            message = f"{afspraak.id} heeft geen punt {punt} dat apart te wijzigen is"
            known = points.shown(text)
            hint = f"dit zijn haar punten: {known}" if known else "geef de hele tekst met --tekst BESTAND"
            self.refuse("BR446", message, afspraak, hint)
            return None
        if opdracht.status is Uitspraak.VERVALLEN:
            left = points.without(text, punt)
            if not left:
                hint = f"vervalt de hele afspraak, dan: brief vaststellen {afspraak.id} --vervallen"
                self.refuse("BR446", f"zonder punt {punt} blijft er van {afspraak.id} niets over", afspraak, hint)
            return left
        if opdracht.status is not Uitspraak.GEWIJZIGD:
            hint = "geef --gewijzigd met --tekst, of --vervallen"
            self.refuse("BR446", f"wat er met punt {punt} gebeurt ontbreekt", afspraak, hint)
            return None
        if opdracht.tekst is None:
            self.ask_text(afspraak, f"de gewijzigde tekst van punt {punt} van {afspraak.id}")
            return None
        changed = points.with_other(text, punt, opdracht.tekst)
        if changed is None:
            hint = "geef één alinea; voor meer geeft u de hele tekst, zonder --punt"
            self.refuse("BR446", f"de tekst voor punt {punt} is niet één punt", afspraak, hint)
        elif parse(changed).blocks == parse(text).blocks:
            self.refuse("BR920", f"punt {punt} van {afspraak.id} is zo al", afspraak, "geef de gewijzigde tekst")
        return changed
