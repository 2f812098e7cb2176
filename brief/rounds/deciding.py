"""Record what the meetings decided about afspraken: an order, and the plan of what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from brief.checks.besluit_nodig import besluit_opdracht
from brief.diagnostics import Diagnostic, Severity
from brief.domain import LANDSDELEN, Status
from brief.rounds import named, points
from brief.rounds.plan import Gevraagd, Plan, Tekstwijziging, Vraag
from brief.sources.edit import Edit
from brief.text import parse

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


class Keus(StrEnum):
    """What can be said about a newer text of the dossier (`dossiertekst`)."""

    OVERNEMEN = "overnemen"
    AFWIJZEN = "afwijzen"


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What was decided: about one landsdeel or about afspraken by their id, when, and why.

    Without `datum` it was the day of the meeting, save for what came after it. `tekst` is the agreed text in Markdown;
    with `punt` (`2`, `2.1`) that of one point of it. `dossiertekst` says which of two texts holds. `opnieuw` says that
    a besluit which is there may be replaced.
    """

    wat: tuple[str, ...]
    status: Uitspraak = Uitspraak.VASTGESTELD
    datum: datetime.date | None = None
    reden: str | None = None
    tekst: str | None = None
    opnieuw: bool = False
    punt: str | None = None
    dossiertekst: Keus | None = None


