"""Dates as Dutch texts write them: `9 september 2026`, `9, 10 en 11 september`, `6 t/m 8 november`."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
"""The names of the months, in order."""
_DAY = r"(?:[0-2]?[0-9]|3[01])"
_MOST = 30
"""Days of a month that can stand behind its first one."""
_BETWEEN = r"\s*(?:,|en|of|-|–|t/m|tot\s+en\s+met|,\s*en)\s*"
_ONE = re.compile(
    rf"(?<![\w.,/-])({_DAY}(?:{_BETWEEN}{_DAY}){{0,{_MOST}}})\s+({'|'.join(MONTHS)})(?:\s+(\d{{4}}))?\b", re.IGNORECASE
)
_SHORT = re.compile(r"(?<![\d.-])(\d{1,2})-(\d{1,2})(?:-(\d{4}))?(?![\d-])")
_RANGE = re.compile(rf"({_DAY})\s*(?:-|–|t/m|tot\s+en\s+met)\s*({_DAY})", re.IGNORECASE)


class Mention(Struct, frozen=True):
    """Days of one month that a text names together, from `begin` up to `end`; `jaar` is None when it names none."""

    dagen: tuple[int, ...]
    maand: int
    jaar: int | None
    begin: int
    end: int

    def in_year(self, jaar: int) -> tuple[datetime.date, ...]:
        """Give the days as dates, of `jaar` when the text names no year; a day that does not exist falls out."""
        return tuple(day for each in self.dagen if (day := _date(self.jaar or jaar, self.maand, each)) is not None)


def mentions(text: str) -> Iterator[Mention]:
    """Give the dates that a text names, in order; of `31 mei en 1 juni 2027` both have the year."""
    found = [
        Mention(_days(match[1]), MONTHS.index(match[2].lower()) + 1, int(match[3]) if match[3] else None, *match.span())
        for match in _ONE.finditer(text)
    ]
    for number, each in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        joined = after is not None and re.fullmatch(r"\s*(?:,|en)\s*", text[each.end : after.begin])
        year = after.jaar if each.jaar is None and after is not None and joined else each.jaar
        yield Mention(each.dagen, each.maand, year, each.begin, each.end)


def short_dates(text: str) -> Iterator[Mention]:
    """Give the dates that a text writes in numbers, day first: `19-5`, `19-5-2026`."""
    for match in _SHORT.finditer(text):
        if int(match[2]) in range(1, 13):
            yield Mention((int(match[1]),), int(match[2]), int(match[3]) if match[3] else None, *match.span())


def _days(text: str) -> tuple[int, ...]:
    days = [int(each) for each in re.findall(r"\d+", text)]
    for match in _RANGE.finditer(text):
        days += range(int(match[1]) + 1, int(match[2]))
    return tuple(sorted(set(days)))


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
