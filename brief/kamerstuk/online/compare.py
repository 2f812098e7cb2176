"""Compare entries of the register with what the open data says about the same papers."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk.model import Referentie, Soort
from brief.kamerstuk.online.asking import Vraag, look_up
from brief.kamerstuk.online.query import question, why_not

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from brief.kamerstuk.online.fetch import OpenData
    from brief.kamerstuk.register import Stuk

Row = dict[str, Any]
_ID_IN_URL = re.compile(r"(?:kst|ah|blg|h-[te]k)-[\w-]+")


def look_up_all(stukken: Iterable[Stuk], plaatsen: Mapping[str, Place], data: OpenData) -> tuple[Diagnostic, ...]:
    """Look up every paper, one at a time, and report what differs."""
    return look_up(of_papers(stukken, plaatsen), data)


def of_papers(stukken: Iterable[Stuk], plaatsen: Mapping[str, Place]) -> Iterator[Vraag]:
    """Give the question for each paper; `plaatsen` says by key where its entry stands."""
    for stuk in stukken:
        path, place = question(stuk.referentie), plaatsen.get(stuk.sleutel)
        why = why_not(stuk.referentie) if path is None else ""
        yield Vraag("stuk", stuk.sleutel, place, path, partial(compare, stuk, place=place), why)


def compare(stuk: Stuk, rows: Iterable[Row], place: Place | None = None) -> Iterator[Diagnostic]:
    """Report what an entry says otherwise than the paper found; the rows may hold other papers too."""
    rows = list(rows)
    papers = [paper for row in rows if (paper := _paper(row)) is not None and _is_meant(stuk.referentie, paper)]
    if not papers:
        removed = any(row.get("Verwijderd") is True for row in rows)
        message = f"{stuk.sleutel} is bij de Tweede Kamer " + ("verwijderd" if removed else "niet gevonden")
        yield Diagnostic("BR232", Severity.WAARSCHUWING, message, place, "controleer dossier, nummer en vergaderjaar")
        return
    if len(papers) > 1:
        numbers = ", ".join(sorted(str(paper.get("DocumentNummer") or paper.get("Id")) for paper in papers))
        message = f"bij {stuk.sleutel} horen meer stukken: {numbers}"
        yield Diagnostic("BR234", Severity.WAARSCHUWING, message, place, "noem het documentnummer als sleutel")
        return
    for name, ours, theirs in _differences(stuk, papers[0]):
        message = f"{stuk.sleutel}: {name} is volgens de Tweede Kamer '{theirs}', hier staat '{ours}'"
        yield Diagnostic("BR231", Severity.WAARSCHUWING, message, place, f"{name}: {theirs}")


def _paper(row: Row) -> Row | None:
    """Take a row for a paper: itself, or the document of a version; what was removed does not count."""
    if row.get("Verwijderd") is True:
        return None
    document = row.get("Document")
    if isinstance(document, dict):
        version = {"ExterneIdentifier": row.get("ExterneIdentifier")}
        row = {**document, "HuidigeDocumentVersie": version}
    return None if row.get("Verwijderd") is True else row


def _is_meant(reference: Referentie, paper: Row) -> bool:
    """Compare dossier, toevoeging and number once more: the service may answer with more than was asked."""
    if reference.publicatie or reference.soort is not Soort.KAMERSTUK:
        return True
    number = paper.get("Volgnummer")
    if number is not None and str(number) != (reference.nummer or "").partition("/")[0]:
        return False
    dossiers = paper.get("Kamerstukdossier")
    if not isinstance(dossiers, list) or not dossiers:
        return True
    wanted = (reference.dossier, reference.toevoeging)
    return any(
        (str(each.get("Nummer")), each.get("Toevoeging") or None) == wanted
        for each in dossiers
        if isinstance(each, dict)
    )


def _differences(stuk: Stuk, paper: Row) -> Iterator[tuple[str, str, str]]:
    subject = _text(paper, "Onderwerp") or _text(paper, "Titel")
    if subject and stuk.titel and _folded(subject) not in {_folded(stuk.titel), ""}:
        yield "titel", stuk.titel, subject
    date = (_text(paper, "Datum") or _text(paper, "GestartOp"))[:10]
    if date and stuk.datum and date != stuk.datum.isoformat():
        yield "datum", stuk.datum.isoformat(), date
    year = _text(paper, "Vergaderjaar")
    if year and stuk.referentie.vergaderjaar and year != stuk.referentie.vergaderjaar:
        yield "vergaderjaar", stuk.referentie.vergaderjaar, year
    yield from _other_address(stuk, paper)


def _other_address(stuk: Stuk, paper: Row) -> Iterator[tuple[str, str, str]]:
    """Compare the id in the address with the id of the publication, which may be opaque since 2026."""
    version = paper.get("HuidigeDocumentVersie")
    publication = _text(version, "ExterneIdentifier") if isinstance(version, dict) else ""
    ours = _ID_IN_URL.search(stuk.url or "")
    if publication and ours and ours.group().lower() != publication.lower():
        yield "url", stuk.url or "", f"https://zoek.officielebekendmakingen.nl/{publication}"


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def _folded(text: str) -> str:
    """Compare titles by their letters and digits: quotes, dashes and capitals are re-set when a paper is printed."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
