"""Compare two versions of 10,000 afspraken from their data, beside the time it takes to read both.

    python benchmarks/vergelijken/gegevens.py

A tenth is changed: words, moves, texts that go and come. The aim is under three times the time to read both.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from brief.compare.changes import vergelijk  # noqa: E402
from brief.compare.content import inhoud_of  # noqa: E402
from compare.vergelijkset import zin  # noqa: E402

SIZES = (1_000, 10_000)
ROUNDS = 5


def said(texts: list[tuple[str, str]]) -> str:
    """Give what a version with these afspraken says, as `inhoud.json` has it; a text without an id is a heading."""
    blocks: list[dict[str, Any]] = []
    for identity, text in texts:
        both = {"tekst": text, "plat": text}
        if identity:
            blocks.append(
                {"soort": "lijstitem", "rol": "afspraak", "niveau": 0, "teken": "-", "afspraak": identity, **both}
            )
        else:
            blocks.append({"soort": "kop", "rol": "onderwerp", "niveau": 3, **both})
    known = {identity: KNOWN for identity, _ in texts if identity}
    document = {"naam": "afsprakenlijst", "titel": "Lijst", "velden": {"datum": "14 september 2026"}, "blokken": blocks}
    return json.dumps({"versie": 1, "documenten": [document], "afspraken": known})


KNOWN = {
    "landsdeel": "noord",
    "agendapunt": "2.1 Zoet water",
    "status": "vastgesteld",
    "themas": ["water"],
    "provincies": ["drenthe"],
    "gebieden": [],
    "kamerstukken": [],
}


def pair(size: int) -> tuple[str, str]:
    """Give two versions, a tenth changed."""
    chance = random.Random(size)
    old: list[tuple[str, str]] = []
    for number in range(size):
        if number % 20 == 0:
            old.append(("", f"Onderwerp {number // 20}"))
        old.append((f"n-{number // 50}.{number % 50}-1", zin(number)))
    new: list[tuple[str, str]] = []
    for identity, text in old:
        kind = chance.random() if identity else 1.0
        if kind < 0.06:
            new.append((identity, text.replace("samen", "voortaan samen")))
        elif kind < 0.08:
            new.append((f"{identity}-b", zin(size + len(new))))
        elif kind < 0.10:
            new.insert(chance.randrange(1, len(new) + 1), (identity, text))
        else:
            new.append((identity, text))
    return said(old), said(new)


def main() -> None:
    """Measure, and print the seconds and the ratio."""
    result = {}
    for size in SIZES:
        texts = pair(size)
        reading, comparing = [], []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            sides = [inhoud_of(name, json.loads(text)) for name, text in zip(("v01", "v02"), texts, strict=True)]
            read = time.perf_counter()
            found = vergelijk(*sides)
            reading.append(read - started)
            comparing.append(time.perf_counter() - read)
        one, other = statistics.median(reading), statistics.median(comparing)
        result[size] = {"lezen": round(one, 3), "vergelijken": round(other, 3), "maal": round(other / one, 2)}
        print(
            f"{size:6} afspraken, {len(found.wijzigingen)} wijzigingen: "
            f"lezen {one:.3f} s, vergelijken {other:.3f} s, {other / one:.2f} x"
        )
    target = PROJECT / "benchmarks" / "uitkomst" / "vergelijken-gegevens.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(result, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
