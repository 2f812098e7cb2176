"""Een naam met een komma is in stukken gelezen.

In `[de minister van Landbouw, Visserij, Voedselzekerheid en Natuur]` begint bij elke komma een nieuwe naam. Een naam
bij `mede_namens` begint met een kleine letter, een bijlage niet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.checks.gegevens import waarschuwing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic

_OFFICE = re.compile(r"minister|staatssecretaris", re.IGNORECASE)


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report an item that is hardly one of its own."""
    brief = gegevens.ronde.brief
    parts = [n for n, each in enumerate(brief.mede_namens) if each[:1].isupper() and not _OFFICE.search(each)]
    yield from _split(gegevens, "mede_namens", brief.mede_namens, parts)
    parts = [n for n, each in enumerate(brief.bijlagen) if each[:1].islower()]
    yield from _split(gegevens, "bijlagen", brief.bijlagen, parts)


def _split(gegevens: Gegevens, veld: str, items: Sequence[str], parts: Sequence[int]) -> Iterator[Diagnostic]:
    for number in parts:
        if not number:
            continue
        message = f"'{items[number]}' staat als los punt in '{veld}'; hoort het bij '{items[number - 1]}'?"
        label = f'zet een waarde met een komma tussen aanhalingstekens: "{items[number - 1]}, {items[number]}"'
        yield waarschuwing("BR337", message, gegevens.ronde_plaats(f"brief.{veld}"), label)
