"""What is done with Kamerstukken, as the JSON of `brief kamerstuk … --json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.kamerstuk import Stijl
from brief.render.json.findings import findings_as_json
from brief.render.json.references import reference_as_json, verwijzing_as_json

if TYPE_CHECKING:
    from brief.rounds.papers.adding import Toegevoegd
    from brief.rounds.papers.finding import Zoekresultaat
    from brief.rounds.papers.showing import Getoond
    from brief.rounds.papers.writing import Schrijfresultaat

VERSIE = 1


def gevonden_as_json(result: Zoekresultaat) -> dict[str, Any]:
    """Give the references of a text; `begin` and `eind` count its characters."""
    return {
        "versie": VERSIE,
        "verwijzingen": [verwijzing_as_json(each) for each in result.verwijzingen],
        "meldingen": findings_as_json(result.meldingen),
    }


def getoond_as_json(shown: Getoond) -> dict[str, Any]:
    """Give a reference by its parts, in both styles, with its entry and the places of its use."""
    stuk = shown.stuk
    return {
        "versie": VERSIE,
        **reference_as_json(shown.referentie),
        "sleutel": shown.referentie.sleutel,
        "ministerie": shown.geschreven(Stijl.MINISTERIE),
        "juridisch": shown.geschreven(Stijl.JURIDISCH),
        "url": shown.url,
        "titel": stuk.titel if stuk else None,
        "datum": stuk.datum.isoformat() if stuk and stuk.datum else None,
        "gebruikt": [str(place) for place in shown.gebruikt or ()],
    }


def geschreven_as_json(result: Schrijfresultaat) -> dict[str, Any]:
    """Give each reference by its parts with what was written, and the texts that could not be read."""
    items = [
        {
            **reference_as_json(each.referentie),
            "sleutel": each.referentie.sleutel,
            "tekst": each.tekst,
            "geschreven": each.geschreven,
        }
        for each in result.verwijzingen
    ]
    return {
        "versie": VERSIE,
        "stijl": result.stijl.value,
        "verwijzingen": items,
        "onleesbaar": list(result.onleesbaar),
    }


def toegevoegd_as_json(added: Toegevoegd) -> dict[str, Any]:
    """Give the lines of the entry, and whether they were written."""
    return {
        "versie": VERSIE,
        "sleutel": added.sleutel,
        "bestand": added.bestand,
        "geschreven": added.geschreven,
        "regels": list(added.regels),
        "meldingen": findings_as_json(added.meldingen),
    }
