"""What a reader who asked for a part of a comparison does not see, in the words of a terminal and a page."""

from __future__ import annotations


def buiten_de_keuze(count: int) -> str:
    """Say how many changes were not asked for, and what those may well be."""
    kept = "1 wijziging valt" if count == 1 else f"{count} wijzigingen vallen"
    shown = "staat" if count == 1 else "staan"
    return f"{kept} buiten deze keuze en {shown} hier niet; daar kunnen landelijke afspraken bij zijn."
