"""Read a key of `kamerstukken.yaml`, which is also an id at officielebekendmakingen.nl: `kst-36600-XXII-12`."""

from __future__ import annotations

import re

from brief.kamerstuk.begroting import is_budget, is_chapter, is_eu
from brief.kamerstuk.model import Kamer, Referentie, Soort

_KAMER = {"tk": Kamer.TWEEDE, "ek": Kamer.EERSTE, "vv": Kamer.VERENIGDE_VERGADERING}

# 2024D43452, 2024Z18173
_DOCUMENT = re.compile(r"(?:19|20)[0-9]{2}([DZ])[0-9]{5}", re.IGNORECASE)
# kst-1263281, blg-1184123, ah-1271549: opaque. Tried before the next ones: kst-1268678 is not 12686, nr. 78.
_OPAQUE = re.compile(r"(kst|ah|blg)-?([0-9]{6,8})", re.IGNORECASE)
# kst-29435-267, kst-36800-XXII-2, kst-36600-B-K, kst-21501-08-928, kst-CLVI-A-n1, kst-34682-6-b1, kst-15516-42e
_KAMERSTUK = re.compile(
    r"kst-(?P<dossier>[0-9]{4,5}|[IVXLCDM]+)"
    r"(?:-(?P<toevoeging>[IVXLCDM]+[AB]?|[A-Z]|[0-9]{2})(?=-(?![bn][0-9])))?"
    r"(?:-(?P<nummer>[0-9]{1,4}[a-z]?|[A-Z]{1,5}))?"
    r"(?:-b(?P<bijlage>[0-9]+))?(?:-n(?P<herdruk>[0-9]))?",
    re.IGNORECASE,
)
# h-tk-20242025-87-15, h-tk-20092010-72-6141, ah-tk-20242025-1244, ah-ek-20202021-3
_HANDELINGEN = re.compile(
    r"(?P<soort>h|ah)(?:-(?P<kamer>tk|ek|vv))?(?:-(?P<jaar>(?:18|19|20)[0-9]{6}))?-(?P<nummer>(?:ucv)?[0-9]{1,5})(?:-(?P<detail>[0-9]{1,5}))?",
    re.IGNORECASE,
)
_FIRST_YEAR_WITH_ITEMS = 2010


def from_key(key: str) -> Referentie | None:
    """Give the reference that a key stands for, or None when it is no key.

    A `toevoeging` is told from a letter of the Eerste Kamer by what follows: in `kst-36600-B-K` B is the fund and K the
    number, in `kst-34682-AC` AC is the number. `kst-36600-XXII` is the whole chapter.
    """
    if match := _DOCUMENT.fullmatch(key):
        return Referentie(Soort.DOCUMENT if match[1].upper() == "D" else Soort.ZAAK, nummer=key.upper())
    if match := _OPAQUE.fullmatch(key):
        prefix = match[1].lower()
        soort = Soort.AANHANGSEL if prefix == "ah" else Soort.KAMERSTUK
        return Referentie(soort, publicatie=f"{prefix}-{match[2]}", bijlage=prefix == "blg")
    if match := _KAMERSTUK.fullmatch(key):
        return _kamerstuk(match)
    return _handelingen(key)


def _kamerstuk(match: re.Match[str]) -> Referentie | None:
    dossier, toevoeging, number = match["dossier"].upper(), match["toevoeging"], match["nummer"]
    if toevoeging:
        toevoeging = toevoeging.upper()
        if toevoeging.isdecimal() and not is_eu(dossier):
            return None
    elif number and (
        (is_chapter(number.upper()) and is_budget(dossier)) or (is_eu(dossier) and len(number) == len("07"))
    ):
        toevoeging, number = number.upper(), None
    if number and number.isalpha():
        number = number.upper()
    return Referentie(
        Soort.KAMERSTUK,
        dossier=dossier,
        toevoeging=toevoeging,
        nummer=number.lower() if number and number[0].isdecimal() else number,
        bijlage=match["bijlage"] is not None,
        bijlagenummer=match["bijlage"],
        herdruk=int(match["herdruk"] or 0),
    )


def _handelingen(key: str) -> Referentie | None:
    match = _HANDELINGEN.fullmatch(key)
    if match is None:
        return None
    years = match["jaar"]
    year = f"{years[:4]}-{years[4:]}" if years else None
    kamer = _KAMER[match["kamer"].lower()] if match["kamer"] else None
    if match["soort"].lower() == "ah":
        return (
            Referentie(Soort.AANHANGSEL, kamer=kamer, vergaderjaar=year, nummer=match["nummer"])
            if not match["detail"] and match["nummer"].isdecimal()
            else None
        )
    nummer = match["nummer"].upper().replace("UCV", "UCV ")
    has_items = year is None or int(year[:4]) >= _FIRST_YEAR_WITH_ITEMS
    return Referentie(
        Soort.HANDELINGEN,
        kamer=kamer,
        vergaderjaar=year,
        nummer=nummer,
        item=match["detail"] if has_items else None,
        pagina=None if has_items else match["detail"],
    )
