"""What a shell is offered to complete: the names of the round that the command is about, and nothing else is said."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from brief.cli import opdracht
from rounds.rondemap import ronde

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    ronde(tmp_path)
    return tmp_path


def aangeboden(*typed: str, incomplete: str = "") -> list[str]:
    found = ShellComplete(opdracht, {}, "brief", "_BRIEF_COMPLETE").get_completions(list(typed), incomplete)
    return [each.value for each in found]


@pytest.mark.parametrize(
    ("typed", "incomplete", "offered"),
    [
        ((), "vast", ["vaststellen"]),
        (("vaststellen",), "nw-2", ["nw-2.3-1", "nw-2.3-2", "nw-2.3-3"]),
        (("vaststellen", "nw-2.3-1"), "nw-2", ["nw-2.3-2", "nw-2.3-3"]),
        (("vaststellen", "2027"), "n-", ["n-1.1-1", "n-1.1-2"]),
        (("vaststellen",), "noord", ["noord", "noordwest"]),
        (("vaststellen",), "20", ["2027"]),
        (("vaststellen", "--dossiertekst"), "", ["overnemen", "afwijzen"]),
        (("toevoegen", "noord"), "", ["1.1"]),
        (("toevoegen", "2027"), "zuid", ["zuidwest", "zuid"]),
        (("datum",), "b", ["brief"]),
        (("verwant",), "n-", ["n-1.1-1", "n-1.1-2"]),
        (("bevestigen",), "n-", ["n-1.1-1", "n-1.1-2"]),
        (("lijst", "--thema"), "w", ["water", "wonen"]),
        (("lijst", "--status"), "vast", ["vastgesteld"]),
        (("lijst", "--provincie"), "fr", ["fryslan"]),
        (("stand",), "", ["2027"]),
        (("opstellen",), "20", ["2027"]),
    ],
)
def test_the_names_of_the_round_are_offered(
    werkmap: Path, capfd: pytest.CaptureFixture[str], typed: tuple[str, ...], incomplete: str, offered: list[str]
) -> None:
    assert werkmap.is_dir()
    assert aangeboden(*typed, incomplete=incomplete) == offered
    assert capfd.readouterr() == ("", "")


def test_without_a_round_nothing_goes_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert aangeboden("vaststellen", incomplete="nw") == []
    assert aangeboden("stand") == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(werkmap: Path, shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "brief"],
        cwd=werkmap,
        env={"_BRIEF_COMPLETE": f"{shell}_source", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_brief_completion" in done.stdout
    assert done.returncode == 0
