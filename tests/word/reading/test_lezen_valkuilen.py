"""Corners of Word in which text is easily lost, doubled, or shown where Word shows none."""

from __future__ import annotations

import pytest

from brief.dossier import read as read_dossier
from brief.word.reading import Source, read
from word.reading.bouwdoos import docx, p, part, r, relation, zipped


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def test_a_field_that_never_ends_hides_no_text() -> None:
    word = read(docx(p(r("een") + _field("begin") + _code(" QUOTE ")) + p(r("twee")) + p(r("drie"))), "proef.docx")
    assert [block.text for block in word.body] == ["een", "twee", "drie"]


def test_fields_in_one_another_keep_code_and_result_apart() -> None:
    inner = _field("begin") + _code(" DATE ") + _field("separate") + r("binnen") + _field("end")
    body = p(_field("begin") + _code(" IF ") + inner + _field("separate") + r("9 mei") + _field("end") + r(" na"))
    word = read(docx(body), "proef.docx")
    assert [block.text for block in word.body] == ["9 mei na"]
    assert [block.text for block in word.by_source(Source.FIELD_CODE)] == ["binnen"]


def test_ten_thousand_fields_in_one_another_are_read_in_reasonable_work() -> None:
    body = p((_field("begin") + r("x")) * 10_000 + _field("end") * 10_000 + r("na"))
    assert [block.text for block in read(docx(body), "proef.docx").body] == ["na"]


@pytest.mark.parametrize("code", [r' SYMBOL 179 \f "Symbol" ', r" SYMBOL 0xB3 \f Symbol \s 11 "])
def test_a_symbol_field_gives_its_character(code: str) -> None:
    word = read(docx(p(r("Q ") + _field("begin") + _code(code) + _field("end") + r(" 5"))), "proef.docx")
    assert [block.text for block in word.body] == ["Q ≥ 5"]
    assert not word.diagnostics


def test_the_choice_in_an_old_form_field_is_read() -> None:
    entries = '<w:listEntry w:val="ja"/><w:listEntry w:val="nee"/>'
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>{entries}'
        "</w:ddList></w:ffData></w:fldChar></w:r>"
    )
    word = read(docx(p(begin + _code(" FORMDROPDOWN ") + _field("end"))), "proef.docx")
    assert [block.text for block in word.body] == ["nee"]


def test_a_field_whose_outcome_word_does_not_keep_is_reported() -> None:
    word = read(docx(p(_field("begin") + _code(" LISTNUM ") + _field("end") + r("tekst"))), "proef.docx")
    assert [each.code for each in word.diagnostics] == ["BR123"]


def test_characters_of_a_symbol_font_in_ordinary_text_become_what_they_show() -> None:
    known = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3</w:t></w:r>'
    assert [block.text for block in read(docx(p(known)), "proef.docx").body] == ["≥"]
    word = read(docx(p(r("\uf041"))), "proef.docx")
    assert [block.text for block in word.body] == ["\uf041"]
    assert [each.code for each in word.diagnostics] == ["BR118"]


def test_text_hidden_by_the_style_of_its_paragraph_is_hidden() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="V"><w:name w:val="V"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    shown = p(r("wel", '<w:vanish w:val="0"/>') + r("niet"), '<w:pStyle w:val="V"/>')
    word = read(docx(shown, styles=styles), "proef.docx")
    assert [block.text for block in word.body] == ["wel"]
    assert [block.text for block in word.by_source(Source.HIDDEN)] == ["niet"]


def test_bold_that_is_taken_off_by_hand_makes_no_lead() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
    body = p(r("gewoon", '<w:b w:val="0"/>'), '<w:pStyle w:val="B"/>') + p(r("vet"), '<w:pStyle w:val="B"/>')
    word = read(docx(body, styles=styles), "proef.docx")
    assert [bool(block.look) for block in word.body] == [False, True]


def test_a_comment_of_xml_within_text_takes_nothing_away() -> None:
    word = read(docx("<w:p><w:r><w:t>een <!-- x -->twee<![CDATA[ & drie]]></w:t></w:r></w:p>"), "proef.docx")
    assert [block.text for block in word.body] == ["een twee & drie"]


def test_text_after_an_element_within_text_is_kept() -> None:
    word = read(docx("<w:p><w:r><w:t>een<w:t>twee</w:t>drie</w:t></w:r></w:p>"), "proef.docx")
    assert "".join(block.text for block in word.blocks) == "eentweedrie"
    assert [each.code for each in word.diagnostics] == ["BR121"]


def test_a_strict_file_in_utf_16_is_read() -> None:
    main = part("document", f"<w:body>{p(r('één'))}</w:body>").replace('encoding="UTF-8"', 'encoding="UTF-16"')
    main = main.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    parts: dict[str, str | bytes] = {"[Content_Types].xml": types, "_rels/.rels": relations}
    parts["word/document.xml"] = main.encode("utf-16")
    assert [block.text for block in read(zipped(parts), "proef.docx").body] == ["één"]


def test_a_document_within_the_document_is_refused() -> None:
    word = read(docx(p(r("een")) + '<w:altChunk r:id="a"/>'), "proef.docx")
    assert [(each.code, each.is_error) for each in word.diagnostics] == [("BR124", True)]


def test_a_sentence_in_a_text_box_is_reported_as_no_afspraak() -> None:
    inside = p(r("Rijk en regio bouwen samen."))
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>"
    head = p(r("BO Leefomgeving Noord")) + p(r("2.1. Water", "<w:b/>")) + p(r("Voorgestelde afspraken"))
    dossier = read_dossier(docx(head + p(r("Een dijk.") + box)), "noord.docx")
    assert len(dossier.afspraken) == 1
    assert "BR153" in {each.code for each in dossier.meldingen}


_TRACKED = 'w:id="5" w:author="A" w:date="2026-05-19T10:00:00Z"'


def test_a_named_part_that_is_not_there_is_reported() -> None:
    related = relation("rId9", "styles", "weg.xml")
    word = read(docx(p(r("tekst")), relations=related), "proef.docx")
    assert [each.code for each in word.diagnostics] == ["BR160"]


def test_the_mark_of_a_note_without_text_is_reported() -> None:
    word = read(docx(p(r("Rijk bouwt") + '<w:r><w:footnoteReference w:id="9"/></w:r>')), "proef.docx")
    assert [each.code for each in word.diagnostics] == ["BR161"]


def test_two_paragraphs_that_a_tracked_change_made_one_are_reported() -> None:
    word = read(docx(p(r("twee"), f"<w:rPr><w:del {_TRACKED}/></w:rPr>") + p(r("drie"))), "proef.docx")
    assert [block.text for block in word.body] == ["tweedrie"]
    assert [each.code for each in word.diagnostics] == ["BR162"]


def test_letters_that_word_shows_the_other_way_round_are_reported() -> None:
    word = read(docx(p(f'<w:bdo w:val="rtl">{r("neojlim 53")}</w:bdo>')), "proef.docx")
    assert [each.code for each in word.diagnostics] == ["BR163"]


def test_a_sentence_within_the_contents_is_reported() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    rows = p(r("2.1 Water 3")) + p(r("Het Rijk legt 5 miljoen in."))
    body = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{rows}</w:sdtContent></w:sdt>" + p(r("2.1. Water"))
    dossier = read_dossier(docx(body), "zuid.docx", landsdeel="zuid")
    assert "BR164" in [each.code for each in dossier.meldingen]
