"""A round: its meetings, its letter and its settings, as `ronde.yaml` says them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from brief.diagnostics.facts import read_facts
from brief.text import Contents

if TYPE_CHECKING:
    import datetime

    from brief.diagnostics import Place


class Kamerstukstijl(StrEnum):
    """How a Kamerstuk is written: the ministry's way, or Aanwijzing 3.43."""

    MINISTERIE = "ministerie"
    JURIDISCH = "juridisch"


class Herhaling(StrEnum):
    """What a second note to the same paper is: the citation again, or a live reference to the note that has it.

    `DICHTBIJ` refers only where that note stands a few notes before, as on one page.
    """

    VOLUIT = "voluit"
    ZIE_NOOT = "zie-noot"
    DICHTBIJ = "dichtbij"


class Koppen(StrEnum):
    """The headings between a landsdeel and its numbered subjects in the afsprakenlijst.

    `SOORT`: subjects of several provinces, then those of a province, then those of a NOVEX-gebied. `NAAM`: a heading
    for each province and area that the titles do not name themselves. `GEEN`: the subjects in the order of the dossier.
    """

    SOORT = "soort"
    NAAM = "naam"
    GEEN = "geen"


class Overleg(Struct, frozen=True):
    """One landsdeel meeting and the dossier it was held on; `dossier` is a path from the round's folder.

    `datum_voorgesteld` tells that nobody confirmed the day that the program proposed.
    """

    landsdeel: str
    datum: datetime.date
    dossier: str
    place: Place | None = None
    datum_voorgesteld: bool = False


class Ondertekenaar(Struct, frozen=True):
    """Who signs: `functie` as it is printed ("De minister van …"), `naam` without titles."""

    functie: str
    naam: str


class Afzender(Struct, frozen=True):
    """Who sends the letter and to whom; a tuple holds the lines of what takes several."""

    ministerie: tuple[str, ...]
    directie: tuple[str, ...]
    bezoekadres: tuple[str, ...]
    postadres: tuple[str, ...]
    retouradres: str
    website: str
    geadresseerde: tuple[str, ...]
    aanhef: str


def _afzender() -> Afzender:
    several = ("ministerie", "directie", "bezoekadres", "postadres", "geadresseerde")
    form = {**{key: [str] for key in several}, "retouradres": str, "website": str, "aanhef": str}
    data = read_facts(Path(__file__).parent / "afzender.toml", form)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    return Afzender(**values)


AFZENDER = _afzender()
"""The sender and addressee unless a round says otherwise."""


class BriefGegevens(Struct, frozen=True):
    """What the letter's first page and signature need.

    `tekst` is a path from the round's folder. `afzender` is `AFZENDER`, changed where `brief: afzender:` in
    `ronde.yaml` names a value. `datum_voorgesteld` tells that nobody confirmed the day that the program proposed.
    """

    datum: datetime.date
    betreft: str
    tekst: str
    ondertekenaars: tuple[Ondertekenaar, ...]
    kenmerk: str | None = None
    mede_namens: tuple[str, ...] = ()
    bijlagen: tuple[str, ...] = ()
    afzender: Afzender = AFZENDER
    datum_voorgesteld: bool = False


class DossierBron(Struct, frozen=True):
    """Which dossier file an afspraken file was read from."""

    bestand: str
    sha256: str
    versie: str = ""


class Gang(StrEnum):
    """What became of an afspraak of an earlier round."""

    GEDAAN = "gedaan"
    LOOPT = "loopt"
    VERVALLEN = "vervallen"


class Vordering(Struct, frozen=True):
    """What people say of an afspraak of an earlier round (`2025/nw-2.4-1`): what became of it, and why or by what."""

    afspraak: str
    stand: Gang
    uitleg: str = ""


class Ronde(Struct, frozen=True):
    """A whole round as set up by its `ronde.yaml`.

    `algemeen` is Markdown: what holds for every afspraak, at the top of the list. `inhoud` says how deep the contents
    of the list go, `toezeggingen` are the numbers of the promises to the Kamer that the letter fulfils, `voortgang`
    what became of afspraken of earlier rounds.
    """

    ronde: str
    titel: str
    overleggen: tuple[Overleg, ...]
    brief: BriefGegevens
    volgorde: tuple[str, ...]
    stijl: Kamerstukstijl = Kamerstukstijl.MINISTERIE
    herhaling: Herhaling = Herhaling.VOLUIT
    koppen: Koppen = Koppen.SOORT
    algemeen: str = ""
    inhoud: Contents = Contents.ONDERWERPEN
    toezeggingen: tuple[str, ...] = ()
    voortgang: tuple[Vordering, ...] = ()
    place: Place | None = None
    places: tuple[tuple[str, Place], ...] = field(default=())
