"""Change a round: one at a time, from reading to writing, with what stopped runs left behind taken away first."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from brief.disk.files import clear_unfinished
from brief.disk.journal import JOURNAL_FOLDERS, recording
from brief.disk.locks import clear_lock, holding
from brief.sources.names import AFSPRAKEN
from brief.sources.schema import MAP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brief.diagnostics import Diagnostic

_WRITTEN = (AFSPRAKEN, f"{AFSPRAKEN}/.gelezen", MAP, *JOURNAL_FOLDERS)
"""The folders of a round, besides itself, in which files are written."""


@contextmanager
def changing(
    ronde: Path, daad: str = "een wijziging", *, takes_back: int | None = None
) -> Iterator[tuple[Diagnostic, ...]]:
    """Hold a round for as long as the block lasts; with a finding another is at work, and nothing may be written.

    What is written is kept as one deed, called `daad`, that `brief terugdraaien` can take back; `takes_back` is the
    number of the deed that this one takes back itself.
    """
    with holding(ronde) as busy:
        if not busy:
            clear_unfinished(ronde)
            for folder in (ronde / name for name in _WRITTEN):
                clear_lock(folder)
                clear_unfinished(folder)
        with recording(ronde, daad, takes_back=takes_back):
            yield busy
