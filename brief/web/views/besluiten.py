"""Besluiten: what the meeting decides, one afspraak at a time, by the same deeds as `brief vaststellen`."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, render_template, request, url_for

from brief.domain import LANDSDELEN, Status
from brief.rounds.adding import Toevoeging
from brief.rounds.adding import plan as add
from brief.rounds.deciding import Keus, Opdracht, Uitspraak, plan
from brief.text.words import differences
from brief.web.agenda import Agenda, agenda_of
from brief.web.saving import save, save_about
from brief.web.table import Uitslag, table
from brief.web.telling import tell

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Answer

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.rounds.plan import Plan

PAGES = Blueprint("besluiten", __name__, url_prefix="/besluiten")
_VRAGEN = {*Uitspraak, *Keus, "overige", "toevoegen"}


@PAGES.get("/")
def begin() -> Answer | str:
    """Go to the first meeting about which something is to be decided."""
    bestanden = table().now().opened.bestanden
    if bestanden is None or not bestanden.ronde.overleggen:
        return render_template("onleesbaar.html")
    meetings = sorted(bestanden.ronde.overleggen, key=lambda each: each.datum)
    open_ones = {each.landsdeel for each in bestanden.afspraken if each.status is Status.VOORGESTELD}
    first = next((each for each in meetings if each.landsdeel in open_ones), meetings[0])
    return redirect(url_for("besluiten.overleg", landsdeel=first.landsdeel))


@PAGES.get("/<landsdeel>")
def overleg(landsdeel: str) -> str:
    """Show one afspraak of a meeting, and what is asked about it."""
    now, tafel = _agenda(landsdeel), table()
    chosen, doe = now.at(request.args.get("bij")), request.args.get("doe", "")
    asked = doe in _VRAGEN and (chosen is not None or doe == "toevoegen") and not tafel.alleen_lezen
    came_after = chosen is not None and (chosen.na_overleg is not None or doe in set(Keus))
    day = tafel.datum.get(landsdeel, None if came_after else now.dag)
    return _page(now, chosen, doe if asked else "", reden=tafel.reden.get(landsdeel, ""), dag=day)


@PAGES.post("/<landsdeel>/overige")
def overige(landsdeel: str) -> Answer:
    """Agree to all that is proposed and that nobody wants to talk about; as many as the question said."""
    rest = _agenda(landsdeel).overige
    if str(len(rest)) != request.form.get("aantal"):
        tell(Uitslag(("Er is intussen iets veranderd. Kijk hoeveel er nu over zijn.",)))
        return redirect(url_for("besluiten.overleg", landsdeel=landsdeel, doe="overige"), 303)
    said = f"{len(rest)} afspra{'ak' if len(rest) == 1 else 'ken'} van {landsdeel} ongewijzigd vastgesteld"
    tell(_decide(Opdracht(tuple(each.id for each in rest)), said=said))
    return _back(landsdeel, request.form.get("bij"))


@PAGES.post("/<landsdeel>/toevoegen")
def toevoegen(landsdeel: str) -> Answer | tuple[str, int]:
    """Add an afspraak that arose at the table, and go to it."""
    now = _agenda(landsdeel)
    asked = _toevoeging(landsdeel)
    result = save(lambda opened: add(opened, asked))
    tell(result)
    if result.is_gelukt and result.regels:
        _remember(landsdeel, asked.reden, asked.datum)
        return _back(landsdeel, result.regels[0].partition(":")[0])
    filled = {"punt": asked.agendapunt, "tekst": asked.tekst, "reden": asked.reden or "", "dag": asked.datum}
    return _page(now, now.at(request.form.get("bij")), "toevoegen", **filled), 422


@PAGES.post("/<landsdeel>/<identity>/bespreken")
def bespreken(landsdeel: str, identity: str) -> Answer:
    """Mark an afspraak to be talked about, or take the mark away."""
    now = _agenda(landsdeel)
    chosen = _named(now, identity)
    marked = table().mark(chosen.id)
    tell(Uitslag((f"{chosen.id}: {'te bespreken' if marked else 'niet meer te bespreken'}",)))
    return _back(landsdeel, now.next(chosen.id) if marked else chosen.id)


@PAGES.post("/<landsdeel>/<identity>/<uitspraak>")
def besluit(landsdeel: str, identity: str, uitspraak: str) -> Answer | tuple[str, int]:
    """Record what was decided about one afspraak, and go on to the next that is open."""
    now = _agenda(landsdeel)
    chosen = _named(now, identity)
    if uitspraak not in {*Uitspraak, *Keus}:
        abort(404)
    opdracht = _opdracht(chosen, uitspraak)
    result = _decide(opdracht, chosen)
    tell(result)
    if result.is_gelukt:
        table().bespreken.discard(chosen.id)
        _remember(landsdeel, opdracht.reden, opdracht.datum)
        return _back(landsdeel, now.after(chosen.id))
    if uitspraak == Uitspraak.VASTGESTELD and chosen.na_overleg is None:
        return _back(landsdeel, chosen.id)
    shown = _agenda(landsdeel)
    filled = {"reden": opdracht.reden or "", "dag": opdracht.datum, "tekst": opdracht.tekst}
    return _page(shown, shown.at(identity), uitspraak, **filled), 422


@PAGES.post("/woorden")
def woorden() -> str:
    """Show which words a changed text has and has not, and how it will read; of a new text only that."""
    chosen = table().now().by_id.get(request.form.get("id", ""))
    nieuw = _lines(request.form.get("tekst", ""))
    found = differences(chosen.tekst, nieuw) if chosen is not None else ()
    return render_template("woorden.html", woorden=found, nieuw=nieuw)


def _agenda(landsdeel: str) -> Agenda:
    tafel = table()
    bestanden = tafel.now().opened.bestanden
    if bestanden is None or landsdeel not in LANDSDELEN:
        abort(404)
    return agenda_of(bestanden, landsdeel, tafel.bespreken)


def _page(agenda: Agenda, afspraak: Afspraak | None, vraag: str, **filled: object) -> str:
    bestanden = table().now().opened.bestanden
    meetings = bestanden.ronde.overleggen if bestanden else ()
    return render_template(
        "besluiten.html", agenda=agenda, afspraak=afspraak, vraag=vraag, overleggen=meetings, **filled
    )


def _back(landsdeel: str, identity: str | None) -> Answer:
    return redirect(url_for("besluiten.overleg", landsdeel=landsdeel, bij=identity or None), 303)


def _named(agenda: Agenda, identity: str) -> Afspraak:
    found = agenda.at(identity)
    if found is None or found.id != identity:
        abort(404)
    return found


def _lines(text: str) -> str:
    """Give a text as a form sends it with the line ends of a file."""
    return text.replace("\r\n", "\n").strip("\n")


def _day() -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(request.form.get("datum", ""))
    except ValueError:
        return None


def _remember(landsdeel: str, reason: str | None, day: datetime.date | None) -> None:
    """Let reason and day stand ready for the next decision of a meeting."""
    tafel = table()
    if reason:
        tafel.reden[landsdeel] = reason
    if day:
        tafel.datum[landsdeel] = day


def _toevoeging(landsdeel: str) -> Toevoeging:
    """Read from a form what was added."""
    text = _lines(request.form.get("tekst", ""))
    return Toevoeging(
        landsdeel, request.form.get("agendapunt", ""), text, request.form.get("reden", "").strip() or None, _day()
    )


def _opdracht(afspraak: Afspraak, uitspraak: str) -> Opdracht:
    """Read from a form what was decided."""
    if uitspraak == Uitspraak.VASTGESTELD and afspraak.na_overleg is None:
        return Opdracht((afspraak.id,))
    text = _lines(request.form.get("tekst", "")) if uitspraak == Uitspraak.GEWIJZIGD else None
    return Opdracht(
        (afspraak.id,),
        Uitspraak(uitspraak) if uitspraak in set(Uitspraak) else Uitspraak.VASTGESTELD,
        _day(),
        request.form.get("reden", "").strip() or None,
        text,
        opnieuw=request.form.get("opnieuw") == "1",
        dossiertekst=Keus(uitspraak) if uitspraak in set(Keus) else None,
    )


def _decide(opdracht: Opdracht, seen: Afspraak | None = None, said: str | None = None) -> Uitslag:
    """Save a decision; not about an afspraak that is another by now than the one that was `seen`.

    `said` is what the step is called; without it, what the plan says of it.
    """

    def make(opened: Opened) -> Plan:
        planned = plan(opened, opdracht)
        return replace(planned, regels=(said,)) if said and planned.edits else planned

    return save(make) if seen is None else save_about(seen, make)
