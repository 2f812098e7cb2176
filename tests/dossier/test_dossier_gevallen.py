"""The inputs on which other programs went wrong, with what each must give; they stand beside the project, not in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parents[3] / "shared" / "gevallen" / "lezen"


@pytest.mark.skipif(not (CASES / "check.py").exists(), reason="the cases of other programs are not on this machine")
def test_every_case_is_right_or_reported_where_that_is_allowed() -> None:
    brief = Path(sys.executable).with_name("brief")
    command = [sys.executable, str(CASES / "check.py"), "--brief", str(brief), str(CASES)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    wrong = [line for line in done.stdout.splitlines() if line.startswith("FOUT")]
    assert wrong == []
    assert done.stdout.count("GOED ") > 30
