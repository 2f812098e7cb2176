"""Read a Word dossier of 50 pages with brief, docx2python, mammoth and pandoc, in one run, as ratios.

    python benchmarks/lezen/meten.py

"In één proces" is the median of reading the file again and again in a warm process (pandoc, a program of its own, starts
each time). "Heel proces" is a new Python that imports the reader, reads the file once and ends. Less than 1 is faster
than brief.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from dossier import make

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


def warm(program: str, path: str) -> float:
    """Give the median seconds of one reading in a warm process."""
    code = compile(program, "reader", "exec")
    times = []
    for _ in range(WARM_ROUNDS):
        started = time.perf_counter()
        exec(code, {"path": path})
        times.append(time.perf_counter() - started)
    return statistics.median(times[1:])


def cold(program: str, path: str) -> tuple[float, int]:
    """Give the median seconds of a whole process, and its peak memory in MB."""
    footer = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    times, memory = [], 0
    for _ in range(COLD_ROUNDS):
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", f"path = {path!r}\n{program}\n{footer}"], capture_output=True, text=True, check=True
        )
        times.append(time.perf_counter() - started)
        memory = max(memory, int(done.stdout.split()[-1]))
    return statistics.median(times), memory


def measure(path: str, say: Callable[[str], None]) -> dict[str, dict[str, float]]:
    """Measure every reader on one file."""
    found: dict[str, dict[str, float]] = {}
    for name, program in PROGRAMS.items():
        seconds = warm(program, path)
        whole, memory = cold(program, path)
        found[name] = {"in_proces_s": round(seconds, 4), "heel_proces_s": round(whole, 4), "geheugen_mb": memory}
        say(f"{name:16} {seconds * 1000:8.1f} ms in één proces  {whole * 1000:8.1f} ms heel proces  {memory:4d} MB")
    return found


def main() -> None:
    """Make the dossier, measure, and print the ratios to the fastest other reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "noord.docx"
        make(path)
        found = measure(str(path), print)
    others = [name for name in found if not name.startswith("brief")]
    for key, words in (("in_proces_s", "in één proces"), ("heel_proces_s", "heel proces")):
        fastest = min(others, key=lambda name: found[name][key])
        for own in ("brief (tekst)", "brief (dossier)"):
            ratio = found[own][key] / found[fastest][key]
            print(f"{words}: {own} is {ratio:.2f} x {fastest}")
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
