"""What Word seldom holds and still shows, hides or computes: one cheap test for each kind."""

from __future__ import annotations

import pytest

from brief.word.reading import Revisions, Source, WordText, read
from brief.word.second import shown
from word.reading.bouwdoos import NAMESPACES, cell, docx, level, listed, p, part, r, row, table

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Groot"><w:name w:val="Groot"/><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vet"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="character" w:styleId="Om"><w:name w:val="Om"/><w:rPr><w:vanish/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Klein"><w:name w:val="Klein"/><w:rPr><w:smallCaps/></w:rPr></w:style>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "☑")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "•")}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
)
HIDDEN_MARK = "<w:rPr><w:vanish/></w:rPr>"


def lees(body: str, *, styles: str = STYLES) -> WordText:
    """Read a body; the second reading must show the same words, paragraph by paragraph."""
    data = docx(body, styles=styles, numbering=NUMBERING)
    word = read(data, "proef.docx")
    second = [
        " ".join(each.words) for (_, boxed), story in shown(data, "proef.docx").items() for each in story if not boxed
    ]
    assert second == [words for block in word.body if (words := " ".join(block.text.split()))]
    return word


def codes(word: WordText) -> list[str]:
    return [each.code for each in word.diagnostics]


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ("", "RIJK"),
        ('<w:rStyle w:val="Om"/>', ""),
        ('<w:rStyle w:val="Om"/><w:vanish w:val="0"/>', "rijk"),
        ('<w:rStyle w:val="Klein"/>', "RIJK"),
        ('<w:caps w:val="0"/>', "rijk"),
    ],
)
def test_what_two_styles_both_toggle_is_off_again(properties: str, text: str) -> None:
    word = lees(p(r("rijk", properties) + r(" "), '<w:pStyle w:val="Groot"/>'))
    assert "".join(block.text for block in word.body).strip() == text
    assert [
        block.text.strip() for block in lees(p(r("rijk", '<w:rStyle w:val="Om"/>'), '<w:pStyle w:val="Weg"/>')).body
    ] == ["rijk"]


def test_what_the_document_says_of_all_its_text_holds_where_no_style_says_otherwise() -> None:
    everywhere = "<w:docDefaults><w:rPrDefault><w:rPr><w:smallCaps/></w:rPr></w:rPrDefault></w:docDefaults>"
    word = lees(p(r("rijk ") + r("regio", '<w:smallCaps w:val="0"/>')), styles=everywhere + STYLES)
    assert [block.text for block in word.body] == ["RIJK regio"]


def test_a_paragraph_of_which_the_mark_stands_in_the_code_of_a_field_goes_on() -> None:
    field = p(r("Nu: ") + mark("begin") + code(" IF 1 = 1")) + p(
        code(' "ja" ') + mark("separate") + r("ja.") + mark("end")
    )
    assert [block.text for block in lees(field + p(r("Dan."))).body] == ["Nu: ja.", "Dan."]


def test_a_button_shows_what_a_field_in_its_code_gives() -> None:
    inner = mark("begin") + code(" REF x ") + mark("separate") + r("klik hier") + mark("end")
    word = lees(p(r("Rijk ") + mark("begin") + code(" MACROBUTTON Naam ") + inner + mark("end")))
    assert [block.text for block in word.body] == ["Rijk klik hier"]


def test_a_field_without_end_is_reported() -> None:
    word = lees(p(r("Rijk ") + mark("begin") + code(" TOC ") + mark("separate") + r("regio")))
    assert codes(word) == ["BR171"]


def test_what_word_fills_in_itself_is_reported_unless_at_the_edge_of_the_page() -> None:
    assert codes(lees(p(r("Op ") + "<w:r><w:dayLong/><w:pgNum/></w:r>"))) == ["BR123", "BR123"]
    edge = part("hdr", p("<w:r><w:pgNum/></w:r>"))
    related = (
        '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"'
    )
    word = read(docx(p(r("Rijk")), relations=f'{related} Target="h.xml"/>', parts={"word/h.xml": edge}), "proef.docx")
    assert codes(word) == []


