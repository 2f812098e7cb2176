"""Feed mutated tables of facts (`.toml`) to the program: no traceback, no hang, and no wrong table used in silence.

    python tests/fuzz/feiten.py --aantal 20000           # all seeds from 0
    python tests/fuzz/feiten.py --van 4711 --aantal 1    # one case again

Each number is a seed: one table is changed, and what reads it runs. The tables that are read when `brief` begins are
read by their own module made anew; one such case in ten goes through a whole process. Either the table is refused, in
one message (BR902), or it holds what it must: no blank text, each province in one landsdeel, names that are told apart.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import os
import random
import re
import sys
import tempfile
import time
import tomllib
import traceback
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import brief
from brief.cli import main as run_brief
from brief.diagnostics.facts import FactsError
from brief.dossier import lexicon
from brief.dossier.voorstel import voorstel
from fuzz import reeks
from fuzz.klein import FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS = 10.0
ROOM = Path(brief.__file__).parent
TABLES = tuple(sorted(path.relative_to(ROOM).as_posix() for path in ROOM.rglob("*.toml")))
AT_ONCE = {"domain/afzender.toml": "ronde", "domain/geografie.toml": "geografie", "domain/themas.toml": "themas"}
WHOLE_EVERY = 20
LINES = 3
TEKST = """De provincie Gelderland en Hengelo (Gld) versterken de dijk langs de Vecht, ook in Amsterdam en Den Haag.
Utrecht en het Rijk bouwen woningen in de Groene Hart, bij de A12 en in Bergen.
Zie Kamerstukken II 2024/25, 36600 XIV, nr. 66; eerder (34682, 141).
"""
TITEL = "2.9 Water in Zwolle en Noord-Holland"
_MARKS = (
    '"', "'", '"""', "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r", "\t", " ", "\\", "\\u0000",
    "\\ud800", "\\x", "\x00", "\x1b[2J", "\ufeff", "\u200b", "\x85", "é", "²", "٣", "9" * 5_000, "0x" + "f" * 5_000,
    "-1", "1e999", "nan", "inf", "true", "2026-01-01", "[" * 2_000, "a." * 500, "(", ")", "*", "+", "?", "|", "(?P<a>",
    "(?i)", "[^", "\\d", "^", "$", "*" * 30, "#" * 30,
)  # fmt: skip
_VALUES = (
    '""',
    '" "',
    '"a "',
    '"\\u0001"',
    '"x"',
    "3",
    "-3",
    "1.5",
    "true",
    "[]",
    '["x"]',
    '["", "a"]',
    "{}",
    "0x" + "f" * 4_000,
)


