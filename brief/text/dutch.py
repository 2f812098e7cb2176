"""Dutch for lists of names and for dates, by the rules of CLDR; never by the locale of the machine."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from babel import Locale

FIXED_SPACE = "\u00a0"
"""Stands where a line break would hurt."""


def opsomming(names: Sequence[str]) -> str:
    """Write names as a list: `Fryslân, Groningen en Drenthe`; empty names fall out, an empty list is an empty text."""
    from babel.lists import format_list

    written = [name for name in names if name]
    return format_list(written, locale=_dutch()) if written else ""


def eerste(names: Sequence[str], most: int) -> str:
    """Write the first names, and how many more there are: `n-2.3-1, n-2.3-2 en nog 12`."""
    more = f" en nog {len(names) - most}" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def datums(days: Iterable[datetime.date]) -> str:
    """Write several dates, each once and in order: `9, 10 en 11 september 2026`; no dates are an empty text."""
    ordered = sorted(set(days))
    written = []
    for day, after in zip_longest(ordered, ordered[1:]):
        same_month = after is not None and (after.year, after.month) == (day.year, day.month)
        same_year = after is not None and after.year == day.year
        written.append(_written(day, "d" if same_month else "d MMMM" if same_year else "d MMMM y"))
    return opsomming(written)


def datum(day: datetime.date, space: str = " ") -> str:
    """Write a date as letters do: `14 september 2026`; `space` stands between day and month."""
    return _written(day, "d MMMM y").replace(" ", space, 1)


def _written(day: datetime.date, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=_dutch())


@cache
def _dutch() -> Locale:
    """Give the rules for Dutch; babel is loaded only when something is written with them."""
    from babel import Locale

    return Locale("nl")
