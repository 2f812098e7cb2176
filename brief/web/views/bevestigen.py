"""Bevestigen: what the program proposed, a reason at a time, answered by the same deed as `brief bevestigen`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request, url_for
from msgspec.structs import replace

from brief.rounds.confirming import Antwoord, Veld, boven, groepen, openstaand, plan
from brief.web.asking import number
from brief.web.saving import save
from brief.web.table import Uitslag, table
from brief.web.telling import tell, tell_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.wrappers import Response as Answer

    from brief.rounds.confirming import Vermoeden
    from brief.rounds.opening import Opened
    from brief.rounds.plan import Plan

ZEKER = 0.9
"""From where a proposal counts as certain; `brief bevestigen --boven` takes any."""

_WHAT = {"over": "overgenomen", "weg": "weggehaald", "over-rest-weg": "overgenomen, en de andere weggehaald"}


def begin() -> str:
    """Show one group of proposals."""
    if table().now().opened.bestanden is None:
        return render_template("onleesbaar.html")
    open_ones = _open()
    groups = table().now().once("groepen", lambda _: groepen(open_ones))
    at = min(number("groep"), max(len(groups) - 1, 0))
    return render_template(
        "bevestigen.html",
        groepen=groups,
        hier=at,
        groep=groups[at] if groups else None,
        open=len(open_ones),
        zeker=len(boven(open_ones, ZEKER)),
        grens=ZEKER,
    )


def antwoord() -> Answer:
    """Answer the proposals of a group that were chosen."""
    how = request.form.get("hoe", "")
    chosen = [found for each in request.form.getlist("kies") if (found := _read(each)) is not None]
    others = [found for each in request.form.getlist("groep") if (found := _read(each)) is not None]
    answers = [replace(each, ja=how != "weg") for each in chosen]
    if how == "over-rest-weg":
        answers += [each for each in others if each not in chosen]
    if how not in _WHAT or not answers:
        tell_nothing("Er is niets gekozen.")
    else:
        name = request.form.get("naam", "")[:80]
        said = f"{len(chosen)} voorstel{'' if len(chosen) == 1 else 'len'} {name} {_WHAT[how]}"
        tell(_answer(answers, said))
    return redirect(url_for("bevestigen.begin", groep=request.form.get("hier")), 303)


def zeker() -> Answer:
    """Take over what is certain; as many as the page said."""
    answers = boven(_open(), ZEKER)
    if str(len(answers)) == request.form.get("aantal"):
        tell(_answer(answers, f"{len(answers)} voorstellen overgenomen die minstens {ZEKER:.0%} zeker zijn"))
    else:
        tell_nothing("Er is intussen iets veranderd. Kijk hoeveel er nu zeker zijn.")
    return redirect(url_for("bevestigen.begin"), 303)


def _open() -> tuple[Vermoeden, ...]:
    return table().now().once("open voorstellen", lambda opened: openstaand(opened)[0])


def _answer(answers: Sequence[Antwoord], said: str) -> Uitslag:
    def make(opened: Opened) -> Plan:
        planned = plan(opened, answers)
        return replace(planned, regels=(said, *planned.regels[1:])) if planned.edits else planned

    return save(make)


def _read(value: str) -> Antwoord | None:
    """Read which proposal a box stands for; None when it is no such thing."""
    identity, _, rest = value.partition("|")
    veld, _, key = rest.partition("|")
    return Antwoord(identity, Veld(veld), key, ja=False) if identity and key and veld in set(Veld) else None
