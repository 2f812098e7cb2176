"""Record what the meetings decided about afspraken: an order, and the plan of what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.domain import LANDSDELEN, Status
from brief.rounds import named
from brief.rounds.plan import Gevraagd, Plan, Vraag
from brief.sources.edit import Edit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.sources.scalar import Value


class Uitspraak(StrEnum):
    """What can be said about an afspraak that was proposed."""

    VASTGESTELD = "vastgesteld"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"
    AANGEHOUDEN = "aangehouden"


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What was decided: about one landsdeel or about afspraken by their id, when, and why.

    Without `datum` it was the day of the meeting. `tekst` is the agreed text in Markdown. `opnieuw` says that a
    besluit which is there may be replaced.
    """

    wat: tuple[str, ...]
    status: Uitspraak = Uitspraak.VASTGESTELD
    datum: datetime.date | None = None
    reden: str | None = None
    tekst: str | None = None
    opnieuw: bool = False


def plan(opened: Opened, opdracht: Opdracht) -> Plan:
    """Give what an order changes in the afspraken files. Nothing is written and nobody is asked."""
    if opened.bestanden is None:
        return Plan(opened.folder, findings=opened.errors)
    work = _Werk(opened, opened.bestanden, opdracht)
    work.do()
    edits = () if work.findings or work.vragen else tuple(edit for edit in work.edits.values() if edit.changes)
    return Plan(opened.folder, edits, tuple(work.regels), tuple(dict.fromkeys(work.findings)), tuple(work.vragen))


