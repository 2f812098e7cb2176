"""Streams of every kind: other encodings, closed, broken, full; and nothing that steers a terminal gets through."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.commands.terminal import output
from brief.commands.terminal.output import shown
from rounds.voorbeeldronde import RONDE, brief

if TYPE_CHECKING:
    from collections.abc import Mapping

BRIEF = [sys.executable, "-m", "brief"]
PROJECT = Path(__file__).resolve().parents[2]
EVIL = "\x1b[31mrood\x1b]8;;https://kwaad.example\x07klik\x1b]8;;\x07 \u202etxet\u202c \x9b31m \r weg"
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run(*arguments: str | bytes | Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*BRIEF, *arguments], capture_output=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


def shell(line: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("BRIEF", f"PYTHONPATH={PROJECT} {sys.executable} -m brief")
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=cwd, env=env)


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    shutil.copytree(RONDE, tmp_path / "input" / "2026")
    return tmp_path / "input" / "2026"


@pytest.mark.parametrize(
    "encoding",
    ["cp1252", "ascii", *(pytest.param(each, marks=pytest.mark.lang) for each in ("cp437", "latin-1", "cp850"))],
)
def test_een_uitvoer_die_niet_alle_letters_kent_geeft_geen_fout(ronde: Path, encoding: str) -> None:
    for command in (["stand", ronde], ["uitleg"], ["controleren", ronde], ["verwant", ronde]):
        done = brief(*command, encoding=encoding)
        assert "Traceback" not in done.stderr
        assert done.returncode in {0, 1}
        assert len(done.stdout + done.stderr) > 500
    own = run("stand", ronde, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (own.returncode, own.stdout) == (0, brief("stand", ronde, encoding=encoding).stdout.encode(encoding))


@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">&- 2>/dev/null"])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("stand", 0),
        ("vaststellen input/2026 n-9.9-9", 2),
        pytest.param("uitleg BR001", 0, marks=pytest.mark.lang),
        pytest.param("inlezen - --json", 2, marks=pytest.mark.lang),
    ],
)
def test_gesloten_stromen_veranderen_niets_aan_wat_er_is_gedaan(
    ronde: Path, tmp_path: Path, streams: str, command: str, code: int
) -> None:
    done = shell(f"BRIEF {command} {streams}", tmp_path)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    if command != "inlezen - --json" or "<&-" in streams:
        assert done.returncode == code


def _proposed(ronde: Path) -> str:
    """Give an afspraak that is still proposed, after making it so."""
    path = ronde / "afspraken" / "noord.yaml"
    text = path.read_text("utf-8").replace("status: vastgesteld", "status: voorgesteld")
    path.write_text(text, "utf-8")
    match = re.search(r"- id: (\S+)", text)
    assert match is not None
    return match[1]


@pytest.mark.parametrize("output", ["| true", ">&-", "> /dev/full"])
def test_wat_is_gedaan_is_gedaan_ook_als_niemand_het_ziet(ronde: Path, tmp_path: Path, output: str) -> None:
    _proposed(ronde)
    done = shell(f"set -o pipefail; BRIEF vaststellen input/2026 noord {output}", tmp_path)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"voorgesteld" not in (ronde / "afspraken" / "noord.yaml").read_bytes()
    assert (b"kon niet worden getoond" in done.stderr) == ("full" in output)


@pytest.mark.parametrize("output", ["| true", ">&-"])
def test_wat_niet_kon_blijft_een_fout_ook_als_niemand_het_ziet(ronde: Path, tmp_path: Path, output: str) -> None:
    (ronde / "ronde.yaml").write_text("ronde: [", "utf-8")
    done = shell(f"set -o pipefail; BRIEF controleren input/2026 --json {output}", tmp_path)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_de_hulp_in_een_gesloten_pijp_is_geen_fout(tmp_path: Path) -> None:
    done = shell("set -o pipefail; BRIEF --help | true; BRIEF stand --help | true", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")


def test_een_pad_dat_geen_utf8_is_geeft_geen_fout(ronde: Path, tmp_path: Path) -> None:
    folder = ronde.with_name(os.fsdecode(b"20\xff26"))
    shutil.copytree(ronde, folder)
    for command in ("stand", "controleren", "opstellen", "versies", "verwant"):
        for extra in ([], ["--json"]):
            if command == "verwant" and extra:
                continue
            done = brief(command, folder, *extra)
            assert "Traceback" not in done.stderr, (command, done.stderr)
    own = run("stand", folder)
    assert b"Traceback" not in own.stderr
    own.stdout.decode("utf-8")
    assert run("inlezen", b"\xff.docx").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("toevoegen", "input/2026", "noord", "1.1", "--tekst", "t.md", "--reden", b"omdat \xff"),
        ("toevoegen", "input/2026", "noord", b"9.9 \xff", "--tekst", "t.md", "--reden", "omdat"),
        ("vaststellen", "input/2026", "{id}", "--vervallen", "--reden", b"\xff"),
        ("kamerstuk", "voegtoe", "kst-29435-268", "input/2026", "--titel", b"\xff"),
        ("lijst", b"\xff"),
        ("vaststellen", "input/2026", "{id}", "--vervallen", "--reden", "ja\x1b[2J"),
        ("vaststellen", "input/2026", "{id}", "--vervallen", "--reden", "ja\x7f"),
    ],
)
def test_wat_geen_tekst_is_wordt_geweigerd_en_niet_geschreven(
    ronde: Path, tmp_path: Path, arguments: tuple[str | bytes, ...]
) -> None:
    (tmp_path / "t.md").write_text("De regio plant bomen.\n", "utf-8")
    identity = _proposed(ronde)
    before = {path: path.read_bytes() for path in ronde.rglob("*.yaml")}
    typed = [identity if each == "{id}" else each for each in arguments]
    done = run(*typed, cwd=tmp_path)
    assert done.returncode == 2
    assert "is geen leesbare tekst" in done.stderr.decode("utf-8")
    assert {path: path.read_bytes() for path in ronde.rglob("*.yaml")} == before


def _shown_of(number: int, monkeypatch: pytest.MonkeyPatch, *, screen: bool) -> list[str]:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: screen)
    monkeypatch.setattr(sys, "stdout", stream)
    output.print_lines(f"regel {each}" for each in range(number))
    return stream.getvalue().splitlines()


def test_een_uitkomst_van_duizenden_regels_wordt_op_een_scherm_ingekort(monkeypatch: pytest.MonkeyPatch) -> None:
    output.begin()
    most = output.MOST_ROWS
    assert len(_shown_of(most, monkeypatch, screen=True)) == most
    rows = _shown_of(5 * most, monkeypatch, screen=True)
    assert (rows[0], rows[-1]) == ("regel 0", f"regel {5 * most - 1}")
    (said,) = [row for row in rows if row.startswith("… hier staan")]
    assert len([row for row in rows if row.startswith("regel")]) + int(said.split()[3]) == 5 * most
    assert len(_shown_of(5 * most, monkeypatch, screen=False)) == 5 * most
    output.show_everything()
    assert len(_shown_of(5 * most, monkeypatch, screen=True)) == 5 * most
    output.begin()


def test_wat_een_terminal_stuurt_komt_er_niet_door(ronde: Path, tmp_path: Path) -> None:
    identity = _proposed(ronde)
    path = ronde / "ronde.yaml"
    title = json.dumps(f"titel {EVIL}")
    path.write_text(re.sub(r"^titel: .*$", lambda _: f"titel: {title}", path.read_text("utf-8"), flags=re.MULTILINE))
    (ronde / "brief.md").write_text(f"Tekst {EVIL}\n\n::: {{.{EVIL}\n", "utf-8")
    dossier = tmp_path / "d.md"
    dossier.write_text(f"# BO Oost\n## 2.1 Water {EVIL}\nVoorgestelde afspraken\n- plan {EVIL}\n", "utf-8")
    papers = f"Kamerstuk 29 435, nr. 267 {EVIL} Kamerstuk 29 435, nr.".encode()
    runs = [
        brief("stand", ronde),
        brief("stand", ronde, "--json"),
        brief("controleren", ronde),
        brief("controleren", ronde, "--json"),
        brief("inlezen", dossier),
        brief("inlezen", dossier, "--json"),
        brief("vaststellen", ronde, identity, "--vervallen", "--reden", EVIL.replace("\r", ""), "--proef"),
        brief("vaststellen", ronde, EVIL),
        brief("vaststellen", ronde, identity, "--vervallen", "--reden", EVIL.replace("\r", "")),
        brief("vaststellen", ronde, identity, "--vervallen", "--reden", "later"),
        brief("kamerstuk", "toon", "kst-29435-267", ronde),
        brief("kamerstuk", "toon", EVIL),
        brief("kamerstuk", "schrijf", EVIL),
        brief("kamerstuk", "voegtoe", "kst-29435-999", ronde, "--titel", EVIL, "--proef"),
        brief("versies", ronde, "--uit", EVIL),
        brief("uitleg", EVIL),
        brief("nieuw", EVIL),
        brief(EVIL),
        brief("stand", "--" + EVIL),
    ]
    piped = run("kamerstuk", "zoek", "-", input=papers)
    for arguments, text in [
        *((done.args, done.stdout + done.stderr) for done in runs),
        (piped.args, (piped.stdout + piped.stderr).decode("utf-8")),
    ]:
        assert STEERS.findall(text) == [], (arguments, text)
        assert "Traceback" not in text


def test_in_json_blijft_elk_teken_wat_het_is(ronde: Path) -> None:
    path = ronde / "ronde.yaml"
    title = json.dumps(f"titel {EVIL}")
    path.write_text(re.sub(r"^titel: .*$", lambda _: f"titel: {title}", path.read_text("utf-8"), flags=re.MULTILINE))
    assert json.loads(run("stand", ronde, "--json").stdout)["titel"] == f"titel {EVIL}"


def test_eigen_kleuren_komen_er_wel_door_en_andere_codes_nooit() -> None:
    assert shown("\x1b[1;31mfout\x1b[0m \x1b]8;;x\x07", colour=True) == "\x1b[1;31mfout\x1b[0m \u241b]8;;x\u2407"
    assert shown("\x1b[1mfout\ta\nb\x7f\x85") == "\u241b[1mfout\ta\nb\u2421\ufffd"


STOPPED_AT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background has it off
from brief.__main__ import main

class CtrlC:
    def find_spec(self, name, *rest):
        if name == moment:
            os.kill(os.getpid(), signal.SIGINT)

moment = sys.argv.pop(1)
sys.meta_path.insert(0, CtrlC())
main()
"""


@pytest.mark.parametrize(
    "module", ["brief.cli", "click", "brief.commands.terminal", "brief.commands.opstellen", "brief.rounds", "lxml"]
)
def test_ctrl_c_tijdens_het_starten_eindigt_zonder_woorden(ronde: Path, module: str) -> None:
    """Each module is a moment of the start: the key is pressed when its turn to be loaded has come."""
    command = [sys.executable, "-c", STOPPED_AT, module, "opstellen", str(ronde)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
    assert done.returncode in {-signal.SIGINT, 130}
    assert b"Traceback" not in done.stderr
