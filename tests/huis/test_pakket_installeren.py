"""An installed package makes the letter: the wheel holds all it needs, templates included."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from huis.project import PROJECT
from rounds.voorbeeldronde import document

SOURCE = ("brief", "templates", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")


def _run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")} | environment
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources and install it in a folder of its own, in one go."""
    folder = tmp_path_factory.mktemp("pakket")
    source = folder / "bron"
    source.mkdir()
    for name in SOURCE:
        path = PROJECT / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    where = ("--no-deps", "--no-index", "--no-build-isolation", "--no-compile", "--target", str(folder / "site"))
    done = _run(*pip, "install", *where, ".", cwd=source)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_the_wheel_holds_every_file_of_the_package_and_the_templates_of_the_checkout(installed: Path) -> None:
    ours = {path.relative_to(PROJECT) for path in (PROJECT / "brief").rglob("*") if path.is_file()}
    ours = {path for path in ours if "__pycache__" not in path.parts}
    theirs = {path.relative_to(installed) for path in (installed / "brief").rglob("*") if path.is_file()}
    templates = {Path("brief") / path.relative_to(PROJECT) for path in (PROJECT / "templates").glob("*.docx")}
    assert {path for path in theirs if "__pycache__" not in path.parts} == ours | templates
    for path in templates:
        assert (installed / path).read_bytes() == (PROJECT / path.relative_to("brief")).read_bytes()


def test_an_installed_brief_makes_the_same_documents_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    """Run far from the checkout, on a round that is in no `input/` folder, so that no templates lie beside it."""
    shutil.copytree(PROJECT / "input" / "2026", tmp_path / "ronde")
    elsewhere = {"PYTHONPATH": str(installed)}
    where = _run(sys.executable, "-P", "-c", "import brief; print(brief.__file__)", cwd=tmp_path, **elsewhere)
    assert Path(where.stdout.strip()).is_relative_to(installed)
    made = _run(sys.executable, "-P", "-m", "brief", "opstellen", "ronde", "--uit", "uit", cwd=tmp_path, **elsewhere)
    assert made.returncode == 0, made.stderr
    for name in ("kamerbrief", "afsprakenlijst"):
        assert (tmp_path / f"uit/v01/{name}.docx").read_bytes() == document(name)
