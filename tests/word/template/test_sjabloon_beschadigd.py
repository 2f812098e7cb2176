"""A template of which the package is damaged or doubled is read or refused, in the words of templates."""

from __future__ import annotations

import io
import zipfile

import pytest

from brief.word.template.parts import open_template
from huis.project import PROJECT

WHOLE = (PROJECT / "templates" / "kamerbrief.docx").read_bytes()


def with_part(name: str) -> bytes:
    """Give the template with one part more."""
    target = io.BytesIO(WHOLE)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, b"<a/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "reads"),
    [(b"fout 502\r\n" + WHOLE, "BR125", True), (with_part("word/Styles.xml"), "BR308", False)],
)
def test_wat_er_is_staat_in_de_melding(data: bytes, code: str, reads: bool) -> None:
    template, found = open_template(data, "kamerbrief.docx")
    assert ([each.code for each in found], template is not None) == ([code], reads)
