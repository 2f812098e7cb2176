"""Een afspraak heeft geen thema.

De brief is naar thema geordend; een afspraak zonder thema komt in geen enkel blok van de brief terecht.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak to be published that has no theme, confirmed or proposed."""
    for afspraak in gegevens.gelezen("themas", "voorstel"):
        proposed = afspraak.voorstel.themas if afspraak.voorstel else ()
        if afspraak.te_publiceren and not afspraak.themas and not proposed:
            place = afspraak.place_of("themas")
            yield waarschuwing("BR405", f"{afspraak.id} heeft geen thema", place, "vul in: themas: [water]")
