"""Een datum is door het programma geraden en door niemand bevestigd.

Een nieuwe ronde begint met datums die bij Prinsjesdag passen. In een concept staat erachter dat zij nog te bevestigen
zijn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every day of a meeting, and that of the letter, that nobody confirmed."""
    for overleg in gegevens.ronde.overleggen:
        if overleg.datum_voorgesteld:
            message = f"de datum van het overleg van landsdeel {overleg.landsdeel} ({overleg.datum}) is een voorstel"
            label = f"klopt hij, typ dan: brief datum {overleg.landsdeel}; anders met de datum erachter"
            yield waarschuwing("BR443", message, overleg.place, label)
    if gegevens.ronde.brief.datum_voorgesteld:
        message = f"de datum van de brief ({gegevens.ronde.brief.datum}) is een voorstel"
        label = "klopt hij, typ dan: brief datum brief; anders met de datum erachter"
        yield waarschuwing("BR443", message, gegevens.ronde_plaats("brief.datum"), label)
