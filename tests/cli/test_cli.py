"""The command line speaks Dutch, loads only what it runs, and ends with the code that scripts rely on."""

from __future__ import annotations

import ast
import errno
import importlib.util
import subprocess
import sys
from pathlib import Path

import click
import pytest

import brief
from brief.cli import OPDRACHTEN, main
from brief.commands.terminal.click_dutch import Opmaak, usage_message

F = __file__


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    out, err = capsys.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, out, err


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_dutch_and_lists_every_command(capsys: pytest.CaptureFixture[str], flag: str) -> None:
    code, out, err = _run(capsys, flag)
    assert (code, err) == (0, "")
    assert out.startswith("Gebruik: brief [OPTIES] OPDRACHT …")
    assert "Opties:" in out
    assert "Opdrachten:" in out
    for name, words in OPDRACHTEN.items():
        if importlib.util.find_spec(f"brief.commands.{name}"):
            assert name in out
            assert words.split(" ")[0] in out
    for english in ("Usage", "Options", "Commands", "Show", "exit", "COMMAND"):
        assert english not in out


@pytest.mark.parametrize("name", [name for name in OPDRACHTEN if importlib.util.find_spec(f"brief.commands.{name}")])
def test_the_help_of_each_command_is_dutch(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = _run(capsys, name, "--help")
    assert code == 0
    assert out.startswith(f"Gebruik: brief {name} ")
    for english in ("Usage", "Options:", "OPTIONS", "COMMAND", "Show this", " TEXT", "[default"):
        assert english not in out


def test_the_command_of_each_name_is_the_object_of_that_name() -> None:
    for name in OPDRACHTEN:
        path = Path(brief.__file__).parent / "commands" / f"{name}.py"
        if path.exists():
            tree = ast.parse(path.read_text("utf-8"))
            assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["kontroleren"], "onbekende opdracht 'kontroleren'; bedoelde u 'controleren'?"),
        (["stand", "--jsn"], "onbekende optie '--jsn'; bedoelde u --json?"),
        (["uitleg", "a", "b"], "te veel: b"),
        (["nieuw"], "RONDE ontbreekt"),
        (["vaststellen", "x", "--datum", "morgen"], "--datum: 'morgen' is geen datum"),
        (["vaststellen", "x", "--datum"], "na de optie '--datum' hoort een waarde"),
        (["stand", "bestaatniet"], "RONDE: 'bestaatniet' is geen ronde"),
        (["stand", "--json=ja"], "de optie '--json' heeft geen waarde"),
    ],
)
def test_a_wrong_command_line_is_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    code, out, err = _run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"fout: {words}")
    assert "--help" in err


def test_brief_alone_shows_its_help_as_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys)
    assert (code, out) == (2, "")
    assert "Opdrachten:" in err


@pytest.mark.parametrize(
    ("option", "arguments", "words"),
    [
        (click.Option(["--a"], type=click.Choice(["b", "c"])), ["--a", "d"], "--a: 'd' kan niet; kies uit: b, c"),
        (click.Option(["--aantal"], type=int), ["--aantal", "x"], "--aantal: 'x' is geen getal"),
        (click.Option(["--n"], type=click.IntRange(1, 3)), ["--n", "9"], "--n: 9 is geen getal van 1 tot en met 3"),
        (click.Option(["--uit"], required=True), [], "de optie --uit ontbreekt"),
        (click.Option(["--m"], type=click.Path(file_okay=False)), ["--m", F], f"--m: '{F}' is een bestand, geen map"),
        (click.Option(["--in"], type=click.Path(dir_okay=False)), ["--in", "/"], "--in: '/' is een map, geen bestand"),
        (click.Argument(["bestand"], type=click.Path(exists=True)), ["weg.md"], "BESTAND: 'weg.md' bestaat niet"),
        (click.Argument(["b"], metavar="B.docx|-", type=click.Path(exists=True)), ["weg.md"], "'weg.md' bestaat niet"),
    ],
)  # fmt: skip
def test_errors_of_click_are_worded_in_dutch(option: click.Parameter, arguments: list[str], words: str) -> None:
    command = click.Command("x", params=[option])
    with pytest.raises(click.ClickException) as error:
        command.main(arguments, standalone_mode=False)
    assert usage_message(error.value) == words


def test_the_kinds_of_values_are_named_in_dutch() -> None:
    click.Context.formatter_class = Opmaak
    command = click.Command("x", params=[click.Option(["--a"], help="Iets.", default="b", show_default=True)])
    shown = command.get_help(click.Context(command))
    assert "--a TEKST" in shown
    assert "[standaard: b]" in shown


def test_an_unreadable_pipe_ends_quietly() -> None:
    line = f"{sys.executable} -m brief uitleg | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("BR0")
    assert done.stderr == ""


def test_a_pipe_that_closes_early_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_arguments: object, **_options: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(sys, "stdout", sys.stdout)  # click puts another in its place
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    monkeypatch.setattr(click.Group, "invoke", closed)  # click itself ends the process then, with code 1
    with pytest.raises(SystemExit) as end:
        main(["uitleg"])
    assert end.value.code == 0


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "output/2026"), "u hebt er geen rechten voor"),
        (OSError(errno.ENOSPC, "No space left on device", "output/2026"), "de schijf is vol"),
        (OSError(9999, "Strange", "output/2026"), "het systeem geeft fout 9999"),
    ],
)
def test_what_the_system_refuses_is_said_in_dutch_with_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(click.Group, "invoke", refuse)
    code, out, err = _run(capsys, "uitleg")
    assert (code, out) == (2, "")
    assert err.startswith("fout[BR901]: ")
    assert words in err
    assert "--> output/2026" in err


def test_a_full_disk_behind_stdout_is_said_once() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "brief", "uitleg"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "de schijf is vol" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
