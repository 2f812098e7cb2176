"""The command line speaks Dutch, loads only what it runs, and ends with the code that scripts rely on."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import click
import pytest

import brief
from brief.cli import OPDRACHTEN, main
from brief.commands.nederlands import Opmaak, usage_message


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
        (click.Option(["--aantal"], type=click.IntRange(1, 3)), ["--aantal", "9"], "--aantal: 9 valt buiten 1<=x<=3"),
        (click.Option(["--uit"], required=True), [], "de optie --uit ontbreekt"),
        (click.Argument(["bestand"], type=click.Path(exists=True)), ["weg.md"], "BESTAND: 'weg.md' bestaat niet"),
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
    import subprocess
    import sys

    line = f"{sys.executable} -m brief uitleg | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("BR0")
    assert done.stderr == ""
