"""Who listens when a file is replaced: the journal of the deed that is going on, if any."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Recorder(Protocol):
    """Keeps what a file was, before it becomes another."""

    folder: Path

    def before(self, path: Path, old: bytes | None, new: bytes | None) -> None:
        """Keep both contents of a file (None: it is not there) that is about to be replaced. Raises OSError."""

    def refused(self, path: Path) -> None:
        """Forget the last of a file: it was not replaced after all."""


_listening = threading.local()


@contextmanager
def listening(recorder: Recorder) -> Iterator[None]:
    """Let a recorder hear of every file of its folder that this thread replaces while the block lasts."""
    earlier = getattr(_listening, "recorder", None)
    _listening.recorder = recorder
    try:
        yield
    finally:
        _listening.recorder = earlier


def recorder_in(folder: Path) -> Recorder | None:
    """Give the recorder that listens to a folder, already; None when none does."""
    recorder: Recorder | None = getattr(_listening, "recorder", None)
    return recorder if recorder is not None and recorder.folder == folder else None


def recorder_of(path: Path) -> Recorder | None:
    """Give the recorder that wants to hear of a file; `path` without links."""
    recorder: Recorder | None = getattr(_listening, "recorder", None)
    return recorder if recorder is not None and path.is_relative_to(recorder.folder) else None
