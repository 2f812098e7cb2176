"""Er staat "Brabant" alleen.

De provincie heet Noord-Brabant. "Brabant" komt voor in namen als Stedelijk Brabant en Brabantstad; die worden niet
gemeld.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import info
from brief.checks.teksten import teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_BRABANT = re.compile(r"(?<![\w-])(?<!Noord )(?<!Stedelijk )(?<!Oost )(?<!West )(?<!Vlaams )Brabant(?!\w|-)")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Mention the short name in our own texts."""
    for tekst in teksten(gegevens):
        if not tekst.eigen:
            continue
        for found in _BRABANT.finditer(tekst.tekst):
            place = tekst.plaats(found.start(), found.group())
            yield info("BR417", f"in {tekst.over} staat 'Brabant'", place, "de provincie heet Noord-Brabant")
