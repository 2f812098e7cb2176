"""Check references without network: what cannot be right, or does not fit the rest of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.begroting import facts, highest_dossier, is_budget, is_eu
from brief.kamerstuk.consistency import same_paper_two_years, two_styles, without_note
from brief.kamerstuk.format import format as in_style
from brief.kamerstuk.grammar.misspelt import is_unusual
from brief.kamerstuk.model import Kamer, Referentie, Soort, Verwijzing, kamer_of_number
from brief.kamerstuk.vergaderjaar import is_vergaderjaar, prinsjesdag, vergaderjaar
from brief.text.dutch import datum as written
from brief.text.lines import Lines

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from brief.kamerstuk.find import PlaceAt, Vondst

_EERSTE_LETTERS_SINCE = 2005
_LETTERS_SINCE_DOSSIER = 30_000
_CLOSE_TO_PRINSJESDAG = 7


def check(text: str, found: Vondst, bestand: str = "", datum: datetime.date | None = None) -> tuple[Diagnostic, ...]:
    """Check every reference in a text, and the references together; `datum` is the date of the letter itself."""
    place_at = Lines(text, bestand).place
    return (*check_found(found, place_at, datum), *without_note(text, found, place_at))


def check_found(found: Vondst, place_at: PlaceAt, datum: datetime.date | None = None) -> Iterator[Diagnostic]:
    """Check every reference that was found, and the references together, where `place_at` says that they stand."""
    for verwijzing in found.verwijzingen:
        for finding in (*check_reference(verwijzing.referentie, datum), *_ambiguous(verwijzing), *_slip(verwijzing)):
            yield replace(finding, place=place_at(verwijzing.begin, verwijzing.eind))
    yield from same_paper_two_years(found, place_at)
    yield from two_styles(found, place_at)


def check_reference(reference: Referentie, datum: datetime.date | None = None) -> tuple[Diagnostic, ...]:
    """Check one reference on its own; `datum` is the date of the letter that refers to it."""
    rules = (_year_of_two, _year_not_later, _kamer_and_number, _chapter, _dossier_exists)
    return tuple(finding for rule in rules for finding in rule(reference, datum))


def check_letter_date(datum: datetime.date) -> tuple[Diagnostic, ...]:
    """Mention both vergaderjaren when a letter is dated within a week of Prinsjesdag, where they change."""
    tuesday = prinsjesdag(datum.year)
    if abs((tuesday - datum).days) > _CLOSE_TO_PRINSJESDAG:
        return ()
    side = "vóór" if datum < tuesday else "na" if datum > tuesday else "op"
    other = vergaderjaar(tuesday) if datum < tuesday else f"{tuesday.year - 1}-{tuesday.year}"
    message = f"de brief is van {side} Prinsjesdag en hoort bij vergaderjaar {vergaderjaar(datum)}"
    day = written(tuesday)
    moved = f"vanaf {day} wordt dat {other}" if datum < tuesday else f"tot {day} was dat {other}"
    return (Diagnostic("BR426", Severity.INFO, message, label=moved),)


def _year_of_two(reference: Referentie, _: datetime.date | None) -> Iterable[Diagnostic]:
    for year in (reference.vergaderjaar, reference.tot_vergaderjaar):
        if year is not None and not is_vergaderjaar(year):
            first = int(year[:4])
            yield Diagnostic(
                "BR203", Severity.FOUT, f"{year} is geen vergaderjaar", label=f"bedoelde u {first}-{first + 1}?"
            )


def _year_not_later(reference: Referentie, datum: datetime.date | None) -> Iterable[Diagnostic]:
    year = reference.vergaderjaar
    if datum is not None and year is not None and int(year[:4]) > int(vergaderjaar(datum)[:4]):
        message = f"vergaderjaar {year} is later dan de brief van {datum} ({vergaderjaar(datum)})"
        yield Diagnostic("BR204", Severity.WAARSCHUWING, message)


def _kamer_and_number(reference: Referentie, _: datetime.date | None) -> Iterable[Diagnostic]:
    if reference.soort is not Soort.KAMERSTUK or reference.nummer is None:
        return
    evident = kamer_of_number(reference.nummer)
    if reference.kamer is Kamer.TWEEDE and evident is Kamer.EERSTE:
        message = f"nummer {reference.nummer} is van de Eerste Kamer, de verwijzing noemt de Tweede Kamer"
        yield Diagnostic("BR205", Severity.WAARSCHUWING, message, label="letters zijn nummers van de Eerste Kamer")
    elif reference.kamer is Kamer.EERSTE and evident is Kamer.TWEEDE and _after_letters(reference):
        message = f"nummer {reference.nummer} is van de Tweede Kamer, de verwijzing noemt de Eerste Kamer"
        yield Diagnostic(
            "BR205", Severity.WAARSCHUWING, message, label="de Eerste Kamer nummert sinds 2005 met letters"
        )


def _after_letters(reference: Referentie) -> bool:
    if reference.vergaderjaar:
        return int(reference.vergaderjaar[:4]) >= _EERSTE_LETTERS_SINCE
    return (
        reference.dossier is not None
        and reference.dossier.isdecimal()
        and int(reference.dossier) >= _LETTERS_SINCE_DOSSIER
    )


def _chapter(reference: Referentie, _: datetime.date | None) -> Iterable[Diagnostic]:
    dossier, part = reference.dossier, reference.toevoeging
    if dossier is None or part is None or (part.isdecimal() and is_eu(dossier)):
        return
    if part not in facts().hoofdstukken and part not in facts().fondsen:
        yield Diagnostic("BR206", Severity.WAARSCHUWING, f"'{part}' is geen begrotingshoofdstuk of fonds dat bekend is")
    elif not is_budget(dossier):
        message = f"dossier {dossier} lijkt geen begroting, maar heeft hoofdstuk {part}"
        yield Diagnostic("BR206", Severity.WAARSCHUWING, message, label="controleer het dossiernummer")


def _dossier_exists(reference: Referentie, _: datetime.date | None) -> Iterable[Diagnostic]:
    year = int(reference.vergaderjaar[:4]) if reference.vergaderjaar else None
    for dossier in (reference.dossier, *(other.partition("-")[0] for other in reference.nevendossiers)):
        if dossier is None or not dossier.isdecimal():
            continue
        if int(dossier) > highest_dossier():
            message = f"dossier {dossier} bestaat waarschijnlijk nog niet"
            yield Diagnostic("BR207", Severity.WAARSCHUWING, message, label="controleer het dossiernummer")
        elif year is not None and int(dossier) > highest_dossier(year):
            message = f"dossier {dossier} bestond waarschijnlijk nog niet in vergaderjaar {reference.vergaderjaar}"
            yield Diagnostic("BR207", Severity.WAARSCHUWING, message, label="controleer dossiernummer en vergaderjaar")


def _ambiguous(verwijzing: Verwijzing) -> Iterable[Diagnostic]:
    """Name what was read in one of two possible ways."""
    reference = verwijzing.referentie
    if reference.soort is not Soort.KAMERSTUK or reference.dossier is None or not is_budget(reference.dossier):
        return
    if reference.toevoeging and reference.nummer is None and len(reference.toevoeging) == 1:
        message = f"'{verwijzing.tekst}' is gelezen als het hele dossier {reference.volledig_dossier}, zonder nummer"
        label = f"noem het nummer, of schrijf 'Kamerstuk {reference.dossier}, {reference.toevoeging}'"
        yield Diagnostic("BR221", Severity.WAARSCHUWING, message, label=label)
    elif reference.toevoeging is None and verwijzing.tekst.endswith(f"{reference.dossier}-{reference.nummer}"):
        message = (
            f"'{verwijzing.tekst}' is gelezen als nr. {reference.nummer} van {reference.dossier}, niet als hoofdstuk"
        )
        yield Diagnostic(
            "BR221",
            Severity.WAARSCHUWING,
            message,
            label=f"schrijf: Kamerstuk {reference.dossier}, nr. {reference.nummer}",
        )


def _slip(verwijzing: Verwijzing) -> Iterable[Diagnostic]:
    """Name what was read through a slip of the pen: `346 82`, `rn. 691`, `nr. 1.375`."""
    if verwijzing.referentie.soort is Soort.KAMERSTUK and is_unusual(verwijzing.tekst):
        meant = in_style(verwijzing.referentie)
        message = f"'{' '.join(verwijzing.tekst.split())}' is gelezen als '{meant}'"
        yield Diagnostic("BR236", Severity.INFO, message, label=f"klopt dat, schrijf dan: {meant}")
