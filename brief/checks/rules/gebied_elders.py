"""Een afspraak noemt een provincie of gebied buiten haar landsdeel.

Een NOVEX-gebied kan in meer landsdelen liggen. Staat een afspraak over een gebied dat bij een ander landsdeel hoort
alleen hier, dan mist dat landsdeel haar, tenzij `zie` naar de afspraak daar verwijst.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES
from brief.text.dutch import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic
    from brief.domain import Afspraak


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report places outside the landsdeel of an afspraak that refers to no other afspraak."""
    for afspraak in gegevens.afspraken:
        if afspraak.landelijk or afspraak.zie or not afspraak.te_publiceren:
            continue
        elsewhere = [*_gebieden(afspraak), *_provincies(afspraak)]
        if elsewhere:
            names = ", ".join(name for _, name in elsewhere)
            message = f"{afspraak.id} gaat ook over een ander landsdeel: {names}"
            label = "staat daar dezelfde of een verwante afspraak, voeg dan toe: zie: […]"
            yield info("BR424", message, afspraak.place_of(elsewhere[0][0]), label)


def _gebieden(afspraak: Afspraak) -> Iterator[tuple[str, str]]:
    for number, key in enumerate(afspraak.gebieden):
        if key in GEBIEDEN and afspraak.landsdeel not in GEBIEDEN[key].landsdelen:
            home = opsomming([LANDSDELEN[each].naam for each in GEBIEDEN[key].landsdelen])
            yield f"gebieden.{number}", f"{GEBIEDEN[key].naam} ({home})"


def _provincies(afspraak: Afspraak) -> Iterator[tuple[str, str]]:
    shared = {province for key in afspraak.gebieden if key in GEBIEDEN for province in GEBIEDEN[key].provincies}
    for number, key in enumerate(afspraak.provincies):
        if key in PROVINCIES and PROVINCIES[key].landsdeel != afspraak.landsdeel and key not in shared:
            yield f"provincies.{number}", f"{PROVINCIES[key].naam} ({LANDSDELEN[PROVINCIES[key].landsdeel].naam})"
