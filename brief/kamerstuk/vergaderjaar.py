"""The parliamentary year: it starts on the third Tuesday of September (Grondwet art. 65)."""

from __future__ import annotations

import datetime
import re

_TUESDAY = 1
_FORM = re.compile(r"([0-9]{4})-([0-9]{4})")


def prinsjesdag(year: int) -> datetime.date:
    """Give the third Tuesday of September of a year: 2026 → 15 September 2026.

    An act may set an earlier day (art. 65, second sentence); such a year is not known here.
    """
    first = datetime.date(year, 9, 1)
    return first + datetime.timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)


def vergaderjaar(date: datetime.date) -> str:
    """Give the vergaderjaar that a date falls in, as `2025-2026`; it changes on Prinsjesdag itself."""
    start = date.year if date >= prinsjesdag(date.year) else date.year - 1
    return f"{start:04}-{start + 1:04}"


def is_vergaderjaar(text: str) -> bool:
    """Tell whether a text is a vergaderjaar in the form `2023-2024`, of two consecutive years."""
    match = _FORM.fullmatch(text)
    return match is not None and int(match[2]) == int(match[1]) + 1
