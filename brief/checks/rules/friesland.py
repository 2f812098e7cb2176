"""Er staat "Friesland" waar de provincie Fryslân bedoeld is.

Fryslân is sinds 1997 de officiële naam van de provincie. In de tekst van een afspraak blijft staan wat in het dossier
staat.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import info, waarschuwing
from brief.checks.teksten import teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

# Not in `Friesland Campina`, `Noord-Friesland`, `West-Friesland`, `Westfriesland`.
_FRIESLAND = re.compile(r"(?<![\w-])Friesland(?![\w-]|\s?Campina)")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report the name in our own texts; in the text of an afspraak only mention it."""
    for tekst in teksten(gegevens):
        for found in _FRIESLAND.finditer(tekst.tekst):
            place = tekst.plaats(found.start(), found.group())
            message = f"in {tekst.over} staat 'Friesland'"
            if tekst.eigen:
                yield waarschuwing("BR415", message, place, "schrijf: Fryslân")
            else:
                yield info("BR461", message, place, "officieel: Fryslân; de tekst van het dossier blijft 1-op-1 staan")
