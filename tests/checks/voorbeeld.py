"""A small round without mistakes, to which each test adds one."""

from __future__ import annotations

import datetime
from typing import Any

from msgspec.structs import replace

from brief.checks import Gegevens, controleer
from brief.diagnostics import Diagnostic, Place
from brief.domain import Afspraak, BriefGegevens, Dossier, DossierAfspraak, DossierBron, Ondertekenaar, Overleg, Ronde
from brief.domain import Besluit as Besluit
from brief.text import parse

DAG = datetime.date(2025, 6, 4)
BIJLAGEN = ("Afsprakenlijst Bestuurlijke Overleggen Leefomgeving 2025", "Beslisnota bij Kamerbrief")


def afspraak(identity: str = "nw-2.3-1", **changes: Any) -> Afspraak:
    """Give an afspraak of Noordwest that has all it needs."""
    fields: dict[str, Any] = {
        "landsdeel": "noordwest",
        "agendapunt": "2.3 Zoet water",
        "tekst": "Rijk en regio maken een plan.",
        "themas": ("water",),
        "provincies": ("utrecht",),
    }
    return Afspraak(identity, **(fields | changes))


def ronde(**brief: Any) -> Ronde:
    """Give a round with one meeting; `brief` changes the letter's data."""
    gegevens = BriefGegevens(
        datum=datetime.date(2025, 6, 12),
        betreft="Uitkomsten",
        tekst="brief.md",
        ondertekenaars=(Ondertekenaar("De minister", "A. Voorbeeld"),),
        bijlagen=BIJLAGEN,
    )
    overleg = Overleg("noordwest", DAG, "dossiers/noordwest.md")
    return Ronde("2025", "Uitkomsten", (overleg,), replace(gegevens, **brief), ("landelijk", "noordwest"))


def gegevens(*afspraken: Afspraak, brief_tekst: str = "Ik meld de uitkomsten.", **changes: Any) -> Gegevens:
    """Give a round with these afspraken, read from a dossier that says the same."""
    made = afspraken or (afspraak(),)
    dossier = Dossier(
        "noordwest", "ab", "", (), tuple(_proposed(each) for each in made if each.status != "toegevoegd"), ()
    )
    fields: dict[str, Any] = {
        "map": "input/2025",
        "ronde": ronde(),
        "afspraken": made,
        "bronnen": {"noordwest": DossierBron("dossiers/noordwest.md", "ab")},
        "dossiers": {"noordwest": dossier},
        "aanwezig": {"dossiers/noordwest.md": "ab"},
        "brief_tekst": brief_tekst,
        "brief": parse(brief_tekst),
    }
    return Gegevens(**(fields | changes))


def _proposed(each: Afspraak) -> DossierAfspraak:
    number, title = each.agendapuntnummer, each.agendapunttitel
    place, text = Place("noordwest.md", 1), parse(each.tekst).blocks
    return DossierAfspraak(each.id, number, title, text, place, "lid", each.publiceren)


def meldingen(data: Gegevens) -> list[Diagnostic]:
    """Give the findings of all rules."""
    return list(controleer(data))


def codes(data: Gegevens) -> list[str]:
    """Give the codes of the findings of all rules."""
    return [finding.code for finding in controleer(data)]
