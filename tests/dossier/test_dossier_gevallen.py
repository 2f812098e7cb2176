"""The inputs on which other programs went wrong, with what each must give; they stand beside the project, not in it."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from rounds.voorbeeldronde import brief

CASES = Path(__file__).parents[3] / "shared" / "gevallen" / "lezen"
CHECK = CASES / "check.py"


@pytest.mark.skipif(not CHECK.exists(), reason="the cases of other programs are not on this machine")
def test_every_case_is_right_or_reported_where_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check starts a program for each case; here that is this process: to load brief so often takes longest."""
    monkeypatch.setattr(sys, "argv", [str(CHECK), "--brief", "brief", str(CASES)])
    monkeypatch.setattr(subprocess, "run", lambda command, **_: brief(*command[1:]))
    runpy.run_path(str(CHECK))
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("FOUT")] == []
    assert said.count("GOED ") > 30
