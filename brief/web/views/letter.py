"""Brief: the letter as it will read, what it covers, and the messages of `brief controleren` where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, render_template, request

from brief.domain import THEMAS
from brief.rounds.state import ZONDER_THEMA
from brief.web.asking import number
from brief.web.letter import laid_out
from brief.web.places import documenten
from brief.web.remarks import placed
from brief.web.table import table

if TYPE_CHECKING:
    from brief.domain import Afspraak
    from brief.rounds.opening import Opened


_OPMERKING_OPEN = "BR660"
"""The finding that a comment is open: the comment itself is shown, where it belongs."""


def begin() -> str:
    """Show the letter beside its themes."""
    tafel = table()
    now = tafel.now()
    made, opened = now.once("documenten", documenten), now.opened
    if made is None or opened.bestanden is None:
        return render_template("onleesbaar.html")
    controle = tafel.controle()
    opmerkingen = now.once("opmerkingen", placed)
    findings = [each for each in controle.findings if each.code != _OPMERKING_OPEN] if controle else []
    letter = laid_out(made.samenstelling.kamerbrief, findings, opened.bestanden, opmerkingen)
    return render_template(
        "brief.html",
        letter=letter,
        controle=controle,
        meldingen=len(findings),
        opmerkingen=opmerkingen,
        themas=now.once("per thema", _by_theme),
        niet_genoemd=set(made.samenstelling.niet_genoemd),
        zonder_zin=set(made.samenstelling.zonder_zin),
        velden=opened.bestanden.ronde.brief,
    )


def bron() -> str:
    """Show a source file of the round at a line; only files that the round was read from."""
    bestanden = table().now().opened.bestanden
    source = bestanden.bronnen.get(request.args.get("bestand", "")) if bestanden else None
    if source is None:
        abort(404)
    return render_template(
        "bron.html",
        bestand=request.args["bestand"],
        regels=source.text.splitlines(),
        regel=number("regel", 1),
    )


def _by_theme(opened: Opened) -> dict[str, list[Afspraak]]:
    """Give the published afspraken by the theme that leads."""
    afspraken = [each for each in opened.bestanden.afspraken if each.te_publiceren] if opened.bestanden else []
    led: dict[str, list[Afspraak]] = {key: [] for key in (*THEMAS, ZONDER_THEMA)}
    for each in afspraken:
        led.setdefault((each.geldende_themas or (ZONDER_THEMA,))[0], []).append(each)
    return {key: found for key, found in led.items() if found}
