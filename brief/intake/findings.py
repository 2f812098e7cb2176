"""What reading a newer version of a dossier has to report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.intake.three_way import Soort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.domain import Afspraak
    from brief.intake.plan import Plan, Vraag
    from brief.intake.three_way import Stap
    from brief.sources.afspraken import Afsprakenbestand


def dubbel(file: Afsprakenbestand) -> Iterable[Diagnostic]:
    """Report every afspraak whose id another one has too: which of them to change nobody can tell."""
    counts = Counter(each.id for each in file.afspraken)
    for each in file.afspraken:
        if counts[each.id] > 1:
            message = f"id {each.id} staat meer dan eens in dit bestand"
            yield Diagnostic("BR147", Severity.FOUT, message, each.place_of("id"), "geef elke afspraak een eigen id")


def niet_bij_te_werken(name: str) -> Diagnostic:
    """Say why a newer dossier is not read into a file; the mistakes themselves follow."""
    message = "het dossier is veranderd, maar dit bestand heeft fouten; er is niets bijgewerkt"
    return Diagnostic("BR147", Severity.FOUT, message, Place(name), hint="herstel eerst de fouten hieronder")


def meldingen(plan: Plan, file: Afsprakenbestand) -> Iterable[Diagnostic]:
    """Report what a person must look at: conflicts, what disappeared, and what is not certain."""
    mine = {each.id: each for each in file.afspraken}
    for stap in plan.stappen:
        finding = _van_stap(stap)
        if finding is not None:
            known = mine.get(stap.id)
            place = known.place_of("tekst") if known else Place(file.source.name)
            yield replace(finding, place=place)
    for vraag in plan.vragen:
        yield _van_vraag(vraag, mine.get(vraag.id))


def _van_stap(stap: Stap) -> Diagnostic | None:
    if stap.soort is Soort.CONFLICT:
        message = f"{stap.id} heeft in het nieuwe dossier een andere tekst, en {stap.reden}"
        label = "de tekst van het dossier staat nu in dossiertekst; kies, en haal dat veld weg"
        return Diagnostic("BR141", Severity.WAARSCHUWING, message, label=label)
    if stap.soort is Soort.VASTGELOPEN:
        message = f"{stap.id} heeft in het nieuwe dossier een andere tekst, en {stap.reden}"
        hint = "de nieuwe tekst is nergens geschreven; haal dossiertekst weg en lees het dossier nog eens in"
        return Diagnostic("BR141", Severity.WAARSCHUWING, message, hint=hint)
    if stap.soort is Soort.WEGGEHAALD:
        message = f"{stap.id} is uit het bestand gehaald, maar heeft in het nieuwe dossier een andere tekst"
        hint = f"de nieuwe tekst staat in het dossier bij {stap.bron} en is niet in het bestand gezet"
        return Diagnostic("BR141", Severity.WAARSCHUWING, message, hint=hint)
    if stap.soort is Soort.VERDWENEN:
        message = f"{stap.id} staat niet meer in het dossier"
        label = "gemarkeerd met verdwenen; er is niets weggehaald"
        return Diagnostic("BR143", Severity.WAARSCHUWING, message, label=label)
    return None


def _van_vraag(vraag: Vraag, mine: Afspraak | None) -> Diagnostic:
    names = " of ".join(each.bron for each in vraag.kandidaten)
    message = f"niet zeker is of {vraag.id} in het nieuwe dossier {names} is; hierover is niets geschreven"
    hint = f"antwoord met --zelfde {vraag.id}={vraag.kandidaten[0].bron} of --anders {vraag.id}"
    return Diagnostic("BR144", Severity.WAARSCHUWING, message, mine.place_of("tekst") if mine else None, hint=hint)