def test_a_control_in_a_sentence_that_shows_nothing_is_reported_with_what_is_kept_for_it() -> None:
    date = '<w:sdt><w:sdtPr><w:date w:fullDate="2027-03-01T00:00:00Z"/></w:sdtPr><w:sdtContent/></w:sdt>'
    word = lees(p(r("Uiterlijk ") + date + r(".")))
    assert [(each.code, "2027-03-01" in each.message) for each in word.diagnostics] == [("BR172", True)]
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('nu')}</w:sdtContent></w:sdt>"
    assert codes(lees(p(r("Uiterlijk ") + filled))) == []


def test_a_bullet_that_says_yes_is_reported_and_any_other_is_not() -> None:
    assert codes(lees(p(r("Oost"), listed(2)) + p(r("West"), listed(2)) + p(r("Noord"), listed(3)))) == ["BR173"]


def test_a_hidden_numbered_paragraph_is_reported_and_a_hidden_bullet_is_not() -> None:
    word = lees(p("", listed(1) + HIDDEN_MARK) + p("", listed(3) + HIDDEN_MARK) + p(r("Rijk"), listed(1)))
    assert codes(word) == ["BR175"]


def test_a_table_style_that_alters_words_is_reported_once() -> None:
    rows = '<w:tblStylePr w:type="firstRow"><w:rPr><w:caps/></w:rPr></w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="T"><w:name w:val="Deftig"/>{rows}</w:style>'
    grid = table(row(cell(p(r("Wie"))))).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    assert codes(lees(grid + p(r("en")) + grid, styles=styles)) == ["BR170"]


@pytest.mark.parametrize(("ignorable", "text", "told"), [("", "Rijk 99 en", "BR174"), ("x", "Rijk en", "BR129")])
def test_text_in_an_element_that_word_does_not_know_is_reported(ignorable: str, text: str, told: str) -> None:
    body = p(r("Rijk ") + f"<x:hoes>{r('99 ')}</x:hoes>" + r("en"))
    extra = f'xmlns:x="urn:eigen" mc:Ignorable="{ignorable}"'
    main = part("document", f"<w:body>{body}</w:body>").replace(NAMESPACES, f"{NAMESPACES} {extra}")
    data = docx("", parts={"word/document.xml": main})
    word = read(data, "proef.docx")
    assert [block.text for block in word.body] == [text]
    assert codes(word) == [told]
    assert [" ".join(each.words) for each in shown(data, "proef.docx")["word/document.xml", False]] == [text]


def test_word_art_in_the_text_is_reported() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="NIET AKKOORD"/></v:shape></w:pict></w:r>'
    word = lees(p(r("Rijk") + art))
    assert codes(word) == ["BR129"]
    assert [block.text for block in word.by_source(Source.WATERMARK)] == ["NIET AKKOORD"]


def test_paragraphs_joined_by_a_style_separator_each_keep_their_look() -> None:
    word = lees(p(r("Rijk en "), f'<w:pStyle w:val="Vet"/>{HIDDEN_MARK}') + p(r("regio.")))
    assert [(run.text, bool(run.style)) for run in word.body[0].runs] == [("Rijk en ", True), ("regio.", False)]
    assert not word.body[0].look


def test_a_large_first_letter_is_no_tracked_change() -> None:
    letter = p(r("R"), '<w:framePr w:dropCap="drop"/>')
    word = lees(letter + p(r("ijk")))
    assert [block.text for block in word.body] == ["Rijk"]
    assert codes(word) == []


def test_a_contents_field_may_begin_behind_a_heading() -> None:
    head = p(r("2. Ruimte") + mark("begin") + code(" TOC ") + mark("separate"), '<w:pStyle w:val="Kop2"/>')
    rows = p(r("2.1 Water 3")) + p(r("2.2 Bodem 4") + mark("end"))
    word = lees(head + rows + p(r("2.1 Water"), '<w:pStyle w:val="Kop2"/>'))
    assert [block.contents for block in word.body] == [False, True, True, False]


