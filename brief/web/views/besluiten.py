"""Besluiten: what lies before the meeting, one afspraak at a time; `beslissen.py` records what it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, redirect, render_template, request, url_for

from brief.domain import LANDSDELEN
from brief.rounds.order import Keus, Uitspraak
from brief.text.words import differences
from brief.web.agenda import Agenda, agenda_of
from brief.web.table import table

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Answer

    from brief.domain import Afspraak

_VRAGEN = {*Uitspraak, *Keus, "overige", "toevoegen"}


def begin() -> Answer | str:
    """Go to the first meeting about which something is to be decided."""
    landsdeel = table().ronde.first()
    return (
        redirect(url_for("besluiten.overleg", landsdeel=landsdeel)) if landsdeel else render_template("onleesbaar.html")
    )


def overleg(landsdeel: str) -> str:
    """Show one afspraak of a meeting, and what is asked about it."""
    now, tafel = agenda(landsdeel), table()
    chosen, doe = now.at(request.args.get("bij")), request.args.get("doe", "")
    asked = doe in _VRAGEN and (chosen is not None or doe == "toevoegen") and not tafel.alleen_lezen
    came_after = chosen is not None and (chosen.na_overleg is not None or doe in set(Keus))
    day = tafel.datum.get(landsdeel, None if came_after else now.dag)
    return page(now, chosen, doe if asked else "", reden=tafel.reden.get(landsdeel, ""), dag=day)


def woorden() -> str:
    """Show which words a changed text has and has not, and how it will read; of a new text only that."""
    chosen = table().now().by_id.get(request.form.get("id", ""))
    nieuw = lines(request.form.get("tekst", ""))
    found = differences(chosen.tekst, nieuw) if chosen is not None else ()
    return render_template("woorden.html", woorden=found, nieuw=nieuw)


def agenda(landsdeel: str) -> Agenda:
    """Give the agenda of a meeting as it is now; 404 when there is none."""
    tafel = table()
    bestanden = tafel.now(landsdeel).opened.bestanden if landsdeel in LANDSDELEN else None
    if bestanden is None:
        abort(404)
    return agenda_of(bestanden, landsdeel, tafel.bespreken)


def page(agenda: Agenda, afspraak: Afspraak | None, vraag: str, **filled: object) -> str:
    """Show an afspraak of an agenda, with what is asked about it and what is filled in there already."""
    bestanden = table().now(agenda.landsdeel).opened.bestanden
    meetings = bestanden.ronde.overleggen if bestanden else ()
    return render_template(
        "besluiten.html", agenda=agenda, afspraak=afspraak, vraag=vraag, overleggen=meetings, **filled
    )


def lines(text: str) -> str:
    """Give a text as a form sends it with the line ends of a file."""
    return text.replace("\r\n", "\n").strip("\n")
