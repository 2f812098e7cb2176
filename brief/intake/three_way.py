"""One afspraak, three ways: what the dossier said, what the person's file says, and what the dossier says now.

The person's text is only replaced where it is still the dossier's own and nobody decided anything about it. Where both
moved on, both texts are kept.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.domain import Status
from brief.intake.base import kop, titel
from brief.text import parse, unnumbered, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.domain import Afspraak, DossierAfspraak
    from brief.intake.base import Basisregel

VELDEN = ("agendapunt", "tekst", "dossiertekst", "verdwenen", "publiceren")
"""The only fields that a newer dossier may change."""

Waarde = str | bool | None
"""What a field becomes; None takes it away."""


class Soort(StrEnum):
    """What a newer dossier does with one afspraak."""

    ONGEWIJZIGD = "ongewijzigd"
    NIEUWE_TEKST = "nieuwe tekst"
    BIJGEWERKT = "bijgewerkt"
    CONFLICT = "conflict"
    VASTGELOPEN = "conflict in dossiertekst"
    TERUG = "terug in het dossier"
    VERDWENEN = "verdwenen uit het dossier"
    WEGGEHAALD = "gewijzigd, maar uit het bestand gehaald"
    NIEUW = "nieuw"


class Stap(Struct, frozen=True):
    """What happens to one afspraak: the fields that change, and why.

    `oud` and `nieuw` are the texts that differ, in Markdown; empty when none do. `bron` is the id that the new dossier
    would give it, empty when it is not in there. `reden` says why a text is not replaced. `afspraak` is what a new
    one is, `na` the id it comes after; empty for the first of the file.
    """

    soort: Soort
    id: str
    bron: str = ""
    agendapunt: str = ""
    velden: Mapping[str, Waarde] = field(default_factory=dict)
    oud: str = ""
    nieuw: str = ""
    reden: str = ""
    na: str = ""
    afspraak: Afspraak | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the dossier's text could not be put anywhere, so that the next reading must try again."""
        return self.soort is Soort.VASTGELOPEN


def same_text(one: str | None, other: str | None) -> bool:
    """Tell whether two Markdown texts say the same, mark-up included; None is like nothing but None.

    The number of an afspraak in its list (`2.`) is no part of what it says: it shifts with those before it.
    """
    if one is None or other is None:
        return one is other
    return one == other or unnumbered(parse(one).blocks) == unnumbered(parse(other).blocks)


def stap_of(row: Basisregel, mine: Afspraak | None, new: DossierAfspraak, na_overleg: str = "") -> Stap:
    """Decide what becomes of an afspraak that was in the previous dossier and is in the new one.

    `na_overleg` says why the new dossier came after the meeting; empty when it did not.
    """
    text = write(new.tekst)
    if mine is None:
        changed = row.tekst is not None and not same_text(row.tekst, text)
        soort = Soort.WEGGEHAALD if changed else Soort.ONGEWIJZIGD
        return Stap(soort, row.id, new.id, kop(new), {}, row.tekst or "" if changed else "", text if changed else "")
    velden, soort, reden = _text_fields(row, mine, text, na_overleg)
    velden |= _agendapunt(row, mine, kop(new)) | _publiceren(row, mine, new)
    if mine.verdwenen is not None:
        velden["verdwenen"] = None
    if soort is Soort.ONGEWIJZIGD:
        soort = Soort.TERUG if mine.verdwenen is not None else Soort.BIJGEWERKT if velden else soort
    differs = soort in {Soort.NIEUWE_TEKST, Soort.CONFLICT, Soort.VASTGELOPEN}
    texts = (mine.tekst, text) if differs else ("", "")
    return Stap(soort, mine.id, new.id, mine.agendapunt, velden, *texts, reden)


def _text_fields(row: Basisregel, mine: Afspraak, text: str, na_overleg: str) -> tuple[dict[str, Waarde], Soort, str]:
    """Give the changes of `tekst` and `dossiertekst`."""
    ours = mine.dossiertekst is None or same_text(mine.dossiertekst, row.tekst)
    kept = mine.dossiertekst is not None
    if same_text(mine.tekst, text):
        stale = kept and (ours or same_text(mine.dossiertekst, text))
        return ({"dossiertekst": None} if stale else {}), Soort.ONGEWIJZIGD, ""
    if same_text(row.tekst, text) or same_text(mine.dossiertekst, text):
        return {}, Soort.ONGEWIJZIGD, ""
    reason = _in_the_way(row, mine) or ("" if mine.na_overleg is not None else na_overleg)
    if not reason and ours:
        return {"tekst": text} | ({"dossiertekst": None} if kept else {}), Soort.NIEUWE_TEKST, ""
    if ours:
        return {"dossiertekst": text}, Soort.CONFLICT, reason
    return {}, Soort.VASTGELOPEN, "iemand heeft het veld dossiertekst gewijzigd"


def _in_the_way(row: Basisregel, mine: Afspraak) -> str:
    """Say what of a person's work stands in the way of a new text; empty when nothing does."""
    if mine.status is not Status.VOORGESTELD:
        return f"de afspraak is {mine.status.value}"
    if mine.besluit is not None:
        return "er is een besluit over de oude tekst"
    if row.tekst is None:
        return "niet bekend is of de tekst in het bestand die van het vorige dossier is"
    return "" if same_text(mine.tekst, row.tekst) else "de tekst in het bestand is met de hand gewijzigd"


def _agendapunt(row: Basisregel, mine: Afspraak, new: str) -> dict[str, Waarde]:
    """Let the agendapunt follow the dossier, unless a person gave it another title."""
    if mine.agendapunt == new or row.agendapunt == new:
        return {}
    own = mine.agendapunt == row.agendapunt if row.tekst is not None else titel(mine.agendapunt) == titel(new)
    return {"agendapunt": new} if own else {}


def _publiceren(row: Basisregel, mine: Afspraak, new: DossierAfspraak) -> dict[str, Waarde]:
    """Follow an afspraak that moved into or out of the arrangements on communication."""
    moved = row.tekst is not None and row.publiceren != new.publiceren
    return {"publiceren": new.publiceren} if moved and mine.publiceren == row.publiceren != new.publiceren else {}
