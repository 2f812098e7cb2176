"""Overzicht: how many afspraken belong where; each number leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import render_template, url_for
from markupsafe import Markup

from brief.render.html.overview import matrix_table
from brief.rounds.overview import overview
from brief.rounds.state import ZONDER_THEMA, state
from brief.web.finding import IN_LIJST
from brief.web.table import table

if TYPE_CHECKING:
    from brief.rounds.opening import Opened
    from brief.rounds.overview import Matrix


def begin() -> str:
    """Show the matrices and what is still open."""
    now = table().now()
    found = now.once("stand", state)
    if found is None:
        return render_template("onleesbaar.html")
    tables = [Markup(matrix_table(each, _link)) for each in now.once("matrix", _matrices)]  # noqa: S704 - escaped there
    return render_template("overzicht.html", stand=found, tabellen=tables)


def _matrices(opened: Opened) -> tuple[Matrix, ...]:
    return overview(opened.bestanden.afspraken) if opened.bestanden else ()


def _link(soort: str, key: str, thema: str) -> str:
    asked: dict[str, Any] = {
        soort: key,
        "thema": "geen" if thema == ZONDER_THEMA else thema or None,
        "status": IN_LIJST,
    }
    return url_for("lijst.begin", **asked)
