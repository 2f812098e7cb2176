"""Record what the meetings decided about afspraken: an order, and the plan of what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.besluit_nodig import besluit_opdracht
from brief.domain import LANDSDELEN, Status
from brief.rounds import named
from brief.rounds.decisions.one import Enkelwerk
from brief.rounds.decisions.order import Keus, Opdracht, Uitspraak
from brief.rounds.plan import Plan

if TYPE_CHECKING:
    from brief.domain import Afspraak
    from brief.rounds.opening import Opened

__all__ = ["Keus", "Opdracht", "Uitspraak", "plan"]


def plan(opened: Opened, opdracht: Opdracht) -> Plan:
    """Give what an order changes in the afspraken files. Nothing is written and nobody is asked."""
    if opened.bestanden is None:
        return Plan(opened.folder, findings=opened.errors)
    work = _Werk(opened, opened.bestanden, opdracht)
    work.do()
    return work.plan()


class _Werk(Enkelwerk):
    """Does what an order says, for a landsdeel or for each afspraak that it names."""

    def do(self) -> None:
        wat = tuple(dict.fromkeys(self.opdracht.wat))
        whole = [each for each in wat if each in LANDSDELEN]
        if whole and len(wat) > 1:
            message = f"{whole[0]} is een landsdeel en kan niet samen met: {', '.join(o for o in wat if o != whole[0])}"
            self.refuse("BR914", message, hint="noem één landsdeel, of alleen id's van afspraken")
        elif whole:
            self._whole(whole[0])
        else:
            for identity in wat:
                self._named(identity, alone=len(wat) == 1)

    def _whole(self, landsdeel: str) -> None:
        """Agree to all that is proposed for a landsdeel, save what must be asked one by one."""
        edit, opdracht = self.edit(landsdeel), self.opdracht
        day = self.day(landsdeel) if edit is not None else None
        if opdracht.status is not Uitspraak.VASTGESTELD:
            self.refuse("BR914", f"--{opdracht.status} geldt voor één afspraak", hint="noem haar id")
        elif opdracht.punt is not None or opdracht.dossiertekst is not None:
            self.refuse("BR914", "--punt en --dossiertekst gelden voor één afspraak", hint="noem haar id")
        elif opdracht.reden or opdracht.tekst is not None:
            self.refuse("BR914", "--reden en --tekst gelden voor één afspraak", hint="noem haar id")
        if edit is None or day is None or self.findings:
            return
        proposed = [each for each in edit.file.afspraken if each.status is Status.VOORGESTELD]
        plain = [each for each in proposed if not each.vraagt_besluit]
        for afspraak in plain:
            edit.set(afspraak.id, "status", Status.VASTGESTELD.value)
        if plain:
            self.regels.append(f"{len(plain)} afspra{'ak' if len(plain) == 1 else 'ken'} van {landsdeel} vastgesteld")
        self._left_alone([each for each in proposed if each.vraagt_besluit])
        decided = [each for each in edit.file.afspraken if each.dossiertekst is not None and each not in proposed]
        if decided:
            self.regels.append(f"  het dossier heeft een nieuwere tekst van: {', '.join(each.id for each in decided)}")
            self.regels.append(f"  Kies een tekst, te beginnen met: {besluit_opdracht(decided[0])}")

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
        edit = self.edit(afspraak.landsdeel)
        day = self.day(afspraak.landsdeel, afspraak) if edit is not None else None
        if edit is None or (day is None and not self.vragen):
            return
        if self.opdracht.dossiertekst is not None:
            self.chosen(edit, afspraak, day, self.opdracht.dossiertekst)
        elif self.opdracht.status is Uitspraak.VASTGESTELD and self.opdracht.punt is None:
            self.agreed(edit, afspraak, day)
        else:
            self.decided(edit, afspraak, day, alone=alone)
