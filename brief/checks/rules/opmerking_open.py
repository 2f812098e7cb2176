"""Een opmerking van een lezer staat nog open.

Wat een lezer in de kantlijn schreef staat in `opmerkingen.yaml`. Doe er iets mee, zet `stand: afgedaan` en schrijf in
`antwoord` wat u deed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_LONGEST = 60


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every comment that is open."""
    for each in gegevens.opmerkingen:
        if each.is_open:
            message = f"opmerking van {each.wie} bij {each.plaats} staat nog open: '{shortened(each.tekst, _LONGEST)}'"
            label = "typ, als u er iets mee deed: stand: afgedaan"
            yield waarschuwing("BR660", message, each.herkomst, label)
