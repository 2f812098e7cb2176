"""Kills and faults: every command that writes is stopped, or refused by the system, at each thing that it does on disk.

`python tests/fuzz/storingen.py` goes through all of them and prints what went wrong; with a number only every so many.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brief.cli import main
from brief.disk import exchange
from brief.disk.journal import JOURNAL, Journal
from brief.sources.schema import MAP
from fuzz.wedloop import make_round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMANDS: dict[str, tuple[str, ...]] = {
    "vaststellen": ("vaststellen", "{r}", "n-2.1-1", "--vervallen", "--reden", "later", "--datum", "2026-12-01"),
    "verwant": ("verwant", "{r}", "n-2.1-1", "o-2.1-1"),
    "voegtoe": ("kamerstuk", "voegtoe", "kst-29435-267", "{r}", "--titel", "Stuk"),
    "inlezen": ("inlezen", "{r}"),
    "verslag": ("inlezen", "{r}/dossiers/oost.md", "--verslag", "{r}/verslag.html"),
    "opstellen": ("opstellen", "{r}", "--uit", "{r}/uit"),
    "nieuw": ("nieuw", "{r}/ronde/2027"),
    "bevestigen": ("bevestigen", "{r}", "--boven", "0.9"),
    "datum": ("datum", "{r}", "brief", "2026-12-24"),
    "verwerken": ("verwerken", "{r}", "{r}/retour.docx", "--alles", "--uit", "{r}/uit"),
    "afstemming": ("afstemming", "{r}", "overijssel", "--uit", "{r}/partijen"),
    "toevoegen": (
        *("toevoegen", "{r}", "oost", "2.1", "--tekst", "{r}/dossiers/noord.md"),
        *("--reden", "aan tafel", "--datum", "2026-11-25"),
    ),
    "terugdraaien": ("terugdraaien", "{r}", "2"),
    "overnemen": ("overnemen", "{r}/uit/v01/kamerbrief.docx", "{r}", "--vervang"),
}
AGAIN = ("toevoegen",)
"""These do their work once more when they are given again."""
NEXT = ("datum", "{r}", "oost", "2026-11-28")
"""A command that writes, whatever was done before it."""
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
KILL = 0


@dataclass(frozen=True)
class Proef:
    """What became of a run: its exit code (negative when it was killed), what it said, and how much it did on disk."""

    code: int
    said: str
    steps: int


class _Interrupt:
    """Counts what is done on disk within a folder, and interrupts at one of them."""

    def __init__(self, folder: str, step: int, fault: int) -> None:
        self.folder, self.step, self.fault = folder, step, fault
        self.count, self.on = 0, True

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """Look at what the interpreter is about to do; `open` and all that changes a name come by here."""
        name = str(arguments[0]) if arguments else ""
        is_ours = event == "open" or event.startswith("os.")
        is_dossier = "/dossiers/" in name and self.fault != KILL  # one that cannot be read counts as not there
        if self.on and is_ours and self.folder in name and not is_dossier:
            self.next(name)

    def next(self, name: str | None = None) -> None:
        """Count, and interrupt when it is time."""
        self.count += 1
        if self.count == self.step and self.fault == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.count == self.step:
            raise OSError(self.fault, "English", name)

    def around(self, real: Callable[..., object]) -> Callable[..., object]:
        """Count a call that does not come by the hook."""

        def call(*arguments: object) -> object:
            self.next()
            return real(*arguments)

        return call


def run(folder: Path, arguments: tuple[str, ...], step: int = 0, fault: int = KILL) -> Proef:
    """Run a command in a process of its own; interrupt it at the so-manieth thing that it does on disk."""
    said, counted = folder.parent / "gezegd", folder.parent / "geteld"
    counted.write_text("0")
    child = os.fork()
    if child == 0:
        code = 99
        with suppress(BaseException):
            code = _run(folder, arguments, said, counted, step, fault)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return Proef(os.waitstatus_to_exitcode(status), said.read_text("utf-8"), int(counted.read_text()))


def _run(folder: Path, arguments: tuple[str, ...], said: Path, counted: Path, step: int, fault: int) -> int:
    for number in (1, 2):
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC * (number == 1) | os.O_APPEND, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    interrupt = _Interrupt(str(folder), step, fault)
    os.fsync = interrupt.around(os.fsync)  # type: ignore[assignment]
    os.ftruncate = interrupt.around(os.ftruncate)  # type: ignore[assignment]
    exchange._rename = interrupt.around(exchange._rename)  # type: ignore[assignment]
    sys.addaudithook(interrupt.hook)
    code = 98
    try:
        main([each.format(r=folder) for each in arguments])
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
    interrupt.on = False
    counted.write_text(str(interrupt.count))
    return code


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file of a round; the journal says when a deed was done, and is judged by what it can give back."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and JOURNAL not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def _journal(folder: Path) -> Iterator[str]:
    """Say what the journal cannot give back: a deed that is half, or what a file was before one."""
    journal = Journal(folder)
    yield from (f"{path.name} in het logboek is half" for path in journal.damaged())
    for deed in journal.deeds():
        for change in deed.bestanden:
            if change.voor is not None and journal.content(change.voor) is None:
                yield f"wat {change.pad} was voor daad {deed.nummer} is weg"


def litter(folder: Path) -> list[str]:
    """Name what an unfinished run left."""
    return [path.name for path in folder.rglob(".*") if path.name.startswith(".bezig") or path.suffix == ".tmp"]


def problems(name: str, work: Path, every: int = 1, *, all_faults: bool = True) -> Iterator[str]:
    """Interrupt one command everywhere; give what was half, lost, lied about or left behind.

    Without `all_faults` each place is stopped, and has one of the faults in turn.
    """
    before, arguments = work / "voor", COMMANDS[name]
    if not before.exists():
        make_round(work / "2026")
        (work / "2026").rename(before)
    old = contents(before)
    clean, steps = _fresh(work, before), 0
    steps = run(clean, arguments).steps
    new = contents(clean)
    for number, step in enumerate(range(1, steps + 1, every)):
        for fault in (KILL, *FAULTS) if all_faults else (KILL, FAULTS[number % len(FAULTS)]):
            folder = _fresh(work, before)
            done = run(folder, arguments, step, fault)
            where = f"{name}, stap {step} van {steps}, {errno.errorcode.get(fault, 'gestopt')}"
            yield from (f"{where}: {what}" for what in _wrong(folder, done, old, new))
            run(folder, arguments)
            if name not in AGAIN:
                yield from (f"{where}, daarna: {what}" for what in _half(_finished(contents(folder)), new, new))
            run(folder, NEXT)  # who found nothing left to do wrote nothing, and so cleared nothing
            yield from (f"{where}, daarna: {what}" for what in litter(folder))


def _fresh(work: Path, before: Path) -> Path:
    shutil.rmtree(work / "r", ignore_errors=True)
    shutil.copytree(before, work / "r")
    return work / "r"


def _wrong(folder: Path, done: Proef, old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    now, old, new = (_without_schemas(files) for files in (contents(folder), old, new))
    if "Traceback" in done.said or "Exception" in done.said or done.code in {98, 99}:
        yield f"traceback: {done.said[-600:]}"
    if any(word in done.said for word in ("English", ".tmp", ".bezig")):
        yield f"niet in de woorden van de gebruiker: {done.said}"
    kept = _finished(now)
    yield from _half(kept, old, new)
    yield from _journal(folder)
    if done.code == 0 and kept != new:
        yield f"eindigt met 0, maar is niet af: {done.said}"
    if "niet geschreven" in done.said.lower() and kept == new:
        yield f"zegt dat het niet is gelukt, maar alles is geschreven: {done.said}"


def _without_schemas(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out what only helps an editor: when it cannot be written the work is done all the same, and the next run
    brings it up to date.
    """
    return {path: data for path, data in files.items() if not path.startswith(MAP)}


def _finished(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not _is_unfinished(path)}


def _is_unfinished(path: str) -> bool:
    return any(part.startswith(".bezig") or part.endswith(".tmp") for part in Path(path).parts)


def _half(now: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    for path in {**old, **new, **now}:
        if now.get(path) not in (old.get(path), new.get(path)):
            yield f"{path} is half, of niet van ons"


if __name__ == "__main__":
    often = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as temporary:
        for command in COMMANDS:
            found = list(problems(command, Path(temporary).resolve(), often))
            print(f"{command}: {len(found)} fouten", *found[:12], sep="\n  ")
