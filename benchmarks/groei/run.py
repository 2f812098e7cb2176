"""Measure how time and memory of each command grow: at 1, 2, 4 and 8 times a normal round and each hostile shape.

    python benchmarks/groei/run.py                  # everything
    python benchmarks/groei/run.py --vorm "[@"      # only the shapes with these characters in their name

Times are those of the processor, of the whole process, without that of a command on next to nothing. A growth of time
is how much the last doubling costs, against two; of memory how much more it adds than the doubling before, against two.
Above 1.3 it is measured again at four times the size, and above 1.3 there too it is a finding: the run ends with exit
code 1.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.groei.vormen import Vorm, vormen

TIMES = (1, 2, 4, 8)
MOST = 1.3
LEAST_SECONDS = 0.15
LEAST_MEBIBYTES = 40
LIMIT = 120
PROJECT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "controleren": ("controleren",),
    "opstellen": ("opstellen", "--proef"),
    "stand": ("stand",),
    "verwant": ("verwant",),
    "inlezen": ("inlezen", "dossier.md", "--json"),
    "inlezen Word": ("inlezen", "dossier.docx", "--json"),
    "inlezen ronde": ("inlezen", "--proef"),
    "vaststellen": ("vaststellen", ".", "noord", "--datum", "2026-09-09", "--proef"),
    "bevestigen": ("bevestigen", "--ja", "--proef"),
    "terugdraaien": ("terugdraaien", "--proef"),
    "afstemming": ("afstemming", "--proef"),
    "voegtoe": ("kamerstuk", "voegtoe", "kst-29435-9", "--titel", "Stuk", "--proef"),
    "overnemen": ("overnemen", "brief.docx", ".", "--proef"),
    "vergelijken": ("vergelijken", "oud.docx", "nieuw.docx"),
    "vergelijken behouden": (
        *("vergelijken", "oud.docx", "nieuw.docx", "--docx", "verschil.docx"),
        *("--wijzigingen-vooraf", "behouden"),
    ),
    "vergelijken docx": ("vergelijken", "oud.docx", "nieuw.docx", "--docx", "verschil.docx"),
    "vergelijken retour": ("vergelijken", "v01", "retour.docx", "."),
    "verwerken": ("verwerken", "--proef", "--alles", ".", "retour.docx"),
    "kamerstuk controleer": ("kamerstuk", "controleer", "tekst.txt"),
}
"""The words of each command; a name of a file stands for that file of the round, and `.` for the round."""

_MEASURE = """
import os, sys
said, *words = sys.argv[1:]
out = os.open(said, os.O_WRONLY)
moved = [(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)]
_, status, used = os.wait4(os.posix_spawn(words[0], words, os.environ, file_actions=moved), 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""A small process that starts the command: the peak of a process counts that of the one which started it."""


@dataclass(frozen=True, slots=True)
class Kosten:
    """What a process cost: seconds of the processor, MiB at its peak, MB that it printed."""

    seconds: float
    mebibytes: float
    printed: float


def cost(command: str, folder: Path) -> Kosten | None:
    """Run a command on the round in a folder; None when it took longer than the limit or ended in a traceback."""
    words = COMMANDS[command]
    arguments = [str(folder / word) if "." in word else word for word in words]
    if arguments == list(words):
        arguments.append(str(folder))
    with tempfile.NamedTemporaryFile() as said:
        measured = subprocess.run(
            [sys.executable, "-S", "-c", _MEASURE, said.name, sys.executable, "-m", "brief", *arguments],
            stdout=subprocess.PIPE,
            cwd=folder.parent,
            env=_environment(),
            check=True,
        )
        code, seconds, kibibytes = measured.stdout.split()
        size = os.fstat(said.fileno()).st_size
        broken = int(code) < 0 or b"Traceback" in said.read(20_000_000)
    return None if broken else Kosten(float(seconds), int(kibibytes) / 1024, size / 1e6)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT), "NO_COLOR": "1"}


def measured(vorm: Vorm, command: str) -> list[Kosten | None]:
    """Give the costs at nothing and at each size; what follows on a run that broke off is not run."""
    costs: list[Kosten | None] = []
    for times in (0, *TIMES):
        with tempfile.TemporaryDirectory(prefix="brief-groei-") as made:
            project = Path(made)
            shutil.copytree(PROJECT / "templates", project / "templates")
            folder = project / "input" / "2026"
            vorm.write(folder, vorm.size * times or 1)
            costs.append(cost(command, folder) if None not in costs else None)
    return costs


def growth(costs: list[float], least: float) -> float | None:
    """Give what the last doubling costs against two; None where it is too little to tell."""
    base, *_, before, last = costs
    if last - base < least:
        return None
    return (last - base) / max(before - base, least / 4) / 2


def step(costs: list[float], least: float) -> float | None:
    """Give what the last doubling adds against twice what the one before it added; None where it is too little to tell.

    For memory: its peak is that of the program itself until the round asks for more, and what is below it is not seen.
    """
    *_, first, before, last = costs
    if last - before < least:
        return None
    return (last - before) / max(before - first, least / 4) / 2


def main() -> int:
    """Print a line for each shape and command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--vorm", default="", help="only shapes with these characters in their name")
    parser.add_argument("--opdracht", default="", help="only this command")
    arguments = parser.parse_args()
    # on one core a command does itself what it would do in a second process, and that is counted
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    findings = 0
    print(f"{'vorm':42}{'opdracht':13}{'s bij 1, 2, 4, 8 x':28}{'groei':>6}{'MiB':>6}{'groei':>6}{'MB uit':>7}")
    for vorm in (each for each in vormen() if arguments.vorm in each.name):
        for command in (each for each in vorm.commands if arguments.opdracht in each):
            findings += _line(vorm, command)
    print(f"{findings} keer meer dan {MOST} maal evenredig")
    return 1 if findings else 0


def _line(vorm: Vorm, command: str, *, again: bool = False) -> bool:
    """Print what a command costs on a shape; where that grows too fast, look again at four times the size."""
    costs = measured(vorm, command)
    known = [each for each in costs if each is not None]
    seconds = " ".join(f"{each.seconds:6.2f}" for each in known[1:])
    if len(known) < len(costs):
        print(f"{vorm.name:42}{command:13}{seconds:28} afgebroken", flush=True)
        return True
    slower = growth([each.seconds for each in known], LEAST_SECONDS)
    larger = step([each.mebibytes for each in known], LEAST_MEBIBYTES)
    shown = "".join(f"{each:6.2f}" if each is not None else "     -" for each in (slower,))
    memory = f"{known[-1].mebibytes:6.0f}" + (f"{larger:6.2f}" if larger is not None else "     -")
    bad = max(slower or 0, larger or 0) > MOST
    mark = "" if not bad else " <<" if again else " ?"
    print(f"{vorm.name:42}{command:13}{seconds:28}{shown}{memory}{known[-1].printed:7.2f}{mark}", flush=True)
    if not bad or again:
        return bad
    return _line(replace(vorm, name="  vier keer zo groot", size=vorm.size * 4), command, again=True)


if __name__ == "__main__":
    sys.exit(main())
