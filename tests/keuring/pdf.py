"""What a document looks like on paper: through LibreOffice to PDF, and the text of each page."""

from __future__ import annotations

import tempfile
from pathlib import Path

from keuring.gereedschap import as_file, command, run, work_folder
from keuring.libreoffice import convert


def to_pdf(docx: bytes | Path) -> Path:
    """Convert with LibreOffice; the same bytes are converted once in a test run."""
    source = as_file(docx)
    target = source.with_suffix(".pdf")
    if target.exists():
        return target
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        (made,) = convert([source], "pdf:writer_pdf_Export", Path(folder))
        made.replace(target)
    return target


def pdf_pages(pdf: Path) -> list[str]:
    """Give the text of each page, in reading order."""
    return run([command("pdftotext"), "-enc", "UTF-8", pdf, "-"]).removesuffix("\f").split("\f")
