"""Check the references of a text, or of a round: register, letter and, when asked, the open data of the Kamer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk import check, check_letter_date, find, meldingen, resolve
from brief.kamerstuk.resolve import meldingen_kort
from brief.rounds.checking import check as check_round
from brief.rounds.papers.texts import lees_tekst
from brief.sources.names import KAMERSTUKKEN
from brief.text.lines import Lines

if TYPE_CHECKING:
    import datetime

    from brief.rounds.opening import Opened
    from brief.rounds.papers.texts import Leestekst
    from brief.sources.folder import RondeBestanden

_RANGE = "BR2"
_ELSEWHERE = frozenset({"BR410", "BR425", "BR426", "BR501", "BR713"})
"""Findings about papers with a code of the content of a round, or of making it: an entry that nothing uses, a sentence
without its note, a letter near Prinsjesdag, a note without its entry, a promise that the letter does not name."""


class Online(Struct, frozen=True):
    """How the open data of the Kamer is asked: at which address, None for its own, and whether all is asked anew."""

    bron: str | None = None
    vernieuw: bool = False


class Gecontroleerd(Struct, frozen=True):
    """What was found; `failed` tells that the text or the round could not be read."""

    meldingen: tuple[Diagnostic, ...]
    failed: bool = False

    @property
    def verteld(self) -> tuple[Diagnostic, ...]:
        """Give what the Kamer wrote down of each promise: an answer to what was asked, more than a message."""
        return tuple(finding for finding in self.meldingen if finding.code == "BR717")

    @property
    def has_work(self) -> bool:
        """Tell whether there is something to act on: an error or a warning; a remark is not."""
        return any(finding.severity is not Severity.INFO for finding in self.meldingen)


def controleer_bestand(data: bytes, naam: str, datum: datetime.date | None) -> Gecontroleerd:
    """Check the references in the bytes of a text file or a Word file; `datum` is the date of the letter."""
    text, problems = lees_tekst(data, naam)
    return Gecontroleerd(problems, failed=True) if text is None else Gecontroleerd(controleer_tekst(text, datum))


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
        problems += [replace(each, place=Place(text.naam)) for each in check_letter_date(datum)]
    if text.alineas is None:
        return tuple(sorted(problems, key=_by_place))
    lines = Lines(text.tekst)
    return tuple(replace(each, place=_in_word(text, lines, each.place), related=()) for each in problems)


def _by_place(finding: Diagnostic) -> tuple[int, int]:
    place = finding.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _in_word(text: Leestekst, lines: Lines, place: Place | None) -> Place | None:
    """Turn a line and column of the text that was made of a Word file into the paragraph they came from."""
    if place is None or place.line is None:
        return place
    begin = lines.starts[place.line - 1] + (place.column or 1) - 1
    return text.place(begin, begin + 1)


def controleer_ronde(opened: Opened, online: Online | None = None) -> Gecontroleerd:
    """Give what `brief controleren` finds about the papers of a round, and what the open data of the Kamer says.

    Without `online` nothing goes over the network.
    """
    ronde, findings = opened.bestanden, check_round(opened).findings
    if ronde is None:
        return Gecontroleerd(findings, failed=True)
    about = [each for each in findings if _is_about_papers(each, ronde)]
    if online is not None:
        from brief.kamerstuk.online import look_up, of_papers, of_promises, open_data

        papers = of_papers(ronde.kamerstukken.values(), ronde.kamerstukplaatsen)
        named = dict(ronde.ronde.places).get("toezeggingen", ronde.ronde.place)
        promises = of_promises(ronde.ronde.toezeggingen, named)
        about += look_up([*papers, *promises], open_data(online.bron, renew=online.vernieuw))
    return Gecontroleerd(tuple(about))


def _is_about_papers(finding: Diagnostic, ronde: RondeBestanden) -> bool:
    if finding.code.startswith(_RANGE) or finding.code in _ELSEWHERE:
        return True
    return finding.place is not None and finding.place.file == ronde.name(KAMERSTUKKEN)
