"""Hostile Word files: written by hand, for none of them comes out of Word."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

_SPACE = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_SPACE}/wordprocessingml/2006/main"'
_TYPES = f"{_SPACE}/package/2006/content-types"
_RELATIONS = f"{_SPACE}/package/2006/relationships"
_OFFICE = f"{_SPACE}/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORDS = ("Rijk", "provincie", "gemeente", "water", "bodem", "dijk", "natuur", "ruimte", "woningen", "stroom", "plan")
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def changed_template(folder: Path, more: str) -> None:
    """Write both templates to `sjablonen` of a round, the letter's with more at its end."""
    place = folder / "sjablonen"
    place.mkdir()
    for name in ("kamerbrief.docx", "afsprakenlijst.docx"):
        with zipfile.ZipFile(TEMPLATES / name) as old, zipfile.ZipFile(place / name, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                data = old.read(part)
                if part == "word/document.xml" and name == "kamerbrief.docx":
                    end = data.rindex(b"<w:sectPr")
                    data = data[:end] + more.encode() + data[end:]
                new.writestr(part, data)


def tracked(folder: Path, size: int) -> None:
    """Give a template with a paragraph of tracked insertions."""
    one = '<w:ins w:id="{}" w:author="A. Lezer"><w:r><w:t>nieuw </w:t></w:r></w:ins>'
    changed_template(folder, f"<w:p>{''.join(one.format(number) for number in range(size))}</w:p>")


def fields(folder: Path, size: int) -> None:
    """Give a template with a paragraph of fields that fetch something."""
    kinds = ["<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> INCLUDETEXT x </w:instrText></w:r>"]
    kinds += [f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("separate", "end")]
    changed_template(folder, f"<w:p>{''.join(kinds) * size}</w:p>")


def cited(folder: Path, size: int) -> None:
    """Give a letter in which each sentence has a note with a paper of its own."""
    body = "".join(
        _paragraph(f"Zin {number}.").replace("</w:p>", f'<w:r><w:footnoteReference w:id="{number + 1}"/></w:r></w:p>')
        for number in range(size)
    )
    notes = "".join(
        f'<w:footnote w:id="{number + 1}">{_paragraph(f"Kamerstuk 29 435, nr. {number + 1}")}</w:footnote>'
        for number in range(size)
    )
    (folder / "brief.md").unlink()
    _write(folder / "brief.docx", body, notes)


def long_paragraphs(folder: Path, size: int) -> None:
    """Give two letters of one long paragraph each, with the same few words in another order."""
    for seed, name in enumerate(("oud.docx", "nieuw.docx")):
        _write(folder / name, _paragraph(" ".join(random.Random(seed).choices(_WORDS, k=size))))


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _write(path: Path, body: str, notes: str = "") -> None:
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{_KIND}.footnotes+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
