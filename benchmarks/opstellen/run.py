"""`brief opstellen` against pandoc and against the same libraries used plainly; see benchmarks/README.md.

usage: run.py [--snel]
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from benchmarks.opstellen.meten import Meting, in_turn  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchmarks.opstellen.meten import Commands

BRIEF = str(Path(sys.executable).with_name("brief"))
HERE = Path(__file__).parent
SIZES = {400: 7, 1000: 5, 3000: 3, 10000: 3}
PLAIN_UP_TO = 1000
"""The plain way takes too long beyond this, and has no goal there."""


def main() -> None:
    """Measure, print the tables, and write `benchmarks/uitkomst/opstellen.json`."""
    quick = "--snel" in sys.argv
    sizes = {400: 1, 1000: 1} if quick else SIZES
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as folder:
        work = Path(folder)
        _prepare(work, sizes)
        metingen = {size: _measure(work, size, repetitions) for size, repetitions in sizes.items()}
    start = _start_up(3 if quick else 15)
    goals = _goals(metingen, start)
    _print_ratios(goals)
    _write(metingen, start, goals)


def _prepare(work: Path, sizes: Mapping[int, int]) -> None:
    """Make the rounds in a process of its own, so that this one stays small."""
    script = (
        "import sys; from pathlib import Path; from benchmarks.opstellen import inhoud, markdown, ronde, sjabloon\n"
        "work = Path(sys.argv[1]); sjabloon.write_templates(work / 'sjablonen')\n"
        "for size in map(int, sys.argv[2:]):\n"
        "    made = inhoud.inhoud(size); ronde.write_round(made, work / f'ronde-{size}')\n"
        "    markdown.write_markdown(made, work / f'markdown-{size}')\n"
    )
    subprocess.run([sys.executable, "-c", script, work, *map(str, sizes)], check=True, env=_environment())
    # as every installed program has it; where Python may not write, it would be made again at each start
    subprocess.run([sys.executable, "-m", "compileall", "-q", PROJECT / "brief"], check=True)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT)}


def _contenders(work: Path, size: int) -> dict[str, Callable[[Path], Commands]]:
    pandoc = _pandoc()
    source, markdown = work / f"ronde-{size}", work / f"markdown-{size}"

    def with_brief(out: Path) -> Commands:
        return [[BRIEF, "opstellen", str(source), "--uit", str(out / "uit")]]

    def with_pandoc(out: Path) -> Commands:
        return [
            [pandoc, str(markdown / f"{name}.md"), *extra, "-o", str(out / f"{name}.docx")]
            for name, extra in (("kamerbrief", ["--standalone"]), ("afsprakenlijst", ["--standalone", "--toc"]))
        ]

    def plainly(out: Path) -> Commands:
        return [[sys.executable, str(HERE / "gewoon.py"), str(source), str(work / "sjablonen"), str(out / "uit")]]

    found: dict[str, Callable[[Path], Commands]] = {"brief": with_brief, "pandoc": with_pandoc}
    return {**found, "gewoon": plainly} if size <= PLAIN_UP_TO else found


def _pandoc() -> str:
    asked = subprocess.run(
        [sys.executable, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"],
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout.strip()


def _measure(work: Path, size: int, repetitions: int) -> dict[str, Meting]:
    print(f"\n{size:,} afspraken, median of {repetitions}")
    print(f"{'':10}{'seconds':>10}{'MiB':>8}{'ratio':>8}   what the documents hold")
    held: dict[str, str] = {}
    found = in_turn(_contenders(work, size), repetitions, lambda name, out: held.update({name: _held(out)}))
    for name, meting in found.items():
        ratio = meting.median / found["brief"].median
        print(f"{name:10}{meting.median:10.2f}{meting.peak:8.0f}{ratio:8.2f}   {held[name]}", flush=True)
    return found


def _held(out: Path) -> str:
    """Count words, notes and table rows in the documents of one contender."""
    words = notes = rows = 0
    documents = sorted(out.rglob("*.docx"))
    if len(documents) != 2:
        raise SystemExit(f"expected two documents, found {documents}")
    for document in documents:
        with zipfile.ZipFile(document) as package:
            xml = package.read("word/document.xml").decode("utf-8")
        words += len(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", " ", xml)).split())
        notes += len(re.findall(r"<w:footnoteReference\b", xml))
        rows += len(re.findall(r"<w:tr[ >]", xml))
    return f"{words:,} words, {notes} notes, {rows} table rows"


def _start_up(repetitions: int) -> dict[str, Meting]:
    return in_turn(
        {
            "brief --version": lambda _: [[BRIEF, "--version"]],
            "import click": lambda _: [[sys.executable, "-c", "import click"]],
        },
        repetitions,
    )


def _goals(metingen: Mapping[int, Mapping[str, Meting]], start: Mapping[str, Meting]) -> list[dict[str, object]]:
    """Set what was measured beside what is asked; a goal of a size that did not run is left out."""
    rows = [
        _goal("brief --version / import click", start["brief --version"].median / start["import click"].median, 1.5)
    ]
    at_400 = {name: meting.median for name, meting in metingen[400].items()}
    rows.append(_goal("400: brief / pandoc", at_400["brief"] / at_400["pandoc"], 0.55))
    rows.append(_goal("400: brief / the plain way", at_400["brief"] / at_400["gewoon"], 0.6))
    if 10000 in metingen:
        large = metingen[10000]
        rows.append(_goal("10,000: brief / pandoc", large["brief"].median / large["pandoc"].median, 0.25))
        for what, growth in _growth({size: found["brief"] for size, found in metingen.items()}).items():
            rows.append(_goal(f"{what} of an afspraak, 3,000 to 10,000 / 1,000 to 3,000", growth, 1.25))
    return rows


def _goal(what: str, ratio: float, at_most: float) -> dict[str, object]:
    return {"what": what, "ratio": round(ratio, 3), "at_most": at_most, "met": ratio <= at_most}


def _growth(brief: Mapping[int, Meting]) -> dict[str, float]:
    """Give what an extra afspraak costs among many, as a ratio of what it costs among few: 1 is linear."""
    low, middle, high = brief[1000], brief[3000], brief[10000]
    return {
        "time": ((high.median - middle.median) / 7) / ((middle.median - low.median) / 2),
        "memory": ((high.peak - middle.peak) / 7) / ((middle.peak - low.peak) / 2),
    }


def _print_ratios(goals: list[dict[str, object]]) -> None:
    print(f"\n{'':58}{'ratio':>8}{'goal':>8}")
    for goal in goals:
        verdict = "met" if goal["met"] else "NOT MET"
        print(f"{goal['what']!s:58}{goal['ratio']!s:>8}{'<= ' + str(goal['at_most']):>8}  {verdict}")


def _write(
    metingen: Mapping[int, Mapping[str, Meting]], start: Mapping[str, Meting], goals: list[dict[str, object]]
) -> None:
    target = PROJECT / "benchmarks/uitkomst/opstellen.json"
    target.parent.mkdir(exist_ok=True)
    measured = {str(size): {name: vars(meting) for name, meting in found.items()} for size, found in metingen.items()}
    facts = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    outcome = {"facts": facts, "sizes": measured, "start": {n: vars(m) for n, m in start.items()}, "goals": goals}
    target.write_text(json.dumps(outcome, indent=1) + "\n", "utf-8")
    print(f"\n{target.relative_to(PROJECT)}")


if __name__ == "__main__":
    main()
