"""Een afspraak verwijst naar een agendapunt van het dossier.

De lezer van de afsprakenlijst heeft het dossier niet, en de onderwerpen van de lijst hebben andere nummers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak

# `agendapunt 5`, `punt 2.3`, `hoofdstuk 5`, `zie 2.5.4`, `onder 2.3`
_NAMED = re.compile(
    r"\b(?:(?:agendapunt(?:en)?|hoofdstuk|hamerpunt)\s+(?P<any>\d{1,2}(?:\.\d{1,2})*)"
    r"|(?:punt(?:en)?|paragraaf|onder|zie(?: ook)?|bij)\s+(?P<dotted>\d{1,2}(?:\.\d{1,2})+))(?![\d.]*\d)",
    re.IGNORECASE,
)
_DEEP = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,}(?![\d.]*\d)")


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report each number of an agendapunt in the text of an afspraak that will be published."""
    titles: dict[str, dict[str, str]] = {}
    for afspraak in gegevens.afspraken:
        titles.setdefault(afspraak.landsdeel, {}).setdefault(afspraak.agendapuntnummer, afspraak.agendapunttitel)
    for afspraak in gegevens.afspraken:
        if afspraak.te_publiceren:
            yield from _of(afspraak, titles[afspraak.landsdeel])


def _of(afspraak: Afspraak, titles: Mapping[str, str]) -> Iterator[Diagnostic]:
    text = afspraak.geldend_plat
    found = {match["any"] or match["dotted"]: match[0] for match in _NAMED.finditer(text)}
    found |= {match[0]: match[0] for match in _DEEP.finditer(text) if match[0] in titles and match[0] not in found}
    for number, words in found.items():
        message = f"{afspraak.id} verwijst naar '{words}' van het dossier; wie de lijst leest heeft dat niet"
        place = afspraak.place_of(afspraak.geldend_veld, words)
        title = titles.get(number)
        label = f"in de lijst heet dat onderwerp '{title}'" if title else "noem het onderwerp bij zijn naam"
        hint = f"spreek een andere tekst af en leg die vast: brief vaststellen {afspraak.id} --gewijzigd"
        yield waarschuwing("BR458", message, place, label, hint)
