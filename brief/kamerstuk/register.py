"""A paper as the register `kamerstukken.yaml` knows it, and the footnote that it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.kamerstuk.format import Stijl, behind, locator
from brief.kamerstuk.format import format as write_reference
from brief.kamerstuk.model import Referentie, Soort
from brief.text.dutch import FIXED_SPACE, datum

if TYPE_CHECKING:
    import datetime


class Stuk(Struct, frozen=True):
    """A paper as the register knows it.

    `referentie` has the Kamer and vergaderjaar of the entry. `url` is the address that a person gave or that can be
    derived safely. `ondertekenaar` is the first signatory of a motie.
    """

    sleutel: str
    referentie: Referentie
    titel: str
    datum: datetime.date | None = None
    soort: str | None = None
    ondertekenaar: str | None = None
    url: str | None = None


def note_text(stuk: Stuk, stijl: Stijl = Stijl.MINISTERIE, suffix: str = "", prefix: str = "") -> str:
    """Write the text of a footnote: the reference with its locator, no full stop at the end.

    A paper that has no number of the Kamer yet, or an opaque id, is named by its title and date first. `suffix` is what
    follows the key in `[zie ook @kst-1, p. 3]`, `prefix` what stands before it.
    """
    reference, place = stuk.referentie, locator(suffix)
    named = reference.publicatie is not None or reference.soort in {Soort.DOCUMENT, Soort.ZAAK}
    date = datum(stuk.datum, FIXED_SPACE) if named and stuk.datum else None
    parts = [stuk.titel if named else None, date, write_reference(reference, stijl)]
    text = ", ".join(part for part in parts if part) + behind(place)
    return f"{prefix.strip()} {text}" if prefix.strip() else text
