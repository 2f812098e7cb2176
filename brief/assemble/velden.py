"""The values that the tags of a template may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict

from brief.domain import LANDSDELEN
from brief.text import parse, plain
from brief.text.binding import bind
from brief.text.dutch import datum, datums, opsomming

if TYPE_CHECKING:
    import datetime

    from brief.domain import Ronde
    from brief.text import FieldValue


TE_BEVESTIGEN = " [te bevestigen]"
"""What a concept shows behind a date that the program proposed and nobody confirmed."""

_AAN = ("geadresseerde", "aanhef")


def gemeenschappelijke_velden(ronde: Ronde, versie: str, versiedatum: datetime.date) -> dict[str, FieldValue]:
    """Give the fields of both documents."""
    brief = ronde.brief
    return {
        "concept": True,
        "versie": versie,
        "versiedatum": _day(versiedatum, proposed=brief.datum_voorgesteld and versiedatum == brief.datum),
        "datum": _day(brief.datum, proposed=brief.datum_voorgesteld),
        "betreft": brief.betreft,
        "kenmerk": brief.kenmerk or "",
        "afzender": {key: value for key, value in asdict(brief.afzender).items() if key not in _AAN},
    }


def velden_kamerbrief(ronde: Ronde, *, slotzin: bool = True) -> dict[str, FieldValue]:
    """Give the fields of the letter: who sends it to whom, how the sender speaks of himself, and who signs.

    Without `slotzin` the sentence about those on whose behalf it is sent is left out: the letter says it itself.
    """
    brief = ronde.brief
    several = len(brief.ondertekenaars) > 1
    return {
        "geadresseerde": brief.afzender.geadresseerde,
        "aanhef": brief.afzender.aanhef,
        "aantal_bijlagen": len(brief.bijlagen),
        "bijlagen": brief.bijlagen,
        "ondertekenaars": tuple({"functie": one.functie, "naam": one.naam} for one in brief.ondertekenaars),
        "meer_ondertekenaars": several,
        "mede_namens": opsomming(brief.mede_namens) if slotzin else "",
        "ik": "wij" if several else "ik",
        "Ik": "Wij" if several else "Ik",
        "mij": "ons" if several else "mij",
        "mijn": "onze" if several else "mijn",
    }


def velden_afsprakenlijst(ronde: Ronde) -> dict[str, FieldValue]:
    """Give the fields of the list: the day of the letter, its title, what holds for all, and the meetings by date.

    The list says the day of the letter within a sentence, so it is held together there.
    """
    meetings = sorted(ronde.overleggen, key=lambda meeting: meeting.datum)
    return {
        "datum": bind(_day(ronde.brief.datum, proposed=ronde.brief.datum_voorgesteld)),
        "titel": titel_afsprakenlijst(ronde),
        "bijlagenummer": _annex_number(ronde),
        "aantal_bijlagen": len(ronde.brief.bijlagen),
        "algemeen": tuple(plain([block]) for block in parse(ronde.algemeen).blocks),
        "ondertitel": datums(meeting.datum for meeting in meetings)
        + (TE_BEVESTIGEN if any(meeting.datum_voorgesteld for meeting in meetings) else ""),
        "overleggen": tuple(
            {
                "landsdeel": LANDSDELEN[meeting.landsdeel].naam,
                "datum": _day(meeting.datum, proposed=meeting.datum_voorgesteld),
            }
            for meeting in meetings
        ),
    }


def _annex_number(ronde: Ronde) -> int:
    """Give which annex of the letter the list is; 0 when the letter does not name it."""
    return next((n for n, title in enumerate(ronde.brief.bijlagen, 1) if title.lower().startswith("afsprakenlijst")), 0)


def _day(day: datetime.date, *, proposed: bool) -> str:
    return datum(day) + (TE_BEVESTIGEN if proposed else "")


def titel_afsprakenlijst(ronde: Ronde) -> str:
    """Give the title of the list: that of the annex which is named so, else a title of its own."""
    for annex in ronde.brief.bijlagen:
        if annex.lower().startswith("afsprakenlijst"):
            return annex
    return f"Afsprakenlijst Bestuurlijke Overleggen Leefomgeving {ronde.ronde}"
