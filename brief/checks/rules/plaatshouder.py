"""Er staat een plaatshouder in een tekst die gepubliceerd wordt.

Een plaatshouder is PM, XX, `tijd – tijd`, `Status?`, n.t.b., "volgt nog" of een leeg stel haken `[…]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.checks.teksten import teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

PLAATSHOUDER = re.compile(
    r"""(?<!\w)(?:
      XX+(?:[.,:]XX+)?(?:\s+uur)?           # XX, XXX, XX.XX uur
    | (?-i:xx+)                             # xx (nooit een x alleen: 2 x 3)
    | (?-i:PM)                              # PM; pm. kan ook "per maand" zijn
    | tijd\s*[–-]\s*tijd(?:\s+uur)?
    | status\s?\?
    | n\.\s?t\.\s?b\.|ntb|nader\ te\ bepalen|nader\ in\ te\ vullen|tbd
    | (?:tekst\ )?volgt\ nog|nog\ in\ te\ vullen
    | \[\s*(?:…|\.{2,}|invullen|tekst|naam|datum|pm|xx?|n\.?t\.?b\.?)\s*\]
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands for text that is still to come, within a sentence or alone."""


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every placeholder in the letter and in the afspraken that will be published."""
    for tekst in teksten(gegevens):
        for found in PLAATSHOUDER.finditer(tekst.tekst):
            words = found.group()
            place = tekst.plaats(found.start(), words)
            yield waarschuwing("BR401", f"in {tekst.over} staat nog '{words}'", place, "vul aan of haal weg")
