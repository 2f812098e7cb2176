"""The day on which a command is given: the one place that looks at a clock. No document depends on it."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Give today; the day of `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) when that is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()
