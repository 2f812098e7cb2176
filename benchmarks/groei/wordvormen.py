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
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
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


def letters(folder: Path, size: int) -> None:
    """Give two letters of paragraphs of one letter, a or b, in another order."""
    for step, name in enumerate(("oud.docx", "nieuw.docx"), 1):
        _write(folder / name, "".join(_paragraph("ab"[number**step % 3 % 2]) for number in range(size)))


def alphabet(folder: Path, size: int) -> None:
    """Give two letters of paragraphs of one letter, of the whole alphabet, with no two in a row that both have."""
    for step, name in enumerate(("oud.docx", "nieuw.docx")):
        body = (_paragraph(chr(ord("a") + (number * (1 + 6 * step) + 3 * step) % 26)) for number in range(size))
        _write(folder / name, "".join(body))


def tracked_letter(folder: Path, size: int) -> None:
    """Give two letters of one paragraph, the second with so many words inserted and as many deleted."""
    one = '<w:ins w:id="{0}" w:author="A"><w:r><w:t xml:space="preserve">nieuw </w:t></w:r></w:ins>'
    other = '<w:del w:id="{0}" w:author="B"><w:r><w:delText xml:space="preserve">oud </w:delText></w:r></w:del>'
    _write(folder / "oud.docx", _paragraph("nieuw " * size))
    body = "".join(one.format(2 * number) + other.format(2 * number + 1) for number in range(size))
    _write(folder / "nieuw.docx", f"<w:p>{body}</w:p>")


def turned(folder: Path, size: int) -> None:
    """Give two letters of the same paragraphs, of which the second begins at the end."""
    body = [_paragraph(" ".join(random.Random(number).choices(_WORDS, k=8)) + f" {number}") for number in range(size)]
    _write(folder / "oud.docx", "".join(body))
    _write(folder / "nieuw.docx", "".join(reversed(body)))


def formula(folder: Path, size: int) -> None:
    """Give a dossier with one formula of many roots and brackets."""
    root = "<m:rad><m:deg/><m:e><m:r><m:t>a</m:t></m:r></m:e></m:rad><m:d><m:e><m:r><m:t>b</m:t></m:r></m:e></m:d>"
    space = f'xmlns:m="{_SPACE}/officeDocument/2006/math"'
    _write(folder / "dossier.docx", f"<w:p><m:oMath {space}>{root * size}</m:oMath></w:p>")


def other_form(folder: Path, size: int) -> None:
    """Give a dossier with a paragraph of which Word knows the first form, with so many runs in the second."""
    run = '<w:r><w:rPr><w:b w:val="1"/></w:rPr><w:t>x </w:t></w:r>'
    spaces = f'xmlns:mc="{_SPACE}/markup-compatibility/2006" xmlns:wps="{_SHAPES}"'
    forms = f'<mc:Choice Requires="wps">{run}</mc:Choice><mc:Fallback>{run * size}</mc:Fallback>'
    _write(folder / "dossier.docx", f"<w:p><mc:AlternateContent {spaces}>{forms}</mc:AlternateContent></w:p>")


def box(folder: Path, size: int) -> None:
    """Give a dossier with a text box of so many paragraphs."""
    inside = f"<w:txbxContent>{_paragraph('x') * size}</w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{inside}</v:textbox></v:shape>'
    _write(folder / "dossier.docx", f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


def bound(folder: Path, size: int) -> None:
    """Give a dossier in which each paragraph stands in a control that shows a value of its own from elsewhere."""
    name = "{00000000-0000-0000-0000-000000000001}"
    control = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/v[%s]" w:storeItemID="{name}"/></w:sdtPr><w:sdtContent>%s'
    body = "".join(control % (number + 1, _paragraph("oud")) + "</w:sdtContent></w:sdt>" for number in range(size))
    values = "".join(f"<v>waarde {number}</v>" for number in range(size))
    properties = f'<d:datastoreItem xmlns:d="{_SPACE}/officeDocument/2006/customXml" d:itemID="{name}"/>'
    more = {
        "customXml/item1.xml": f"<a>{values}</a>",
        "customXml/itemProps1.xml": properties,
        "customXml/_rels/item1.xml.rels": _relations("customXmlProps", "itemProps1.xml"),
        "word/_rels/document.xml.rels": _relations("customXml", "/customXml/item1.xml"),
    }
    _write(folder / "dossier.docx", body, more=more)


def _relations(kind: str, target: str) -> str:
    one = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{one}</Relationships>'


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _write(path: Path, body: str, notes: str = "", more: dict[str, str] | None = None) -> None:
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{_KIND}.footnotes+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "word/_rels/document.xml.rels": _relations("footnotes", "footnotes.xml"),
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