def case(seed: int) -> tuple[str, bytes]:
    """Give the table of a seed and what it holds then."""
    rng = random.Random(seed)
    name = rng.choice(TABLES)
    text = shortened(name)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        text = _mutated(text, rng)
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.03:
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice((b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xed\xa0\x80")) + data[at:]
    return name, data


@cache
def shortened(name: str) -> str:
    """Give a table with two lines of every long list: what the others say is of the same kind."""
    rows, within = [], 0
    for row in (ROOM / name).read_bytes().decode("utf-8").split("\n"):
        within = 0 if row.startswith("]") else within + 1 if within or row.endswith("= [") else 0
        if within <= LINES:
            rows.append(row)
    return "\n".join(rows)


def _mutated(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    line, at = rng.randrange(len(lines)), rng.randrange(len(text) + 1)
    match rng.randrange(9):
        case 0 | 1:
            return text[:at] + rng.choice(_MARKS) + text[at + rng.choice((0, 0, 1, 3)) :]
        case 2:
            del lines[line]
        case 3:
            lines.insert(rng.randrange(len(lines)), lines[line])
        case 4:
            lines.insert(rng.randrange(len(lines)), lines.pop(line))
        case 5:
            lines[line] = re.sub(r"=.*", lambda _: f"= {rng.choice(_VALUES)}", lines[line])
        case 6:
            return _other_text(text, rng)
        case 7:
            lines[line] = re.sub(r"^(\[?[\w.]*)\w", lambda found: found[1] + rng.choice("xyzé.- "), lines[line])
        case _:
            return text[:at] + text[at + rng.randrange(1, 200) :]
    return "\n".join(lines)


def _other_text(text: str, rng: random.Random) -> str:
    """Put another text in the place of one between quotation marks: one of the table, or an odd one."""
    found = list(re.finditer(r'"[^"\n]*"', text))
    if not found:
        return text
    one, other = rng.choice(found), rng.choice(found)
    new = rng.choice((other[0], other[0], *_VALUES[:5]))
    return text[: one.start()] + new + text[one.end() :]


@contextmanager
def reading(path: Path, data: bytes) -> Iterator[None]:
    """Let a table hold these bytes, for who reads it as text, and let the other tables be short."""
    real = Path.read_text

    def read(self: Path, *arguments: Any, **named: Any) -> str:
        if self == path:
            return data.decode("utf-8")
        is_table = self.suffix == ".toml" and self.is_relative_to(ROOM)
        return shortened(self.relative_to(ROOM).as_posix()) if is_table else real(self, *arguments, **named)

    Path.read_text = read  # type: ignore[method-assign]
    try:
        yield
    finally:
        Path.read_text = real  # type: ignore[method-assign]


def make_round(work: Path) -> Path:
    """Write a small round, and a text beside it."""
    folder = work / "2026"
    for name, text in {**FILES, "dossiers/noord.md": "# Dossier\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (work / "t.md").write_text(TEKST, "utf-8")
    return folder


def check(seed: int, folder: Path) -> str:
    """Try one case; give what is wrong, or nothing."""
    name, data = case(seed)
    _forget(name)
    started = time.process_time()
    with reading(ROOM / name, data):
        try:
            said = _read(name, seed, folder)
        except FactsError as error:
            said = f"BR902 {error.finding.message}"
        except Exception as error:
            return f"{name}: {type(error).__name__}: {str(error)[:200]}"
        finally:
            _forget(name)
    seconds = time.process_time() - started
    if seconds > SECONDS:
        return f"{name}: took {seconds:.1f} s"
    if "Traceback" in said or "\x1b" in said:
        return f"{name}: {said[-300:]}"
    return "" if "BR902" in said else "; ".join(_wrong(name, data, said))


def _read(name: str, seed: int, folder: Path) -> str:
    if name in AT_ONCE and seed % WHOLE_EVERY == 0:
        return _in_a_process(lambda: "".join(_said(words) for words in _commands(folder)))
    if name in AT_ONCE:
        module = AT_ONCE[name]
        spec = importlib.util.spec_from_file_location(f"brief.domain.{module}", ROOM / f"domain/{module}.py")
        assert spec is not None
        assert spec.loader is not None
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
        return ""
    if name.startswith("dossier/"):
        return "".join(str(voorstel(TITEL, text, part)) for text in (TEKST, TITEL) for part in (None, "oost"))
    return _said(_commands(folder)[1 if name.startswith("checks/") else 2])


def _commands(folder: Path) -> tuple[tuple[str, ...], ...]:
    text = str(folder.parent / "t.md")
    new = (
        "toevoegen",
        str(folder),
        "noord",
        TITEL,
        "--tekst",
        text,
        "--reden",
        "x",
        "--datum",
        "2026-09-09",
        "--proef",
    )
    return new, ("controleren", "--taal", str(folder)), ("kamerstuk", "zoek", text)


def _said(words: tuple[str, ...]) -> str:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            run_brief(list(words))
        except SystemExit as end:
            if end.code not in {0, 1, 2, 3}:
                print("Traceback of a kind: exit code", end.code)
    return said.getvalue()


def _in_a_process(work: Callable[[], str]) -> str:
    """Run in a copy of this process that has nothing of `brief` loaded; give what it says."""
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reader)
        for module in [each for each in sys.modules if each == "brief" or each.startswith("brief.")]:
            del sys.modules[module]
        try:
            globals()["run_brief"] = importlib.import_module("brief.cli").main
            said = work()
        except Exception as error:
            is_said = type(error).__name__ == "FactsError"
            said = "Traceback: BR902 before a command was found" if is_said else traceback.format_exc()
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            pipe.write(said)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


lexicon._entry = cache(lexicon._entry)
"""Of a table of 1,500 words one changes; the patterns of the others are not made anew."""
_READERS = {
    "lexicon": ("brief.dossier.lexicon",),
    "begroting": ("brief.kamerstuk.begroting",),
    "dossiers": ("brief.kamerstuk.dossiers",),
    "woorden": ("brief.checks.taal.lezen",),
}


def _forget(name: str) -> None:
    """Forget what was read of a table; those of `brief.domain` stay as they were."""
    for each in _READERS.get(Path(name).stem, ("brief.dossier.gazetteer", "brief.dossier.plaatsnamen")):
        for value in vars(sys.modules[each]).values() if each in sys.modules else ():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _wrong(name: str, data: bytes, said: str) -> Iterator[str]:
    """Give what a table holds that cannot be right and that nothing was said of."""
    table = tomllib.loads(data.decode("utf-8"))
    for value in _leaves(table):
        if isinstance(value, str) and (not value.strip() or not value.isprintable() or value != value.strip()):
            yield f"{name}: {value!r} is used in silence"
        if isinstance(value, int) and abs(value) >= 10**9:
            yield f"{name}: a number that is no number of anything is used in silence"
    if name.endswith("geografie.toml"):
        within = [each for part in table["landsdelen"].values() for each in part["provincies"]]
        if sorted(within) != sorted(table["provincies"]):
            yield f"{name}: a province lies in no landsdeel, or in two: {said[:80]}"


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield value


def main() -> int:
    """Run the cases asked for; exit 1 when one fails."""
    with tempfile.TemporaryDirectory(prefix="brief-feiten-") as made:
        folder = make_round(Path(made))
        return reeks.run(lambda seed: check(seed, folder), reeks.arguments(__doc__).parse_args())


if __name__ == "__main__":
    sys.exit(main())
