"""LibreOffice as a converter: found on this machine, asked for its version, run in a profile of its own."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_SECONDS = 180
_USED_BEFORE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product">
<prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop>
</item>
</oor:items>
"""
ACCESSIBLE_SINCE = (25, 2)
"""The first version that makes PDF/UA-1 and PDF/A-2b at once."""

PDF = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}'
)
TAGGED_PDF = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""What versions before `ACCESSIBLE_SINCE` can do: tags, by which the text can be read back, and no standard."""

ODT = "odt:writer8"
PLACES_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""A PDF to measure by: every bookmark of the document is a named place in it."""


def place_name(bookmark: str) -> str:
    """Give the name of a bookmark in a PDF of LibreOffice: all but letters, digits and `-` is hexadecimal."""
    return "".join(each if each.isascii() and (each.isalnum() or each == "-") else _hex(each) for each in bookmark)


def _hex(character: str) -> str:
    code = ord(character)
    return f"{code:02X}" if code <= 0xFF else f"{code:04X}"


class Office(Struct, frozen=True):
    """A LibreOffice on this machine: where it is and which version, as `(25, 2, 3)`; empty when it does not say."""

    program: str
    version: tuple[int, ...]

    @property
    def is_accessible(self) -> bool:
        """Tell whether its PDF can be PDF/UA-1 and PDF/A-2b at once."""
        return self.version >= ACCESSIBLE_SINCE

    @property
    def shown(self) -> str:
        """Give its version as people write it."""
        return ".".join(map(str, self.version)) or "onbekende versie"

    @property
    def pdf_filter(self) -> str:
        """Give the best PDF that it can make."""
        return PDF if self.is_accessible else TAGGED_PDF


class ConversionError(Exception):
    """LibreOffice made nothing of a file; the message says which, and what it said itself."""


def find_office() -> Office | None:
    """Find LibreOffice on this machine; None when it is not there or does not start."""
    program = next((found for name in (*_NAMES, *_PLACES) if (found := shutil.which(name))), None)
    if program is None:
        return None
    try:
        said = _run([program, "--version"])
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r"LibreOffice\D*(\d+(?:\.\d+)*)", said)
    return Office(program, tuple(int(part) for part in version[1].split(".")) if version else ())


def convert(office: Office, files: Mapping[str, bytes], to: str) -> dict[str, bytes]:
    """Convert .docx files, given by a name without folder or ending, in one go; give the results by the same names.

    Raises `ConversionError` when one of them does not come out.
    """
    ending = to.partition(":")[0]
    with tempfile.TemporaryDirectory(prefix="brief-") as folder:
        work = Path(folder)
        inputs = []
        for name, data in files.items():
            (work / f"{name}.docx").write_bytes(data)
            inputs.append(str(work / f"{name}.docx"))
        command = [office.program, f"-env:UserInstallation={_profile()}", "--headless", "--norestore"]
        try:
            said = _run([*command, "--convert-to", to, "--outdir", str(work / "uit"), *inputs])
        except subprocess.TimeoutExpired as error:
            message = f"na {_SECONDS} seconden was het niet klaar"
            raise ConversionError(message) from error
        except (OSError, subprocess.SubprocessError) as error:
            raise ConversionError(str(error)) from error
        made = {name: work / "uit" / f"{name}.{ending}" for name in files}
        missing = [name for name, path in made.items() if not path.exists()]
        if missing:
            raise ConversionError(f"{', '.join(missing)}: {said.strip()[-300:]}")
        return {name: path.read_bytes() for name, path in made.items()}


@cache
def _profile() -> str:
    """Give the address of a profile of our own, made once a run: making one takes as long as converting a letter."""
    folder = tempfile.mkdtemp(prefix="brief-profiel-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return new_profile(Path(folder))


def new_profile(folder: Path) -> str:
    """Begin a profile in a folder that says it was used before; give its address.

    In one that says nothing of that, the first start of LibreOffice takes three times as long.
    """
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_USED_BEFORE, "utf-8")
    return folder.as_uri()


def _run(command: list[str]) -> str:
    """Give what a command prints; one that is stopped takes along what it started: soffice is only a starter."""
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        try:
            return process.communicate(timeout=_SECONDS)[0]
        except BaseException:
            _stop(process)
            raise


def _stop(process: subprocess.Popen[str]) -> None:
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
