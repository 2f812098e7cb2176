"""Check the references of a text, or of a round: register, letter and, when asked, the open data of the Kamer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk import check, check_letter_date, check_reference, find, meldingen, resolve
from brief.kamerstuk.resolve import meldingen_kort
from brief.rounds.papers.adding import BESTAND, gebruik

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from pathlib import Path

    from brief.rounds.papers.texts import Leestekst
    from brief.sources.folder import RondeBestanden

_RANGE = "BR2"


def controleer_tekst(text: Leestekst, datum: datetime.date | None) -> tuple[Diagnostic, ...]:
    """Check the references of one text; `datum` is the date of the letter."""
    found = find(text.tekst)
    followed = resolve(text.tekst, found, text.noten)
    problems = [
        *meldingen(text.tekst, found, text.naam),
        *meldingen_kort(text.tekst, followed, text.naam),
        *check(text.tekst, found, text.naam, datum),
    ]
    if datum:
        problems += [Diagnostic(*finding[:3], Place(text.naam), finding[3]) for finding in check_letter_date(datum)]
    if text.alineas is None:
        return tuple(sorted(problems, key=_by_place))
    return tuple(replace(each, place=_in_word(text, each.place), related=()) for each in problems)


def _by_place(finding: Diagnostic) -> tuple[int, int]:
    place = finding.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _in_word(text: Leestekst, place: Place | None) -> Place | None:
    """Turn a line and column of the text that was made of a Word file into the paragraph they came from."""
    if place is None or place.line is None:
        return place
    begin = 0
    for _ in range(place.line - 1):
        begin = text.tekst.index("\n", begin) + 1
    return text.place(begin + (place.column or 1) - 1, begin + (place.column or 1))


def controleer_ronde(
    folder: Path, *, online: bool, vernieuw: bool, bron: str | None
) -> tuple[tuple[Diagnostic, ...], bool]:
    """Check the references of a round; the second value says that the round could not be read."""
    from brief.sources import read_ronde

    ronde, found = read_ronde(folder)
    if ronde is None:
        return found, True
    findings = [each for each in found if each.code.startswith(_RANGE) or _in_register(each, ronde)]
    findings += _entries(ronde)
    findings += _use(ronde)
    if online:
        from brief.kamerstuk.online import look_up_all, open_data

        data = open_data(bron, renew=vernieuw)
        findings += look_up_all(ronde.kamerstukken.values(), ronde.kamerstukplaatsen, data)
    return tuple(findings), False


def _in_register(finding: Diagnostic, ronde: RondeBestanden) -> bool:
    return finding.place is not None and finding.place.file == ronde.name(BESTAND)


def _entries(ronde: RondeBestanden) -> Iterator[Diagnostic]:
    datum = ronde.ronde.brief.datum
    for sleutel, stuk in ronde.kamerstukken.items():
        for code, severity, message, label in check_reference(stuk.referentie, datum):
            yield Diagnostic(code, severity, message, ronde.kamerstukplaatsen[sleutel], label)
    if datum is not None:
        for code, severity, message, label in check_letter_date(datum):
            yield Diagnostic(code, severity, message, Place(ronde.name("ronde.yaml")), label)


def _use(ronde: RondeBestanden) -> Iterator[Diagnostic]:
    """Report citations without an entry, entries that nothing uses, and references typed out in the letter."""
    source = ronde.bronnen.get(ronde.ronde.brief.tekst)
    if source is not None:
        read = find(source.text)
        yield from meldingen(source.text, read, source.name)
        yield from check(source.text, read, source.name, ronde.ronde.brief.datum)
    for sleutel in ronde.kamerstukken:
        if next(gebruik(ronde, sleutel), None) is None:
            message = f"{sleutel} staat in het register, maar wordt nergens gebruikt"
            yield Diagnostic("BR219", Severity.INFO, message, ronde.kamerstukplaatsen[sleutel])
    yield from _without_entry(ronde)


def _without_entry(ronde: RondeBestanden) -> Iterator[Diagnostic]:
    import re

    cited = re.compile(r"@((?:kst|ah|h|blg)-[\w-]+|[0-9]{4}[DZ][0-9]{5})")
    for source in ronde.bronnen.values():
        for match in cited.finditer(source.text):
            if match[1] not in ronde.kamerstukken:
                place = source.place(match.start(1), match.end(1))
                label = f"brief kamerstuk voegtoe {match[1]}"
                message = f"{match[1]} staat niet in {BESTAND}"
                yield Diagnostic("BR218", Severity.FOUT, message, place, label)
