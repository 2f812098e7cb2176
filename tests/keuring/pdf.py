"""What a document looks like on paper: through LibreOffice to PDF, and the text of each page."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import pytest

from keuring.gereedschap import as_file, command, run, work_folder

if TYPE_CHECKING:
    from pathlib import Path


def to_pdf(docx: bytes | Path) -> Path:
    """Convert with LibreOffice; the same bytes are converted once in a test run."""
    source = as_file(docx)
    target = source.with_suffix(".pdf")
    if target.exists():
        return target
    # Each worker has its own profile: LibreOffice serves one user at a time from a profile.
    profile = work_folder() / f"profiel-{os.environ.get('PYTEST_XDIST_WORKER', 'enig')}"
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        said = run(
            [
                command("soffice"),
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                folder,
                source,
            ]
        )
        made = work_folder() / folder / target.name
        if not made.exists():
            pytest.fail(f"LibreOffice made no PDF of {source}: {said}", pytrace=False)
        made.replace(target)
    return target


def pdf_pages(pdf: Path) -> list[str]:
    """Give the text of each page, in reading order."""
    return run([command("pdftotext"), "-enc", "UTF-8", pdf, "-"]).removesuffix("\f").split("\f")
