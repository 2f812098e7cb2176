"""Feed the files that the program keeps for itself, changed by a hand, to every command that reads them.

    python tests/fuzz/sporen.py --aantal 10000          # all seeds from 0
    python tests/fuzz/sporen.py --van 4711 --aantal 1   # one case again

They are the journal of deeds, what a dossier said when it was read, the manifest and `inhoud.json` of a version, the
archive of its documents, the remarks of readers and what was worked in. Each number is a seed: one file is changed,
and a command runs on the round. No traceback, no hang; a file of a person is as it was, or as the command makes it
with sound files, or what the journal kept of it; and what cannot be read is said by a command that needed it.
"""

from __future__ import annotations

import io
import json
import random
import shutil
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from brief.cli import main as brief
from brief.disk.journal import JOURNAL, Journal
from fuzz import reeks
from fuzz.wedloop import make_round
from rounds.processing.lezer import Lezer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SECONDS = 10.0
VERSION = "uit/v02"
FILES = (
    f"{JOURNAL}/000003.json",
    "afspraken/.gelezen/oost.json",
    f"{VERSION}/manifest.json",
    f"{VERSION}/inhoud.json",
    f"{VERSION}/gemaakt.zip",
    "opmerkingen.yaml",
    ".verwerkt",
)
COMMANDS: dict[str, tuple[str, ...]] = {
    "terugdraaien": ("terugdraaien", "{r}"),
    "daden": ("terugdraaien", "{r}", "--lijst"),
    "inlezen": ("inlezen", "{r}"),
    "versies": ("versies", "{r}", "--uit", "{r}/uit"),
    "vergelijken": ("vergelijken", "v01", "v02", "{r}", "--uit", "{r}/uit"),
    "opstellen": ("opstellen", "{r}", "--uit", "{r}/uit"),
    "verwerken": ("verwerken", "{r}", "{r}/tweede.docx", "--alles", "--uit", "{r}/uit"),
    "stand": ("stand", "{r}"),
    "controleren": ("controleren", "{r}"),
    "afronden": ("afronden", "{r}", "--uit", "{r}/uit", "--proef"),
    "datum": ("datum", "{r}", "brief", "2026-12-24"),
}
READERS = {
    FILES[0]: ("terugdraaien", "daden", "daden", "datum"),
    FILES[1]: ("inlezen",),
    FILES[2]: ("versies", "opstellen", "verwerken", "afronden", "stand", "controleren"),
    FILES[3]: ("vergelijken", "opstellen", "verwerken", "versies", "afronden"),
    FILES[4]: ("verwerken", "versies", "opstellen"),
    FILES[5]: ("controleren", "stand", "verwerken", "terugdraaien"),
    FILES[6]: ("opstellen", "verwerken"),
}
TELLS = {
    FILES[0]: ("terugdraaien", "daden"),
    FILES[1]: ("inlezen",),
    FILES[2]: ("versies", "opstellen", "verwerken", "afronden"),
    FILES[3]: ("vergelijken", "opstellen", "verwerken"),
    FILES[5]: ("controleren", "stand", "verwerken"),
}
"""The commands that must say so when a file cannot be read at all."""
OWN = ("ronde.yaml", "brief.md", "kamerstukken.yaml", "opmerkingen.yaml", "afspraken/*.yaml")
_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 3, 10**30, 1.5, "", " ", "x", "v01", "v99", "../../x", "/etc/passwd", "\x00", "\ud800",
    "\x1b[2J", "a" * 5_000, "2026-13-40", [], {}, [[]], [None], {"": None}, ["x"], {"x": "y"}, [1, "a", None],
)  # fmt: skip
_RAW = (
    "[", "{", "]", "}", ",", ":", '"', "\\", "\\ud800", "\\u0000", "null", "NaN", "1e999", "9" * 5_000, "[" * 100_000,
    '{"a":' * 30_000, "- ", "  ", "\t", "\n", "\x00", "\ufeff", "# ", "&a ", "*a ", "!!str ", "---\n", "é", "\x85",
)  # fmt: skip


def make_base(work: Path) -> Path:
    """Make a round with deeds, two versions, and remarks of a reader; a second file of that reader waits."""
    folder = work / "2026"
    make_round(folder)
    run(folder, ("verwerken", "{r}", "{r}/retour.docx", "--alles", "--uit", "{r}/uit"))
    run(folder, ("opstellen", "{r}", "--uit", "{r}/uit"))
    reader = Lezer((folder / VERSION / "kamerbrief.docx").read_bytes()).vervang("bericht", "schrijf")
    (folder / "tweede.docx").write_bytes(reader.bytes())
    (folder / ".verwerkt").write_text(f"{'0' * 64}  kamerbrief.docx\n", "utf-8")
    return folder


def run(folder: Path, words: tuple[str, ...]) -> tuple[int, str]:
    """Run a command in this process; give its exit code and what it said. Whatever it raises is raised."""
    said = io.StringIO()
    code = 0
    with redirect_stdout(said), redirect_stderr(said):
        try:
            brief([each.format(r=folder) for each in words])
        except SystemExit as end:
            code = int(end.code or 0)
    return code, said.getvalue()


