"""De tekst van een afspraak is niet die van haar dossier, en geen besluit zegt waarom.

Voorgestelde afspraken gaan 1-op-1 de afsprakenlijst in, tenzij aan tafel uitdrukkelijk anders is afgesproken. Een
andere tekst hoort daarom in een besluit, met datum en reden; het veld `tekst` houdt de voorgestelde tekst. Wie een
afspraak splitst of twee afspraken samenvoegt, verandert geen woord: dat is geen afwijking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import fout
from brief.checks.verdeling import is_anders_verdeeld
from brief.domain import Status
from brief.text import parse, plain, unnumbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic, Place
    from brief.domain import Afspraak, DossierAfspraak
    from brief.text import Blocks


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every afspraak whose proposed text is not the text of its dossier, mark-up included."""
    proposed = {each.id: each for dossier in gegevens.dossiers.values() for each in dossier.afspraken}
    for afspraak in gegevens.afspraken:
        original = proposed.get(afspraak.id)
        if original is None or afspraak.status is Status.TOEGEVOEGD or afspraak.dossiertekst is not None:
            continue
        blocks = parse(afspraak.tekst).blocks
        if unnumbered(blocks) == unnumbered(original.tekst):
            continue
        if not is_anders_verdeeld(gegevens, afspraak.landsdeel, afspraak.agendapuntnummer) or _only_looks(
            blocks, original
        ):
            yield _finding(afspraak, original, plain(blocks))


def _only_looks(blocks: Blocks, original: DossierAfspraak) -> bool:
    """Tell whether the words are the same and only their look differs."""
    return plain(blocks) == plain(original.tekst)


def _finding(afspraak: Afspraak, original: DossierAfspraak, written: str) -> Diagnostic:
    hint = "zet de tekst van het dossier terug; een andere tekst hoort in besluit: tekst:"
    source = plain(original.tekst)
    if written == source:
        message = f"de opmaak van {afspraak.id} is anders dan in het dossier"
        return fout("BR407", message, afspraak.place_of("tekst"), "vet, cursief, lijst of alinea is veranderd", hint)
    here, there = _first_difference(written, source)
    message = f"de tekst van {afspraak.id} is anders dan in het dossier"
    place: Place | None = afspraak.place_of("tekst", here.strip("…"))
    return fout("BR407", message, place, f"hier: '{here}', in het dossier: '{there}'", hint)


def _first_difference(one: str, other: str) -> tuple[str, str]:
    """Give the first words that differ, each with at most five words of its text."""
    left, right = one.split(), other.split()
    index = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return _words(left, index), _words(right, index)


def _words(words: list[str], index: int) -> str:
    chosen = words[index : index + 5]
    if not chosen:
        return "(niets meer)"
    return " ".join(chosen) + ("…" if len(words) > index + 5 else "")
