"""Read ids and addresses: documents, zaken, publications, urls of the Kamer and of officielebekendmakingen.nl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import DOCUMENT, DOUBLE_ID, PUBLICATION, URL, URL_ID
from brief.kamerstuk.model import Verwijzing
from brief.kamerstuk.sleutel import from_key

if TYPE_CHECKING:
    from brief.kamerstuk.model import Referentie

_OPENS_ID = ("kst-", "Kst-", "KST-", "blg", "BLG-", "ah", "AH-", "h-", "h ", "H-")
_CLOSING = ".,;:!?'\u2019)]"


def read_document(text: str, pos: int) -> Verwijzing | None:
    """Read `2024D43452` or `2024Z18173` at `pos`."""
    match = DOCUMENT.match(text, pos)
    reference = from_key(match.group()) if match else None
    return Verwijzing(reference, pos, match.end(), match.group()) if match and reference else None


def publication_end(text: str, pos: int) -> int | None:
    """Say where the id of a publication that begins at `pos` ends; None when none begins there."""
    match = PUBLICATION.match(text, pos) if text.startswith(_OPENS_ID, pos) else None
    return match.end() if match else None


def read_publication(text: str, pos: int, end: int) -> Verwijzing | None:
    """Read `kst-34682-228`; None when it looks like an id and is none."""
    reference = from_key(text[pos:end].replace("\u00a0", " ").replace(" ", "-"))
    return Verwijzing(reference, pos, end, text[pos:end]) if reference else None


def url_end(text: str, pos: int) -> int | None:
    """Say where the address that begins at `pos` ends, without the punctuation of the sentence around it."""
    match = URL.match(text, pos)
    if match is None:
        return None
    end = match.end()
    while end > pos and text[end - 1] in _CLOSING and not (text[end - 1] == ")" and "(" in text[pos:end]):
        end -= 1
    return end


def read_url(text: str, pos: int, end: int) -> Verwijzing | None:
    """Read the paper that an address leads to: the last id in it; a document rather than its zaak."""
    address = text[pos:end]
    double = DOUBLE_ID.search(address)
    ids = [double[1]] if double else [match.group() for match in URL_ID.finditer(address)]
    references: list[Referentie] = [reference for found in ids if (reference := from_key(found))]
    return Verwijzing(references[-1], pos, end, address) if references else None
