"""The reasons of a proposal as they stand in a file: for each proposed value the words that led to it.

    water: 'zoetwater' in de titel (0,89); utrecht: 'provincie Utrecht' in de tekst (0,95)

A person may have written a reason in words of his own: that is then the reason of every value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN = "; "
_SPLIT = re.compile(r";[ \n]|\n")
_ENTRY = re.compile(r"(?P<sleutel>[a-z0-9][a-z0-9-]*): (?P<woorden>.+)", re.DOTALL)
_CERTAINTY = re.compile(r"(?<!\s)\s*\((?P<getal>[01][,.]\d+)\)$")


class Reden(Struct, frozen=True):
    """Why a value was proposed; `zekerheid` is the chance that it is right, from 0 to 1, None when nobody knows."""

    woorden: str
    zekerheid: float | None = None

    def __str__(self) -> str:
        """Say it as it stands in a file: `'netcongestie' in de tekst (0,83)`."""
        if self.zekerheid is None:
            return self.woorden
        return f"{self.woorden} ({zekerheid_tekst(self.zekerheid)})"


def zekerheid_tekst(zekerheid: float) -> str:
    """Write a certainty as people read it: `0,83`."""
    return f"{zekerheid:.2f}".replace(".", ",")


def schrijf_redenen(redenen: Iterable[tuple[str, Reden]]) -> str:
    """Write reasons by the value that they are of, in their order."""
    return _BETWEEN.join(f"{sleutel}: {reden}" for sleutel, reden in redenen)


def lees_redenen(tekst: str, sleutels: Iterable[str]) -> list[Reden]:
    """Give the reason of each of the values, in their order; a value may occur twice, as a province and as an area.

    When both stand in `tekst` the first is that of the first; one is that of both.
    """
    entries: dict[str, list[Reden]] = {}
    for part in _SPLIT.split(tekst.strip()):
        if match := _ENTRY.fullmatch(part.strip()):
            entries.setdefault(match["sleutel"], []).append(_reden(match["woorden"]))
    whole = _reden(tekst.strip())
    result = []
    for sleutel in sleutels:
        own = entries.get(sleutel)
        result.append(whole if own is None else own.pop(0) if len(own) > 1 else own[0])
    return result


def _reden(tekst: str) -> Reden:
    match = _CERTAINTY.search(tekst)
    if match is None:
        return Reden(tekst)
    return Reden(tekst[: match.start()], float(match["getal"].replace(",", ".")))
