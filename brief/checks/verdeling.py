"""Whether people only drew the lines between afspraken elsewhere.

The words of an agendapunt are then still those of its dossier, in the same order: splitting and joining changed nothing
that is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.checks.gegevens import Gegevens


def is_anders_verdeeld(gegevens: Gegevens, landsdeel: str, nummer: str) -> bool:
    """Tell whether an agendapunt says word for word what its dossier says, whatever belongs to which afspraak.

    What was added at the table does not count. An agendapunt without a number is never taken to be divided otherwise.
    """
    source = gegevens.dossierteksten.get((landsdeel, nummer)) if nummer else None
    return source is not None and source == gegevens.teksten.get((landsdeel, nummer), "")
