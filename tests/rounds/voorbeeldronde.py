"""The sample round, made by `brief opstellen` as a user would: once a run."""

from __future__ import annotations

import functools
import gc
import io
import os
import subprocess
import sys
import traceback
import zipfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from brief.cli import main
from keuring.gereedschap import once

PROJECT = Path(__file__).resolve().parents[2]
RONDE = PROJECT / "input" / "2026"


def opstellen(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `brief opstellen` in the project's folder."""
    return brief("opstellen", *arguments, **environment)


def brief(*arguments: str | Path, encoding: str = "utf-8", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of brief in the project's folder, within this process: a new one would load everything anew.

    With an environment it is a process of its own, which has that from its start.

    Raises:
        UnicodeDecodeError: when what it said is not in that encoding.
    """
    command = list(map(str, arguments))
    if environment:
        return subprocess.run(
            [sys.executable, "-m", "brief", *command],
            cwd=PROJECT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
    out, err = io.BytesIO(), io.BytesIO()
    with (
        redirect_stdout(io.TextIOWrapper(out, encoding, write_through=True)),
        redirect_stderr(io.TextIOWrapper(err, encoding, "backslashreplace", write_through=True)),
        chdir(PROJECT),
    ):
        code = _exit_code(command)
        said = [stream.getvalue().decode(encoding) for stream in (out, err)]
    return subprocess.CompletedProcess(command, code, *said)


def _exit_code(command: list[str]) -> int:
    """Run a command; what Python itself would make of an exception is printed, as it does."""
    try:
        main(command)
    except SystemExit as end:
        return int(end.code or 0)
    except Exception:
        traceback.print_exc()
        return 1
    finally:
        gc.enable()  # some commands look for no garbage, as they end soon


@functools.cache
def uitgave() -> Path:
    """Give the folder of the first version of the sample round."""

    def make(folder: Path) -> None:
        result = opstellen("input/2026", "--uit", folder)
        assert result.returncode == 0, result.stderr

    return once("voorbeeld", make) / "v01"


@functools.cache
def document(name: str) -> bytes:
    """Give the bytes of a document of the sample round."""
    return (uitgave() / f"{name}.docx").read_bytes()


@functools.cache
def part(name: str, part_name: str) -> str:
    """Give a part of a document as text."""
    with zipfile.ZipFile(io.BytesIO(document(name))) as package:
        return package.read(part_name).decode()


@functools.cache
def alineas(name: str) -> tuple[str, ...]:
    """Give the text of each paragraph of the body, tables included, as python-docx reads it."""
    body = docx.Document(io.BytesIO(document(name))).element.body
    return tuple(Paragraph(p, None).text for p in body.iter(qn("w:p")))  # type: ignore[arg-type]
