"""References to Dutch parliamentary papers: find, read, follow, write and check them.

Stands on its own: `find(text)`, `parse(text)`, `resolve(text, found)`, `format(reference, style)`, `check(text)`.
"""

from brief.kamerstuk.check import check, check_found, check_letter_date, check_reference
from brief.kamerstuk.consistency import without_note
from brief.kamerstuk.entry import SOORTEN, VELDEN, stuk, velden_van
from brief.kamerstuk.find import Vondst, find, meldingen, unreadable
from brief.kamerstuk.format import Stijl, format, locator  # noqa: A004 - the library's own verb
from brief.kamerstuk.model import Kamer, Referentie, Soort, Verwijzing
from brief.kamerstuk.moties import Motievermelding, moties
from brief.kamerstuk.notes import Noot, note_spans
from brief.kamerstuk.parse import parse
from brief.kamerstuk.register import Stuk, note_text
from brief.kamerstuk.resolve import Gevolgd, meldingen_kort, resolve
from brief.kamerstuk.sleutel import from_key
from brief.kamerstuk.url import url
from brief.kamerstuk.vergaderjaar import is_vergaderjaar, prinsjesdag, vergaderjaar

__all__ = [
    "SOORTEN",
    "VELDEN",
    "Gevolgd",
    "Kamer",
    "Motievermelding",
    "Noot",
    "Referentie",
    "Soort",
    "Stijl",
    "Stuk",
    "Verwijzing",
    "Vondst",
    "check",
    "check_found",
    "check_letter_date",
    "check_reference",
    "find",
    "format",
    "from_key",
    "is_vergaderjaar",
    "locator",
    "meldingen",
    "meldingen_kort",
    "moties",
    "note_spans",
    "note_text",
    "parse",
    "prinsjesdag",
    "resolve",
    "stuk",
    "unreadable",
    "url",
    "velden_van",
    "vergaderjaar",
    "without_note",
]
