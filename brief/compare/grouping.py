"""Changes by whom they concern: the letter, the whole country, or a landsdeel; and what asks consent anew."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.compare.model import Wijziging

LETTER, GENERAL = "Kamerbrief", "Landelijk en algemeen"
GROUPS = (LETTER, GENERAL, *(f"Landsdeel {each.naam}" for each in LANDSDELEN.values()))
"""The groups in the order in which a reader is told them."""


def group_of(change: Wijziging) -> str:
    """Name the group of a change."""
    if change.document == "kamerbrief":
        return LETTER
    landsdeel = change.kenmerken.landsdeel
    return f"Landsdeel {LANDSDELEN[landsdeel].naam}" if landsdeel in LANDSDELEN else GENERAL


def grouped(changes: Iterable[Wijziging]) -> dict[str, list[Wijziging]]:
    """Give the changes by group, the groups in order, those without changes left out."""
    found: dict[str, list[Wijziging]] = defaultdict(list)
    for each in changes:
        found[group_of(each)].append(each)
    return {name: found[name] for name in GROUPS if name in found}


def asks_consent(change: Wijziging) -> bool:
    """Tell whether what the parties agreed to is another text now, so that they must agree to it anew."""
    return change.onderdeel == "afspraak" and change.veld == "tekst" and change.oud != change.nieuw
