"""Dutch for lists of names and for dates, by the rules of CLDR; never by the locale of the machine."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

_NL = Locale("nl")


def opsomming(names: Sequence[str]) -> str:
    """Write names as a list: `Fryslân, Groningen en Drenthe`; an empty list is an empty text."""
    return format_list(list(names), locale=_NL) if names else ""


def datums(days: Iterable[datetime.date]) -> str:
    """Write several dates, each once and in order: `9, 10 en 11 september 2026`; no dates are an empty text."""
    ordered = sorted(set(days))
    written = []
    for day, after in zip_longest(ordered, ordered[1:]):
        same_month = after is not None and (after.year, after.month) == (day.year, day.month)
        same_year = after is not None and after.year == day.year
        form = "d" if same_month else "d MMMM" if same_year else "d MMMM y"
        written.append(format_date(day, form, locale=_NL))
    return opsomming(written)


def datum(day: datetime.date) -> str:
    """Write a date as letters do: `14 september 2026`."""
    return format_date(day, "d MMMM y", locale=_NL)