class _Werk:
    """Gathers the changes of one order, with everything that stands in their way."""

    def __init__(self, opened: Opened, bestanden: RondeBestanden, opdracht: Opdracht) -> None:
        self.opened = opened
        self.bestanden = bestanden
        self.opdracht = opdracht
        self.edits: dict[str, Edit] = {}
        self.regels: list[str] = []
        self.findings: list[Diagnostic] = []
        self.vragen: list[Vraag] = []

    def do(self) -> None:
        wat = tuple(dict.fromkeys(self.opdracht.wat))
        whole = [each for each in wat if each in LANDSDELEN]
        if whole and len(wat) > 1:
            message = f"{whole[0]} is een landsdeel en kan niet samen met: {', '.join(o for o in wat if o != whole[0])}"
            self._refuse("BR914", message, hint="noem één landsdeel, of alleen id's van afspraken")
        elif whole:
            self._whole(whole[0])
        else:
            for identity in wat:
                self._named(identity, alone=len(wat) == 1)

    def _refuse(self, code: str, message: str, afspraak: Afspraak | None = None, hint: str | None = None) -> None:
        place = afspraak.place_of("besluit") if afspraak else None
        self.findings.append(Diagnostic(code, Severity.FOUT, message, place, hint=hint))

    def _edit(self, landsdeel: str) -> Edit | None:
        """Give the changes of the file of a landsdeel; None and findings when it cannot be changed."""
        if landsdeel not in self.edits:
            file, found = named.afsprakenbestand(self.opened, self.bestanden, landsdeel)
            self.findings += found
            if file is None:
                return None
            self.edits[landsdeel] = Edit(file)
        return self.edits[landsdeel]

    def _day(self, landsdeel: str) -> datetime.date | None:
        """Give the day of the besluit; None and a finding when it cannot be right.

        A file that can be changed has a meeting: without one it has an error (BR022).
        """
        meeting = next(o.datum for o in self.bestanden.ronde.overleggen if o.landsdeel == landsdeel)
        day = self.opdracht.datum or meeting
        if day >= meeting:
            return day
        message = f"{day} is vóór het overleg van landsdeel {landsdeel} ({meeting})"
        self._refuse("BR913", message, hint=f"geef een dag vanaf {meeting} met --datum, of geen")
        return None

    def _whole(self, landsdeel: str) -> None:
        """Agree to all that is proposed for a landsdeel, save what has a besluit."""
        edit, opdracht = self._edit(landsdeel), self.opdracht
        day = self._day(landsdeel) if edit is not None else None
        if opdracht.status is not Uitspraak.VASTGESTELD:
            self._refuse("BR914", f"--{opdracht.status} geldt voor één afspraak", hint="noem haar id")
        elif opdracht.reden or opdracht.tekst is not None:
            self._refuse("BR914", "--reden en --tekst gelden voor één afspraak", hint="noem haar id")
        if edit is None or day is None or self.findings:
            return
        proposed = [each for each in edit.file.afspraken if each.status is Status.VOORGESTELD]
        plain = [each for each in proposed if each.besluit is None]
        for afspraak in plain:
            edit.set(afspraak.id, "status", Status.VASTGESTELD.value)
        if plain:
            self.regels.append(f"{len(plain)} afspra{'ak' if len(plain) == 1 else 'ken'} van {landsdeel} vastgesteld")
        if plain and (kept := [each.id for each in proposed if each.besluit is not None]):
            self.regels.append(f"  ongemoeid, want er is een besluit: {', '.join(kept)}")

    def _named(self, identity: str, *, alone: bool) -> None:
        afspraak, found = named.afspraak(self.opened, self.bestanden, identity, LANDSDELEN)
        self.findings += found
        if afspraak is None:
            return
        edit = self._edit(afspraak.landsdeel)
        day = self._day(afspraak.landsdeel) if edit is not None else None
        if edit is None or day is None:
            return
        if self.opdracht.status is Uitspraak.VASTGESTELD:
            self._agreed(edit, afspraak)
        else:
            self._decided(edit, afspraak, day, alone=alone)

    def _agreed(self, edit: Edit, afspraak: Afspraak) -> None:
        """Agree to one afspraak as it was proposed."""
        if self.opdracht.reden or self.opdracht.tekst is not None:
            hint = "zeg erbij wat er is besloten: --gewijzigd, --vervallen of --aangehouden"
            self._refuse("BR915", "--reden en --tekst horen bij een besluit", hint=hint)
        elif afspraak.status is Status.VASTGESTELD:
            return
        elif afspraak.besluit is not None and afspraak.besluit.tekst is not None:
            message = f"{afspraak.id} heeft een besluit met een andere tekst"
            self._refuse("BR916", message, afspraak, "haal dat besluit eerst weg uit het bestand")
        else:
            edit.set(afspraak.id, "status", Status.VASTGESTELD.value)
            self.regels.append(f"{afspraak.id}: vastgesteld")

    def _decided(self, edit: Edit, afspraak: Afspraak, day: datetime.date, *, alone: bool) -> None:
        """Record a besluit about one afspraak, with its reason and, when it was changed, its text."""
        opdracht = self.opdracht
        before = list(self._earlier(afspraak))
        reason = self._reason(afspraak)
        besluit: dict[str, Value] = {"datum": day, "reden": reason or ""}
        text = None
        if opdracht.status is Uitspraak.GEWIJZIGD:
            text = self._text(afspraak, alone=alone)
            besluit["tekst"] = text or ""
        elif opdracht.tekst is not None:
            hint = "alleen bij --gewijzigd hoort een tekst"
            self._refuse("BR915", f"--tekst past niet bij --{opdracht.status}", hint=hint)
        if self.findings or self.vragen:
            return
        if text is None:
            edit.remove(afspraak.id, "besluit.tekst")
        edit.set(afspraak.id, "status", opdracht.status.value)
        edit.set(afspraak.id, "besluit", besluit)
        self.regels += [f"{afspraak.id}: {opdracht.status} op {day}", *before]

    def _earlier(self, afspraak: Afspraak) -> Iterator[str]:
        """Say what is being replaced; a besluit that was taken is never replaced without being asked to."""
        earlier = afspraak.besluit
        if earlier is None:
            return
        said = f"besluit van {earlier.datum} ({afspraak.status}): {earlier.reden}"
        if not self.opdracht.opnieuw:
            message = f"{afspraak.id} heeft al een {said}"
            self._refuse("BR917", message, afspraak, "wilt u het vervangen, geef dan --opnieuw")
        yield f"  vervangt het {said}"
        if earlier.tekst is not None:
            yield "  de tekst van dat besluit was:"
            yield from (f"    {line}" for line in earlier.tekst.splitlines())

    def _reason(self, afspraak: Afspraak) -> str | None:
        reason = self.opdracht.reden
        if reason is None or not reason.strip():
            message = f"waarom zo is besloten over {afspraak.id} ontbreekt"
            missing = Diagnostic("BR918", Severity.FOUT, message, hint="geef de reden met --reden")
            self.vragen.append(Vraag(Gevraagd.REDEN, afspraak, missing))
            return None
        return reason

    def _text(self, afspraak: Afspraak, *, alone: bool) -> str | None:
        """Give the agreed text; None when it is still to be asked, or cannot be right."""
        given = self.opdracht.tekst
        if not alone:
            message = "--gewijzigd geldt voor één afspraak tegelijk: elk heeft een eigen tekst"
            self._refuse("BR914", message, hint="noem één id")
            return None
        if given is None:
            hint = "geef haar met --tekst BESTAND of --tekst -"
            missing = Diagnostic("BR919", Severity.FOUT, f"de gewijzigde tekst van {afspraak.id} ontbreekt", hint=hint)
            self.vragen.append(Vraag(Gevraagd.TEKST, afspraak, missing))
            return None
        text = given.replace("\r\n", "\n").strip("\n")
        if not text.strip():
            self._refuse(
                "BR919", "er is geen tekst gegeven; er is niets veranderd", hint="geef de tekst met --tekst BESTAND"
            )
        elif text == afspraak.tekst:
            hint = f"stel vast met: brief vaststellen {afspraak.id}"
            self._refuse("BR920", f"de tekst is gelijk aan de voorgestelde tekst van {afspraak.id}", hint=hint)
        return text