def plan(opened: Opened, opdracht: Opdracht) -> Plan:
    """Give what an order changes in the afspraken files. Nothing is written and nobody is asked."""
    if opened.bestanden is None:
        return Plan(opened.folder, findings=opened.errors)
    work = _Werk(opened, opened.bestanden, opdracht)
    work.do()
    edits = () if work.findings or work.vragen else tuple(edit for edit in work.edits.values() if edit.changes)
    texts = tuple(work.teksten) if edits else ()
    return Plan(opened.folder, edits, tuple(work.regels), tuple(dict.fromkeys(work.findings)), tuple(work.vragen), texts)


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
        self.teksten: list[Tekstwijziging] = []

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

    def _day(self, landsdeel: str, afspraak: Afspraak | None = None) -> datetime.date | None:
        """Give the day of the besluit; None and a finding when it cannot be right.

        A file that can be changed has a meeting: without one it has an error (BR022). What came after the meeting was
        not decided there: the day must be said.
        """
        meeting = next(o.datum for o in self.bestanden.ronde.overleggen if o.landsdeel == landsdeel)
        if self.opdracht.datum is None and afspraak is not None and self._came_after(afspraak):
            self._ask_day(afspraak)
            return None
        day = self.opdracht.datum or meeting
        if day >= meeting:
            return day
        message = f"{day} is vóór het overleg van landsdeel {landsdeel} ({meeting})"
        self._refuse("BR913", message, hint=f"geef een dag vanaf {meeting} met --datum, of geen")
        return None

    def _came_after(self, afspraak: Afspraak) -> bool:
        """Tell whether what is decided here was not on the table: the afspraak itself, or the text that is chosen."""
        return afspraak.na_overleg is not None or (
            self.opdracht.dossiertekst is not None and afspraak.dossiertekst is not None
        )

    def _ask_day(self, afspraak: Afspraak) -> None:
        message = f"{afspraak.id} kwam na het overleg; de dag waarop daarover is besloten ontbreekt"
        missing = Diagnostic(
            "BR444", Severity.FOUT, message, afspraak.place_of("na_overleg"), hint="geef de dag met --datum JJJJ-MM-DD"
        )
        self.vragen.append(Vraag(Gevraagd.DATUM, afspraak, missing))

    def _whole(self, landsdeel: str) -> None:
        """Agree to all that is proposed for a landsdeel, save what must be asked one by one."""
        edit, opdracht = self._edit(landsdeel), self.opdracht
        day = self._day(landsdeel) if edit is not None else None
        if opdracht.status is not Uitspraak.VASTGESTELD:
            self._refuse("BR914", f"--{opdracht.status} geldt voor één afspraak", hint="noem haar id")
        elif opdracht.reden or opdracht.tekst is not None:
            self._refuse("BR914", "--reden en --tekst gelden voor één afspraak", hint="noem haar id")
        if edit is None or day is None or self.findings:
            return
        proposed = [each for each in edit.file.afspraken if each.status is Status.VOORGESTELD]
        plain = [each for each in proposed if not each.vraagt_besluit]
        for afspraak in plain:
            edit.set(afspraak.id, "status", Status.VASTGESTELD.value)
        if plain:
            self.regels.append(f"{len(plain)} afspra{'ak' if len(plain) == 1 else 'ken'} van {landsdeel} vastgesteld")
        self._left_alone([each for each in proposed if each.vraagt_besluit])

    def _left_alone(self, afspraken: list[Afspraak]) -> None:
        """Say which proposed afspraken were not agreed with the rest, why, and how to decide about them."""
        reasons = dict.fromkeys(each.vraagt_besluit for each in afspraken)
        for reason in reasons:
            ids = ", ".join(each.id for each in afspraken if each.vraagt_besluit == reason)
            self.regels.append(f"  ongemoeid, want {reason}: {ids}")
        if open_ones := [each for each in afspraken if each.besluit is None]:
            self.regels.append(f"  Beslis daarover apart, te beginnen met: {besluit_opdracht(open_ones[0])}")

    def _named(self, identity: str, *, alone: bool) -> None:
        afspraak, found = named.afspraak(self.opened, self.bestanden, identity, LANDSDELEN)
        self.findings += found
        if afspraak is None:
            return
        edit = self._edit(afspraak.landsdeel)
        day = self._day(afspraak.landsdeel, afspraak) if edit is not None else None
        if edit is None or (day is None and not self.vragen):
            return
        if self.opdracht.dossiertekst is not None:
            self._chosen(edit, afspraak, day, self.opdracht.dossiertekst)
        elif self.opdracht.status is Uitspraak.VASTGESTELD and self.opdracht.punt is None:
            self._agreed(edit, afspraak, day)
        else:
            self._decided(edit, afspraak, day, alone=alone)

    def _agreed(self, edit: Edit, afspraak: Afspraak, day: datetime.date | None) -> None:
        """Agree to one afspraak as it was proposed; what came after the meeting needs a day and a reason."""
        came_after = afspraak.na_overleg is not None
        if (self.opdracht.reden and not came_after) or self.opdracht.tekst is not None:
            hint = "zeg erbij wat er is besloten: --gewijzigd, --vervallen of --aangehouden"
            self._refuse("BR915", "--reden en --tekst horen bij een besluit", hint=hint)
        elif afspraak.dossiertekst is not None:
            self._two_texts(afspraak)
        elif afspraak.status is Status.VASTGESTELD and not came_after:
            return
        elif afspraak.besluit is not None and afspraak.besluit.tekst is not None:
            message = f"{afspraak.id} heeft een besluit met een andere tekst"
            self._refuse("BR916", message, afspraak, "haal dat besluit eerst weg uit het bestand")
        elif came_after:
            reason = self._reason(afspraak)
            if day is not None and reason is not None:
                self._settle(edit, afspraak, Status.VASTGESTELD, {"datum": day, "reden": reason})
                self.regels.append(f"{afspraak.id}: vastgesteld op {day}")
        else:
            self._settle(edit, afspraak, Status.VASTGESTELD, None)
            self.regels.append(f"{afspraak.id}: vastgesteld")

    def _settle(self, edit: Edit, afspraak: Afspraak, status: Status, besluit: dict[str, Value] | None) -> None:
        """Write a status and its besluit; what a newer dossier marked as open is then decided."""
        marks = (("na_overleg", afspraak.na_overleg), ("verdwenen", afspraak.verdwenen if status.in_lijst else None))
        for name in (name for name, value in marks if value is not None):
            edit.remove(afspraak.id, name)
        edit.set(afspraak.id, "status", status.value)
        if besluit is not None:
            edit.set(afspraak.id, "besluit", besluit)

    def _two_texts(self, afspraak: Afspraak) -> None:
        message = f"{afspraak.id} heeft twee teksten: die in uw bestand, en een nieuwere van het dossier"
        hint = f"kies met: {besluit_opdracht(afspraak)}, of met --dossiertekst afwijzen"
        self._refuse("BR445", message, afspraak, hint)

    def _chosen(self, edit: Edit, afspraak: Afspraak, day: datetime.date | None, keus: Keus) -> None:
        """Let the newer text of the dossier hold, or the text that was there; either way it is a besluit.

        The newer text becomes the proposed one, so that the dossier and the file agree; what was agreed instead of it
        stands in the besluit.
        """
        newer, opdracht = afspraak.dossiertekst, self.opdracht
        if newer is None:
            message = f"{afspraak.id} heeft geen nieuwere tekst van het dossier om te kiezen"
            self._refuse("BR445", message, afspraak, f"stel vast met: brief vaststellen {afspraak.id}")
            return
        if opdracht.tekst is not None or opdracht.punt is not None or opdracht.status is not Uitspraak.VASTGESTELD:
            hint = "kies eerst een van de twee teksten; wijzig die daarna met --gewijzigd"
            self._refuse("BR915", "--dossiertekst gaat niet samen met een ander besluit", hint=hint)
            return
        agreed = None if keus is Keus.OVERNEMEN else afspraak.geldende_tekst
        keeps_besluit = keus is Keus.AFWIJZEN and afspraak.besluit is not None and afspraak.besluit.tekst is not None
        before = [] if keeps_besluit else list(self._earlier(afspraak))
        reason = "" if keeps_besluit else self._reason(afspraak)
        if self.findings or self.vragen or day is None or reason is None:
            return
        edit.set(afspraak.id, "tekst", newer)
        edit.remove(afspraak.id, "dossiertekst")
        if not keeps_besluit:
            besluit: dict[str, Value] = {"datum": day, "reden": reason}
            if agreed is None:
                edit.remove(afspraak.id, "besluit.tekst")
            else:
                besluit["tekst"] = agreed
            self._settle(edit, afspraak, Status.VASTGESTELD if agreed is None else Status.GEWIJZIGD, besluit)
        if agreed is None:
            self.teksten.append(Tekstwijziging(afspraak.id, afspraak.geldende_tekst, newer))
        what = "nieuwere tekst van het dossier overgenomen" if agreed is None else "tekst gehouden"
        self.regels += [f"{afspraak.id}: {what}, besluit van {day}", *before]

    def _decided(self, edit: Edit, afspraak: Afspraak, day: datetime.date | None, *, alone: bool) -> None:
        """Record a besluit about one afspraak, with its reason and, when it was changed, its text."""
        opdracht = self.opdracht
        status = Status.GEWIJZIGD if opdracht.punt is not None else Status(opdracht.status.value)
        before = list(self._earlier(afspraak))
        reason = self._reason(afspraak)
        text = None
        if status is Status.GEWIJZIGD:
            text = self._text(afspraak, alone=alone)
        elif opdracht.tekst is not None:
            hint = "alleen bij --gewijzigd hoort een tekst"
            self._refuse("BR915", f"--tekst past niet bij --{opdracht.status}", hint=hint)
        if self.findings or self.vragen or day is None or reason is None:
            return
        besluit: dict[str, Value] = {"datum": day, "reden": reason}
        if text is None:
            edit.remove(afspraak.id, "besluit.tekst")
        else:
            besluit["tekst"] = text
            self.teksten.append(Tekstwijziging(afspraak.id, afspraak.geldende_tekst, text))
        self._settle(edit, afspraak, status, besluit)
        self.regels += [f"{afspraak.id}: {status} op {day}", *before]

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
        if self.opdracht.punt is not None and alone:
            return self._point(afspraak, self.opdracht.punt)
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

    def _point(self, afspraak: Afspraak, punt: str) -> str | None:
        """Give the text that holds with one of its points dropped or in other words."""
        opdracht, text = self.opdracht, afspraak.geldende_tekst
        if punt not in dict(points.points(text)) or parse(text).notes:
            message = f"{afspraak.id} heeft geen punt {punt} dat apart te wijzigen is"
            known = points.shown(text)
            hint = f"dit zijn haar punten: {known}" if known else "geef de hele tekst met --tekst BESTAND"
            self._refuse("BR446", message, afspraak, hint)
            return None
        if opdracht.status is Uitspraak.VERVALLEN:
            left = points.without(text, punt)
            if not left:
                hint = f"vervalt de hele afspraak, dan: brief vaststellen {afspraak.id} --vervallen"
                self._refuse("BR446", f"zonder punt {punt} blijft er van {afspraak.id} niets over", afspraak, hint)
            return left
        if opdracht.status is not Uitspraak.GEWIJZIGD:
            hint = "geef --gewijzigd met --tekst, of --vervallen"
            self._refuse("BR446", f"wat er met punt {punt} gebeurt ontbreekt", afspraak, hint)
            return None
        if opdracht.tekst is None:
            hint = "geef haar met --tekst BESTAND of --tekst -"
            message = f"de gewijzigde tekst van punt {punt} van {afspraak.id} ontbreekt"
            self.vragen.append(Vraag(Gevraagd.TEKST, afspraak, Diagnostic("BR919", Severity.FOUT, message, hint=hint)))
            return None
        changed = points.with_other(text, punt, opdracht.tekst)
        if changed is None:
            hint = "geef één alinea; voor meer geeft u de hele tekst, zonder --punt"
            self._refuse("BR446", f"de tekst voor punt {punt} is niet één punt", afspraak, hint)
        elif changed == text:
            self._refuse("BR920", f"punt {punt} van {afspraak.id} is zo al", afspraak, "geef de gewijzigde tekst")
        return changed

