"""Look up promises to the Kamer (`Toezegging` of the open data) by their numbers, as `TZ202409-123`.

A round names promises by number alone, so there is nothing to compare: what the Kamer wrote down is told, and a person
sees whether it is the promise that is meant.
"""

from __future__ import annotations

import datetime
import re
from functools import partial
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.kamerstuk.online.asking import Vraag
from brief.kamerstuk.online.query import ask
from brief.text.dutch import datum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief.diagnostics import Place
    from brief.kamerstuk.online.answer import Row

_NUMBER = re.compile(r"TZ\d{4}(?:0[1-9]|1[0-2])-\d{1,4}", re.ASCII)
_FIELDS = "Id,Nummer,Tekst,Status,Functie,Aanmaakdatum,ActiviteitNummer,Verwijderd"
_NO_NUMBER = "dit is geen nummer van een toezegging aan de Tweede Kamer, zoals TZ202409-123"
_KEPT = frozenset({"voldaan", "afgedaan"})
_MOST = 300
"""How many characters of a promise are told."""


def of_promises(numbers: Iterable[str], place: Place | None) -> Iterator[Vraag]:
    """Give the question for each promise; `place` is where the round names them."""
    for number in numbers:
        is_askable = _NUMBER.fullmatch(number) is not None
        path = ask("Toezegging", f"Nummer eq '{number}'", _FIELDS) if is_askable else None
        yield Vraag("toezegging", f"toezegging {number}", place, path, partial(_told, number, place), _NO_NUMBER)


def _told(number: str, place: Place | None, rows: Sequence[Row]) -> Iterator[Diagnostic]:
    own = [row for row in rows if row.get("Nummer") == number]
    there = [row for row in own if row.get("Verwijderd") is not True]
    if not there:
        message = f"toezegging {number} is bij de Tweede Kamer " + ("verwijderd" if own else "niet gevonden")
        yield Diagnostic("BR716", Severity.WAARSCHUWING, message, place, "controleer het nummer")
    for row in there:
        yield Diagnostic("BR717", Severity.INFO, f"toezegging {number}{_words(row)}{_about(row)}", place)
        status = _text(row, "Status")
        if status.lower() in _KEPT:
            message = f"toezegging {number} staat bij de Tweede Kamer al op '{status}'"
            yield Diagnostic("BR718", Severity.WAARSCHUWING, message, place, "is dit de toezegging die u bedoelt?")


def _words(row: Row) -> str:
    text = _text(row, "Tekst")
    if len(text) > _MOST:
        text = text[:_MOST].rpartition(" ")[0] + " …"
    return f": '{text}'" if text else ": de Tweede Kamer geeft er geen tekst bij"


def _about(row: Row) -> str:
    day, activity, status = _day(row), _text(row, "ActiviteitNummer"), _text(row, "Status")
    parts = (
        _text(row, "Functie"),
        f"vastgelegd {datum(day)}" if day else "",
        f"activiteit {activity}" if activity else "",
        f"stand: {status}" if status else "",
    )
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _day(row: Row) -> datetime.date | None:
    """Give the day on which the promise was written down; the year 1 is the service's way to say nothing."""
    try:
        day = datetime.date.fromisoformat(_text(row, "Aanmaakdatum")[:10])
    except ValueError:
        return None
    return day if day.year > 1 else None


def _text(row: Row, name: str) -> str:
    """Give a text on one line, without what a terminal would take for a command."""
    value = row.get(name)
    if not isinstance(value, str):
        return ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())
