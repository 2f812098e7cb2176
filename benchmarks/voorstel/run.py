"""Precision and recall of the proposed themes, provinces and areas, on both halves of the labelled set and on another.

Below stands the calibration: for each stated certainty the part of the proposals that is right.

usage: run.py [--toets] [--stil]

Mistakes are listed for the half that may be learnt from; `--toets` lists those of the other half too, for whoever
reports on the figures and changes nothing. `--stil` lists none. See tests/corpus/voorstel/README.md.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from dossier.voorstelset import HELFTEN, Gelabeld, Telling, andere_hand, gelabeld, ijking, tel  # noqa: E402

RESULT = PROJECT / "benchmarks" / "uitkomst" / "voorstel.json"


def main() -> None:
    """Measure, print the figures and what changed since the last run, and write `benchmarks/uitkomst/voorstel.json`."""
    last = json.loads(RESULT.read_text("utf-8")) if RESULT.exists() else {}
    result: dict[str, Any] = {}
    sets = {helft: gelabeld(helft) for helft in HELFTEN} | {"andere hand": andere_hand()}
    for helft, afspraken in sets.items():
        scores = tel(afspraken)
        result[helft] = {maat: as_json(score) for maat, score in scores.items()}
        print_scores(helft, len(afspraken), scores, last.get(helft, {}))
        if "--stil" not in sys.argv and (helft == "ontwikkel" or "--toets" in sys.argv):
            print_mistakes(scores, {each.regel: each for each in afspraken})
    found = ijking(each for afspraken in sets.values() for each in afspraken)
    print("\ncertainty   right  of all   measured")
    for stated, (right, count) in found.items():
        print(f"{stated:.1f} – {stated + 0.1:.1f}{right:>8}{count:>8}{right / count:>11.3f}")
    result["ijking"] = {str(stated): counts for stated, counts in found.items()}
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


def as_json(score: Telling) -> dict[str, Any]:
    """Give one measure as data."""
    figures = {"precision": round(score.precision, 4), "recall": round(score.recall, 4)}
    return figures | {"goed": score.goed, "onterecht": score.onterecht, "gemist": score.gemist}


def print_scores(helft: str, count: int, scores: dict[str, Telling], last: dict[str, Any]) -> None:
    """Print a line for each measure, with the gains and losses since the last run by line number."""
    print(f"\n{helft}: {count} afspraken")
    print(f"{'':14}{'precision':>10}{'recall':>8}{'right':>7}{'wrong':>7}{'missed':>8}")
    for maat, score in scores.items():
        counts = f"{len(score.goed):>7}{len(score.onterecht):>7}{len(score.gemist):>8}"
        print(f"{maat:14}{score.precision:>10.3f}{score.recall:>8.3f}{counts}{_change(score, last.get(maat))}")


def _change(score: Telling, last: dict[str, Any] | None) -> str:
    if last is None:
        return ""
    before = {kind: {tuple(each) for each in last[kind]} for kind in ("goed", "onterecht")}
    changes = {
        "gained": set(score.goed) - before["goed"],
        "lost": before["goed"] - set(score.goed),
        "newly wrong": set(score.onterecht) - before["onterecht"],
        "no longer wrong": before["onterecht"] - set(score.onterecht),
    }
    said = [f"{what} {len(which)} (line {_lines(which)})" for what, which in changes.items() if which]
    return "   " + ("; ".join(said) or "as before")


def _lines(which: set[tuple[int, str]]) -> str:
    return ", ".join(str(regel) for regel in sorted({regel for regel, _ in which}))


def print_mistakes(scores: dict[str, Telling], afspraken: dict[int, Gelabeld]) -> None:
    """List what was proposed wrongly, then what was missed, with the words that led to it."""
    for maat, score in scores.items():
        for kind, found in (("wrong", score.onterecht), ("missed", score.gemist)):
            for regel, key in found:
                each = afspraken[regel]
                print(f"  {maat}, {kind}: {key}  line {regel}: {each.agendapunt} | {each.tekst[:90]!r}")
                print(f"      {each.voorstel().reden or 'no proposal'}")


if __name__ == "__main__":
    main()
