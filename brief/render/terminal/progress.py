"""The progress of an earlier round, in lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brief.domain import LANDSDELEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.rounds.progress import Overzicht

_WORDS = 70


def progress_lines(overzicht: Overzicht) -> Iterator[str]:
    """Give a line for each afspraak by landsdeel, and the sum."""
    for key, landsdeel in LANDSDELEN.items():
        own = [each for each in overzicht.regels if each.landsdeel == key]
        if own:
            yield f"Landsdeel {landsdeel.naam}"
        for each in own:
            follow = f" → {', '.join(each.vervolg)}" if each.vervolg else ""
            words = each.tekst if len(each.tekst) <= _WORDS else f"{each.tekst[: _WORDS - 1]}…"
            yield f"  {each.id:<12} {each.stand}{follow}: {words}"
    counts = Counter(each.stand for each in overzicht.regels)
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    yield f"{len(overzicht.regels)} afspraken van {overzicht.sinds}: {said or 'geen'}"
    if counts.get("nog in te vullen"):
        yield "Verder: zet bij een afspraak die erop volgt vervolg_op: " + f"{overzicht.sinds}/ID"
