"""Save what a form asks, as one deed that can be taken back; not over what another changed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds.plan import Plan, plan_and_save
from brief.web.table import Uitslag, table
from brief.web.telling import meanwhile

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened


def save(make: Callable[[Opened], Plan]) -> Uitslag:
    """Plan on the round as it is on disk and save that; what stands in the way is a finding, and nothing is written."""
    tafel = table()

    def deed() -> Uitslag:
        planned, saved = plan_and_save(tafel.folder, make)
        findings = (*planned.meldingen, *saved.findings)
        return Uitslag(planned.regels if not findings else (), findings)

    return tafel.do(deed)


def save_about(seen: Afspraak, make: Callable[[Opened], Plan]) -> Uitslag:
    """Save what is about one afspraak; not when it is another by now than the one on the page of the form."""

    def unless_changed(opened: Opened) -> Plan:
        found = meanwhile(opened, seen.id)
        return Plan(opened.folder, findings=found) if found else make(opened)

    return save(unless_changed)