def test_a_note_to_which_nothing_refers_says_so() -> None:
    notes = part("footnotes", f'<w:footnote w:id="1">{p(r("Los."))}</w:footnote>')
    related = (
        '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        'Target="footnotes.xml"/>'
    )
    word = read(docx(p(r("Rijk")), relations=related, parts={"word/footnotes.xml": notes}), "proef.docx")
    assert [block.detail for block in word.by_source(Source.FOOTNOTE)] == ["voetnoot-1, waarnaar geen tekst verwijst"]


@pytest.mark.parametrize(
    ("instruction", "result", "told"),
    [
        ("PAGE", "", ["BR123"]),
        ("FORMTEXT", "\u2002\u2002", ["BR172"]),
        ("FORMTEXT", "acht", []),
        ("FORMDROPDOWN", "", ["BR172"]),
        ("DATE", "1 mei 2026", ["BR176"]),
        ("MERGEFIELD naam", "«naam»", ["BR128"]),
        ("MERGEFIELD naam", "Goes", []),
        ("INCLUDETEXT x.docx", "", ["BR110"]),
    ],
)
def test_a_field_that_shows_something_else_later_or_nothing_is_reported(
    instruction: str, result: str, told: list[str]
) -> None:
    separated = mark("separate") + r(result) if result else ""
    word = lees(p(r("Op ") + mark("begin") + code(f" {instruction} ") + separated + mark("end")))
    assert codes(word) == told


def test_a_date_at_the_edge_of_the_page_is_usual() -> None:
    edge = part("hdr", p(mark("begin") + code(" DATE ") + mark("separate") + r("1 mei") + mark("end")))
    related = (
        '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"'
    )
    word = read(docx(p(r("Rijk")), relations=f'{related} Target="h.xml"/>', parts={"word/h.xml": edge}), "proef.docx")
    assert codes(word) == []


def test_a_character_that_only_one_font_shows_is_reported() -> None:
    assert codes(lees(p(r("Oost \ue00c gekozen")))) == ["BR118"]


def test_the_text_around_a_number_is_shown_as_its_level_says() -> None:
    caps = level(0, "decimal", "punt %1:").replace("</w:lvl>", "<w:rPr><w:caps/></w:rPr></w:lvl>")
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    sign = level(0, "decimal", "\uf0fc %1").replace("</w:lvl>", font)
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{each}</w:abstractNum>' for n, each in enumerate((caps, sign))
    )
    numbering += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))
    word = read(docx(p(r("Rijk"), listed(1)) + p(r("regio"), listed(2)), numbering=numbering), "proef.docx")
    assert [block.number.text for block in word.body if block.number] == ["PUNT 1:", "✓ 1"]


def test_the_mark_of_a_paragraph_of_a_hidden_style_is_hidden_too() -> None:
    shows = p(r("Rijk ", '<w:vanish w:val="0"/><w:caps w:val="0"/>'), '<w:pStyle w:val="Weg"/>')
    assert [block.text for block in lees(shows + p(r("en regio."))).body] == ["Rijk en regio."]


