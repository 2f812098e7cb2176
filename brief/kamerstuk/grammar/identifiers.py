"""Read ids and addresses: documents, zaken, publications, urls of the Kamer and of officielebekendmakingen.nl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.patterns import DOCUMENT, DOUBLE_ID, PUBLICATION, URL, URL_ID
from brief.kamerstuk.model import Verwijzing
from brief.kamerstuk.sleutel import from_key
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.model import Referentie

_OPENS_ID = ("kst-", "Kst-", "KST-", "blg", "BLG-", "ah", "AH-", "h-", "h ", "H-")
# ah-tk-2017\u20132018, nr. 2509 \u00b7 ah-tk-2017-2018-2509: the id of an answer with its year written out
_ANSWER = compile_later(
    r"(?:ah|AH)-(?P<kamer>tk|TK|ek|EK)-(?P<eerst>(?:19|20)[0-9]{2})[-\u2010-\u2014/](?P<laatst>(?:19|20)[0-9]{2})"
    r"(?:-|,?[ \u00a0]?nr\.?[ \u00a0]?|,[ \u00a0])(?P<nummer>[1-9][0-9]{0,3})(?![\w-])"
)
_CLOSING = ".,;:!?'\u2019)]"


def read_document(text: str, pos: int) -> Verwijzing | None:
    """Read `2024D43452` or `2024Z18173` at `pos`."""
    match = DOCUMENT.match(text, pos)
    reference = from_key(match.group()) if match else None
    return Verwijzing(reference, pos, match.end(), match.group()) if match and reference else None


def read_answer(text: str, pos: int) -> Verwijzing | None:
    """Read `ah-tk-2017-2018, nr. 2509` at `pos`: the id of an answer, but for its year and what joins the number."""
    match = _ANSWER.match(text, pos)
    reference = (
        from_key(f"ah-{match['kamer'].lower()}-{match['eerst']}{match['laatst']}-{match['nummer']}") if match else None
    )
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
