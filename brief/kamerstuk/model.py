"""A reference to a parliamentary paper as a value, and the key under which people keep it.

The parts are Kamer, vergaderjaar, dossiernummer with toevoeging, ondernummer and page. All values are in one canonical
spelling (a dossier has no spaces, a vergaderjaar is `2023-2024`), so that two references to one place compare equal
however they were written.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr


class Soort(StrEnum):
    """What kind of publication is referred to."""

    KAMERSTUK = "kamerstuk"
    HANDELINGEN = "handelingen"
    AANHANGSEL = "aanhangsel"
    DOCUMENT = "document"
    ZAAK = "zaak"


class Kamer(StrEnum):
    """Whose paper it is: Tweede Kamer (II), Eerste Kamer (I) or Verenigde Vergadering (VV)."""

    TWEEDE = "II"
    EERSTE = "I"
    VERENIGDE_VERGADERING = "VV"


_WHOLE_NUMBER = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[A-Z]{1,3}|[0-9]+[a-z]")
_TWEEDE_ONLY = 200
_IN_KEY = {Kamer.TWEEDE: "tk", Kamer.EERSTE: "ek", Kamer.VERENIGDE_VERGADERING: "vv"}


def kamer_of_number(nummer: str | None) -> Kamer | None:
    """Say whose number this is: whole numbers are the Tweede Kamer's, letters (`D`, `AC`, `42e`) the Eerste Kamer's.

    None for no number and for a paper with a number of each Kamer (`53/E`).
    """
    if nummer is None:
        return None
    if _WHOLE_NUMBER.fullmatch(nummer):
        return Kamer.TWEEDE
    return Kamer.EERSTE if _LETTERS.fullmatch(nummer) else None


def evident_kamer(soort: Soort, nummer: str | None) -> Kamer | None:
    """Say whose paper it must be when no Kamer is named: by its number, or None.

    The Eerste Kamer has some tens of aanhangsels a year, so a high number is the Tweede Kamer's.
    """
    if soort is Soort.KAMERSTUK:
        return kamer_of_number(nummer)
    is_high = soort is Soort.AANHANGSEL and nummer is not None and nummer.isdecimal() and int(nummer) >= _TWEEDE_ONLY
    return Kamer.TWEEDE if is_high else None


class Referentie(Struct, frozen=True):
    """One reference to one paper.

    - `kamer`: None means unknown, or both; without it the Kamer follows from `nummer` where it can.
    - `vergaderjaar`: `2023-2024`; with `tot_vergaderjaar` a period, for a dossier that took several years.
    - `dossier`: digits without spaces (`29435`), or roman for a dossier of the Eerste Kamer itself (`CXXIV`).
    - `toevoeging`: budget chapter (`XXII`), fund (`A`) or sub-dossier of an EU council (`07`).
    - `nevendossiers`: the other dossiers of a paper that belongs to several; `nummer` counts in `dossier`.
    - `rijkswet`: `R1669`.
    - `nummer`: ondernummer (`267`, `AC`, `42e`, `53/E`), number of the meeting (`UCV 41` for a uitgebreide
      commissievergadering), of the aanhangsel, of document or zaak.
    - `item`: item within a meeting, since 2011.
    - `pagina`: `7`, `7-8`, `12 en 13`, `17, 19-22`, `4 e.v.`.
    - `bijlage`: an annex to the paper is meant, `bijlagenummer` says which.
    - `herdruk`: 0 is the first print, 1 the first reprint.
    - `publicatie`: an id of officielebekendmakingen.nl that says nothing about dossier or number (`kst-1263281`).
    """

    soort: Soort
    kamer: Kamer | None = None
    vergaderjaar: str | None = None
    tot_vergaderjaar: str | None = None
    dossier: str | None = None
    toevoeging: str | None = None
    nevendossiers: tuple[str, ...] = ()
    rijkswet: str | None = None
    nummer: str | None = None
    item: str | None = None
    pagina: str | None = None
    bijlage: bool = False
    bijlagenummer: str | None = None
    herdruk: int = 0
    publicatie: str | None = None

    def __post_init__(self) -> None:
        if self.kamer is None:
            force_setattr(self, "kamer", evident_kamer(self.soort, self.nummer))

    @property
    def volledig_dossier(self) -> str:
        """Dossier with its toevoeging, the way keys and lists write it: `36600-XXII`; empty without a dossier."""
        return "-".join(part for part in (self.dossier, self.toevoeging) if part)

    @property
    def sleutel(self) -> str:
        """The key of the paper: its id at officielebekendmakingen.nl as far as the reference says it.

        Pages, and the vergaderjaar of a kamerstuk, are no part of the key: two references to one paper share it.
        """
        if self.publicatie:
            return self.publicatie
        if self.soort in {Soort.DOCUMENT, Soort.ZAAK}:
            return self.nummer or ""
        if self.soort is Soort.KAMERSTUK:
            return self._kamerstuk_key()
        return self._other_key("h" if self.soort is Soort.HANDELINGEN else "ah")

    def _kamerstuk_key(self) -> str:
        number = (self.nummer or "").partition("/")[0]
        annex = f"b{self.bijlagenummer}" if self.bijlagenummer and self.bijlagenummer.isdecimal() else ""
        reprint = f"n{self.herdruk}" if self.herdruk else ""
        return "-".join(part for part in ("kst", self.volledig_dossier, number, annex, reprint) if part)

    def _other_key(self, prefix: str) -> str:
        kamer = _IN_KEY[self.kamer] if self.kamer else ""
        year = (self.vergaderjaar or "").replace("-", "")
        meeting = (self.nummer or "").replace(" ", "").lower()
        first_page = re.match(r"[0-9]+", self.pagina or "") if self.soort is Soort.HANDELINGEN else None
        detail = self.item or (first_page.group() if first_page else "")
        return "-".join(part for part in (prefix, kamer, year, self.dossier, meeting, detail) if part)


class Verwijzing(Struct, frozen=True):
    """A reference as found in a text: `text[begin:eind] == tekst`."""

    referentie: Referentie
    begin: int
    eind: int
    tekst: str

    @property
    def sleutel(self) -> str:
        """The key of the paper referred to."""
        return self.referentie.sleutel
