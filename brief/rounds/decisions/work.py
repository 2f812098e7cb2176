"""The work of one order: the changes that it makes, and everything that stands in their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.rounds.decisions.gathering import Gathering
from brief.rounds.decisions.order import Uitspraak
from brief.rounds.plan import Gevraagd, Vraag

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from brief.domain import Afspraak, Status
    from brief.rounds.decisions.order import Opdracht
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.sources.edit import Edit
    from brief.sources.scalar import Value


class Werk(Gathering):
    """Gathers the changes of one order; what is asked of several kinds of decision stands here."""

    def __init__(self, opened: Opened, bestanden: RondeBestanden, opdracht: Opdracht) -> None:
        super().__init__(opened, bestanden)
        self.opdracht = opdracht

    def refuse(self, code: str, message: str, afspraak: Afspraak | None = None, hint: str | None = None) -> None:
        """Add what stands in the way of the order."""
        place = afspraak.place_of("besluit") if afspraak else None
        self.findings.append(Diagnostic(code, Severity.FOUT, message, place, hint=hint))

    def day(self, landsdeel: str, afspraak: Afspraak | None = None) -> datetime.date | None:
        """Give the day of the besluit; None and a finding when it cannot be right.

        A file that can be changed has a meeting: without one it has an error (BR022). What came after the meeting was
        not decided there: the day must be said.
        """
        meeting = next(o for o in self.bestanden.ronde.overleggen if o.landsdeel == landsdeel)
        if self.opdracht.datum is None and afspraak is not None and self.came_after(afspraak):
            self.ask_day(afspraak)
            return None
        day = self.opdracht.datum or meeting.datum
        if meeting.datum_voorgesteld and self.opdracht.datum is None and afspraak is not None and self.needs_day:
            message = f"de dag van het overleg van landsdeel {landsdeel} ({day}) is een voorstel van brief"
            self.refuse("BR443", message, hint=f"leg hem vast met: brief datum {landsdeel} JJJJ-MM-DD, of geef --datum")
            return None
        if day >= meeting.datum or meeting.datum_voorgesteld:
            return day
        message = f"{day} is vóór het overleg van landsdeel {landsdeel} ({meeting.datum})"
        self.refuse("BR913", message, hint=f"geef een dag vanaf {meeting.datum} met --datum, of geen")
        return None

    @property
    def needs_day(self) -> bool:
        """Tell whether a besluit is written, with a day: agreeing to what was proposed needs none."""
        opdracht = self.opdracht
        return opdracht.status is not Uitspraak.VASTGESTELD or opdracht.punt is not None

    def came_after(self, afspraak: Afspraak) -> bool:
        """Tell whether what is decided here was not on the table: the afspraak itself, or the text that is chosen."""
        return afspraak.na_overleg is not None or (
            self.opdracht.dossiertekst is not None and afspraak.dossiertekst is not None
        )

    def ask_day(self, afspraak: Afspraak) -> None:
        """Ask on which day it was decided, when it cannot have been that of the meeting."""
        message = f"{afspraak.id} kwam na het overleg; de dag waarop daarover is besloten ontbreekt"
        missing = Diagnostic(
            "BR444", Severity.FOUT, message, afspraak.place_of("na_overleg"), hint="geef de dag met --datum JJJJ-MM-DD"
        )
        self.vragen.append(Vraag(Gevraagd.DATUM, afspraak, missing))

    def settle(self, edit: Edit, afspraak: Afspraak, status: Status, besluit: dict[str, Value] | None) -> None:
        """Write a status and its besluit; what a newer dossier marked as open is then decided."""
        marks = (("na_overleg", afspraak.na_overleg), ("verdwenen", afspraak.verdwenen if status.in_lijst else None))
        for name in (name for name, value in marks if value is not None):
            edit.remove(afspraak.id, name)
        edit.set(afspraak.id, "status", status.value)
        if besluit is not None:
            edit.set(afspraak.id, "besluit", besluit)

    def earlier(self, afspraak: Afspraak) -> Iterator[str]:
        """Say what is being replaced; a besluit that was taken is never replaced without being asked to."""
        earlier = afspraak.besluit
        if earlier is None:
            return
        said = f"besluit van {earlier.datum} ({afspraak.status}): {earlier.reden}"
        if not self.opdracht.opnieuw:
            message = f"{afspraak.id} heeft al een {said}"
            self.refuse("BR917", message, afspraak, "wilt u het vervangen, geef dan --opnieuw")
        yield f"  vervangt het {said}"
        if earlier.tekst is not None:
            yield "  de tekst van dat besluit was:"
            yield from (f"    {line}" for line in earlier.tekst.splitlines())

    def reason(self, afspraak: Afspraak) -> str | None:
        """Give the reason; None when it is still to be asked."""
        reason = self.opdracht.reden
        if reason is None or not reason.strip():
            message = f"waarom zo is besloten over {afspraak.id} ontbreekt"
            missing = Diagnostic("BR918", Severity.FOUT, message, hint="geef de reden met --reden")
            self.vragen.append(Vraag(Gevraagd.REDEN, afspraak, missing))
            return None
        return reason

    def ask_text(self, afspraak: Afspraak, what: str) -> None:
        """Ask for a text that was not given: `what` it is the text of."""
        hint = "geef haar met --tekst BESTAND of --tekst -"
        missing = Diagnostic("BR919", Severity.FOUT, f"{what} ontbreekt", hint=hint)
        self.vragen.append(Vraag(Gevraagd.TEKST, afspraak, missing))
