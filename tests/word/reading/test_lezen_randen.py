"""Corners of controls, numbers, symbols and drawings that are seldom met."""

from __future__ import annotations

import pytest

from brief.word.opc.symbols import is_symbol_font, symbol
from brief.word.reading import Source, read
from brief.word.reading.numerals import is_known, numeral
from word.reading.bouwdoos import docx, p, part, r, relation

STORE = "{7B2E3D4C-0000-4000-8000-00000000000C}"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3, "ordinalText", "Derde"), (8, "ordinalText", "Achtste"), (20, "ordinalText", "Twintigste"),
        (22, "cardinalText", "Tweeëntwintig"), (41, "cardinalText", "Eenenveertig"), (100, "ordinalText", "Honderdste"),
        (203, "ordinalText", "Tweehonderdderde"), (1000, "cardinalText", "1000"), (0, "ordinalText", "0"),
        (26, "hex", "1A"), (4, "numberInDash", "- 4 -"), (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalEnclosedParen", "⑵"), (7, "001, 002, 003, ...", "007"), (7, "0001", "0007"), (5, "hebrew1", "5"),
        (0, "upperRoman", "0"), (0, "lowerLetter", "0"), (2, "chicago", "†"), (7, "decimalZero", "07"), (5, "none", ""),
    ],
)  # fmt: skip
def test_numbers_as_word_writes_them(value: int, form: str, shown: str) -> None:
    assert numeral(value, form) == shown
    assert is_known(form) == (form != "hebrew1")


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"), ("symbol", "6D", "μ"), ("Wingdings", "FC", "✓"), ("Wingdings", "E0", "→"),
        ("Wingdings 3", "70", "▲"), ("Webdings", "59", "🎔"), ("Segoe UI Symbol", "2194", "↔"), ("Symbol", "20", " "),
        ("MT Extra", "70", None), ("Symbol", "zz", None), ("Symbol", "12", None), ("Symbol", "1F0B3", None),
        ("Calibri", "F0B3", None), ("Calibri", "D800", None),
    ],
)  # fmt: skip
def test_symbols_of_fonts(font: str, code: str, shown: str | None) -> None:
    assert symbol(font, code) == shown


def test_which_fonts_are_symbols() -> None:
    assert is_symbol_font("WINGDINGS 2")
    assert not is_symbol_font("Verdana")


def bound(kind: str, inside: str, value: str, binding: str = "w:dataBinding") -> bytes:
    parts = {
        "customXml/item1.xml": f'<n:d xmlns:n="urn:p"><n:v>{value}</n:v></n:d>',
        "customXml/itemProps1.xml": (
            '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            f'ds:itemID="{STORE}"/>'
        ),
        "customXml/_rels/item1.xml.rels": RELS.format(relation("rId1", "customXmlProps", "itemProps1.xml")),
    }
    names = (
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    )
    place = f'w:prefixMappings="xmlns:n=\'urn:p\'" w:xpath="/n:d[1]/n:v[1]" w:storeItemID="{STORE}"'
    control = (
        f"<w:sdt {names}><w:sdtPr><{binding} {place}/>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
    return docx(
        p(r("Samen ") + control), parts=parts, relations=relation("rId9", "customXml", "../customXml/item1.xml")
    )


DOCUMENT = part("document", f"<w:body>{p(r('acht'))}</w:body>").replace("<", "&lt;")
DATE = '<w:date w:fullDate="2027-03-01T00:00:00Z"/>'
TICKED = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'


@pytest.mark.parametrize(
    ("kind", "inside", "value", "shown", "told"),
    [
        (DATE, r("1 maart 2027"), "2027-03-01", "Samen 1 maart 2027", False),
        (DATE, r("1 maart 2027"), "2028-03-01", "Samen 1 maart 2027", True),
        (TICKED, r("☒"), "true", "Samen ☒", False),
        (TICKED, r("☒"), "false", "Samen ☐", True),
        ("<w:text/>", r("acht"), "", "Samen acht", True),
        ("<w:showingPlcHdr/><w:text/>", r("kies"), "", "Samen kies", False),
        ("<w:richText/>", r("acht"), "negen", "Samen acht", True),
        ("<w:richText/>", r("acht"), "acht", "Samen acht", False),
        ("<w:text/>", r("acht"), "&lt;pkg/&gt;", "Samen acht", True),
        ("<w:richText/>", r("acht"), DOCUMENT, "Samen acht", False),
        ("<w:text/>", r("acht"), "acht", "Samen acht", False),
        (
            '<w:comboBox><w:listItem w:value="9" w:displayText="negen"/></w:comboBox>',
            r("acht"),
            "9",
            "Samen negen",
            True,
        ),
    ],
)
def test_a_bound_control_and_its_value(kind: str, inside: str, value: str, shown: str, told: bool) -> None:
    word = read(bound(kind, inside, value), "oost.docx")
    assert [block.text for block in word.body] == [shown]
    assert ("BR127" in {note.code for note in word.diagnostics}) == told


def test_a_control_bound_by_the_newer_name() -> None:
    word = read(bound("<w:text/>", r("acht"), "negen", "w15:dataBinding"), "oost.docx")
    assert [block.text for block in word.body] == ["Samen negen"]


def test_words_of_a_chart_are_read_without_their_place() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Huizen</a:t><a:t> </a:t></c:chartSpace>'
    )
    word = read(
        docx(p(r("tekst")), parts={"word/charts/c1.xml": chart}, relations=relation("rId4", "chart", "charts/c1.xml")),
        "oost.docx",
    )
    assert [block.text for block in word.by_source(Source.DRAWING)] == ["Huizen"]


@pytest.mark.parametrize("inside", ["<w:r><w:control/></w:r>", "<w:pPr><w:t>los</w:t></w:pPr>"])
def test_what_has_no_place_in_the_text_is_reported(inside: str) -> None:
    word = read(docx(f"<w:p>{inside}{r('tekst')}</w:p>"), "oost.docx")
    assert {note.code for note in word.diagnostics} & {"BR112", "BR121"}


def test_a_header_that_is_named_and_not_there_is_passed_by() -> None:
    word = read(docx(p(r("tekst")), relations=relation("rId4", "header", "header9.xml")), "oost.docx")
    assert [block.text for block in word.blocks] == ["tekst"]
    assert part("hdr", "").startswith("<?xml")


@pytest.mark.parametrize(
    ("chosen", "shown"), [("", "een"), ('<w:default w:val="1"/>', "twee"), ('<w:result w:val="7"/>', "")]
)
def test_a_list_to_choose_from_of_an_old_form(chosen: str, shown: str) -> None:
    entries = '<w:listEntry w:val="een"/><w:listEntry w:val="twee"/>'
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{chosen}{entries}</w:ddList></w:ffData></w:fldChar>'
    end = '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    field = f"<w:r>{begin}</w:r>{end}"
    assert [block.text for block in read(docx(p(r("kies ") + field)), "oost.docx").body] == [f"kies {shown}"]
