"""Whoever types what the README says of the sample round gets from the first version to the final documents."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from rounds.voorbeeldronde import PROJECT

pytestmark = pytest.mark.lang
SECTION = "## The sample round, end to end"
RETURNED = "cp output/2026/v02/kamerbrief.docx retour.docx"


def commands() -> list[str]:
    """Give what the section says to type, a command that runs over two lines as one."""
    readme = PROJECT / "README.md"
    if not readme.exists():
        pytest.skip("there is no README here")
    section = readme.read_text("utf-8").partition(SECTION)[2].partition("\n## ")[0]
    typed = "\n".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL)).replace("|\n", "|")
    return [line.partition("  #")[0].strip() for line in typed.splitlines() if not line.startswith(". ")]


def test_what_the_readme_says_to_type_works_from_the_first_version_to_the_final_documents(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "input" / "2026", tmp_path / "input" / "2026")
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    assert type_in(tmp_path, "brief opstellen").returncode == 0
    outcomes = {}
    for command in commands():
        done = type_in(tmp_path, command)
        outcomes[command] = done.returncode
        assert "Traceback" not in done.stderr
        if command == RETURNED:
            change_a_sentence(tmp_path / "retour.docx")
        elif command.startswith("brief vergelijken"):
            assert done.returncode == 1, command
            assert "gewijzigd" in done.stdout
        elif command == "brief afronden":
            assert done.returncode == 2
            assert "Er is niets geschreven" in done.stdout
        else:
            assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    assert [command.split()[1] for command in outcomes if command.startswith("brief ")] == [
        *("opstellen", "vergelijken", "vergelijken", "verwerken", "opstellen", "afronden", "afronden")
    ]
    assert "deze herfst" in (tmp_path / "input" / "2026" / "brief.md").read_text("utf-8")
    manifest = json.loads((tmp_path / "output" / "2026" / "definitief" / "manifest.json").read_bytes())
    assert manifest["uitgave"] == "v03"


def type_in(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Type a command as its reader does, with the `brief` of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def change_a_sentence(path: Path) -> None:
    """Change a sentence of the letter, as a reader in Word."""
    document = docx.Document(str(path))
    run = next(run for each in document.paragraphs for run in each.runs if "van dit najaar" in run.text)
    run.text = run.text.replace("van dit najaar", "van deze herfst")
    document.save(str(path))