def case(seed: int, folder: Path) -> tuple[str, str, bytes]:
    """Give the command of a seed, the file that is changed, and its bytes then."""
    rng = random.Random(seed)
    name = rng.choice(FILES)
    data = (folder / name).read_bytes()
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = _changed(name, data, rng)
    return rng.choice(READERS[name]), name, data


def _changed(name: str, data: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.1:
        return data[: rng.randrange(len(data) + 1)]
    if name.endswith(".zip") or rng.random() < 0.05:
        at = rng.randrange(len(data) + 1)
        return data[:at] + rng.randbytes(rng.choice((0, 1, 4))) + data[at + rng.choice((0, 1, 4, 40)) :]
    if name.endswith(".json") and rng.random() < 0.75:
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            return data
        return json.dumps(_twisted(value, rng)).encode("utf-8")
    text = data.decode("utf-8", "replace")
    at, piece = rng.randrange(len(text) + 1), rng.choice(_RAW)
    return (text[:at] + piece + text[at + rng.choice((0, 0, 1, 5, 40)) :]).encode("utf-8", "surrogatepass")


def _twisted(value: Any, rng: random.Random) -> Any:
    """Change one place in a value, at any depth."""
    if isinstance(value, dict | list) and value and rng.random() < 0.8:
        keys: Sequence[Any] = list(value) if isinstance(value, dict) else range(len(value))
        key = rng.choice(keys)
        match rng.randrange(9):
            case 0:
                del value[key]
            case 1 if isinstance(value, list):
                value.extend([value[key]] * rng.choice((1, 3, 300)))
            case 1 if isinstance(value, dict):
                value[rng.choice(("x", "", "é", *value))] = value.pop(key)
            case 2:
                other = rng.choice(keys)
                value[key], value[other] = value[other], value[key]
            case _:
                value[key] = _twisted(value[key], rng)
        return value
    return rng.choice((rng.choice(_ODD), rng.choice(_ODD), [value], {"x": value}, str(value)))


def _own(folder: Path) -> dict[str, bytes]:
    found = (path for pattern in OWN for path in folder.glob(pattern))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@cache
def _sound(folder: Path, command: str) -> dict[str, bytes]:
    """Give the files of the person as a command makes them when nothing is changed."""
    with tempfile.TemporaryDirectory(prefix="brief-sporen-") as made:
        copy = Path(made) / "2026"
        shutil.copytree(folder, copy)
        run(copy, COMMANDS[command])
        return _own(copy)


def check(seed: int, base: Path) -> str:
    """Try one case on a copy of the round; give what is wrong, or nothing."""
    command, name, data = case(seed, base)
    with tempfile.TemporaryDirectory(prefix="brief-sporen-") as made:
        folder = Path(made) / "2026"
        shutil.copytree(base, folder)
        (folder / name).write_bytes(data)
        before = _own(folder)
        started = time.process_time()
        try:
            code, said = run(folder, COMMANDS[command])
        except Exception as error:
            return f"{command}, {name}: {type(error).__name__}: {str(error)[:200]}"
        seconds = time.process_time() - started
        wrong = list(_wrong(folder, before, _sound(base, command)))
    if seconds > SECONDS:
        wrong.append(f"took {seconds:.1f} s")
    if code not in {0, 1, 2, 3}:
        wrong.append(f"exit code {code}")
    if command in TELLS.get(name, ()) and _is_broken(name, data) and not _says(said, name):
        wrong.append("cannot be read, and nothing says so")
    if "\x1b" in said:
        wrong.append("prints a control character")
    return f"{command}, {name}: {'; '.join(wrong)}" if wrong else ""


def _wrong(folder: Path, before: dict[str, bytes], sound: dict[str, bytes]) -> Iterator[str]:
    """Give each file of the person that is neither as it was, nor as it should be, nor what the journal has of it."""
    journal, now = Journal(folder), _own(folder)
    kept = {each.voor for deed in journal.deeds() for each in deed.bestanden}
    contents = {journal.content(digest) for digest in kept if digest}
    for path, data in before.items():
        new = now.get(path)
        if new not in (data, sound.get(path)) and data not in contents:
            yield f"{path} is neither what it was nor what it should be, and cannot be taken back"


def _is_broken(name: str, data: bytes) -> bool:
    if not name.endswith(".json"):
        return False
    try:
        return not isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return True


def _says(said: str, name: str) -> bool:
    """Tell whether something was said of a file, by its name or that of its version, or by a code."""
    return any(word in said for word in ("fout[", "waarschuwing[", "info[", Path(name).name, "BR"))


def main() -> int:
    """Run the cases asked for; exit 1 when one fails."""
    with tempfile.TemporaryDirectory(prefix="brief-sporen-") as made:
        base = make_base(Path(made))
        return reeks.run(lambda seed: check(seed, base), reeks.arguments(__doc__).parse_args())


if __name__ == "__main__":
    sys.exit(main())
