"""De brief is gedateerd vóór het laatste overleg.

De brief meldt de uitkomsten van alle overleggen en kan dus niet eerder zijn dan het laatste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report a letter from before the last meeting."""
    last = max(gegevens.ronde.overleggen, key=lambda overleg: overleg.datum, default=None)
    if last is not None and gegevens.ronde.brief.datum < last.datum:
        message = f"de brief is van vóór het overleg van landsdeel {last.landsdeel}"
        label = f"dat overleg is op {last.datum}"
        yield waarschuwing("BR414", message, gegevens.ronde_plaats("brief.datum"), label)
