"""The proof of 1-op-1 as a page: of each afspraak its source, the besluit, where it stands, and what is wrong."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from brief.finishing.proof.report import COMPARED, limits_of
from brief.render.html.page import page

if TYPE_CHECKING:
    from brief.finishing.proof.compare import Fault
    from brief.finishing.proof.report import Bewijs, Regel


def proof_page(bewijs: Bewijs) -> str:
    """Make the page of a proof."""
    title = "Bewijs van 1-op-1"
    count = len(bewijs.regels)
    verdict = (
        f"Alle {count} afspraken staan woord voor woord in alle bestanden, elk één keer en op haar plaats."
        if bewijs.is_sound
        else f"Er {'is 1 verschil' if len(bewijs.faults) == 1 else f'zijn {len(bewijs.faults)} verschillen'}."
    )
    body = f"""<header>
<h1>{title}</h1>
<p>{escape(verdict)}</p>
</header>
<main id="bewijs">
{_faults(bewijs.faults)}
{_files(bewijs)}
{_table(bewijs.regels)}
</main>"""
    return page(title, body, skip=("bewijs", "Naar het bewijs"), styles=("document", "proof"))


def _faults(faults: tuple[Fault, ...]) -> str:
    if not faults:
        return ""
    items = "\n".join(
        f"<li><strong>{escape(each.soort.value)}</strong>{_who(each)} in {escape(each.bestand)}"
        f"{f', {escape(each.place)}' if each.place else ''}"
        f"{_said('verwacht', each.expected)}{_said('gevonden', each.found)}</li>"
        for each in faults
    )
    return f"<h2>Verschillen</h2>\n<ol>\n{items}\n</ol>"


def _who(fault: Fault) -> str:
    return f" (afspraak {escape(fault.owner)})" if fault.owner else ""


def _said(what: str, words: str) -> str:
    return f"<br>{what}: {escape(words)}" if words else ""


def _files(bewijs: Bewijs) -> str:
    items = "".join(f"<li>{escape(name)}</li>" for name in bewijs.bestanden)
    limits = "".join(f"<p>{escape(each)}</p>" for each in limits_of(bewijs))
    return f"<h2>Teruggelezen bestanden</h2>\n<ul>{items}</ul>\n<p>{escape(COMPARED)}</p>\n{limits}"


def _table(regels: tuple[Regel, ...]) -> str:
    rows = "\n".join(_row(each) for each in regels)
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("Afspraak", "Bron", "Besluit", "Waar zij staat", "Oordeel")
    )
    return (
        '<h2>De afspraken</h2>\n<div class="scroll" tabindex="0" role="region" aria-label="De afspraken">\n'
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(regel: Regel) -> str:
    bron = regel.bron
    source = ", ".join(part for part in (bron.dossier, f"agendapunt {bron.agendapunt}", bron.plaats) if part)
    decided = " ".join(part for part in (bron.status, bron.besluit) if part) + (f": {bron.reden}" if bron.reden else "")
    stands = ((name.rpartition(".")[2], place or "niet gevonden") for name, place in regel.plaatsen.items())
    places = "<br>".join(f"{escape(kind)}: {escape(place)}" for kind, place in stands)
    verdict = "; ".join(each.soort.value for each in regel.faults) or "klopt"
    return (
        f'<tr><th scope="row">{escape(bron.id)}<br>{escape(regel.woorden)}</th><td>{escape(source)}</td>'
        f"<td>{escape(decided)}</td><td>{places}</td><td>{escape(verdict)}</td></tr>"
    )
