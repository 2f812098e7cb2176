"""Find the afspraken that a person names, by their id or by their landsdeel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.nearest import among
from brief.sources.names import AFSPRAKEN, RONDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.domain import Afspraak
    from brief.rounds.opening import Opened
    from brief.sources import RondeBestanden
    from brief.sources.afspraken import Afsprakenbestand


def afsprakenbestand(
    opened: Opened, bestanden: RondeBestanden, landsdeel: str
) -> tuple[Afsprakenbestand | None, tuple[Diagnostic, ...]]:
    """Give the afspraken file of a landsdeel when it can be changed; else None and the findings that say why not.

    A file with mistakes, or in which two afspraken have one id, cannot be changed.
    """
    errors = tuple(each for each in opened.errors if _is_in(each, bestanden, landsdeel))
    file = bestanden.afsprakenbestanden.get(landsdeel)
    if file is None:
        meets = any(each.landsdeel == landsdeel for each in bestanden.ronde.overleggen)
        absent = not meets or landsdeel in bestanden.zonder_afspraken
        elsewhere = () if absent else _in_folder(opened, bestanden)
        return None, errors or elsewhere or (_no_afspraken(bestanden, landsdeel, meets=meets),)
    errors = (*errors, *used_twice(file.afspraken))
    return (None, errors) if errors else (file, ())


def afspraak(
    opened: Opened, bestanden: RondeBestanden, identity: str, others: Iterable[str] = ()
) -> tuple[Afspraak | None, tuple[Diagnostic, ...]]:
    """Give the afspraak with this id; else None and the findings that say why not.

    When a file could not be read whole the id may be in there, so its mistakes are given before any advice. `others`
    are words that would have been right in this place too.
    """
    found = [each for each in bestanden.afspraken if each.id == identity]
    if len({each.landsdeel for each in found}) > 1:
        return None, tuple(_used_twice(each, found[0]) for each in found[1:])
    if found:
        return found[0], ()
    errors = _in_folder(opened, bestanden)
    return None, (*errors, _unknown(bestanden, identity, others, guess=not errors))


def _is_in(finding: Diagnostic, bestanden: RondeBestanden, landsdeel: str) -> bool:
    return finding.place is not None and finding.place.file == bestanden.name(f"{AFSPRAKEN}/{landsdeel}.yaml")


def _in_folder(opened: Opened, bestanden: RondeBestanden) -> tuple[Diagnostic, ...]:
    """Give the errors of all afspraken files, of those with a name that is not read, and of their folder."""
    folder = bestanden.name(AFSPRAKEN)
    return tuple(each for each in opened.errors if each.place and f"{each.place.file}/".startswith(f"{folder}/"))


def _no_afspraken(bestanden: RondeBestanden, landsdeel: str, *, meets: bool) -> Diagnostic:
    place = Place(bestanden.name(f"{AFSPRAKEN}/{landsdeel}.yaml"))
    label = f"lees eerst het dossier in met: brief inlezen {bestanden.folder.as_posix()}"
    if not meets:
        label = f"zet eerst het overleg in {bestanden.name(RONDE)}: - landsdeel: {landsdeel}"
    return Diagnostic("BR910", Severity.FOUT, f"landsdeel {landsdeel} heeft nog geen afspraken", place, label)


def _unknown(bestanden: RondeBestanden, identity: str, others: Iterable[str], *, guess: bool) -> Diagnostic:
    known = (*others, *(each.id for each in bestanden.afspraken))
    near = among(known)(identity) if guess else None
    what = "geen landsdeel en geen id van een afspraak" if tuple(others) else "geen id van een afspraak"
    hint = f"bedoelde u '{near}'?" if near else None
    if not guess:
        hint = "herstel eerst de fouten hierboven: de afspraak kan in een bestand staan dat niet heel te lezen is"
    return Diagnostic("BR911", Severity.FOUT, f"'{identity}' is {what}", hint=hint)


def used_twice(afspraken: Iterable[Afspraak]) -> tuple[Diagnostic, ...]:
    """Report each afspraak whose id one before it has."""
    first: dict[str, Afspraak] = {}
    return tuple(_used_twice(each, first[each.id]) for each in afspraken if first.setdefault(each.id, each) is not each)


def _used_twice(each: Afspraak, earlier: Afspraak) -> Diagnostic:
    """Say that two afspraken have one id: which of them is meant nobody can tell."""
    place = earlier.place_of("id")
    related = (("voor het eerst", place),) if place else ()
    message = f"id '{each.id}' is al gebruikt"
    return Diagnostic(
        "BR412", Severity.FOUT, message, each.place_of("id"), "geef elke afspraak een eigen id", related=related
    )
