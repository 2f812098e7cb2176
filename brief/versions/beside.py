"""Work that is done beside ours, on another core, where the system can copy a running process; after ours elsewhere.

What comes of it is the same either way: a copy that does not finish is as if it had never begun, and the work is done
here.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

T = TypeVar("T")

_SMALL = 300
"""Blocks that are made in less time than it takes to copy the process."""


class Beside(Generic[T]):
    """Work of which the result is asked for later; what it gives must be able to go from one process to another.

    `size` is that of the work, in blocks of a document: a small one is not worth a copy. Leaving
    the context ends a copy whose result nobody asked for.
    """

    def __init__(self, work: Callable[[], T], size: int) -> None:
        self._work, self._size = work, size
        self._copy: tuple[int, int] | None = None

    def __enter__(self) -> Beside[T]:
        """Begin."""
        if self._size > _SMALL and _may_copy():
            self._copy = _copied(self._work)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what is still going on."""
        if self._copy is not None:
            process, pipe = self._copy
            os.close(pipe)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)

    def result(self) -> T:
        """Wait for what came of it. Raises what the work raises."""
        if self._copy is None:
            return self._work()
        process, pipe = self._copy
        with open(pipe, "rb") as sent:
            data = sent.read()
        _, status = os.waitpid(process, 0)
        self._copy = None
        if status != 0:
            return self._work()
        found: T = pickle.loads(data)  # noqa: S301 - written by our own copy
        return found


def _may_copy() -> bool:
    """Tell whether a copy of this process would gain something and can do no harm: a second core, a single thread."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _copied(work: Callable[[], object]) -> tuple[int, int] | None:
    """Start a copy of this process that does the work; give its number and where its result can be read."""
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:  # no room for another process
        os.close(reading)
        os.close(writing)
        return None
    if process:
        os.close(writing)
        return process, reading
    try:
        with open(writing, "wb") as back:
            pickle.dump(work(), back, pickle.HIGHEST_PROTOCOL)
    except BaseException:  # whatever it is, the one who asked does the work anew and meets it there
        os._exit(1)
    os._exit(0)
