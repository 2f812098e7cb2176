"""Vergelijken: what changed between two versions, with the choices of the command."""

from __future__ import annotations

from flask import render_template, request
from markupsafe import Markup

from brief.compare.selecting import Keuze
from brief.render.html.changes import changes_fragment
from brief.rounds.published import published
from brief.web.table import table

ONDERDELEN = ("afspraak", "brief", "voetnoot", "kop", "tabel", "veld")
"""The parts of the documents in which something can change."""


def begin() -> str:
    """Show the changes between the versions that are asked for; without any, between the last two."""
    from brief.rounds.comparing import Vergeleken, compare  # with it come the readers of Word

    tafel = table()
    made = published(tafel.folder, tafel.uit)
    names = [each.naam for each in made.versies]
    old, new = _asked("oud", names, -2), _asked("nieuw", names, -1)
    found = compare(old, new, made.map, _keuze()) if old and new else Vergeleken(made.findings)
    fragment = changes_fragment(found.vergelijking) if found.vergelijking else ""
    return render_template(
        "vergelijken.html",
        versies=names,
        map=made.map,
        oud=old,
        nieuw=new,
        gevraagd=request.args,
        vondsten=found.findings,
        onderdelen_lijst=ONDERDELEN,
        inhoud=Markup(fragment),  # noqa: S704 - escaped there
    )


def _asked(name: str, known: list[str], otherwise: int) -> str:
    """Give a version of this round that is named; never a path."""
    asked = request.args.get(name, "")
    if asked in known:
        return asked
    return known[max(otherwise, -len(known))] if len(known) > 1 else ""


def _keuze() -> Keuze:
    def given(name: str) -> tuple[str, ...]:
        return (request.args[name],) if request.args.get(name) else ()

    return Keuze(given("landsdeel"), given("provincie"), given("gebied"), given("thema"), given("onderdeel"))
