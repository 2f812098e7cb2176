"""The report of a reading: the dossier on the left, in its own order, on the right where each paragraph went.

One page without script; what a paragraph became is said in words, colour and lines only help.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN
from brief.dossier import Soort
from brief.render.html.page import page
from brief.render.html.runs import run_html
from brief.text import ListItem, Paragraph, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief.diagnostics import Diagnostic, Place
    from brief.dossier import Gelezen, Stap
    from brief.text import Block, Spans

_WORDS = {
    Soort.AGENDAPUNT: "Agendapunt",
    Soort.AFSPRAAK: "Afspraak",
    Soort.NIET_GEPUBLICEERD: "Afspraak, niet gepubliceerd",
    Soort.SECTIE: "Sectie",
    Soort.PLAATSHOUDER: "Plaatshouder",
    Soort.REST: "Rest",
}


def verslag(gelezen: Sequence[tuple[str, Gelezen]]) -> str:
    """Make the page for dossiers that were read, each with the name of its file."""
    title = "Verslag van het inlezen" if len(gelezen) != 1 else f"Verslag van het inlezen: {gelezen[0][0]}"
    dossiers = "\n".join(_dossier(name, each, number) for number, (name, each) in enumerate(gelezen, 1))
    body = f"""<header>
<h1>{escape(title)}</h1>
<p>Links staat het dossier, in zijn eigen volgorde; rechts waar elke alinea is gebleven. Niets is weggelaten.</p>
</header>
<main>
{dossiers}
</main>"""
    return page(title, body, skip=("bron", "Naar de tekst van het dossier"), styles=("reading",))


def _dossier(name: str, gelezen: Gelezen, number: int) -> str:
    rows = "\n".join(_row(step, f"d{number}-{index}") for index, step in enumerate(gelezen.stappen, 1))
    anchor = ' id="bron"' if number == 1 else ""
    return f"""<section aria-labelledby="dossier-{number}">
<h2 id="dossier-{number}">{escape(name)}</h2>
{_summary(gelezen)}
{_contents(gelezen, number)}
{_findings(gelezen.dossier.meldingen)}
<h3{anchor}>Het dossier en waar het bleef</h3>
<div class="scroll" tabindex="0" role="region" aria-label="Het dossier en waar het bleef: {escape(name)}">
<table>
<caption>{escape(name)}: {len(gelezen.stappen)} alinea's en tabellen</caption>
<thead><tr><th scope="col">Dossier</th><th scope="col">Waar het bleef</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</section>"""


def _summary(gelezen: Gelezen) -> str:
    dossier = gelezen.dossier
    counts = Counter(step.soort for step in gelezen.stappen)
    landsdeel = LANDSDELEN[dossier.landsdeel].naam if dossier.landsdeel in LANDSDELEN else "onbekend"
    published = sum(each.publiceren for each in dossier.afspraken)
    pairs = (
        ("Landsdeel", landsdeel),
        ("Versie", dossier.versie or "niet vermeld"),
        ("SHA-256", dossier.sha256),
        ("Agendapunten", str(len(dossier.agendapunten))),
        ("Afspraken", f"{published}, en {len(dossier.afspraken) - published} die niet worden gepubliceerd"),
        ("Plaatshouders", str(counts[Soort.PLAATSHOUDER])),
        ("Rest", f"{counts[Soort.REST]} alinea's en tabellen, elk met de reden"),
    )
    return "<dl>" + "".join(f"<dt>{escape(key)}</dt><dd>{escape(value)}</dd>" for key, value in pairs) + "</dl>"


def _contents(gelezen: Gelezen, number: int) -> str:
    """List the afspraken, each with a link to the first paragraph of it."""
    first: dict[str, int] = {}
    for index, step in enumerate(gelezen.stappen, 1):
        if step.afspraak:
            first.setdefault(step.afspraak, index)
    if not first:
        return "<p>In dit dossier zijn geen afspraken gevonden.</p>"
    titles = {each.id: f"{each.agendapunt} {each.titel}" for each in gelezen.dossier.afspraken}
    reasons = {each.id: each.reden for each in gelezen.dossier.afspraken}
    items = "\n".join(
        f'<li><a href="#d{number}-{index}">{escape(name)}</a>, {escape(titles[name])} ({escape(reasons[name])})</li>'
        for name, index in first.items()
    )
    return f"<h3>Afspraken</h3>\n<ul>\n{items}\n</ul>"


def _findings(findings: Iterable[Diagnostic]) -> str:
    items = [
        f"<li><strong>{escape(each.severity.value)} {escape(each.code)}</strong>: {escape(each.message)}"
        f"{_where(each.place)}</li>"
        for each in findings
    ]
    if not items:
        return "<p>Er zijn geen meldingen.</p>"
    return f"<details><summary>Meldingen ({len(items)})</summary>\n<ul>\n" + "\n".join(items) + "\n</ul>\n</details>"


def _where(place: Place | None) -> str:
    return f' <span class="plaats">{escape(_short(place))}</span>' if place is not None else ""


def _short(place: Place) -> str:
    """Write a place without the name of the file, which stands above the table."""
    if place.line is not None:
        return f"regel {place.line}"
    if place.part is not None:
        return f"{place.part}, alinea {place.paragraph}" if place.paragraph is not None else place.part
    return "heel het bestand"


def _row(step: Stap, anchor: str) -> str:
    kind = {Soort.AFSPRAAK: "afspraak", Soort.PLAATSHOUDER: "plaatshouder"}.get(step.soort, "overig")
    reason = f"<br>{escape(step.reden)}" if step.reden else ""
    where = "" if step.soort is Soort.PLAATSHOUDER else f": {escape(step.waar)}"
    return (
        f'<tr id="{anchor}" class="{kind}"><td class="tekst">{_block(step.block)}'
        f'<span class="plaats">{escape(_short(step.place))}</span></td>'
        f'<td><span class="soort">{_WORDS[step.soort]}</span>{where}{reason}</td></tr>'
    )


def _block(block: Block) -> str:
    if isinstance(block, Table):
        rows = "".join("<tr>" + "".join(f"<td>{_spans(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f'<table role="presentation">{rows}</table>'
    if isinstance(block, ListItem):
        marker = "•" if block.marker == "-" else escape(block.marker)
        return f'<span class="niveau-{min(block.level, 3)}">{marker} {_spans(block.spans)}</span>'
    return _spans(block.spans) if isinstance(block, Paragraph) else ""


def _spans(spans: Spans) -> str:
    return "".join(run_html(span, ' rel="noreferrer"') for span in spans if isinstance(span, Run))
