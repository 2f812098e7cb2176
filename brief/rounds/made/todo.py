"""What is still to be decided in a round before its documents can be final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import Status
from brief.intake.basefile import lees_basis
from brief.rounds.days import all_days
from brief.rounds.made.reworded import reworded

if TYPE_CHECKING:
    from pathlib import Path

    from brief.sources import RondeBestanden


class TeBeslissen(Struct, frozen=True):
    """What nobody decided yet, as ids; an afspraak that is not printed in any case is not among them.

    `voorgesteld` are those that may be agreed with their landsdeel, `na_overleg` those that came after the meeting.
    `dossiertekst` have a newer text that waits for a choice, `verdwenen` are no longer in their dossier. `anders` have
    another text than their dossier, and no besluit that says so. `halverwege` are the landsdelen of which a newer
    dossier was not read in whole, `datums` what has a proposed day: a landsdeel for its meeting, or `brief`.
    """

    voorgesteld: tuple[str, ...] = ()
    na_overleg: tuple[str, ...] = ()
    dossiertekst: tuple[str, ...] = ()
    verdwenen: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    halverwege: tuple[str, ...] = ()
    datums: tuple[str, ...] = ()


def te_beslissen(folder: Path, bestanden: RondeBestanden) -> TeBeslissen:
    """Gather what nobody decided yet in a round."""
    here = [each for each in bestanden.afspraken if each.status.in_lijst]
    proposed = [each for each in here if each.status is Status.VOORGESTELD]
    halfway, changed = [], list[str]()
    for landsdeel, file in bestanden.afsprakenbestanden.items():
        basis, _ = lees_basis(folder, landsdeel)
        if basis is not None:
            halfway += [landsdeel] if basis.halverwege else []
            changed += reworded(file.afspraken, basis)
    return TeBeslissen(
        tuple(each.id for each in proposed if each.na_overleg is None),
        tuple(each.id for each in proposed if each.na_overleg is not None),
        tuple(each.id for each in here if each.dossiertekst is not None),
        tuple(each.id for each in here if each.verdwenen is not None),
        tuple(changed),
        tuple(halfway),
        tuple(each.wat for each in all_days(bestanden.ronde) if not each.bevestigd),
    )
