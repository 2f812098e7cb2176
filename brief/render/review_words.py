"""What a reviewer did, in the words in which a terminal and a page both tell it."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN
from brief.intake.review import Aard
from brief.text import Bron
from brief.text.dutch import datum

if TYPE_CHECKING:
    from brief.intake.review import Onderdeel
    from brief.rounds.comparison.reviewing import Beoordeeld
    from brief.word.returned import Comment, Tracked

TOESTEMMING = "vraagt opnieuw instemming van wie deze tekst overeenkwam"
"""What a reworded afspraak asks."""
ZONDER_PLAATS = "opmerkingen die nergens in de tekst staan"

_MEER = {
    Aard.AFSPRAAK: ("afspraak herschreven", "afspraken herschreven"),
    Aard.BRIEF: ("tekst van de brief gewijzigd", "teksten van de brief gewijzigd"),
    Aard.VELD: ("veld gewijzigd", "velden gewijzigd"),
    Aard.NOOT: ("voetnoot gewijzigd", "voetnoten gewijzigd"),
    Aard.GEMAAKT: ("gemaakte tekst gewijzigd", "gemaakte teksten gewijzigd"),
    Aard.NIEUW: ("nieuwe tekst", "nieuwe teksten"),
    Aard.OPMAAK: ("keer alleen opmaak", "keer alleen opmaak"),
    Aard.OPMERKING: ("keer alleen een opmerking", "keer alleen een opmerking"),
}


def kop(beoordeeld: Beoordeeld) -> str:
    """Count what was done by what it means, the weightiest first, and the comments."""
    counts = Counter(each.aard for each in beoordeeld.review.onderdelen)
    said = [f"{counts[aard]} {words[counts[aard] > 1]}" for aard, words in _MEER.items() if counts[aard]]
    untracked = sum(1 for each in beoordeeld.review.onderdelen if each.is_buiten_bijhouden)
    said += [f"{untracked} daarvan (ook) zonder bijhouden"] if untracked else []
    comments = len(beoordeeld.review.returned.comments)
    said += [f"{comments} opmerking{'en' if comments > 1 else ''} en antwoorden"] if comments else []
    return ", ".join(said)


def thing_name(each: Onderdeel, beoordeeld: Beoordeeld) -> str:
    """Name a thing as a writer knows it."""
    bron, key = each.sleutel.bron, each.sleutel.key
    if bron is Bron.AFSPRAAK:
        known = beoordeeld.kenmerken(key)
        landsdeel = LANDSDELEN[known.landsdeel].naam if known.landsdeel in LANDSDELEN else ""
        return f"afspraak {key}" + (f" ({landsdeel}, {known.agendapunt})" if landsdeel else "")
    if bron is None:
        return "nieuwe alinea"
    names = {
        Bron.ZIN: f"zin over {key}",
        Bron.CONCEPT: f"conceptzin over {key}",
        Bron.ALINEA: "alinea van de brief",
        Bron.VELD: f"veld {key}",
        Bron.NOOT: f"voetnoot {key}",
    }
    return names.get(bron, bron.value)


def moment(each: Tracked | Comment) -> str:
    """Say who and when: `Anna, 15 september 2026`; nobody is `onbekend`."""
    try:
        day = datum(datetime.date.fromisoformat(each.date[:10]))
    except ValueError:
        day = ""
    return ", ".join(part for part in (each.author or "onbekend", day) if part)
