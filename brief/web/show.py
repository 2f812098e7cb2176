"""How values look in the templates: texts as HTML, names for keys, dates in Dutch."""

from __future__ import annotations

import datetime
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.domain.namen import naam_van
from brief.render.html.blocks import blocks_html
from brief.text import parse
from brief.text.dutch import datum
from brief.text.words import differences
from brief.web.table import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flask import Flask

    from brief.diagnostics import Place
    from brief.domain import Afspraak, Opmerking
    from brief.text.words import Difference

_TABLES: dict[str, Mapping[str, object]] = {
    "thema": THEMAS,
    "provincie": PROVINCIES,
    "gebied": GEBIEDEN,
    "landsdeel": LANDSDELEN,
}


@lru_cache(maxsize=4096)
def opgemaakt(text: str) -> Markup:
    """Give a text in Markdown as HTML in which nothing of the text is obeyed."""
    return Markup(blocks_html(parse(text).blocks))  # noqa: S704 - every character is escaped there


def naam(key: str, table: str) -> str:
    """Give the name of a key; the key itself when no table knows it."""
    return naam_van(key, _TABLES[table])


def woorden(found: Iterable[Difference]) -> Markup:
    """Give words with what went and came marked, in the form of the text and not by colour alone."""
    tags = {"-": "del", "+": "ins"}
    return Markup("").join(
        escape(text) if op == "=" else Markup("<{0}>{1}</{0}>").format(Markup(tags[op]), text)  # noqa: S704 - a tag of ours
        for op, text in found
    )


def nieuwere_woorden(afspraak: Afspraak) -> Markup:
    """Give which words a newer text of the dossier has and has not, beside the text that holds."""
    return woorden(differences(afspraak.geldende_tekst, afspraak.dossiertekst or ""))


def dag(text: str) -> str:
    """Give a day as a person wrote it in Dutch; what is no day as it is."""
    try:
        return datum(datetime.date.fromisoformat(text))
    except ValueError:
        return text


def kort(place: Place) -> str:
    """Give a place as it is called within the round."""
    return str(place).removeprefix(f"{table().folder.as_posix()}/")


def stand(shown: Afspraak | Opmerking) -> str:
    """Give what is another as soon as an afspraak or a comment says something else."""
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def register(app: Flask) -> None:
    """Let the templates use these."""
    app.jinja_env.filters.update(
        opgemaakt=opgemaakt,
        naam=naam,
        woorden=woorden,
        datum=datum,
        dag=dag,
        stand=stand,
        kort=kort,
        nieuwere_woorden=nieuwere_woorden,
    )
    app.jinja_env.globals.update(THEMAS=THEMAS, PROVINCIES=PROVINCIES, GEBIEDEN=GEBIEDEN, LANDSDELEN=LANDSDELEN)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