@pytest.mark.parametrize(
    ("look", "around", "told"),
    [
        ('<w:color w:val="FFFFFF"/>', "", True),
        ('<w:color w:val="FEFDF9"/>', "", True),
        ('<w:color w:val="F2F2F2"/>', "", False),
        ('<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>', False),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>', "", False),
        ('<w:highlight w:val="black"/>', "", True),
        ('<w:shd w:val="clear" w:fill="000000"/><w:color w:val="FFFF00"/>', "", False),
        ('<w:sz w:val="2"/>', "", True),
        ('<w:sz w:val="8"/>', "", False),
    ],
)
def test_text_that_nobody_can_see_is_reported(look: str, around: str, told: bool) -> None:
    assert codes(lees(p(r("Rijk ") + r("intern", look), around))) == (["BR178"] if told else [])
    white, blue = r("kop", '<w:color w:val="FFFFFF"/>'), '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
    assert codes(lees(table(row(cell(p(white)))))) == ["BR178"]
    assert codes(lees(table(row(f"<w:tc>{blue}{p(white)}</w:tc>")))) == []
    assert (
        codes(lees(table(row(cell(p(white)))).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="X"/></w:tblPr>')))
        == []
    )


def test_text_that_its_style_the_theme_or_the_height_of_its_line_hides_is_reported() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Licht"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Klein"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Balk"><w:pPr><w:shd w:fill="000080"/></w:pPr>'
        '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Laag"><w:pPr>'
        '<w:spacing w:line="9" w:lineRule="exact"/></w:pPr></w:style>'
    )
    fill = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{}</w14:textFill>'
    for look, around, told in (
        ('<w:color w:val="000000" w:themeColor="background1"/>', "", True),
        ('<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/><w:shd w:fill="000080"/>', "", False),
        ('<w:rStyle w:val="Licht"/>', "", True),
        ('<w:rStyle w:val="Licht"/><w:color w:val="112233"/>', "", False),
        ("", '<w:pStyle w:val="Klein"/>', True),
        ('<w:sz w:val="20"/>', '<w:pStyle w:val="Klein"/>', False),
        ("", '<w:pStyle w:val="Balk"/>', False),
        (fill.format("<w14:noFill/>"), "", True),
        (fill.format('<w14:solidFill><w14:srgbClr w14:val="1F3864"/></w14:solidFill>'), "", False),
        ("", '<w:spacing w:line="20" w:lineRule="exact"/>', True),
        ("", '<w:spacing w:line="20" w:lineRule="atLeast"/>', False),
        ("", '<w:pStyle w:val="Laag"/>', True),
        ("", '<w:pStyle w:val="Laag"/><w:spacing w:line="240" w:lineRule="auto"/>', False),
    ):
        assert codes(lees(p(r("intern", look), around), styles=styles)) == (["BR178"] if told else []), (look, around)
    low = row(cell(p(r("intern"))), properties='<w:trHeight w:val="10" w:hRule="exact"/>')
    assert codes(lees(table(row(cell(p(r("Rijk")))), low))) == ["BR178"]


def test_brackets_that_word_draws_itself_are_reported() -> None:
    for look, told in (
        ('<w:eastAsianLayout w:combine="1" w:combineBrackets="square"/>', ["BR186"]),
        ('<w:eastAsianLayout w:combine="1"/>', []),
        ('<w:eastAsianLayout w:vert="1" w:combineBrackets="none"/>', []),
    ):
        assert codes(lees(p(r("norm ") + r("12", look)))) == told, look


def test_what_a_style_strikes_or_marks_as_a_prompt_is_reported() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Door"><w:name w:val="Door"/><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Grijs"><w:name w:val="Placeholder Text"/></w:style>'
    )
    assert codes(lees(p(r("20 ", '<w:rStyle w:val="Door"/>') + r("35")), styles=styles)) == ["BR119"]
    assert codes(lees(p(r("Op ") + r("kies een datum", '<w:rStyle w:val="Grijs"/>')), styles=styles)) == ["BR128"]


def test_a_formula_kept_as_a_field_is_reported_with_and_without_a_result() -> None:
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = r"<w:r><w:instrText> EQ \f(2;3) </w:instrText></w:r>"
    assert codes(lees(p(r("norm ") + begin + code + between + r("23") + end))) == ["BR126"]
    assert codes(lees(p(r("norm ") + begin + code + end))) == ["BR123"]


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("2{}x", "2(1/2)x"),
        ("+{}", "+1/2"),
        ("<m:sSup><m:e>{}</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "(1/2)2"),
    ],
)
def test_a_fraction_beside_a_factor_stands_in_brackets(formula: str, line: str) -> None:
    fraction = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    parts = [
        part if part.startswith("<") or not part else f"<m:r><m:t>{part}</m:t></m:r>" for part in formula.split("{}")
    ]
    word = lees(p(f"<m:oMath>{fraction.join(parts)}</m:oMath>"))
    assert [block.text for block in word.body] == [line]


