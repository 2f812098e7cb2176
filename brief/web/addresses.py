"""The addresses of the pages, and the function in `views/` that answers at each; a view is loaded when it is asked for.

With most views come the deeds behind them, and those take longer to load than the first page takes to show.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue

_ADDRESSES = (
    ("besluiten.begin", "GET", "/besluiten/", "besluiten"),
    ("besluiten.overleg", "GET", "/besluiten/<landsdeel>", "besluiten"),
    ("besluiten.woorden", "POST", "/besluiten/woorden", "besluiten"),
    ("besluiten.overige", "POST", "/besluiten/<landsdeel>/overige", "beslissen"),
    ("besluiten.toevoegen", "POST", "/besluiten/<landsdeel>/toevoegen", "beslissen"),
    ("besluiten.bespreken", "POST", "/besluiten/<landsdeel>/<identity>/bespreken", "beslissen"),
    ("besluiten.besluit", "POST", "/besluiten/<landsdeel>/<identity>/<uitspraak>", "beslissen"),
    ("bevestigen.begin", "GET", "/bevestigen/", "bevestigen"),
    ("bevestigen.antwoord", "POST", "/bevestigen/", "bevestigen"),
    ("bevestigen.zeker", "POST", "/bevestigen/zeker", "bevestigen"),
    ("lijst.begin", "GET", "/lijst/", "lijst"),
    ("lijst.zin", "POST", "/lijst/<identity>/brief", "lijst"),
    ("lijst.indeling", "POST", "/lijst/<identity>/indeling", "lijst"),
    ("opmerkingen.afdoen", "POST", "/opmerkingen/<int:nummer>/afdoen", "opmerkingen"),
    ("letter.begin", "GET", "/brief/", "letter"),
    ("letter.bron", "GET", "/brief/bron", "letter"),
    ("vergelijken.begin", "GET", "/vergelijken/", "vergelijken"),
    ("overzicht.begin", "GET", "/overzicht/", "overzicht"),
    ("terug.terug", "POST", "/terug", "terug"),
)
"""For each address its name (`view.function`), its method, its form, and the module in which the function stands."""


def register(app: Flask) -> None:
    """Let an application answer at these addresses."""
    for name, method, form, module in _ADDRESSES:
        app.add_url_rule(form, name, _later(module, name.partition(".")[2]), methods=[method])


def load_all() -> None:
    """Load every view."""
    for _, _, _, module in _ADDRESSES:
        import_module(f"brief.web.views.{module}")


def _later(module: str, name: str) -> Callable[..., ResponseReturnValue]:
    def answer(**values: Any) -> ResponseReturnValue:
        found: ResponseReturnValue = getattr(import_module(f"brief.web.views.{module}"), name)(**values)
        return found

    return answer
