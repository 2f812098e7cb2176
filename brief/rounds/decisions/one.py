"""Decide about one afspraak: agreed as proposed, one of two texts, changed, dropped or adjourned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.besluit_nodig import besluit_opdracht
from brief.domain import Status
from brief.rounds.decisions.agreed_text import Tekstwerk
from brief.rounds.decisions.order import Keus, Uitspraak
from brief.rounds.plan import Tekstwijziging

if TYPE_CHECKING:
    import datetime

    from brief.domain import Afspraak
    from brief.sources.edit import Edit
    from brief.sources.scalar import Value


class Enkelwerk(Tekstwerk):
    """Writes what was decided about one afspraak."""

    def agreed(self, edit: Edit, afspraak: Afspraak, day: datetime.date | None) -> None:
        """Agree to one afspraak as it was proposed; what came after the meeting needs a day and a reason."""
        came_after = afspraak.na_overleg is not None
        if (self.opdracht.reden and not came_after) or self.opdracht.tekst is not None:
            hint = "zeg erbij wat er is besloten: --gewijzigd, --vervallen of --aangehouden"
            self.refuse("BR915", "--reden en --tekst horen bij een besluit", hint=hint)
        elif afspraak.dossiertekst is not None:
            self.two_texts(afspraak)
        elif afspraak.status is Status.VASTGESTELD and not came_after:
            return
        elif afspraak.besluit is not None and afspraak.besluit.tekst is not None:
            message = f"{afspraak.id} heeft een besluit met een andere tekst"
            self.refuse("BR916", message, afspraak, "haal dat besluit eerst weg uit het bestand")
        elif came_after:
            reason = self.reason(afspraak)
            if day is not None and reason is not None:
                self.settle(edit, afspraak, Status.VASTGESTELD, {"datum": day, "reden": reason})
                self.regels.append(f"{afspraak.id}: vastgesteld op {day}")
        else:
            self.settle(edit, afspraak, Status.VASTGESTELD, None)
            self.regels.append(f"{afspraak.id}: vastgesteld")

    def two_texts(self, afspraak: Afspraak) -> None:
        """Refuse to agree while nobody chose between two texts."""
        message = f"{afspraak.id} heeft twee teksten: die in uw bestand, en een nieuwere van het dossier"
        hint = f"kies met: {besluit_opdracht(afspraak)}, of met --dossiertekst afwijzen"
        self.refuse("BR445", message, afspraak, hint)

    def chosen(self, edit: Edit, afspraak: Afspraak, day: datetime.date | None, keus: Keus) -> None:
        """Let the newer text of the dossier hold, or the text that was there; either way it is a besluit.

        The newer text becomes the proposed one, so that the dossier and the file agree; what was agreed instead of it
        stands in the besluit.
        """
        newer, opdracht = afspraak.dossiertekst, self.opdracht
        if newer is None:
            message = f"{afspraak.id} heeft geen nieuwere tekst van het dossier om te kiezen"
            self.refuse("BR445", message, afspraak, f"stel vast met: brief vaststellen {afspraak.id}")
            return
        if opdracht.tekst is not None or opdracht.punt is not None or opdracht.status is not Uitspraak.VASTGESTELD:
            hint = "kies eerst een van de twee teksten; wijzig die daarna met --gewijzigd"
            self.refuse("BR915", "--dossiertekst gaat niet samen met een ander besluit", hint=hint)
            return
        agreed = None if keus is Keus.OVERNEMEN else afspraak.geldende_tekst
        keeps_besluit = keus is Keus.AFWIJZEN and afspraak.besluit is not None and afspraak.besluit.tekst is not None
        before = [] if keeps_besluit else list(self.earlier(afspraak))
        reason = "" if keeps_besluit else self.reason(afspraak)
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
            self.settle(edit, afspraak, Status.VASTGESTELD if agreed is None else Status.GEWIJZIGD, besluit)
        if agreed is None:
            self.teksten.append(Tekstwijziging(afspraak.id, afspraak.geldende_tekst, newer))
        what = "nieuwere tekst van het dossier overgenomen" if agreed is None else "tekst gehouden"
        self.regels += [f"{afspraak.id}: {what}, besluit van {day}", *before]

    def decided(self, edit: Edit, afspraak: Afspraak, day: datetime.date | None, *, alone: bool) -> None:
        """Record a besluit about one afspraak, with its reason and, when it was changed, its text."""
        opdracht = self.opdracht
        status = Status.GEWIJZIGD if opdracht.punt is not None else Status(opdracht.status.value)
        before = list(self.earlier(afspraak))
        reason = self.reason(afspraak)
        text = None
        if status is Status.GEWIJZIGD:
            text = self.text(afspraak, alone=alone)
        elif opdracht.tekst is not None:
            hint = "alleen bij --gewijzigd hoort een tekst"
            self.refuse("BR915", f"--tekst past niet bij --{opdracht.status}", hint=hint)
        if self.findings or self.vragen or day is None or reason is None:
            return
        besluit: dict[str, Value] = {"datum": day, "reden": reason}
        if text is None:
            edit.remove(afspraak.id, "besluit.tekst")
        else:
            besluit["tekst"] = text
            self.teksten.append(Tekstwijziging(afspraak.id, afspraak.geldende_tekst, text))
        self.settle(edit, afspraak, status, besluit)
        self.regels += [f"{afspraak.id}: {status} op {day}", *before]
