"""Find afspraken: by words, by where they belong, by what is still missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from brief.domain.afstemming import Antwoord

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from brief.domain import Afspraak

IN_LIJST, NIET_IN_LIJST = "in-de-lijst", "niet-in-de-lijst"
"""What can be asked as a status beside the statuses themselves: whether it is printed in the afsprakenlijst."""

MIST: Mapping[str, tuple[str, Callable[[Afspraak], bool]]] = {
    "zin": ("zonder zin voor de brief", lambda each: each.te_publiceren and not each.brief),
    "thema": ("zonder thema", lambda each: not each.geldende_themas),
    "plek": (
        "zonder provincie of gebied",
        lambda each: not (each.landelijk or each.geldende_provincies or each.geldende_gebieden),
    ),
    "voorstel": ("met een open voorstel", lambda each: each.rust_op_voorstel),
    "akkoord": (
        "wacht op akkoord van een partij",
        lambda each: any(answer.stand is not Antwoord.AKKOORD for answer in each.afstemming),
    ),
    "dossiertekst": ("met een nieuwere dossiertekst", lambda each: each.dossiertekst is not None),
    "opmerking": ("met een open opmerking van een lezer", lambda _: True),
    "verdwenen": ("niet meer in het dossier", lambda each: each.verdwenen is not None),
}
"""What can be missing, by key: in words, and how to tell. Of comments the afspraak itself does not know."""


class Vraag(Struct, frozen=True):
    """What a person looks for; what is empty is not asked."""

    zoek: str = ""
    landsdeel: str = ""
    provincie: str = ""
    gebied: str = ""
    thema: str = ""
    status: str = ""
    mist: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Vraag:
        """Read it from an address."""
        return cls(**{name: asked.get(name, "").strip() for name in cls.__struct_fields__})

    @property
    def gevraagd(self) -> dict[str, str]:
        """Give what is asked, for an address."""
        return {name: value for name, value in asdict(self).items() if value}

    def among(self, afspraken: Iterable[Afspraak], met_opmerking: Collection[str]) -> list[Afspraak]:
        """Give the afspraken that are asked for, in their order; `met_opmerking` are the ids with an open comment."""
        words = [re.compile(re.escape(word), re.IGNORECASE) for word in self.zoek.split()]
        asked = (each for each in afspraken if self.mist != "opmerking" or each.id in met_opmerking)
        return [each for each in asked if self._belongs(each) and all(_says(each, word) for word in words)]

    def _belongs(self, afspraak: Afspraak) -> bool:
        asked = (
            (self.landsdeel, (afspraak.landsdeel,)),
            (self.provincie, afspraak.geldende_provincies),
            (self.gebied, afspraak.geldende_gebieden),
            (self.thema, afspraak.geldende_themas or ("geen",)),
            (self.status, (afspraak.status.value, IN_LIJST if afspraak.te_publiceren else NIET_IN_LIJST)),
        )
        lacks = MIST.get(self.mist)
        return all(not wanted or wanted in there for wanted, there in asked) and (lacks is None or lacks[1](afspraak))


def _says(afspraak: Afspraak, word: re.Pattern[str]) -> bool:
    texts = (afspraak.id, afspraak.agendapunt, afspraak.geldende_tekst, afspraak.brief or "")
    return any(word.search(text) for text in texts)
