"""Het dossier noemt een andere dag dan ronde.yaml, of is zelf van na het overleg.

De dag van het overleg staat voorin het dossier. Een dossier waarvan de versie later is dan het overleg, lag daar niet
op tafel.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.text.dates import mentions, short_dates
from brief.text.dutch import datum

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Dossier, Overleg

# `Datum: vrijdag 11 september 2026, 13:00 – 14:30 uur`, `**Datum overleg:** 9 september`
_DATUM = re.compile(r"^\W*(?:datum|dag)\b(?:\s+(?:van\s+het\s+)?overleg)?\W*:", re.IGNORECASE)


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every dossier that was read whose dates do not fit the meeting."""
    for overleg in gegevens.ronde.overleggen:
        dossier = gegevens.dossiers.get(overleg.landsdeel)
        if dossier is not None:
            yield from _meeting(overleg, dossier)
            yield from _version(overleg, dossier)


def _meeting(overleg: Overleg, dossier: Dossier) -> Iterator[Diagnostic]:
    """Report the first day that the dossier names as that of the meeting, when it is another."""
    for rest in dossier.rest:
        for line in rest.tekst.splitlines():
            named = [day for each in mentions(line) for day in each.in_year(overleg.datum.year)]
            if not _DATUM.match(line) or not named:
                continue
            if overleg.datum not in named:
                yield _differs(overleg, f"het dossier noemt {datum(named[0])} als dag van het overleg", named[0])
            return


def _differs(overleg: Overleg, said: str, day: datetime.date) -> Diagnostic:
    message = f"landsdeel {overleg.landsdeel}: {said}, ronde.yaml {datum(overleg.datum)}"
    label = f"heeft het dossier gelijk, typ dan: brief datum {overleg.landsdeel} {day}"
    return waarschuwing("BR441", message, overleg.place, label)


def _version(overleg: Overleg, dossier: Dossier) -> Iterator[Diagnostic]:
    """Report a version of the dossier that is later than the meeting."""
    days = [day for each in mentions(dossier.versie) for day in each.in_year(overleg.datum.year)]
    days += [day for each in short_dates(dossier.versie) for day in each.in_year(overleg.datum.year)]
    if days and max(days) > overleg.datum:
        message = f"het dossier van landsdeel {overleg.landsdeel} ('{dossier.versie}') is van na het overleg"
        label = f"het overleg was op {datum(overleg.datum)}; lag dit dossier niet op tafel, beslis dan per afspraak"
        yield waarschuwing("BR441", message, overleg.place, label)
