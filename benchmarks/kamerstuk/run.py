"""Precision, recall and speed of finding references, beside nllegalcit on the same corpus; see benchmarks/README.md.

usage: run.py [--snel]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from benchmarks.kamerstuk import andere, goedheid, snelheid  # noqa: E402

RESULT = PROJECT / "benchmarks" / "uitkomst" / "kamerstuk.json"


def main() -> None:
    """Measure, print what changed since the last run, and write `benchmarks/uitkomst/kamerstuk.json`."""
    quick = "--snel" in sys.argv
    last = json.loads(RESULT.read_text("utf-8")) if RESULT.exists() else {}
    scores = goedheid.measure()
    goedheid.print_scores(scores, last.get("goedheid"))
    readers = goedheid.measure_readers()
    goedheid.print_readers(readers)
    goedheid.print_papers(goedheid.measure_papers())
    other = None if quick else andere.measure()
    andere.print_comparison(scores, other)
    speed = snelheid.measure(megabytes=2 if quick else 10)
    snelheid.print_speed(speed)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    result = {
        "goedheid": goedheid.as_json(scores),
        "lezers": {name: goedheid.as_json(each) for name, each in readers.items()},
        "lezers_vooraf": {name: str(first) for name, first in goedheid.EERST.items()} | goedheid.VOORAF,
        "nllegalcit": other,
        "snelheid": speed,
    }
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
