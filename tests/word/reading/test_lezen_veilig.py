"""A hostile or broken file gives a clear message, in bounded time and memory, and nothing is fetched or run."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from brief.word.reading import read
from word.reading.bouwdoos import OFFICE, docx, p, part, r, relation, row, table, zipped

GOED = docx(p(r("tekst")))


def codes(data: bytes, name: str = "proef.docx") -> list[str]:
    return [diagnostic.code for diagnostic in read(data, name).diagnostics]


def refused_with(data: bytes) -> str:
    word = read(data, "proef.docx")
    assert word.blocks == ()
    errors = [d for d in word.diagnostics if d.is_error]
    assert errors
    assert all(d.place is not None and d.hint for d in errors)
    return errors[0].code


def zip_of(change: dict[str, str | bytes]) -> bytes:
    files: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(GOED)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, **change})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "BR101"),
        (b"gewone tekst", "BR101"),
        (b"%PDF-1.7 ...", "BR101"),
        (b"{\\rtf1 tekst}", "BR101"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<x/>"}), "BR101"),
        (zipped({"los.txt": "x"}), "BR101"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "BR102"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "BR103"),
        (b"PK\x03\x04" + b"\0" * 50, "BR104"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, code: str) -> None:
    assert refused_with(data) == code


@pytest.mark.parametrize("part_of", [0.3, 0.6, 0.9, 0.99])
def test_truncated_zip(part_of: float) -> None:
    assert refused_with(GOED[: int(len(GOED) * part_of)]) == "BR104"


def test_flipped_byte_in_the_packed_text() -> None:
    data = bytearray(GOED)
    data[GOED.index(b"word/document.xml") + 30] ^= 0xFF
    assert refused_with(bytes(data)) in {"BR104", "BR107"}


def test_locked_zip_entry() -> None:
    data = bytearray(GOED)
    at = GOED.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    assert refused_with(bytes(data)) == "BR103"


def test_zip_bomb_is_not_unpacked() -> None:
    assert refused_with(zip_of({"word/document.xml": b" " * (30 * 1024 * 1024)})) == "BR105"


def test_zip_that_lies_about_its_size() -> None:
    """The size in the directory is what a bomb lies about: the bound holds for what comes out."""
    big = zip_of({"word/document.xml": b" " * (30 * 1024 * 1024)})
    data = bytearray(big)
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = 0
        while (at := data.find(signature, at)) >= 0:
            if struct.unpack_from("<L", data, at + offset)[0] > 10**6:
                struct.pack_into("<L", data, at + offset, 1000)
            at += 4
    assert refused_with(bytes(data)) in {"BR104", "BR105"}


def test_bombs_in_several_parts_are_bounded_together() -> None:
    header = part("hdr", p(r("x" * 9_000_000)))
    names = [f"header{n}" for n in range(8)]
    data = docx(
        p(r("tekst")),
        parts={f"word/{name}.xml": header for name in names},
        relations="".join(relation(name, "header", f"{name}.xml") for name in names),
    )
    assert refused_with(data) == "BR105"


def test_endless_tags_are_refused_before_a_tree_is_built() -> None:
    assert refused_with(docx("<w:p/>" * 500_000)) == "BR105"


def test_directory_with_a_hundred_thousand_entries() -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 50 * 1024 * 1024, 0, 0)
    assert refused_with(b"PK\x03\x04" + b"\0" * 100 + end) == "BR105"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(encoding: str) -> None:
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        + part("document", f"<w:body>{p(r('&b;'))}</w:body>").split("?>", 1)[1]
    )
    assert refused_with(zip_of({"word/document.xml": bomb.encode(encoding)})) == "BR108"


def test_file_outside_is_not_read(tmp_path: object) -> None:
    evil = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document/>'
    assert refused_with(zip_of({"word/document.xml": evil})) == "BR108"


def test_external_references_are_reported_not_fetched() -> None:
    outside = relation("rId5", "attachedTemplate", "http://192.0.2.1/sjabloon.dotm", external=True)
    link = relation("rId6", "hyperlink", "https://www.rijksoverheid.nl", external=True)
    word = read(docx(p(r("tekst")), relations=outside + link), "proef.docx")
    assert [d.code for d in word.diagnostics] == ["BR110"]
    assert word.diagnostics[0].place is not None
    assert word.diagnostics[0].place.excerpt == "http://192.0.2.1/sjabloon.dotm"
    assert [block.text for block in word.body] == ["tekst"]


def test_macros_are_reported_and_the_text_is_read() -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = docx(p(r("tekst")), parts={"word/vbaProject.bin": b"\0\1"}, main_type=kind)
    word = read(data, "proef.docm")
    assert [d.code for d in word.diagnostics] == ["BR111"]
    assert [block.text for block in word.body] == ["tekst"]


def test_wrong_content_type_is_reported() -> None:
    assert codes(docx(p(r("tekst")), main_type="text/plain")) == ["BR190"]


def test_presentation_is_no_document() -> None:
    assert refused_with(zip_of({"word/document.xml": "<p:presentation xmlns:p='x'/>"})) == "BR109"


def test_no_main_part() -> None:
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    assert refused_with(zip_of({"_rels/.rels": empty})) == "BR109"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_doubled_part() -> None:
    stream = io.BytesIO(GOED)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/Document.XML", part("document", f"<w:body>{p(r('andere tekst'))}</w:body>"))
    assert refused_with(stream.getvalue()) == "BR106"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_doubled_properties_do_not_stop_the_reading() -> None:
    stream = io.BytesIO(zip_of({"docProps/core.xml": "<x/>"}))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("docProps/core.xml", "<x/>")
    word = read(stream.getvalue(), "proef.docx")
    assert [d.code for d in word.diagnostics] == ["BR191"]
    assert [block.text for block in word.body] == ["tekst"]


def test_nested_tables_without_end() -> None:
    depth = 200_000
    data = docx("<w:tbl><w:tr><w:tc>" * (depth // 6) + "</w:tc></w:tr></w:tbl>" * (depth // 6))
    assert refused_with(data) == "BR107"


def test_tables_as_deep_as_the_bound_allows_are_read() -> None:
    inside = p(r("diep"))
    for _ in range(60):
        inside = table(row(f"<w:tc>{inside}<w:p/></w:tc>"))
    word = read(docx(inside), "proef.docx")
    assert [len(block.cells) for block in word.body] == [60]


def test_unbalanced_markers_do_not_stop_the_reading() -> None:
    ends = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 3
    begins = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 3
    word = read(docx(p(ends + r("zichtbaar") + begins + r("code"))), "proef.docx")
    assert [block.text for block in word.body] == ["zichtbaarcode"]


def test_strict_names_are_read_as_transitional() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(p(r("vet", "<w:b/>"), '<w:pStyle w:val="Kop1"/>'), styles=KOP))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    old, new = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for name in ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        for room in (b"wordprocessingml", b"officeDocument"):
            files[name] = files[name].replace(old + room + b"/2006/", new + room + b"/")
    assert b"purl.oclc.org" in files["word/document.xml"]
    word = read(zipped(files), "proef.docx")
    assert [(block.text, block.outline) for block in word.body] == [("vet", 1)]
    assert word.diagnostics == ()


KOP = '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
assert OFFICE.startswith("http://schemas.openxmlformats.org/officeDocument/2006/")
