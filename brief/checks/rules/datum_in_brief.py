"""De brief noemt andere dagen voor de overleggen dan ronde.yaml.

Een zin over de Bestuurlijke Overleggen Leefomgeving met een datum erin wordt naast de datums van de overleggen gelegd.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing
from brief.text.dates import mentions
from brief.text.dutch import datums
from brief.text.model import Heading, ListItem, Paragraph
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_SENTENCE = re.compile(r"(?<=[a-z)’']{2}[.!?])\s+(?=[A-Z])")
_ABOUT = re.compile(r"\b(?:overleg(?:gen)?|BO(?:[’']s)?)\b.*\bLeefomgeving\b|\bBOL\b", re.DOTALL | re.IGNORECASE)
_SEVERAL = re.compile(r"\boverleggen\b|\bBO[’']s\b", re.IGNORECASE)


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every sentence of the letter that names other days for the meetings, or not all of them."""
    held = {overleg.datum for overleg in gegevens.ronde.overleggen}
    if not held:
        return
    year = max(held).year
    for number, block in enumerate(gegevens.brief.blocks):
        if not isinstance(block, Paragraph | ListItem | Heading):
            continue
        for sentence in _SENTENCE.split(plain_spans(block.spans)):
            named = {day for each in mentions(sentence) for day in each.in_year(year) if day.year == year}
            wrong = named - held
            missing = held - named if _SEVERAL.search(sentence) else set()
            if named and _ABOUT.search(sentence) and (wrong or missing):
                message = f"de brief noemt voor de overleggen {datums(named)}, ronde.yaml {datums(held)}"
                label = "verbeter de zin, of de datum in ronde.yaml met: brief datum LANDSDEEL JJJJ-MM-DD"
                yield waarschuwing("BR442", message, gegevens.brief.place_in(number), label)
