"""The web address of a paper, when it can be known for certain.

officielebekendmakingen.nl named papers after dossier and number until the middle of 2026; since then an id may be
opaque (`kst-1263281`), and the address cannot be derived any more. What is not certain is None: better no link than a
wrong one.
"""

from __future__ import annotations

import datetime
import re

from brief.kamerstuk.model import Referentie, Soort
from brief.kamerstuk.sleutel import from_key

_BASE = "https://zoek.officielebekendmakingen.nl"
_OPAQUE_SINCE = datetime.date(2026, 6, 1)
_FIRST_DIGITAL_YEAR = 1995
_LAST_CERTAIN_YEAR = 2024
# kst-29435-267, kst-36600-B-K; no annex, no number of before 2005 like 42e
_DERIVABLE = re.compile(r"kst-(?:[0-9]{5}|[A-Z]+)(?:-[A-Z0-9]+)?-(?:[0-9]+|[A-Z]{1,3})(?:-n[0-9])?")
_DERIVABLE_OTHER = re.compile(r"(?:ah-[te]k-[0-9]{8}-[0-9]+|h-[te]k-[0-9]{8}-[0-9]+-[0-9]+)")


def url(reference: Referentie, datum: datetime.date | None = None) -> str | None:
    """Give the address of the paper, or None when it cannot be derived safely.

    `datum` is the date of the paper. Without it the vergaderjaar must lie between 1995 and 2025.
    """
    if reference.publicatie:
        return f"{_BASE}/{reference.publicatie}.pdf"
    if reference.bijlage or reference.soort in {Soort.DOCUMENT, Soort.ZAAK} or not _has_old_id(reference, datum):
        return None
    key = reference.sleutel
    # A key that does not lead back to the same paper (53/E, a whole dossier) is not its id.
    if not (_DERIVABLE.fullmatch(key) or _DERIVABLE_OTHER.fullmatch(key)) or not _names_one_paper(reference):
        return None
    return f"{_BASE}/{key}.html"


def _names_one_paper(reference: Referentie) -> bool:
    again = from_key(reference.sleutel)
    if again is None or not reference.nummer:
        return False
    return (again.dossier, again.toevoeging, again.nummer) == (
        reference.dossier,
        reference.toevoeging,
        reference.nummer,
    ) or ("/" in reference.nummer and again.nummer == reference.nummer.partition("/")[0])


def _has_old_id(reference: Referentie, datum: datetime.date | None) -> bool:
    if datum is not None:
        return datetime.date(_FIRST_DIGITAL_YEAR, 1, 1) <= datum < _OPAQUE_SINCE
    if reference.vergaderjaar is None:
        return False
    return _FIRST_DIGITAL_YEAR <= int(reference.vergaderjaar[:4]) <= _LAST_CERTAIN_YEAR
