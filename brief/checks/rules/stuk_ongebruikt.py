"""Een stuk in kamerstukken.yaml wordt nergens genoemd.

Dat mag; het kan ook wijzen op een voetnoot die uit de brief is gevallen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.checks.gegevens import info
from brief.checks.verwijzingen import genoemde_sleutels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.checks.gegevens import Gegevens
    from brief.diagnostics import Diagnostic


def controleer(gegevens: Gegevens) -> Iterator[Diagnostic]:
    """Report every paper of the register that no text refers to."""
    used = genoemde_sleutels(gegevens)
    for key in gegevens.stukken:
        if key not in used and not gegevens.onvolledig:
            label = f"verwijs ernaar met [@{key}], of haal het stuk weg"
            yield info("BR410", f"naar {key} wordt nergens verwezen", gegevens.stukplaatsen.get(key), label)
