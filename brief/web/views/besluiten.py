"""Besluiten: what lies before the meeting, one afspraak at a time; `beslissen.py` records what it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, redirect, render_template, request, url_for

from brief.domain import LANDSDELEN
from brief.rounds.decisions import points
from brief.rounds.decisions.order import Keus, Uitspraak
from brief.text import parse
from brief.text.words import differences
from brief.web.agenda import Agenda, agenda_of
from brief.web.remarks import placed
from brief.web.table import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.wrappers import Response as Answer

    from brief.domain import Afspraak

_VRAGEN = {*Uitspraak, *Keus, "overige", "toevoegen", "punt"}
_VAN_EEN_PUNT = {Uitspraak.GEWIJZIGD, Uitspraak.VERVALLEN}


def begin() -> Answer | str:
    """Go to the first meeting about which something is to be decided."""
    landsdeel = table().ronde.first()
    return (
        redirect(url_for("besluiten.overleg", landsdeel=landsdeel)) if landsdeel else render_template("onleesbaar.html")
    )


def overleg(landsdeel: str) -> str:
    """Show one afspraak of a meeting, and what is asked about it."""
    if landsdeel in LANDSDELEN and table().now(landsdeel).opened.bestanden is None:
        return render_template("onleesbaar.html")
    now, tafel = agenda(landsdeel), table()
    chosen, doe = now.at(request.args.get("bij")), request.args.get("doe", "")
    asked = doe in _VRAGEN and (chosen is not None or doe == "toevoegen") and not tafel.alleen_lezen
    came_after = chosen is not None and (chosen.na_overleg is not None or doe in set(Keus))
    day = tafel.datum.get(landsdeel, None if came_after else now.dag)
    punt = request.args.get("punt", "") if doe in _VAN_EEN_PUNT else ""
    return page(now, chosen, doe if asked else "", {"reden": tafel.reden.get(landsdeel, ""), "dag": day}, punt)


def woorden() -> str:
    """Show which words a changed text has and has not, and how it will read; of a new text only that."""
    chosen = table().now().by_id.get(request.form.get("id", ""))
    tekst = lines(request.form.get("tekst", ""))
    return render_template("woorden.html", **_read(chosen, request.form.get("punt", ""), tekst))


def _read(chosen: Afspraak | None, punt: str, tekst: str) -> dict[str, object]:
    """Give how a text will read when it is agreed, or one point of it, and which words of the proposal that changes."""
    nieuw = points.with_other(chosen.geldende_tekst, punt, tekst) if chosen is not None and punt else tekst
    found = differences(chosen.tekst, nieuw) if chosen is not None and nieuw is not None else ()
    return {"woorden": found, "nieuw": nieuw}


def agenda(landsdeel: str) -> Agenda:
    """Give the agenda of a meeting as it is now; 404 when there is none."""
    tafel = table()
    bestanden = tafel.now(landsdeel).opened.bestanden if landsdeel in LANDSDELEN else None
    if bestanden is None:
        abort(404)
    return agenda_of(bestanden, landsdeel, tafel.bespreken)


def page(agenda: Agenda, afspraak: Afspraak | None, vraag: str, filled: Mapping[str, object], punt: str = "") -> str:
    """Show an afspraak of an agenda, with what is asked about it and what is `filled` in there already.

    `punt` is the one point of its text that is asked about; a point that it has not leads to the choice of one.
    """
    now = table().now(agenda.landsdeel)
    meetings = now.opened.bestanden.ronde.overleggen if now.opened.bestanden else ()
    words = points.words_of(afspraak.geldende_tekst, punt) if afspraak and punt else None
    if punt and words is None:
        vraag, punt = "punt", ""
    first = "" if vraag == "toevoegen" or not afspraak else words if punt else afspraak.geldende_tekst
    tekst = filled.get("tekst") if filled.get("tekst") is not None else first
    return render_template(
        "besluiten.html",
        agenda=agenda,
        afspraak=afspraak,
        vraag=vraag,
        punt=punt,
        woorden_van_punt=words,
        punten=_punten(afspraak),
        overleggen=meetings,
        opmerkingen=now.once("opmerkingen", placed),
        **{**filled, "tekst": tekst},
        **(_read(afspraak, punt, str(tekst)) if vraag == Uitspraak.GEWIJZIGD else {}),
    )


def _punten(afspraak: Afspraak | None) -> list[tuple[str, str]]:
    """Give the points of a text that can be decided apart: none when it is all one point, or has footnotes."""
    text = afspraak.geldende_tekst if afspraak else ""
    found = ((name, points.words_of(text, name)) for name, _ in points.points(text))
    return [(name, words) for name, words in found if words is not None] if len(parse(text).blocks) > 1 else []


def lines(text: str) -> str:
    """Give a text as a form sends it with the line ends of a file."""
    return text.replace("\r\n", "\n").strip("\n")
