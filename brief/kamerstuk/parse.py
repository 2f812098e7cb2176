"""Read a text that is one reference and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.kamerstuk.grammar.reading import read
from brief.kamerstuk.sleutel import from_key

if TYPE_CHECKING:
    from brief.kamerstuk.model import Referentie


def parse(text: str) -> Referentie | None:
    """Give the one reference that a text is; None when it is none, more than one, or more than a reference.

    A full stop at the end does not count. What is too short to be found in running text is read here, because the whole
    text is meant: `36836 D`, `29435 267`.
    """
    text = text.strip().removesuffix(".").strip()
    return _whole(text) or from_key(text) or _whole(f"Kamerstuk {text}")


def _whole(text: str) -> Referentie | None:
    reading = read(text, 0) if text else None
    if reading is None or len(reading.found) != 1 or reading.end != len(text):
        return None
    return reading.found[0].referentie
