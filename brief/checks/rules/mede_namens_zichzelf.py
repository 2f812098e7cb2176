"""Een ondertekenaar staat ook bij `mede_namens`.

Niemand stuurt een brief mede namens zichzelf: dan klopt de ondertekening niet, of de lijst.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_LEAD = re.compile(r"^(?:de|het)\s+", re.IGNORECASE)


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every signatory, by office or by name, on whose behalf the letter is sent as well."""
    brief = gegevens.ronde.brief
    others = {_folded(each): each for each in brief.mede_namens}
    for one in brief.ondertekenaars:
        for said in (one.functie, one.naam):
            if said and (other := others.get(_folded(said))):
                message = f"'{other}' ondertekent de brief en staat ook bij 'mede_namens'"
                label = "haal deze naam bij mede_namens weg, of bij ondertekenaars"
                yield waarschuwing("BR455", message, gegevens.ronde_plaats("brief.mede_namens"), label)


def _folded(name: str) -> str:
    """Give an office without its article, capitals and the comma behind it."""
    return " ".join(_LEAD.sub("", name.strip().rstrip(",").casefold()).split())
