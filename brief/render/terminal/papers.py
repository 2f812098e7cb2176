"""What is done with Kamerstukken, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk import Stijl
from brief.sources.names import KAMERSTUKKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.rounds.papers.finding import Zoekresultaat
    from brief.rounds.papers.showing import Getoond

_PARTS = ("soort", "kamer", "vergaderjaar", "dossier", "toevoeging", "rijkswet", "nummer", "pagina", "bijlage")


def gevonden_regels(result: Zoekresultaat) -> Iterator[str]:
    """Give a line for each reference: place, key, and the words as they stand; last their number."""
    text = result.tekst
    if text is None:
        return
    for each in result.verwijzingen:
        yield f"{text.place(each.begin, each.eind)}  {each.sleutel}  {' '.join(each.tekst.split())}"
    for motie in result.moties:
        key = motie.verwijzing.sleutel if motie.verwijzing else "niet te volgen"
        yield f"{text.place(motie.begin, motie.eind)}  {key}  motie {motie.naam}"
    count = len(result.verwijzingen)
    yield f"{count} {'verwijzing' if count == 1 else 'verwijzingen'}"


def getoond_regels(shown: Getoond) -> Iterator[str]:
    """Give the parts of a reference that are there, how it is written, and where the round uses the paper."""
    yield _row("sleutel", shown.referentie.sleutel)
    for part in _PARTS:
        value = getattr(shown.referentie, part)
        if value:
            yield _row("hoofdstuk" if part == "toevoeging" else part, "ja" if value is True else value)
    if shown.stuk is not None:
        yield _row("titel", shown.stuk.titel)
        yield from [_row("datum", shown.stuk.datum.isoformat())] if shown.stuk.datum else []
    yield from (_row(stijl.value, shown.geschreven(stijl)) for stijl in Stijl)
    yield from [_row("url", shown.url)] if shown.url else []
    if shown.gebruikt is None:
        return
    if shown.stuk is None:
        yield _row("register", f"niet in {KAMERSTUKKEN}")
    yield _row("gebruikt", f"{len(shown.gebruikt)} keer")
    yield from (f"  {place}" for place in shown.gebruikt)


def _row(name: str, value: str) -> str:
    return f"{name:13} {value}"
