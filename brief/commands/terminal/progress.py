"""Say how far a long run is: a bar on the terminal, for work that takes over a second; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

_PATIENCE = 1.0


class Voortgang:
    """Counts the steps of a run. The bar appears at the first step after a second, and is gone at the end."""

    def __init__(self, steps: int) -> None:
        """Prepare for this many steps; the bar goes to stderr, when that is a terminal.

        It is drawn at each step, not by a thread of its own: beside another thread no process can be copied.
        """
        self._steps = steps
        self._done = 0
        self._start = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Voortgang:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away, whatever happened."""
        if self._bar is not None:
            self._bar.stop()

    def stap(self, name: str) -> None:
        """Begin the next step; `name` says in Dutch what is being done."""
        if self._bar is None and time.monotonic() - self._start > _PATIENCE and sys.stderr.isatty():
            self._show()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, description=name, refresh=True)
        self._done += 1

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._bar.start()
        self._task = self._bar.add_task("", total=self._steps)
