"""De brief zegt "ik" terwijl er meer ondertekenaars zijn, of "wij" terwijl er één is.

Een brief van één minister zegt vaak "we" voor het hele land. Dat blijft staan: gemeld wordt "wij" alleen in een zin die
zich tot de Kamer richt.
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

_IK = re.compile(r"(?<![\w'’])(?:[Ii]k|[Mm]ijn|[Mm]ij)(?![\w'’])")
_WIJ = re.compile(r"(?<![\w'’])(?:[Ww]ij|[Ww]e|[Oo]ns|[Oo]nze)(?![\w'’])")
_TO_THE_KAMER = re.compile(
    r"\b(?:uw|de) Kamer\b|\bu (?:over|op de hoogte)\b|\b(?:informeren|melden|berichten|zenden|bieden aan)\b"
)
_SENTENCE = re.compile(r"[^.!?]+")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report the person that does not fit the number of signatories."""
    several = len(gegevens.ronde.brief.ondertekenaars) > 1
    wrong, right = (_IK, "wij, ons") if several else (_WIJ, "ik, mij")
    count = "meer ondertekenaars zijn" if several else "één ondertekenaar is"
    for tekst in teksten(gegevens):
        for sentence in _SENTENCE.finditer(tekst.tekst) if tekst.eigen else ():
            if not several and not _TO_THE_KAMER.search(sentence.group()):
                continue
            for found in wrong.finditer(sentence.group()):
                place = tekst.plaats(sentence.start() + found.start(), found.group())
                message = f"in {tekst.over} staat '{found.group()}', terwijl er {count}"
                yield waarschuwing("BR428", message, place, f"schrijf: {right}")
