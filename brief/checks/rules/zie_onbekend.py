"""Een afspraak verwijst met `zie` naar een afspraak die er niet is, of naar zichzelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import fout
from brief.diagnostics.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every reference to an afspraak that does not exist."""
    known = {afspraak.id for afspraak in gegevens.afspraken}
    nearest = Nearest(known)
    for afspraak in gegevens.afspraken:
        for number, other in enumerate(afspraak.zie):
            place = afspraak.place_of(f"zie.{number}") if other not in known or other == afspraak.id else None
            if other not in known and not gegevens.onvolledig:
                near = nearest(other)
                hint = f"bedoelde u '{near}'?" if near else None
                yield fout("BR422", f"afspraak '{other}' bestaat niet", place, "noem een bestaand id", hint)
            elif other == afspraak.id:
                yield fout("BR422", f"{afspraak.id} verwijst naar zichzelf", place, "noem een andere afspraak")
