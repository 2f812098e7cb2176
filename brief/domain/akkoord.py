"""Whether the consent of a party still holds: what it agreed to, beside the text of the afspraak as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain.afstemming import Antwoord, tekstkenmerk

if TYPE_CHECKING:
    from brief.domain.afspraak import Afspraak
    from brief.domain.afstemming import Afstemming


def is_achterhaald(afspraak: Afspraak, afstemming: Afstemming) -> bool:
    """Tell whether a party agreed to an earlier text than the one that holds now."""
    if afstemming.stand is not Antwoord.AKKOORD:
        return False
    if afstemming.kenmerk:
        return not afspraak.status.in_lijst or afstemming.kenmerk != tekstkenmerk(afspraak.geldende_tekst)
    besluit = afspraak.besluit
    changed = besluit is not None and (besluit.tekst is not None or not afspraak.status.in_lijst)
    return changed and besluit is not None and (afstemming.datum is None or afstemming.datum < besluit.datum)


def wacht(afspraak: Afspraak, afstemming: Afstemming) -> bool:
    """Tell whether a party still has to answer: it did not yet, or to an earlier text."""
    return afstemming.stand is Antwoord.OPEN or is_achterhaald(afspraak, afstemming)
