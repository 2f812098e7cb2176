"""De datum van de brief ligt dicht bij Prinsjesdag, waar het vergaderjaar wisselt.

Schuift de brief een dag op, dan hoort hij bij een ander vergaderjaar. Dat werkt door in verwijzingen naar de brief
zelf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.kamerstuk import check_letter_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Mention both parliamentary years when the letter is dated within a week of their border."""
    for finding in check_letter_date(gegevens.ronde.brief.datum):
        yield replace(finding, place=gegevens.ronde_plaats("brief.datum"))
