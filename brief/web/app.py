"""The pages of a round as a Flask application: what is common to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for

from brief.web import addresses, show
from brief.web.guard import guard
from brief.web.table import NAME, table
from brief.web.views import terug

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response as Answer

    from brief.web.keys import Sleutels
    from brief.web.table import Tafel

_STOP = "brief-stop"
ONDERDELEN = (
    ("besluiten.begin", "Besluiten"),
    ("bevestigen.begin", "Bevestigen"),
    ("lijst.begin", "Lijst"),
    ("letter.begin", "Brief"),
    ("vergelijken.begin", "Vergelijken"),
    ("overzicht.begin", "Overzicht"),
)
"""The parts of the page, in the order of the work."""


def make_app(tafel: Tafel, sleutels: Sleutels, host: str, stop: Callable[[], None]) -> Flask:
    """Make the application of a round that is served as `host`; `stop` ends the server."""
    app = Flask("brief.web")
    app.extensions[NAME] = tafel
    app.extensions[_STOP] = stop
    show.register(app)
    guard(app, sleutels, host)
    addresses.register(app)
    app.context_processor(_about)
    app.after_request(_shown)
    app.add_url_rule("/", "begin", _begin)
    app.add_url_rule("/nu", "nu", _now)
    app.add_url_rule("/stoppen", "vraag_stoppen", lambda: render_template("stoppen.html"))
    app.add_url_rule("/stoppen", "stoppen", _stop, methods=["POST"])
    return app


def _about() -> dict[str, object]:
    """Give what every page shows."""
    tafel = table()
    opened = tafel.look().opened
    titel = opened.bestanden.ronde.titel if opened.bestanden else tafel.folder.name
    return {
        "tafel": tafel,
        "onderdelen": ONDERDELEN,
        "titel_ronde": titel,
        "fouten": opened.errors,
        "bladzijde": request.full_path.rstrip("?") if request.method == "GET" else "",
        "stap": None if tafel.alleen_lezen else terug.last_step(),
    }


def _shown(answer: Response) -> Response:
    """Note that somebody looks at a page."""
    if answer.status_code == 200 and request.endpoint != "static":
        table().shown.set()
    return answer


def _begin() -> Answer:
    return redirect(url_for(ONDERDELEN[0][0]), 303)


def _now() -> Response:
    """Tell what is on disk now, so that an open page knows whether it is behind."""
    return jsonify(versie=table().versie)


def _stop() -> Response:
    """Say that it is over, and end once that is sent."""
    table().rest()
    answer = make_response(render_template("gestopt.html"))
    answer.call_on_close(current_app.extensions[_STOP])
    return answer
