"""Een afspraak verwijst met `zie` naar een andere, en die verwijst niet terug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every reference that is not answered."""
    seen = {afspraak.id: frozenset(afspraak.zie) for afspraak in gegevens.afspraken}
    for afspraak in gegevens.afspraken:
        for number, other in enumerate(afspraak.zie):
            if other in seen and other != afspraak.id and afspraak.id not in seen[other]:
                message = f"{afspraak.id} verwijst naar {other}, maar {other} niet naar {afspraak.id}"
                label = f"voeg bij {other} toe: zie: [{afspraak.id}]"
                yield info("BR423", message, afspraak.place_of(f"zie.{number}"), label)
