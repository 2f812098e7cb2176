"""The OData question that finds a paper, or why there is none.

`Volgnummer` is a whole number there: letters of the Eerste Kamer and reprints cannot be asked for. It is not unique
either, so `Toevoeging` is always compared: without it chapters of one budget are mixed up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from brief.kamerstuk.model import Kamer, Soort

if TYPE_CHECKING:
    from brief.kamerstuk.model import Referentie

_FIELDS = "Id,DocumentNummer,Soort,Titel,Onderwerp,Datum,Vergaderjaar,Volgnummer,Aanhangselnummer,Verwijderd"
_EXPAND = "Kamerstukdossier($select=Nummer,Toevoeging),HuidigeDocumentVersie($select=ExterneIdentifier)"


def question(reference: Referentie) -> str | None:
    """Give path and query, below the address of the service, that find this paper; None when it cannot be asked for."""
    if reference.publicatie:
        return _by_publication(reference.publicatie)
    if reference.soort is Soort.ZAAK:
        return ask(
            "Zaak",
            f"Nummer eq '{reference.nummer}'",
            "Id,Nummer,Soort,Titel,Onderwerp,GestartOp,Vergaderjaar,Verwijderd",
        )
    condition = _document(reference)
    return ask("Document", condition, _FIELDS, _EXPAND) if condition else None


def why_not(reference: Referentie) -> str:
    """Say in Dutch why a paper cannot be asked for."""
    if reference.soort is Soort.HANDELINGEN:
        return "Handelingen staan niet als stuk met nummer in de open data"
    if reference.herdruk:
        return "een herdruk heeft daar geen eigen nummer"
    if reference.nummer is None:
        return "zonder nummer is er geen stuk om op te zoeken"
    return "letters van de Eerste Kamer staan niet in de open data van de Tweede Kamer"


def _document(reference: Referentie) -> str | None:
    number = (reference.nummer or "").partition("/")[0]
    if reference.soort is Soort.DOCUMENT:
        return f"DocumentNummer eq '{number}'"
    if reference.soort is Soort.AANHANGSEL:
        return _aanhangsel(reference, number)
    is_askable = reference.soort is Soort.KAMERSTUK and not reference.herdruk and reference.kamer is not Kamer.EERSTE
    if not (is_askable and number.isdecimal() and (reference.dossier or "").isdecimal()):
        return None
    part = f"'{reference.toevoeging}'" if reference.toevoeging else "null"
    dossier = f"d/Nummer eq {reference.dossier} and d/Toevoeging eq {part}"
    return f"Kamerstukdossier/any(d: {dossier}) and Volgnummer eq {number}"


def _aanhangsel(reference: Referentie, number: str) -> str | None:
    """Aanhangsel 1244 of 2024-2025 has Aanhangselnummer 242501244."""
    year = reference.vergaderjaar
    if year is None or reference.kamer is Kamer.EERSTE or not number.isdecimal():
        return None
    return f"Aanhangselnummer eq '{year[2:4]}{year[7:9]}{int(number):05d}'"


def _by_publication(publication: str) -> str:
    condition = f"ExterneIdentifier eq '{publication}'"
    expand = f"Document($select={_FIELDS};$expand=Kamerstukdossier($select=Nummer,Toevoeging))"
    return ask("DocumentVersie", condition, "Id,ExterneIdentifier,Verwijderd", expand)


def ask(entity: str, condition: str, select: str, expand: str = "") -> str:
    """Give path and query for the rows of an entity that hold to a condition and were not removed."""
    parts = {"$filter": f"{condition} and Verwijderd eq false", "$select": select, "$expand": expand}
    return f"{entity}?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in parts.items() if value)
