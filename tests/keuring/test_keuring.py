"""The judges see what they are there to see: each is shown a sound document and broken ones."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from keuring import gereedschap
from keuring.lezers import docx2python_text, mammoth_text, pandoc_notes, pandoc_text
from keuring.ooxml import all_errors, integrity_errors, own_errors, sdk_errors
from keuring.pdf import pdf_pages, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""docx2python stumbles over notes that do not declare this one; Word always does."""
NOTES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}" xmlns:r="{R}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Noot over peil.</w:t></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES_LINK = f"{R}/footnotes"


def _parts() -> dict[str, str]:
    """A sound document with a paragraph, a footnote, a page break and a table, as text of its parts."""
    document = docx.Document()
    document.add_paragraph("Het peil blijft gelijk.")
    document.add_page_break()
    document.add_paragraph("Tweede bladzijde.")
    document.add_table(1, 2).cell(0, 0).text = "Rijk & regio"
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name).decode("latin-1") for name in package.namelist()}
    _edit(
        parts,
        "word/document.xml",
        "gelijk.</w:t></w:r>",
        'gelijk.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>',
    )
    _edit(
        parts,
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES_TYPE}"/></Types>',
    )
    link = f'<Relationship Id="rId99" Type="{NOTES_LINK}" Target="footnotes.xml"/></Relationships>'
    _edit(parts, "word/_rels/document.xml.rels", "</Relationships>", link)
    parts["word/footnotes.xml"] = NOTES
    return parts


def _edit(parts: dict[str, str], name: str, old: str, new: str) -> None:
    assert old in parts[name], f"{old} is not in {name}"
    parts[name] = parts[name].replace(old, new, 1)


def _zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode("latin-1"))
    return stream.getvalue()


def _broken(name: str, old: str, new: str) -> bytes:
    parts = _parts()
    _edit(parts, name, old, new)
    return _zipped(parts)


BODY = "word/document.xml"
CELL = '<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="4320"/></w:tcPr><w:p/></w:tc>'
OWN_FAULTS = {
    "a cell without a paragraph": (BODY, CELL, CELL.replace("<w:p/>", "")),
    "a row without cells": (BODY, "<w:tr>", "<w:tr/><w:tr>"),
    "text between paragraphs": (BODY, "<w:sectPr", "los<w:sectPr"),
    "a left-over tag": (BODY, "Tweede bladzijde.", "{{ naam }}"),
    "a wrong type of the main part": ("[Content_Types].xml", "document.main+xml", "template.main+xml"),
    "a reference without a note": (BODY, 'w:footnoteReference w:id="1"', 'w:footnoteReference w:id="7"'),
    "a note without a reference": (BODY, '<w:footnoteReference w:id="1"/>', ""),
    "a separator too few": ("word/footnotes.xml", 'w:type="separator" w:id="-1"', 'w:type="separator" w:id="-2"'),
    "a note id out of range": ("word/footnotes.xml", '<w:footnote w:id="1">', '<w:footnote w:id="40000">'),
}


def test_a_sound_document_passes_every_judge() -> None:
    assert all_errors(_zipped(_parts())) == []


@pytest.mark.parametrize("fault", OWN_FAULTS)
def test_our_own_judge_sees(fault: str) -> None:
    assert own_errors(_broken(*OWN_FAULTS[fault])) != []


def test_our_own_judge_sees_a_part_that_stands_twice() -> None:
    stream = io.BytesIO(_zipped(_parts()))
    with zipfile.ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("docProps/core.xml", package.read("docProps/core.xml"))
    assert "stands in the package 2 times" in own_errors(stream.getvalue())[0]


def test_the_sdk_sees_a_reference_without_a_note() -> None:
    errors = sdk_errors(_broken(*OWN_FAULTS["a reference without a note"]))
    assert "does not exist in part" in errors[0]


def test_the_sdk_sees_elements_in_the_wrong_order() -> None:
    assert sdk_errors(_broken(BODY, "<w:p><w:r>", "<w:p><w:r/><w:pPr/><w:r>")) != []


def test_the_sdk_sees_what_is_no_document_at_all() -> None:
    assert sdk_errors(b"geen zipbestand") != []


def test_ooxml_integrity_sees_a_reference_without_a_note() -> None:
    assert integrity_errors(_broken(*OWN_FAULTS["a reference without a note"])) != []


def test_other_readers_read_the_text_and_the_note() -> None:
    document = _zipped(_parts())
    for read in (pandoc_text, docx2python_text, mammoth_text):
        assert "Het peil blijft gelijk." in read(document), read.__name__
        assert "Tweede bladzijde." in read(document), read.__name__
    assert pandoc_notes(document) == ["Noot over peil."]


def test_libreoffice_puts_text_and_note_on_the_right_page() -> None:
    first, second = pdf_pages(to_pdf(_zipped(_parts())))
    assert "Het peil blijft gelijk." in first
    assert "Noot over peil." in first
    assert "Tweede bladzijde." in second


@pytest.mark.parametrize(("environment", "outcome"), [("verplicht", "Failed"), ("", "Skipped")])
def test_a_missing_judge_fails_where_it_is_required_and_skips_elsewhere(
    environment: str, outcome: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEF_KEURING", environment)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(gereedschap, "VALIDATOR", tmp_path / "afwezig")
    with pytest.raises(BaseException, match="make keuring") as end:
        sdk_errors(b"")
    assert type(end.value).__name__ == outcome
