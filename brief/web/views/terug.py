"""Terug: take back the last step, whoever took it, by the same deed as `brief terugdraaien`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, redirect, request, url_for

from brief.rounds.undoing import listed, undo
from brief.web.table import Uitslag, table
from brief.web.telling import here, tell

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Answer

    from brief.disk.journal import Deed
    from brief.rounds.opening import Opened


def last_step() -> Deed | None:
    """Give the last deed that still holds; None when there is none."""

    def found(_: Opened) -> Deed | None:
        entries = listed(table().folder)
        return next((each.deed for each in entries if not each.is_back and each.deed.terug is None), None)

    return table().look().once("laatste stap", found)


def terug() -> Answer:
    """Take back the deed that the page named, and show where it was."""
    number = request.form.get("nummer", "")
    if not number.isdecimal():
        abort(404)
    tafel = table()

    def deed() -> Uitslag:
        done = undo(tafel.folder, int(number))
        what = f"teruggedraaid: {done.deed.wat}" if done.deed else "er was niets terug te draaien"
        return Uitslag((what,) if not done.findings else (), done.findings)

    before = last_step()
    tell(tafel.do(deed))
    return redirect(_where(before.wat if before else "") or here(), 303)


def _where(what: str) -> str | None:
    """Give the page of the afspraak that a deed was about, when it was a decision about one."""
    identity, _, said = what.partition(": ")
    chosen = table().now().by_id.get(identity)
    if chosen is None or not said or request.form.get("hier", "").partition("?")[0].count("besluiten") == 0:
        return None
    return url_for("besluiten.overleg", landsdeel=chosen.landsdeel, bij=chosen.id)
