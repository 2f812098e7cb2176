"""Say of a reviewer's comment, where it is shown, that it was dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, redirect, request

from brief.rounds.remarks import called, not_as_seen, settle
from brief.web.show import stand
from brief.web.table import Uitslag, table
from brief.web.telling import here, tell

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Answer


def afdoen(nummer: int) -> Answer:
    """Write that a comment was dealt with; not when it is another by now than the one on the page of the form."""
    tafel = table()
    bestanden = tafel.now().opened.bestanden
    there = bestanden.opmerkingen if bestanden else ()
    if nummer >= len(there):
        abort(404)
    seen = there[nummer]

    def deed() -> Uitslag:
        if stand(seen) != request.form.get("stand"):
            return Uitslag(findings=(not_as_seen(tafel.folder, seen),))
        found = settle(tafel.folder, nummer, seen, request.form.get("antwoord", ""))
        return Uitslag(() if found else (called(seen),), found)

    tell(tafel.do(deed))
    return redirect(here(), 303)
