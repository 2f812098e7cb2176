"""A reference as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.kamerstuk.model import Referentie, Verwijzing

JsonValue = str | int | bool | None


def reference_as_json(reference: Referentie) -> dict[str, JsonValue]:
    """Give the parts of a reference by name, what is not there as None."""
    return {
        "soort": reference.soort.value,
        "kamer": reference.kamer.value if reference.kamer else None,
        "vergaderjaar": reference.vergaderjaar,
        "dossier": reference.dossier,
        "toevoeging": reference.toevoeging,
        "rijkswet": reference.rijkswet,
        "nummer": reference.nummer,
        "pagina": reference.pagina,
        "bijlage": reference.bijlage,
    }


def verwijzing_as_json(verwijzing: Verwijzing) -> dict[str, JsonValue]:
    """Give a reference found in a text; `begin` and `eind` count characters of that text."""
    return {
        **reference_as_json(verwijzing.referentie),
        "begin": verwijzing.begin,
        "eind": verwijzing.eind,
        "tekst": verwijzing.tekst,
        "sleutel": verwijzing.sleutel,
    }
