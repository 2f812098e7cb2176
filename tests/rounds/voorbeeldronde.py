"""The sample round, made by `brief opstellen` as a user would: once for each worker."""

from __future__ import annotations

import functools
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from keuring.gereedschap import work_folder

PROJECT = Path(__file__).resolve().parents[2]
RONDE = PROJECT / "input" / "2026"


def opstellen(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `brief opstellen` in the project's folder."""
    return brief("opstellen", *arguments, **environment)


def brief(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of brief in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "brief", *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@functools.cache
def uitgave() -> Path:
    """Give the folder of the first version of the sample round."""
    folder = work_folder() / f"voorbeeld-{os.getpid()}"
    result = opstellen("input/2026", "--uit", folder)
    assert result.returncode == 0, result.stderr
    return folder / "v01"


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
