"""Record what the meeting decides about an afspraak, by the same deeds as `brief vaststellen` and `brief toevoegen`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from flask import abort, redirect, request, url_for
from msgspec.structs import replace

from brief.rounds.adding import Toevoeging
from brief.rounds.adding import plan as add
from brief.rounds.deciding import Keus, Opdracht, Uitspraak, plan
from brief.web.saving import save, save_about
from brief.web.table import Uitslag, table
from brief.web.telling import tell, tell_nothing
from brief.web.views.besluiten import agenda, lines, page

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Answer

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.rounds.plan import Plan
    from brief.web.agenda import Agenda


def overige(landsdeel: str) -> Answer:
    """Agree to all that is proposed and that nobody wants to talk about; as many as the question said."""
    rest = agenda(landsdeel).overige
    if str(len(rest)) != request.form.get("aantal"):
        tell_nothing("Er is intussen iets veranderd. Kijk hoeveel er nu over zijn.")
        return redirect(url_for("besluiten.overleg", landsdeel=landsdeel, doe="overige"), 303)
    said = f"{len(rest)} afspra{'ak' if len(rest) == 1 else 'ken'} van {landsdeel} ongewijzigd vastgesteld"
    tell(_decide(Opdracht(tuple(each.id for each in rest)), said=said))
    return _back(landsdeel, request.form.get("bij"))


def toevoegen(landsdeel: str) -> Answer | tuple[str, int]:
    """Add an afspraak that arose at the table, and go to it."""
    now = agenda(landsdeel)
    asked = _toevoeging(landsdeel)
    result = save(lambda opened: add(opened, asked))
    tell(result)
    if result.is_gelukt and result.regels:
        _remember(landsdeel, asked.reden, asked.datum)
        return _back(landsdeel, result.regels[0].partition(":")[0])
    filled = {"nummer": asked.agendapunt, "tekst": asked.tekst, "reden": asked.reden or "", "dag": asked.datum}
    return page(now, now.at(request.form.get("bij")), "toevoegen", filled), 422


def bespreken(landsdeel: str, identity: str) -> Answer:
    """Mark an afspraak to be talked about, or take the mark away."""
    now = agenda(landsdeel)
    chosen = _named(now, identity)
    marked = table().mark(chosen.id)
    tell(Uitslag((f"{chosen.id}: {'te bespreken' if marked else 'niet meer te bespreken'}",)))
    return _back(landsdeel, now.next(chosen.id) if marked else chosen.id)


def besluit(landsdeel: str, identity: str, uitspraak: str) -> Answer | tuple[str, int]:
    """Record what was decided about one afspraak, and go on to the next that is open."""
    now = agenda(landsdeel)
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
    shown = agenda(landsdeel)
    filled = {"reden": opdracht.reden or "", "dag": opdracht.datum, "tekst": opdracht.tekst}
    return page(shown, shown.at(identity), uitspraak, filled, opdracht.punt or ""), 422


def _back(landsdeel: str, identity: str | None) -> Answer:
    return redirect(url_for("besluiten.overleg", landsdeel=landsdeel, bij=identity or None), 303)


def _named(agenda: Agenda, identity: str) -> Afspraak:
    found = agenda.at(identity)
    if found is None or found.id != identity:
        abort(404)
    return found


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
    text = lines(request.form.get("tekst", ""))
    return Toevoeging(
        landsdeel, request.form.get("agendapunt", ""), text, request.form.get("reden", "").strip() or None, _day()
    )


def _opdracht(afspraak: Afspraak, uitspraak: str) -> Opdracht:
    """Read from a form what was decided."""
    if uitspraak == Uitspraak.VASTGESTELD and afspraak.na_overleg is None:
        return Opdracht((afspraak.id,))
    text = lines(request.form.get("tekst", "")) if uitspraak == Uitspraak.GEWIJZIGD else None
    return Opdracht(
        (afspraak.id,),
        Uitspraak(uitspraak) if uitspraak in set(Uitspraak) else Uitspraak.VASTGESTELD,
        _day(),
        request.form.get("reden", "").strip() or None,
        text,
        opnieuw=request.form.get("opnieuw") == "1",
        punt=request.form.get("punt") or None,
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
