"""De datum van de brief ligt dicht bij Prinsjesdag, waar het vergaderjaar wisselt.

Schuift de brief een dag op, dan hoort hij bij een ander vergaderjaar. Dat werkt door in verwijzingen naar de brief
zelf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info
from brief.kamerstuk import prinsjesdag, vergaderjaar, written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

DAGEN = 7
"""How near is near."""


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Mention both parliamentary years when the letter is dated within a week of their border."""
    datum = gegevens.ronde.brief.datum
    border = prinsjesdag(datum.year)
    if abs((border - datum).days) > DAGEN:
        return
    side = "vóór" if datum < border else "na" if datum > border else "op"
    other = vergaderjaar(border) if datum < border else f"{border.year - 1}-{border.year}"
    message = f"de brief is van {side} Prinsjesdag en hoort bij vergaderjaar {vergaderjaar(datum)}"
    day = written_date(border).replace("\u00a0", " ")
    moved = f"vanaf {day} wordt dat {other}" if datum < border else f"tot {day} was dat {other}"
    yield info("BR426", message, gegevens.ronde_plaats("brief.datum"), moved)
