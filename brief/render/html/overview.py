"""The state of a round as tables in which each number leads to its afspraken; also as one file for a shared drive."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.domain.namen import naam_van
from brief.render.html.blocks import blocks_html
from brief.render.html.page import page
from brief.text import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from brief.domain import Afspraak
    from brief.rounds.overview import Matrix

    Link = Callable[[str, str, str], str]
    """Gives where a number leads to: the kind of row, the row, and the theme (empty for the whole row)."""

_NAMES: Mapping[str, Mapping[str, object]] = {"landsdeel": LANDSDELEN, "provincie": PROVINCIES, "gebied": GEBIEDEN}
_WORDS = {"landsdeel": "landsdeel", "provincie": "provincie", "gebied": "NOVEX-gebied"}


def matrix_table(matrix: Matrix, link: Link) -> str:
    """Give a matrix as a table; the numbers lead where `link` says."""
    word = _WORDS[matrix.soort]
    title = f"Afspraken naar {word} en thema"
    heads = "".join(f'<th scope="col">{escape(naam_van(key, THEMAS))}</th>' for key in matrix.themas)
    rows = "\n".join(_row(matrix, key, link) for key in matrix.rijen)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table class="matrix">'
        f'<caption>{escape(title)}</caption><thead><tr><th scope="col">{word[0].upper()}{word[1:]}</th>{heads}'
        f'<th scope="col">totaal</th></tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'
    )


def _row(matrix: Matrix, key: str, link: Link) -> str:
    name = naam_van(key, _NAMES[matrix.soort])
    cells = [
        _cell(
            len(matrix.rijen[key].get(thema, ())), link(matrix.soort, key, thema), f"{name}, {naam_van(thema, THEMAS)}"
        )
        for thema in matrix.themas
    ]
    total = _cell(len(matrix.alle[key]), link(matrix.soort, key, ""), f"{name}, alle thema’s")
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(cells)}{total}</tr>'


def _cell(count: int, href: str, what: str) -> str:
    if not count:
        return '<td class="aantal nul">0</td>'
    return f'<td class="aantal"><a href="{escape(href)}" aria-label="{count}: {escape(what)}">{count}</a></td>'


def overview_page(titel: str, matrices: Sequence[Matrix], afspraken: Sequence[Afspraak]) -> str:
    """Make one file that holds the tables and every afspraak they lead to, and needs nothing else."""
    published = [each for each in afspraken if each.te_publiceren]
    parts = [matrix_table(matrix, _anchor) for matrix in matrices]
    for matrix in matrices:
        parts.append(f"<h2>Per {_WORDS[matrix.soort]}</h2>")
        parts += [_section(matrix, key, _anchor) for key, ids in matrix.alle.items() if ids]
    parts.append("<h2>De afspraken</h2>")
    parts += [_afspraak(each) for each in published]
    title, told = f"Stand van {titel}", "\n".join(parts)
    count = f"{len(published)} afspraken om te publiceren."
    body = f"""<main id="inhoud">
<h1>{escape(title)}</h1>
<p>{count} Een afspraak met twee thema’s telt bij beide mee; het totaal telt haar één keer.</p>
{told}
</main>"""
    return page(title, body, skip=("inhoud", "Naar de inhoud"), styles=("overview",))


def _anchor(soort: str, key: str, thema: str) -> str:
    return f"#{soort}-{key}-{thema or 'alle'}".replace(" ", "-").replace("(", "").replace(")", "")


def _section(matrix: Matrix, key: str, link: Link) -> str:
    """List the afspraken of a row, by theme, each leading to its text."""
    lines = []
    for thema in ("", *matrix.themas):
        ids = matrix.rijen[key].get(thema, ()) if thema else matrix.alle[key]
        if ids:
            listed = ", ".join(f'<a href="#{escape(each)}">{escape(each)}</a>' for each in ids)
            name = naam_van(thema, THEMAS) if thema else "alle thema’s"
            lines.append(f'<dt id="{escape(link(matrix.soort, key, thema)[1:])}">{escape(name)}</dt><dd>{listed}</dd>')
    return f"<h3>{escape(naam_van(key, _NAMES[matrix.soort]))}</h3>\n<dl>{''.join(lines)}</dl>"


def _afspraak(afspraak: Afspraak) -> str:
    about = [
        *(naam_van(key, THEMAS) for key in afspraak.geldende_themas),
        *(naam_van(key, PROVINCIES) for key in afspraak.geldende_provincies),
        *(naam_van(key, GEBIEDEN) for key in afspraak.geldende_gebieden),
    ]
    return (
        f'<article id="{escape(afspraak.id)}"><h3>{escape(afspraak.id)} {escape(afspraak.agendapunt)}</h3>'
        f'<p class="over">{escape(afspraak.status.value)}; {escape(", ".join(about) or "nog geen indeling")}</p>'
        f"{blocks_html(parse(afspraak.geldende_tekst).blocks, 4)}</article>"
    )
