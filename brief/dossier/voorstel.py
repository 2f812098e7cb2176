"""Propose themes, provinces, NOVEX-gebieden and a deadline for an afspraak, with the words that led to each.

A proposal is never a fact: a person confirms it. Unsure means none. `benchmarks/voorstel` prints how good they are.
"""

from __future__ import annotations

from brief.domain import Voorstel
from brief.domain.redenen import Reden, schrijf_redenen
from brief.dossier.grond import TEKST
from brief.dossier.plaatsnamen import gebieden, provincies
from brief.dossier.termijn import termijn
from brief.dossier.weging import themas


def voorstel(titel: str, tekst: str, landsdeel: str | None = None) -> Voorstel:
    """Propose where an afspraak belongs, from the title of its agendapunt and its plain text.

    `landsdeel` is a key of `LANDSDELEN`: it decides nothing but the order, its own provinces first.
    """
    found = themas(titel, tekst), provincies(titel, tekst, landsdeel), gebieden(titel, tekst)
    reasons = [(key, grond.reden) for each in found for key, grond in each.items()]
    own_themas, own_provincies, own_gebieden = (tuple(each) for each in found)
    day, words = termijn(tekst) or (None, "")
    if day is not None:
        reasons.append((day.isoformat(), Reden(f"'{words}' {TEKST}")))
    return Voorstel(own_themas, own_provincies, own_gebieden, schrijf_redenen(reasons), day)
