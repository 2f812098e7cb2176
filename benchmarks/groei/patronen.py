"""Look for patterns that take the square of a long run of one sign: each pattern of the package, as the code calls it.

    python benchmarks/groei/patronen.py                # every pattern
    python benchmarks/groei/patronen.py --deel text    # only those of modules with these characters in their name

A pattern that begins with what may be long (`\\s*`, `[a-z]+`) and is looked for anywhere begins anew at each place of
the run. What is printed is for a person to judge: of a text that is never long nothing is wrong.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (2_000, 4_000)
LEAST_SECONDS = 0.01
MOST = 2.8
"""How much twice the run may cost: more is worse than linear, with room for what comes and goes on a machine."""
LIMIT = 2.0
RUNS = (
    *"aA1 \t\n-.*_([<|'\"“^~`{=:/\u00a0\u200b",
    *("a ", "1 ", "a-", "1-", "1.", "a,", "1, ", "a\n", " \n", "| a ", "(a ", "[a ", "<a ", "a/", "a.b"),
    *("nr. ", "nr. 1, ", "Kamerstuk ", "en ", "29 435, ", "2023-2024 ", "wet ", "A. ", "de heer ", "motie-", "€ 1."),
)
_ANYWHERE = {"search", "finditer", "findall", "sub", "split", "subn"}


class _TooLongError(Exception):
    """The time for one run is over."""


def main() -> int:
    """Print a line for each pattern that grows faster than a run, with the worst run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--deel", default="", help="only modules with these characters in their name")
    chosen = parser.parse_args().deel
    signal.signal(signal.SIGPROF, _stop)
    source = "\n".join(path.read_text("utf-8") for path in Path(brief.__path__[0]).rglob("*.py"))
    for module, name, pattern in _patterns():
        if chosen in module:
            calls = set(re.findall(rf"\b{re.escape(name)}\.(\w+)\(", source))
            worst = max((_costs(_call(pattern, calls), run) for run in RUNS), default=(0.0, 0.0, ""))
            if worst[0]:
                print(f"{module} {name}: {worst[2]!r} {worst[1]:.3f} s, twice as much {worst[0]:.3f} s", flush=True)
    return 0


def _patterns() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Give the patterns that are compiled when their module is read, or at their first use, with their names."""
    for found in pkgutil.walk_packages(brief.__path__, "brief."):
        if found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            kind = type(value)
            if kind.__module__ == "brief.text.later":
                yield found.name, name, re.compile(value.pattern, value._flags)
            elif kind is re.Pattern and isinstance(value.pattern, str):
                yield found.name, name, value


def _call(pattern: re.Pattern[str], calls: set[str]) -> Callable[[str], Any]:
    if not calls or calls & _ANYWHERE:
        return lambda text: list(pattern.finditer(text))
    return pattern.match if "match" in calls else pattern.fullmatch


def _costs(call: Callable[[str], Any], run: str) -> tuple[float, float, str]:
    """Give the seconds at twice a run and at the run, when that grows too fast; else zeros."""
    short, long = ((run * size)[:size] + "\x01" for size in SIZES)
    first, second = _seconds(call, short), _seconds(call, long)
    if second > LEAST_SECONDS and second > MOST * first:
        second = min(second, _seconds(call, long))  # not what else went on for a moment
    is_square = second > LEAST_SECONDS and second > MOST * first
    return (second, first, run) if is_square else (0.0, 0.0, "")


def _seconds(call: Callable[[str], Any], text: str) -> float:
    begin = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        call(text)
    except _TooLongError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begin


def _stop(*_: object) -> None:
    raise _TooLongError


if __name__ == "__main__":
    sys.exit(main())
