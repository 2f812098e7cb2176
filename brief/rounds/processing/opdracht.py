"""What is asked of the processing of files that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.rounds.processing.settling import Keuzes

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path


class Opdracht(Struct, frozen=True):
    """What is asked: the files, whose they are when they do not say so, and what was decided beforehand.

    `datum` and `reden` are those of the besluiten, instead of what the files say. `uit` is the folder of the versions.
    """

    bestanden: Sequence[Path]
    beoordelaar: str = ""
    keuzes: Keuzes = field(default_factory=Keuzes)
    datum: datetime.date | None = None
    reden: str = ""
    proef: bool = False
    uit: Path | None = None
