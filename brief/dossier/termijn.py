"""Find the day by which an afspraak must be done, with the words that say so: "uiterlijk eind 2027".

Only words that set a limit count, and only when the text sets one limit: with two nobody knows which is meant.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

from brief.text.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_SEIZOEN = {"voorjaar": (6, 20), "zomer": (9, 20), "najaar": (12, 20), "herfst": (12, 20)}
_MAAND = "|".join(MONTHS)
_FORM = re.compile(
    rf"""\b(?P<grens>uiterlijk(?:\s(?:op|in|per|aan|voor|vóór|bij))?|vóór|voor|tot\sen\smet|t/m)\s
    (?:de\s|het\s)?(?:(?P<deel>eind|einde|medio|begin)\s(?:van\s)?)?
    (?:(?P<dag>\d{{1,2}})\s(?P<dagmaand>{_MAAND})
      |(?P<maand>{_MAAND})
      |(?P<rang>eerste|tweede|derde|vierde)\s(?P<stuk>kwartaal|helft)(?:\svan)?
      |Q(?P<kwartaal>[1-4])
      |(?P<seizoen>voorjaar|zomer|najaar|herfst)(?:\svan)?)?
    \s?(?P<jaar>20\d\d)\b(?!-|\d)""",
    re.IGNORECASE | re.VERBOSE,
)


def termijn(tekst: str) -> tuple[datetime.date, str] | None:
    """Give the one day that a plain text sets as its limit, with its words; None when it sets none, or several."""
    found = dict(_limits(" ".join(tekst.split())))
    return next(iter(found.items())) if len(found) == 1 else None


def _limits(tekst: str) -> Iterator[tuple[datetime.date, str]]:
    for match in _FORM.finditer(tekst):
        day = _day(match)
        if day is not None:
            yield day, match[0]


def _day(match: re.Match[str]) -> datetime.date | None:
    """Give the last day that is in time; before a day, month or year is the day before that begins."""
    year = int(match["jaar"])
    before = match["grens"].lower() in {"vóór", "voor", "uiterlijk vóór", "uiterlijk voor"}
    span = _span(match, year)
    if span is None or (
        span[0] == datetime.date(year, 1, 1) and match["grens"].lower() == "voor" and not match["deel"]
    ):
        return None  # "voor 2027" is as often money for that year
    return span[0] - datetime.timedelta(days=1) if before and not match["deel"] else span[1]


def _span(match: re.Match[str], year: int) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and the last day of what is named: a day, month, quarter, half, season or year."""
    if match["dag"]:
        month = MONTHS.index(match["dagmaand"].lower()) + 1
        number = int(match["dag"])
        if not 1 <= number <= calendar.monthrange(year, month)[1]:
            return None
        return (datetime.date(year, month, number),) * 2
    if match["maand"]:
        month = MONTHS.index(match["maand"].lower()) + 1
        return _months(year, month, month)
    if match["stuk"] or match["kwartaal"]:
        size = 6 if match["stuk"] and match["stuk"].lower() == "helft" else 3
        number = int(match["kwartaal"] or _RANG[match["rang"].lower()])
        return _months(year, (number - 1) * size + 1, number * size) if number * size <= 12 else None
    if match["seizoen"]:
        month, day = _SEIZOEN[match["seizoen"].lower()]
        return datetime.date(year, month - 3, 21), datetime.date(year, month, day)
    last = {"medio": 6, "begin": 3}.get((match["deel"] or "").lower(), 12)
    return _months(year, 1, last)


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])
