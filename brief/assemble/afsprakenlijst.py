"""The afsprakenlijst as elements of a document, from the order that `ordening` gave it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.assemble.ordening import LANDELIJK
from brief.assemble.woordelijk import Woordelijk
from brief.diagnostics import Diagnostic, Severity
from brief.domain import LANDSDELEN
from brief.domain.nummering import telt_door
from brief.text import (
    Bron,
    CrossReference,
    Element,
    Heading,
    Origin,
    Paragraph,
    Role,
    Run,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.assemble.groepering import Onderwerp
    from brief.assemble.noten import Noten
    from brief.assemble.ordening import Deel, Lijst
    from brief.domain import Afspraak
    from brief.text import Parsed


MEESTE_ZIE = 100
"""References to other afspraken under one afspraak; a list of thousands by thousands would fill the memory."""

ELDERS = "Elders in deze lijst"
NUMMERS = "De nummers bij dit onderwerp zijn die van het dossier."
"""Stands under a subject whose numbers do not count on from 1: they are printed as they are."""


class Afsprakenlijst(Struct):
    """Turns the list into elements of a document; `afspraken` are those of the round by id.

    `gelezen` are texts of them that were read before.
    `genoemd` are the anchors that the subjects of a part refer to, each with the key of that part.
    """

    lijst: Lijst
    afspraken: Mapping[str, Afspraak]
    noten: Noten
    gelezen: Mapping[str, Parsed] = field(default_factory=dict)
    meldingen: list[Diagnostic] = field(default_factory=list)
    genoemd: set[tuple[str, str]] = field(default_factory=set)

    def body(self) -> tuple[Element, ...]:
        """Give the elements of the list in order."""
        elements: list[Element] = []
        for deel in self.lijst.delen:
            origin = Origin(Bron.KOP, deel.sleutel)
            elements.append(Element(Heading((Run(deel.kop),), 1), anchor=f"_deel_{deel.sleutel}", origin=origin))
            first = True
            for groep in deel.groepen:
                if groep.kop:
                    origin = Origin(Bron.KOP, _under(deel, groep.kop))
                    elements.append(Element(Heading((Run(groep.kop),), 2), origin=origin))
                for onderwerp in groep.onderwerpen:
                    elements += self._subject(onderwerp, deel, level=3 if groep.kop else 2, restart=first)
                    first = False
            elements += self._elsewhere(deel)
        return tuple(elements)

    def _subject(self, onderwerp: Onderwerp, deel: Deel, *, level: int, restart: bool) -> list[Element]:
        title = Heading((Run(onderwerp.titel),), level)
        first = onderwerp.afspraken[0].id
        origin = Origin(Bron.KOP, first)
        elements = [Element(title, Role.ONDERWERP, anchor=onderwerp.anchor, restart=restart, origin=origin)]
        for afspraak in onderwerp.afspraken:
            elements += Woordelijk(self.noten, self.meldingen, self.gelezen).elements(afspraak)
        if not telt_door(onderwerp.afspraken):
            origin = Origin(Bron.VERWIJZING, first, 1)
            elements.append(Element(Paragraph((Run(NUMMERS),)), Role.VERWIJZING, origin=origin))
        return elements + self._see_also(onderwerp, deel)

    def _see_also(self, onderwerp: Onderwerp, deel: Deel) -> list[Element]:
        """Refer once to what is related elsewhere; what says the same is not printed again, so needs no reference."""
        found: dict[str, tuple[str, Onderwerp]] = {}
        for afspraak in onderwerp.afspraken:
            if len(afspraak.zie) > MEESTE_ZIE:
                self._too_many(afspraak)
            for key in (self.lijst.dubbel.get(key, key) for key in afspraak.zie[:MEESTE_ZIE]):
                there, subject = self.lijst.plaats.get(key, (deel, onderwerp))
                if subject is not onderwerp:
                    found[subject.anchor] = (there.sleutel, subject)
        self.genoemd |= {(deel.sleutel, anchor) for anchor in found}
        origin = Origin(Bron.VERWIJZING, onderwerp.afspraken[0].id, 2)
        return [_references("Zie ook", list(found.values()), deel, origin)] if found else []

    def _too_many(self, afspraak: Afspraak) -> None:
        message = (
            f"{afspraak.id} verwijst naar {len(afspraak.zie)} andere afspraken; in de lijst passen er {MEESTE_ZIE}"
        )
        hint = "noem bij zie alleen de afspraken die een lezer ernaast legt"
        self.meldingen.append(Diagnostic("BR519", Severity.FOUT, message, afspraak.place_of("zie"), hint=hint))

    def _elsewhere(self, deel: Deel) -> list[Element]:
        """Refer to what other parts hold for this landsdeel, a paragraph for each province or area."""
        elements: list[Element] = []
        for name, subjects in deel.elders.items():
            left = [each for each in subjects if (deel.sleutel, each[1].anchor) not in self.genoemd]
            origin = Origin(Bron.VERWIJZING, _under(deel, name or ELDERS))
            elements += [_references(f"{name}: zie" if name else "Zie", left, deel, origin)] if left else []
        heading = Element(Heading((Run(ELDERS),), 2), origin=Origin(Bron.KOP, _under(deel, ELDERS)))
        return [heading, *elements] if elements else []


def _under(deel: Deel, name: str) -> str:
    """Name what stands under a heading of a part, for its mark of origin: `noord.per-provincie`."""
    return f"{deel.sleutel}.{'-'.join(re.findall('[a-z0-9]+', name.lower()))}"


def _references(lead: str, subjects: Sequence[tuple[str, Onderwerp]], deel: Deel, origin: Origin) -> Element:
    """Write live references to subjects in one paragraph: `Zie ook landsdeel Oost, onderwerp 3: Twente; …`."""
    spans: list[Run | CrossReference] = []
    for number, (landsdeel, onderwerp) in enumerate(subjects):
        where = "" if landsdeel == deel.sleutel else f"{_where(landsdeel)}, "
        spans += [
            Run(f"{'; ' if number else lead + ' '}{where}onderwerp\u00a0"),
            CrossReference(onderwerp.anchor, "nummer", str(onderwerp.nummer)),
            Run(f": {onderwerp.titel}"),
        ]
    return Element(Paragraph((*spans, Run("."))), Role.VERWIJZING, origin=origin)


def _where(landsdeel: str) -> str:
    return "de landelijke afspraken" if landsdeel == LANDELIJK else f"landsdeel {LANDSDELEN[landsdeel].naam}"
