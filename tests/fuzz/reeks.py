"""A series of seeds on the command line: `--van 4711 --aantal 1` tries one again. Every harness runs by this."""

from __future__ import annotations

import argparse
import resource
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def arguments(description: str | None) -> argparse.ArgumentParser:
    """Give what every harness takes; `description` is its docstring, of which the first line is shown."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0] if description else "")
    parser.add_argument("--van", type=int, default=0, help="first seed")
    parser.add_argument("--aantal", type=int, default=2000, help="number of cases")
    return parser


def run(check: Callable[[int], str], asked: argparse.Namespace, megabytes: float = float("inf")) -> int:
    """Run the cases asked for; `check` says what is wrong with a seed. Give 1 when one fails, or takes too much memory.

    `megabytes` is the most memory that the process may have used at the end.
    """
    failed, started = 0, time.monotonic()
    for seed in range(asked.van, asked.van + asked.aantal):
        if problem := check(seed):
            failed += 1
            print(f"seed {seed}: {problem}", flush=True)
    peak = peak_megabytes()
    print(f"{asked.aantal} cases, {failed} failed, {time.monotonic() - started:.0f} s, peak {peak} MB")
    return 1 if failed or peak > megabytes else 0


def peak_megabytes() -> int:
    """Give the most memory this process has used."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
