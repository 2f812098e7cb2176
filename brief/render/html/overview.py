"""The state of a round as tables in which each number leads to its afspraken; also as one file for a shared drive."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.render.html.blocks import blocks_html
from brief.text import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brief.domain import Afspraak
    from brief.rounds.overview import Matrix

    Link = Callable[[str, str, str], str]
    """Gives where a number leads to: the kind of row, the row, and the theme (empty for the whole row)."""

_HERE = Path(__file__).parent
_NAMES: Mapping[str, Mapping[str, object]] = {"landsdeel": LANDSDELEN, "provincie": PROVINCIES, "gebied": GEBIEDEN}
_TITLES = {"landsdeel": "Landsdeel", "provincie": "Provincie", "gebied": "NOVEX-gebied"}


def matrix_table(matrix: Matrix, link: Link) -> str:
    """Give a matrix as a table; the numbers lead where `link` says."""
    title = f"Afspraken naar {_TITLES[matrix.soort].replace('L', 'l').replace('P', 'p')} en thema"
    heads = "".join(f'<th scope="col">{escape(_name(THEMAS, key))}</th>' for key in matrix.themas)
    rows = "\n".join(_row(matrix, key, link) for key in matrix.rijen)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table class="matrix">'
        f'<caption>{escape(title)}</caption><thead><tr><th scope="col">{_TITLES[matrix.soort]}</th>{heads}'
        f'<th scope="col">totaal</th></tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'
    )


def _row(matrix: Matrix, key: str, link: Link) -> str:
    name = _name(_NAMES[matrix.soort], key)
    cells = [
        _cell(len(matrix.rijen[key].get(thema, ())), link(matrix.soort, key, thema), f"{name}, {_name(THEMAS, thema)}")
        for thema in matrix.themas
    ]
    total = _cell(len(matrix.alle[key]), link(matrix.soort, key, ""), f"{name}, alle thema’s")
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(cells)}{total}</tr>'


def _cell(count: int, href: str, what: str) -> str:
    if not count:
        return '<td class="aantal nul">0</td>'
    return f'<td class="aantal"><a href="{escape(href)}" aria-label="{count}: {escape(what)}">{count}</a></td>'


def _name(names: Mapping[str, object], key: str) -> str:
    return str(getattr(names.get(key), "naam", key))


def overview_page(titel: str, matrices: Sequence[Matrix], afspraken: Sequence[Afspraak]) -> str:
    """Make one file that holds the tables and every afspraak they lead to, and needs nothing else."""
    published = [each for each in afspraken if each.te_publiceren]
    parts = [matrix_table(matrix, _anchor) for matrix in matrices]
    for matrix in matrices:
        parts.append(f"<h2>Per {_TITLES[matrix.soort].replace('L', 'l').replace('P', 'p')}</h2>")
        parts += [_section(matrix, key, _anchor) for key, ids in matrix.alle.items() if ids]
    parts.append("<h2>De afspraken</h2>")
    parts += [_afspraak(each) for each in published]
    return Template((_HERE / "overview.html").read_text("utf-8")).substitute(
        title=escape(titel),
        summary=f"{len(published)} afspraken om te publiceren.",
        css=(_HERE / "overview.css").read_text("utf-8").strip(),
        body="\n".join(parts),
    )


def _anchor(soort: str, key: str, thema: str) -> str:
    return f"#{soort}-{key}-{thema or 'alle'}".replace(" ", "-").replace("(", "").replace(")", "")


def _section(matrix: Matrix, key: str, link: Link) -> str:
    """List the afspraken of a row, by theme, each leading to its text."""
    lines = []
    for thema in ("", *matrix.themas):
        ids = matrix.rijen[key].get(thema, ()) if thema else matrix.alle[key]
        if ids:
            listed = ", ".join(f'<a href="#{escape(each)}">{escape(each)}</a>' for each in ids)
            name = _name(THEMAS, thema) if thema else "alle thema’s"
            lines.append(f'<dt id="{escape(link(matrix.soort, key, thema)[1:])}">{escape(name)}</dt><dd>{listed}</dd>')
    return f"<h3>{escape(_name(_NAMES[matrix.soort], key))}</h3>\n<dl>{''.join(lines)}</dl>"


def _afspraak(afspraak: Afspraak) -> str:
    about = [
        *(_name(THEMAS, key) for key in afspraak.geldende_themas),
        *(_name(PROVINCIES, key) for key in afspraak.geldende_provincies),
        *(_name(GEBIEDEN, key) for key in afspraak.geldende_gebieden),
    ]
    return (
        f'<article id="{escape(afspraak.id)}"><h3>{escape(afspraak.id)} {escape(afspraak.agendapunt)}</h3>'
        f'<p class="over">{escape(afspraak.status.value)}; {escape(", ".join(about) or "nog geen indeling")}</p>'
        f"{blocks_html(parse(afspraak.geldende_tekst).blocks, 4)}</article>"
    )
