"""De brief zegt "ik" terwijl er meer ondertekenaars zijn, of "wij" terwijl er één is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.checks.teksten import teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_IK = re.compile(r"(?<![\w'’])(?:[Ii]k|[Mm]ijn|[Mm]ij)(?![\w'’])")
_WIJ = re.compile(r"(?<![\w'’])(?:[Ww]ij|[Ww]e|[Oo]ns|[Oo]nze)(?![\w'’])")
_OTHERS = re.compile(r"\bons land\b|\bonze (?:samenleving|delta|economie)\b", re.IGNORECASE)


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report the person that does not fit the number of signatories."""
    several = len(gegevens.ronde.brief.ondertekenaars) > 1
    wrong, right = (_IK, "wij, ons") if several else (_WIJ, "ik, mij")
    count = "meer ondertekenaars zijn" if several else "één ondertekenaar is"
    for tekst in teksten(gegevens):
        if not tekst.eigen:
            continue
        body = _OTHERS.sub(lambda match: "\x00" * len(match.group()), tekst.tekst)
        for found in wrong.finditer(body):
            place = tekst.plaats(found.start(), found.group())
            message = f"in {tekst.over} staat '{found.group()}', terwijl er {count}"
            yield waarschuwing("BR428", message, place, f"schrijf: {right}")
