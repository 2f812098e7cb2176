"""Measure whole processes: wall time and peak memory, the contenders in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Commands = list[list[str]]


@dataclass
class Meting:
    """What was measured of one contender: seconds and MiB of each repetition."""

    seconds: list[float] = field(default_factory=list)
    mebibytes: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        return max(self.mebibytes)


def in_turn(
    contenders: Mapping[str, Callable[[Path], Commands]],
    repetitions: int,
    look: Callable[[str, Path], None] | None = None,
) -> dict[str, Meting]:
    """Run each contender in turn, `repetitions` times, in a fresh output folder each time.

    A contender gives the commands that make everything, run one after the other; their times are added up and the
    highest peak counts. `look` sees the output folder of the first repetition. A failing command raises.
    """
    found = {name: Meting() for name in contenders}
    for repetition in range(repetitions + 1):
        for name, commands in contenders.items():
            with tempfile.TemporaryDirectory(prefix="brief-bench-") as folder:
                costs = [_run(command) for command in commands(Path(folder))]
                if repetition == 0:
                    # The first run fills the caches of Python and of the disk and is not counted.
                    if look:
                        look(name, Path(folder))
                    continue
            found[name].seconds.append(sum(seconds for seconds, _ in costs))
            found[name].mebibytes.append(max(peak for _, peak in costs))
    return found


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Run a command and give its seconds and its peak memory in MiB.

    This process must stay small: Linux counts the parent's memory at the fork as the child's.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            output.seek(0)
            said = output.read().decode("utf-8", "replace")
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}:\n{said[-4000:]}")
    return seconds, usage.ru_maxrss / 1024
