"""Lijst: every afspraak, found by words and by what is missing, and filled in where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import abort, redirect, render_template, request, url_for
from msgspec.structs import replace

from brief.domain import Status
from brief.rounds.confirming import Veld, invulling, vermoedens_van
from brief.rounds.confirming import plan as confirm
from brief.rounds.filling import Invulling, plan
from brief.web.asking import number
from brief.web.finding import IN_LIJST, MIST, NIET_IN_LIJST, Vraag
from brief.web.places import documenten
from brief.web.remarks import placed
from brief.web.saving import save_about
from brief.web.table import Uitslag, table
from brief.web.telling import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.wrappers import Response as Answer

    from brief.domain import Afspraak
    from brief.rounds.confirming import Invulling as Ingevuld
    from brief.rounds.opening import Opened
    from brief.rounds.plan import Plan

_A_PAGE = 40
"""How many afspraken a page shows; the rest follows."""


def begin() -> str:
    """Show the afspraken that are asked for."""
    return _page(Vraag.of(request.args), request.args.get("wijzig", ""))


def zin(identity: str) -> Answer | tuple[str, int]:
    """Save the sentence and the papers of an afspraak."""
    chosen = table().now().by_id.get(identity)
    if chosen is None:
        abort(404)
    keys = tuple(dict.fromkeys(key.strip() for key in request.form.get("kamerstukken", "").split(",") if key.strip()))
    sentence = request.form.get("zin", "").replace("\r\n", "\n")
    result = save_about(chosen, lambda opened: plan(opened, Invulling(identity, sentence, keys)))
    tell(result)
    asked = Vraag.of(request.args)
    if result.is_gelukt:
        return redirect(_address(asked, identity), 303)
    return _page(asked, identity, zin=sentence, stukken=", ".join(keys)), 422


def indeling(identity: str) -> Answer | tuple[str, int]:
    """Save where an afspraak belongs; what was proposed for it is answered with that."""
    chosen = table().now().by_id.get(identity)
    if chosen is None:
        abort(404)
    typed = {veld.value: request.form.get(veld.value, "") for veld in Veld}
    read = [invulling(identity, Veld(veld), text) for veld, text in typed.items()]
    findings = tuple(each for _, found in read for each in found)
    wanted = [each for each, _ in read if each is not None and _says_more(chosen, each)]
    result = Uitslag(findings=findings) if findings else save_about(chosen, lambda opened: _confirm(opened, wanted))
    tell(result)
    asked = Vraag.of(request.args)
    if result.is_gelukt:
        return redirect(_address(asked, identity), 303)
    return _page(asked, identity, ingevuld=typed), 422


def _says_more(afspraak: Afspraak, wanted: Ingevuld) -> bool:
    """Tell whether a field is another by now, or was only proposed."""
    proposed = {each.veld for each in vermoedens_van(afspraak)}
    there = getattr(afspraak, wanted.veld.value)
    now = there if isinstance(there, tuple) else () if there is None else (there.isoformat(),)
    return wanted.veld in proposed or wanted.waarden != now


def _confirm(opened: Opened, wanted: Sequence[Ingevuld]) -> Plan:
    planned = confirm(opened, wanted)
    said = f"{wanted[0].id}: {', '.join(each.veld.value for each in wanted)} ingevuld" if wanted else ""
    return replace(planned, regels=(said, *planned.regels[1:])) if planned.edits else planned


def _page(vraag: Vraag, change: str, **filled: object) -> str:
    now = table().now()
    bestanden = now.opened.bestanden
    if bestanden is None:
        return render_template("onleesbaar.html")
    opmerkingen = now.once("opmerkingen", placed)
    found = vraag.among(bestanden.afspraken, opmerkingen.open_ids)
    first = _first(len(found))
    return render_template(
        "lijst.html",
        vraag=vraag,
        gevonden=found[first : first + _A_PAGE],
        aantal=len(found),
        alle=len(bestanden.afspraken),
        eerste=first,
        op_blad=_A_PAGE,
        wijzig="" if table().alleen_lezen else change,
        documenten=now.once("documenten", documenten),
        opmerkingen=opmerkingen,
        stukken_bekend=bestanden.kamerstukken,
        statussen=[*(each.value for each in Status), IN_LIJST, NIET_IN_LIJST],
        MIST=MIST,
        **filled,
    )


def _first(count: int) -> int:
    """Give where the page begins that the address asks for."""
    start = number("vanaf")
    return start // _A_PAGE * _A_PAGE if start < count else 0


def _address(vraag: Vraag, identity: str) -> str:
    asked: dict[str, Any] = {**vraag.gevraagd, "vanaf": request.args.get("vanaf"), "_anchor": identity}
    return url_for("lijst.begin", **asked)
