"""A dossier on the terminal: what was found in it, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN
from brief.render.terminal.messages import visible
from brief.text import plain

if TYPE_CHECKING:
    from brief.domain import Dossier, DossierAfspraak

_WIDTH = 76


def dossier_tekst(name: str, dossier: Dossier, *, of_round: bool) -> str:
    """Give the summary of a dossier and its afspraken, each with the reason why it is one.

    Without a round that it is `of_round`, its landsdeel and version are what it says of itself, confirmed by nobody.
    """
    landsdeel = LANDSDELEN[dossier.landsdeel].naam if dossier.landsdeel in LANDSDELEN else "landsdeel onbekend"
    placeholders = sum(rest.reden == "plaatshouder" for rest in dossier.rest)
    published = sum(afspraak.publiceren for afspraak in dossier.afspraken)
    head = [
        f"{visible(name)}: {landsdeel}, {visible(dossier.versie) or 'versie niet vermeld'}",
        *(
            ["  (landsdeel en versie zoals het dossier ze noemt; in een ronde geldt ronde.yaml)"]
            if not of_round
            else []
        ),
        f"  {len(dossier.agendapunten)} agendapunten, {published} afspraken"
        f" (en {len(dossier.afspraken) - published} die niet worden gepubliceerd),"
        f" {placeholders} plaatshouders, {len(dossier.rest) - placeholders} alinea's in de rest",
    ]
    return "\n".join([*head, *(line for afspraak in dossier.afspraken for line in _lines(afspraak))]) + "\n"


def _lines(afspraak: DossierAfspraak) -> list[str]:
    text = visible(plain(afspraak.tekst))
    short = text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"
    closed = "" if afspraak.publiceren else ", niet gepubliceerd"
    return [f"  {afspraak.id}  ({afspraak.reden}{closed})", f"    {short}"]
