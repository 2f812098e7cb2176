"""Een provincienaam is zonder koppelteken geschreven: "Noord Holland", "ZuidHolland".

In de tekst van een afspraak blijft staan wat in het dossier staat.
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

_NAME = re.compile(r"(?<!\w)(Noord|Zuid)(?: |)(Holland|Brabant)(?!\w)|(?<!\w)(Noord|Zuid)-(holland|brabant)(?!\w)")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report the name in our own texts; in the text of an afspraak only mention it."""
    for tekst in teksten(gegevens):
        for found in _NAME.finditer(tekst.tekst):
            right = f"{found[1] or found[3]}-{(found[2] or found[4]).capitalize()}"
            place = tekst.plaats(found.start(), found.group())
            message = f"in {tekst.over} staat '{found.group()}'"
            if tekst.eigen:
                yield waarschuwing("BR416", message, place, f"schrijf: {right}")
            else:
                yield info("BR461", message, place, f"officieel: {right}; de tekst van het dossier blijft 1-op-1 staan")