@pytest.mark.parametrize(
    ("state", "shown", "told"), [("1", "☐", ["BR127"]), ("1", "☒", []), ("0", "☐", []), ("0", "ja", [])]
)
def test_a_check_box_that_shows_another_mark_than_its_state_is_reported(
    state: str, shown: str, told: list[str]
) -> None:
    names = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    box = f'<w14:checkbox {names}><w14:checked w14:val="{state}"/><w14:checkedState w14:val="2612"/></w14:checkbox>'
    control = f"<w:sdt><w:sdtPr>{box}</w:sdtPr><w:sdtContent>{r(shown)}</w:sdtContent></w:sdt>"
    assert codes(lees(p(r("Oost ") + control))) == told


def test_a_line_drawn_over_the_text_is_told() -> None:
    line = '<w:r><w:pict><v:line from="0,5pt" to="300pt,5pt"/></w:pict></w:r>'
    assert codes(lees(p(r("Het Rijk bouwt.") + line))) == ["BR117"]


def test_a_cell_with_a_stroke_through_it_is_reported_and_a_parted_first_cell_is_not() -> None:
    down, up = ('<w:tl2br w:val="single"/>', '<w:tr2bl w:val="single"/>')
    for cells, told in (
        ((cell(p(r("Wie"))), cell(p(r("20")), f"<w:tcBorders>{down}</w:tcBorders>")), ["BR119"]),
        ((cell(p(r("Wie")), f"<w:tcBorders>{down}{up}</w:tcBorders>"), cell(p(r("20")))), ["BR119"]),
        ((cell(p(r("Wie")), f"<w:tcBorders>{down}</w:tcBorders>"), cell(p(r("20")))), []),
        ((cell(p(r("Wie"))), cell(p(""), f"<w:tcBorders>{down}</w:tcBorders>")), []),
        ((cell(p(r("Wie"))), cell(p(r("20")), '<w:tcBorders><w:tl2br w:val="nil"/></w:tcBorders>')), []),
    ):
        assert codes(lees(table(row(*cells), row(cell(p(r("Rijk"))))))) == told, cells


