"""What comes next in a round: the one command that its state asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain import Status
from brief.rounds.confirming import openstaand

if TYPE_CHECKING:
    from brief.rounds.opening import Opened

CERTAIN = 0.9
"""From this certainty on proposals are taken over together."""


def next_step(opened: Opened) -> str:
    """Say in Dutch how far a round is and which command comes next; empty when its files must be mended first."""
    bestanden = opened.bestanden
    if bestanden is None or opened.errors:
        return ""
    if not bestanden.afspraken:
        return "Verder: brief inlezen"
    vermoedens, _ = openstaand(opened)
    if vermoedens:
        sure = sum(each.zekerheid >= CERTAIN for each in vermoedens)
        what = (
            f"{len(vermoedens)} voorstel{'len' if len(vermoedens) > 1 else ''} voor thema, provincie, gebied of termijn"
        )
        how = " --boven 0.9" if sure else ""
        return f"Nog te bevestigen: {what}. Verder: brief bevestigen{how}"
    proposed = [each.landsdeel for each in bestanden.afspraken if each.status is Status.VOORGESTELD]
    if proposed:
        landsdelen = list(dict.fromkeys(proposed))
        noun = "afspraak" if len(proposed) == 1 else "afspraken"
        where = landsdelen[0] if len(landsdelen) == 1 else "LANDSDEEL"
        said = f"Nog voorgesteld: {len(proposed)} {noun} ({', '.join(landsdelen)})"
        return f"{said}. Na het overleg: brief vaststellen {where}"
    return "Alles is vastgesteld. Verder: brief controleren"
