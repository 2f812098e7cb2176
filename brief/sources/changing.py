"""Change a round: one at a time, from reading to writing, with what stopped runs left behind taken away first."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from brief.disk.files import clear_unfinished
from brief.disk.locks import clear_lock, holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brief.diagnostics import Diagnostic

_WRITTEN = ("afspraken", "afspraken/.gelezen")
"""The folders of a round, besides itself, in which files are written."""


@contextmanager
def changing(ronde: Path) -> Iterator[tuple[Diagnostic, ...]]:
    """Hold a round for as long as the block lasts; with a finding another is at work, and nothing may be written."""
    with holding(ronde) as busy:
        if not busy:
            clear_unfinished(ronde)
            for folder in (ronde / name for name in _WRITTEN):
                clear_lock(folder)
                clear_unfinished(folder)
        yield busy
