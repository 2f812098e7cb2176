"""Read a Word dossier of 50 pages with brief, docx2python, mammoth and pandoc, in one run, as ratios.

    python benchmarks/lezen/run.py

"In één proces" is the median of reading the file again and again in a warm process (pandoc, a program of its own,
starts each time). "Heel proces" is a new Python that imports the reader, reads the file once and ends. The readers take
turns, so that a busy moment of the machine hits all of them.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from benchmarks.lezen.woorddossier import make  # noqa: E402

if TYPE_CHECKING:
    from types import CodeType

WARM_ROUNDS = 15
COLD_ROUNDS = 7
PROGRAMS = {
    "brief (tekst)": "from brief.word.reading import read\nread(open(path, 'rb').read(), path)",
    "brief (dossier)": "from brief.dossier import read\nread(open(path, 'rb').read(), path)",
    "docx2python": "from docx2python import docx2python\nwith docx2python(path) as content:\n    content.text",
    "mammoth": "import mammoth\nwith open(path, 'rb') as stream:\n    mammoth.extract_raw_text(stream)",
    "mammoth (html)": "import mammoth\nwith open(path, 'rb') as stream:\n    mammoth.convert_to_html(stream)",
    "pandoc": "import subprocess, pypandoc\n"
    "subprocess.run([pypandoc.get_pandoc_path(), '-f', 'docx', '-t', 'json', path], check=True, capture_output=True)",
}
"""What each reader does with `path`, as a program."""


def once(code: CodeType, path: str) -> float:
    """Give the seconds of one reading in this process."""
    started = time.perf_counter()
    exec(code, {"path": path})
    return time.perf_counter() - started


def process(program: str, path: str) -> tuple[float, int]:
    """Give the seconds of a whole process that reads once, and its peak memory in MB."""
    footer = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    started = time.perf_counter()
    command = [sys.executable, "-c", f"path = {path!r}\n{program}\n{footer}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - started, int(done.stdout.split()[-1]) // 1024


def measure(path: str) -> dict[str, dict[str, float]]:
    """Measure every reader on one file, in turns."""
    codes = {name: compile(program, name, "exec") for name, program in PROGRAMS.items()}
    warm: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    cold: dict[str, list[tuple[float, int]]] = {name: [] for name in PROGRAMS}
    for round_number in range(WARM_ROUNDS + 1):
        for name, code in codes.items():
            seconds = once(code, path)
            if round_number:
                warm[name].append(seconds)
    for _ in range(COLD_ROUNDS):
        for name, program in PROGRAMS.items():
            cold[name].append(process(program, path))
    return {
        name: {
            "in_proces_s": round(statistics.median(warm[name]), 4),
            "heel_proces_s": round(statistics.median(seconds for seconds, _ in cold[name]), 4),
            "geheugen_mb": max(memory for _, memory in cold[name]),
        }
        for name in PROGRAMS
    }


def table(found: dict[str, dict[str, float]]) -> str:
    """Give the figures as lines of text."""
    lines = [f"{'':16} {'in één proces':>14} {'heel proces':>14} {'geheugen':>10}"]
    for name, figures in found.items():
        warm, cold = figures["in_proces_s"] * 1000, figures["heel_proces_s"] * 1000
        lines.append(f"{name:16} {warm:11.1f} ms {cold:11.1f} ms {figures['geheugen_mb']:7.0f} MB")
    return "\n".join(lines)


def main() -> None:
    """Make the dossier, measure, and print the ratios to the fastest other reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "noord.docx"
        make(path)
        found = measure(str(path))
    print(table(found))
    others = [name for name in found if not name.startswith("brief")]
    for key, words in (("in_proces_s", "in één proces"), ("heel_proces_s", "heel proces")):
        fastest = min(others, key=lambda name: found[name][key])
        for own in ("brief (tekst)", "brief (dossier)"):
            ratio = found[own][key] / found[fastest][key]
            print(f"{words}: {own} is {ratio:.2f} x {fastest}")
    target = PROJECT / "benchmarks" / "uitkomst" / "lezen.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
