"""De naam van een ondertekenaar ontbreekt.

Zonder naam staat onder de brief alleen de functie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every signatory without a name."""
    for ondertekenaar in gegevens.ronde.brief.ondertekenaars:
        if not ondertekenaar.naam.strip(" .…"):
            message = f"de naam van '{ondertekenaar.functie}' is niet ingevuld"
            yield info("BR431", message, gegevens.ronde_plaats("brief.ondertekenaars"), "vul in: naam: …")
