"""Compare two Word files of 50, 200 and 1,000 paragraphs, a tenth changed, beside docx-scalpel: whole processes.

    python benchmarks/vergelijken/run.py [PYTHON]

PYTHON is the Python of an environment with docx-scalpel, which is 148 MB and no part of ours; without it only our own
figures are given. The two take turns, so that a busy moment of the machine hits both.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from benchmarks.lezen.woorddossier import WORDS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (50, 200, 1000, 4000)
ROUNDS = 5
OURS = """from brief.word.revisions import compare
made = compare(old, new, author='A', date='2026-09-14T09:00:00Z')
assert made.data, made.diagnostics"""
THEIRS = """import docx_scalpel
assert docx_scalpel.docx_diff_compare(old, new)"""
FRAME = """import sys
sys.path.insert(0, {project!r})
old, new = (open(path, 'rb').read() for path in {paths!r})
{program}
print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"""


def paragraphs(count: int, chance: random.Random) -> list[str]:
    """Make the old text."""
    return [" ".join(chance.choices(WORDS, k=chance.randint(15, 60))) + f" {number}." for number in range(count)]


def edited(texts: list[str], chance: random.Random) -> Iterator[str]:
    """Change a tenth: mostly a word, sometimes a paragraph that goes or comes."""
    for text in texts:
        kind = chance.random()
        if kind < 0.06:
            words = text.split(" ")
            words[chance.randrange(len(words))] = "gewijzigd"
            yield " ".join(words)
        elif kind < 0.08:
            continue
        elif kind < 0.10:
            yield text
            yield " ".join(chance.choices(WORDS, k=20))
        else:
            yield text


def process(python: str, program: str, paths: tuple[str, str]) -> tuple[float, int]:
    """Give the seconds of a whole process and its own peak memory in MB."""
    started = time.perf_counter()
    command = [python, "-c", FRAME.format(project=str(PROJECT), paths=paths, program=program)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - started, int(done.stdout.split()[-1]) // 1024


def measure(size: int, folder: Path, programs: dict[str, tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Measure all programs on one pair, in turns."""
    chance = random.Random(size)
    texts = paragraphs(size, chance)
    paths = str(folder / f"{size}-oud.docx"), str(folder / f"{size}-nieuw.docx")
    for path, lines in zip(paths, (texts, list(edited(texts, chance))), strict=True):
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(path)
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
    for number in range(ROUNDS + 1):
        for name, (python, program) in programs.items():
            figures = process(python, program, paths)
            if number:
                found[name].append(figures)
    return {
        name: {"s": round(statistics.median(s for s, _ in figures), 3), "mb": max(mb for _, mb in figures)}
        for name, figures in found.items()
    }


def main() -> None:
    """Measure, and print seconds, memory and the ratio."""
    programs = {"brief": (sys.executable, OURS)}
    if len(sys.argv) > 1:
        programs["docx-scalpel"] = (sys.argv[1], THEIRS)
    result = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            result[size] = found = measure(size, Path(folder), programs)
            line = ", ".join(f"{name} {figures['s']:.2f} s {figures['mb']:.0f} MB" for name, figures in found.items())
            ratio = f", {found['brief']['s'] / found['docx-scalpel']['s']:.2f} x" if len(found) > 1 else ""
            print(f"{size:5} alinea's: {line}{ratio}")
    for name in ("omvang.py", "gegevens.py"):
        print(f"-- {name}", flush=True)
        subprocess.run([sys.executable, str(Path(__file__).with_name(name))], check=True)
    target = PROJECT / "benchmarks" / "uitkomst" / "vergelijken-word.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(result, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