def test_a_table_style_that_strikes_or_crosses_is_reported() -> None:
    cross = (
        '<w:tblStylePr w:type="{}"><w:tcPr><w:tcBorders><w:tl2br w:val="single"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    strike = '<w:tblStylePr w:type="lastRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr>'
    grid = table(row(cell(p(r("Wie"))))).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    for said, told in ((strike, ["BR170"]), (cross.format("lastRow"), ["BR170"]), (cross.format("nwCell"), [])):
        styles = f'<w:style w:type="table" w:styleId="T"><w:name w:val="Streep"/>{said}</w:style>'
        assert codes(lees(grid, styles=styles)) == told, said


def test_a_table_with_its_first_column_at_the_right_is_reported() -> None:
    two, one = (row(*(cell(p(r(text))) for text in texts)) for texts in (("Wie", "Wat"), ("Wie",)))
    turned = '<w:style w:type="table" w:styleId="T"><w:tblPr><w:bidiVisual/></w:tblPr></w:style>'
    for rows, said, told in (
        (two, "<w:bidiVisual/>", ["BR163"]),
        (two, '<w:tblStyle w:val="T"/>', ["BR163"]),
        (two, '<w:tblStyle w:val="T"/><w:bidiVisual w:val="0"/>', []),
        (one, "<w:bidiVisual/>", []),
    ):
        grid = table(rows).replace("<w:tblPr/>", f"<w:tblPr>{said}</w:tblPr>")
        assert codes(lees(grid, styles=turned)) == told, said


def test_a_character_that_turns_the_text_round_is_reported() -> None:
    assert codes(lees(p(r("Rijk legt \u202e12\u202c miljoen in.")))) == ["BR163"]
    assert codes(lees(p(r("Bel \u202a070 123\u202c of \u200e06.")))) == []


@pytest.mark.parametrize("named", ["x:hoes", "x:*"])
def test_the_content_of_an_element_is_read_when_word_is_told_to_show_it(named: str) -> None:
    body = p(r("Rijk ") + f"<x:hoes>{r('99 ')}</x:hoes>" + r("en")) + f"<x:hoes>{p(r('regio'))}</x:hoes>"
    extra = f'xmlns:x="urn:eigen" mc:Ignorable="x" mc:ProcessContent="{named}"'
    main = part("document", f"<w:body>{body}</w:body>").replace(NAMESPACES, f"{NAMESPACES} {extra}")
    data = docx("", parts={"word/document.xml": main})
    word = read(data, "proef.docx")
    assert [block.text for block in word.body] == ["Rijk 99 en", "regio"]
    assert codes(word) == []
    second = shown(data, "proef.docx")["word/document.xml", False]
    assert [" ".join(each.words) for each in second] == ["Rijk 99 en", "regio"]


@pytest.mark.parametrize(
    ("dirty", "instruction", "told"),
    [("true", "= 3 + 4", ["BR176"]), ("0", "= 3 + 4", []), ("1", "TOC", []), ("1", "DATE", ["BR176"])],
)
def test_a_field_that_the_file_calls_out_of_date_is_reported(dirty: str, instruction: str, told: list[str]) -> None:
    begun = mark("begin").replace("fldCharType", f'dirty="{dirty}" w:fldCharType')
    word = lees(p(begun + code(f" {instruction} ") + mark("separate") + r("5") + mark("end")))
    assert codes(word) == told
    simple = f'<w:fldSimple w:instr=" {instruction} " w:dirty="{dirty}">{r("5")}</w:fldSimple>'
    assert codes(lees(p(simple))) == told


def test_the_text_of_a_drawing_is_reported_once() -> None:
    letters = "<a:p><a:r><a:t>Het Rijk </a:t></a:r><a:r><a:t>betaalt.</a:t></a:r></a:p>"
    shape = f"<a:sp><a:txSp><a:txBody>{letters}</a:txBody></a:txSp></a:sp>"
    drawing = f"<w:r><w:drawing><a:graphic>{shape}</a:graphic></w:drawing></w:r>"
    word = lees(p(r("Rijk") + drawing))
    assert codes(word) == ["BR129"]
    assert [block.text for block in word.by_source(Source.DRAWING)] == ["Het Rijk betaalt."]


@pytest.mark.parametrize(
    ("bullet", "told"), [("Besluit:", ["BR173"]), ("R:", ["BR173"]), ("o", []), ("–", []), ("• ", [])]
)
def test_a_bullet_that_is_a_word_is_reported_once(bullet: str, told: list[str]) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", bullet)}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    word = read(docx(p(r("Rijk."), listed(1)) + p(r("Regio."), listed(1)), numbering=numbering), "proef.docx")
    assert codes(word) == told


def test_deleted_text_outside_a_tracked_change_is_reported() -> None:
    kept = '<w:r><w:delText xml:space="preserve">niet </w:delText></w:r>'
    word = lees(p(r("Rijk bouwt ") + kept + r("samen.")))
    assert codes(word) == ["BR174"]
    for name in ("del", "moveFrom"):
        change = f'<w:{name} w:id="1" w:author="x">{kept}</w:{name}>'
        assert "BR174" not in codes(lees(p(r("Rijk bouwt ") + change + r("samen."))))
        revised = read(docx(p(r("Rijk ") + change)), "proef.docx", revisions=Revisions.REJECT)
        assert "BR174" not in codes(revised)
