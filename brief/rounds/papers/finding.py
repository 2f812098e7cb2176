"""Find the references of a text, short forms followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.kamerstuk import find, moties, resolve, unreadable
from brief.kamerstuk.resolve import not_followed
from brief.rounds.papers.texts import Leestekst, lees_tekst

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.kamerstuk import Motievermelding, Verwijzing


class Zoekresultaat(Struct, frozen=True):
    """The references of a text in the order of their places; `moties` are mentions of a motie by name.

    `tekst` is None when the file could not be read; `meldingen` say why.
    """

    tekst: Leestekst | None
    verwijzingen: tuple[Verwijzing, ...]
    moties: tuple[Motievermelding, ...]
    meldingen: tuple[Diagnostic, ...]


def zoek_in(data: bytes, naam: str) -> Zoekresultaat:
    """Find the references in the bytes of a text file or a Word file."""
    text, problems = lees_tekst(data, naam)
    return Zoekresultaat(None, (), (), problems) if text is None else zoek_verwijzingen(text)


def zoek_verwijzingen(text: Leestekst) -> Zoekresultaat:
    """Find the references and follow the short forms."""
    found = find(text.tekst)
    followed = resolve(text.tekst, found, text.noten)
    problems = (*unreadable(text.tekst, found, text.place), *not_followed(text.tekst, followed, text.place))
    references = sorted((*found.verwijzingen, *followed.verwijzingen), key=lambda each: (each.begin, each.eind))
    known = replace(found, verwijzingen=tuple(references))
    return Zoekresultaat(text, known.verwijzingen, moties(text.tekst, known, text.noten), problems)
