"""Under which names the documents go to the Kamer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_LONGEST = 120


def letter_name(betreft: str) -> str:
    """Give the name of the letter, without ending: `Kamerbrief Uitkomsten BO's Leefomgeving 2026`."""
    return fit(f"Kamerbrief {betreft}")


def annex_name(number: int, title: str) -> str:
    """Give the name of an annex, without ending: `Bijlage 1 Afsprakenlijst …`."""
    return fit(f"Bijlage {number} {title}")


def fit(name: str) -> str:
    """Make a name that every system takes, and that says the same."""
    plain = _UNFIT.sub("-", name.replace("’", "'").replace("‘", "'"))
    return " ".join(plain.split())[:_LONGEST].rstrip(" .")


def annex_number(annexes: Sequence[str], word: str) -> int:
    """Give the number of the first annex with this word in its title; one more than there are when none has."""
    return next((number for number, title in enumerate(annexes, 1) if word in title.lower()), len(annexes) + 1)
