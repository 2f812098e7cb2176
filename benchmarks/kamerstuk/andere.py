"""The same corpus read by nllegalcit 0.0.4, in an environment of its own.

It is asked for less than brief is: only which paper (dossier with its part, and number), not place, Kamer or pages. So
the comparison favours it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from brief.kamerstuk import find
from kamerstuk.kamerstukcorpus import Geval, cases, near_misses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.kamerstuk.goedheid import Telling

_HERE = Path(__file__).parent
_ENVIRONMENT = _HERE.parent / "uitkomst" / "nllegalcit"
_PACKAGE = "nllegalcit==0.0.4"
Papers = list[list[str]]
Score = dict[str, float]


def measure() -> dict[str, dict[str, Score]] | None:
    """Score both by class; None when nllegalcit cannot be installed here."""
    python = _environment()
    if python is None:
        return None
    all_cases = (*cases(), *near_misses())
    texts = json.dumps([case.tekst for case in all_cases])
    script = str(_HERE / "lees_nllegalcit.py")
    done = subprocess.run([python, script], input=texts, capture_output=True, text=True, check=True)
    theirs: list[Papers] = json.loads(done.stdout.splitlines()[-1])
    ours = [
        [_paper(each.referentie.volledig_dossier, each.referentie.nummer) for each in find(case.tekst).verwijzingen]
        for case in all_cases
    ]
    return {"nllegalcit": _scores(all_cases, theirs), "brief": _scores(all_cases, ours)}


def _environment() -> Path | None:
    python = _ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(_ENVIRONMENT, with_pip=True)
    installed = subprocess.run(
        [python, "-m", "pip", "install", "-q", _PACKAGE], capture_output=True, text=True, check=False
    )
    if installed.returncode != 0:
        print(f"nllegalcit cannot be installed here: {installed.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    return python


def _paper(dossier: str, number: str | None) -> list[str]:
    return [dossier, number or ""]


def _wanted(case: Geval) -> Papers:
    papers = []
    for each in case.verwacht:
        named = dict(each.delen)
        dossier = "-".join(part for part in (named.get("dossier"), named.get("toevoeging")) if part)
        papers.append(_paper(dossier, named.get("nummer")))
    return papers


def _scores(all_cases: tuple[Geval, ...], found: list[Papers]) -> dict[str, Score]:
    counts: dict[str, list[int]] = {}
    for case, papers in zip(all_cases, found, strict=True):
        wanted, left, good = _wanted(case), list(papers), 0
        for paper in wanted:
            if paper in left:
                left.remove(paper)
                good += 1
        name = case.klasse if case.verwacht else f"geen: {case.klasse}"
        count = counts.setdefault(name, [0, 0, 0])
        count[0] += good
        count[1] += len(wanted) - good
        count[2] += len(left)
    return {
        name: {"recall": good / (good + missed) if good + missed else 1.0, "onterecht": wrong}
        for name, (good, missed, wrong) in counts.items()
    }


def print_comparison(scores: Mapping[str, Telling], other: dict[str, dict[str, Score]] | None) -> None:
    """Print recall and wrong findings by class, side by side."""
    if other is None:
        print("not compared with nllegalcit")
        return
    print(f"\n{'class of form':<22}{'references':>11}{'brief':>9}{'wrong':>7}{'nllegalcit':>12}{'wrong':>7}")
    behind = []
    for name, score in scores.items():
        ours, theirs = other["brief"][name], other["nllegalcit"][name]
        count = score.goed + len(score.gemist)
        print(
            f"{name:<22}{count:>11}{ours['recall']:>9.3f}{ours['onterecht']:>7.0f}{theirs['recall']:>12.3f}{theirs['onterecht']:>7.0f}"
        )
        if (ours["recall"], -ours["onterecht"]) < (theirs["recall"], -theirs["onterecht"]):
            behind.append(name)
    print("behind nllegalcit in: " + (", ".join(behind) or "no class"))
