"""What Word shows is what is read: one test for each kind of text that is hidden, computed, moved or set elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.dossier import read
from brief.text import write
from word.reading.bouwdoos import cell, docx, level, listed, p, part, r, relation, row, table

if TYPE_CHECKING:
    from brief.domain import Dossier

BY = 'w:id="5" w:author="M. Bakker" w:date="2026-05-20T00:00:00Z"'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TocKop"><w:name w:val="TOC Heading"/></w:style>'
)
HEAD = '<w:pStyle w:val="Kop2"/>'
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
STORE = "{6A2E3D4C-0000-4000-8000-00000000000B}"


def lees(body: str, *, start: bool = True, numbering: str = "", **more: object) -> Dossier:
    first = p(r("BO Leefomgeving Oost")) + (p(r("2.1 Bodem"), HEAD) + p(r("Voorgestelde afspraken:")) if start else "")
    dossier = read(docx(first + body, styles=STYLES, numbering=numbering, **more), "oost.docx")  # type: ignore[arg-type]
    assert [note.message for note in dossier.meldingen if note.is_error] == []
    return dossier


def afspraken(dossier: Dossier) -> list[str]:
    return [write(each.tekst) for each in dossier.afspraken]


def codes(dossier: Dossier) -> set[str]:
    return {note.code for note in dossier.meldingen}


def mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


# A: what is not shown does not come back in a table


@pytest.mark.parametrize(
    "inside",
    [
        deleted("veertig "), f"<w:moveFrom {BY}>{r('veertig ')}</w:moveFrom>", r("veertig ", "<w:vanish/>"),
        BOX.format(p(r("een losse opmerking in een vak"))),
        mark("begin") + code("IF ") + r("veertig ") + mark("separate") + mark("end"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("nested", [False, True])
def test_a_cell_holds_only_what_is_shown_and_the_table_stays_one(inside: str, nested: bool) -> None:
    text = p(inside + r("zestig hectare"))
    content = table(row(cell(text))) + p("") if nested else text
    grid = table(
        row(cell(p(r("Wie"))), cell(p(r("Wat")))), row(cell(p(r("Goor"))), cell(content)), row(cell(p(r("Dal"))))
    )
    dossier = lees(p(r("Zij doen dit:")) + grid)
    assert [" ".join(text.split()) for text in afspraken(dossier)] == [
        "Zij doen dit: | | | |---|---| | Wie | Wat | | Goor | zestig hectare | | Dal | |"
    ]
    assert {rest.tekst for rest in dossier.rest} & {"veertig", "een losse opmerking in een vak"}


@pytest.mark.parametrize("why", [f"<w:del {BY}/>", "<w:hidden/>"])
def test_a_row_that_is_taken_out_or_hidden_is_not_in_the_table(why: str) -> None:
    grid = table(
        row(cell(p(r("Oud", "<w:b/>"))), properties=why), row(cell(p(r("Kop", "<w:b/>")))), row(cell(p(r("regel"))))
    )
    assert afspraken(lees(grid)) == ["| **Kop** |\n|---|\n| regel |"]


def test_a_cell_that_is_taken_out_or_goes_on_from_the_one_above_shows_nothing() -> None:
    grid = table(
        row(
            cell(p(r("Veen")), '<w:vMerge w:val="restart"/>'),
            cell(p(r("een"))),
            cell(p(r("weg")), f"<w:cellDel {BY}/>"),
        ),
        row(cell(p(r("Oud")), "<w:vMerge/>"), cell(p(r("twee")))),
        row(cell(p(r("Klei"))), cell(p(r("drie")))),
    )
    dossier = lees(grid)
    assert afspraken(dossier) == ["|  |  |\n|---|---|\n| Veen | een |\n|  | twee |\n| Klei | drie |"]
    assert "BR129" in codes(dossier)
    assert {"Oud", "weg"} <= {rest.tekst for rest in dossier.rest}


# B: the contents end where their field ends


def contents(first: str, look: str = "") -> str:
    return p(mark("begin") + code(" TOC ") + mark("separate") + r(f"{first}\t2"), look)


CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
)


@pytest.mark.parametrize(
    "body",
    [
        contents("2.1 Bodem") + p(mark("end") + r("2.1 Bodem"), HEAD),
        contents("2.1 Bodem") + p(r("2.1 Bodem"), HEAD) + p(mark("end")),
        CONTROL + contents("2.1 Bodem") + p(mark("end")) + p(r("2.1 Bodem"), HEAD) + "</w:sdtContent></w:sdt>",
        p(r("2.1 Bodem\t4"), '<w:pStyle w:val="Toc1"/>') + p(r("2.1 Bodem"), '<w:pStyle w:val="Toc1"/>'),
        p(r("Inhoud"), '<w:pStyle w:val="TocKop"/>') + p(r("2.1 Bodem"), '<w:pStyle w:val="TocKop"/>'),
    ],
)  # fmt: skip
def test_no_agendapunt_goes_with_the_table_of_contents(body: str) -> None:
    title = p(r("Voorgestelde afspraken:"), '<w:pStyle w:val="TocKop"/>')
    dossier = lees(body + title + p(r("De regio meet.")), start=False)
    assert [each.nummer for each in dossier.agendapunten] == ["2.1"]
    assert afspraken(dossier) == ["De regio meet."]


# C: a word in a real table is no title


@pytest.mark.parametrize("word", ["Toelichting", "Bespreekpunten", "In het kort", "Toelichting:"])
@pytest.mark.parametrize("turned", [False, True])
def test_the_title_of_a_section_is_a_word_as_any_other_in_a_real_table(word: str, turned: bool) -> None:
    rows = [["Actie", word], ["Dijk", "later"], ["Polder", "nu"]]
    rows = [list(each) for each in zip(*rows, strict=True)] if turned else rows
    grid = table(*(row(*(cell(p(r(text))) for text in each)) for each in rows))
    dossier = lees(p(r("Zij doen dit:")) + grid + p(r("De regio meldt dat.")))
    assert [text.splitlines()[0] for text in afspraken(dossier)] == ["Zij doen dit:", "De regio meldt dat."]


def test_a_column_of_proposed_afspraken_is_reported() -> None:
    grid = table(row(*(cell(p(r(t))) for t in ("Punt", "Voorgestelde afspraken", "Wie"))), row(cell(p(r("Dijk")))))
    dossier = lees(p(r("2.2 Lucht"), HEAD) + grid)
    assert "BR155" in codes(dossier)


# D: characters that are never shown hide no title, and stay in the text


@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u200e", "\ufeff", "\u2060", "\u200d"])
def test_an_invisible_character_hides_no_title(char: str) -> None:
    body = p(r(f"{char}2.{char}1 Bo{char}dem"), HEAD) + p(r(f"Voor{char}gestelde afspraken{char}:"))
    dossier = lees(body + p(r(f"De re{char}gio meet.")) + p(r(f"Toe{char}lichting: kort")), start=False)
    assert [each.nummer for each in dossier.agendapunten] == ["2.1"]
    assert afspraken(dossier) == [f"De re{char}gio meet."]


def test_a_soft_hyphen_of_word_hides_no_title() -> None:
    title = p(r("Voor") + "<w:r><w:softHyphen/></w:r>" + r("gestelde afspraken"))
    assert afspraken(lees(p(r("2.1 Bodem"), HEAD) + title + p(r("De regio meet.")), start=False)) == ["De regio meet."]


# E: headings in cells and text boxes


@pytest.mark.parametrize(
    "heading",
    [
        table(row(cell(p(r("2.1 Bodem"), HEAD)), cell(p(r("10.30 – 11.00 uur"))))),
        table(row(cell(table(row(cell(p(r("2.1 Bodem"), HEAD)))) + p("")))),
        table(row(cell(p(r("2.1 Bodem", "<w:b/>"))), cell(p(r("10.30 – 11.00 uur"))))),
        p(BOX.format(p(r("2.1 Bodem"), HEAD))),
        p(BOX.format(p(r("2.1 Bodem", "<w:b/>")))),
    ],
)
def test_a_heading_in_a_cell_or_text_box_is_a_heading(heading: str) -> None:
    dossier = lees(heading + p(r("Voorgestelde afspraken:")) + p(r("De regio meet.")), start=False)
    assert [each.nummer for each in dossier.agendapunten] == ["2.1"]
    assert afspraken(dossier) == ["De regio meet."]
    assert ("BR154" in codes(dossier)) == ("txbxContent" in heading)


def test_a_title_in_a_text_box_opens_its_section() -> None:
    dossier = lees(
        p(r("2.1 Bodem"), HEAD) + p(BOX.format(p(r("Voorgestelde afspraken")))) + p(r("De regio meet.")), start=False
    )
    assert afspraken(dossier) == ["De regio meet."]
    assert "BR154" in codes(dossier)


def test_a_section_in_a_text_box_beside_the_text_ends_with_the_box() -> None:
    box = BOX.format(p(r("Toelichting:")) + p(r("dit licht toe")))
    assert afspraken(lees(p(r("De regio meet.") + box) + p(r("Het Rijk betaalt.")))) == [
        "De regio meet.",
        "Het Rijk betaalt.",
    ]


# F: numbers


def numbers(form: str, text: str = "%1.", more: str = "") -> str:
    made = level(0, form, text).replace("</w:lvl>", f"{more}</w:lvl>")
    return (
        f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def test_numbers_in_cells_are_text_of_the_table() -> None:
    grid = table(
        row(cell(p("", listed(1))), cell(p(r("meten")))), row(cell(p(r("later"), listed(1))), cell(p(r("wegen"))))
    )
    assert afspraken(lees(grid, numbering=numbers("decimal")))[0].splitlines()[2:] == [
        "| 1. | meten |",
        "| 2. later | wegen |",
    ]


def test_a_number_that_is_hidden_on_its_level_is_not_shown() -> None:
    body = p(r("Een."), listed(1)) + p(r("Twee."), listed(1))
    assert afspraken(lees(body, numbering=numbers("decimal", more="<w:rPr><w:vanish/></w:rPr>"))) == ["Een.", "Twee."]


def test_headers_notes_and_text_boxes_count_for_themselves() -> None:
    item = p(r("elders"), listed(1))
    notes = part("footnotes", f'<w:footnote w:id="1">{item}</w:footnote>')
    parts = {"word/header1.xml": part("hdr", item), "word/footnotes.xml": notes}
    related = relation("rId7", "header", "header1.xml") + relation("rId8", "footnotes", "footnotes.xml")
    body = p(r("Een.") + BOX.format(item), listed(1)) + p(r("Twee."), listed(1))
    assert afspraken(lees(body, numbering=numbers("decimal"), parts=parts, relations=related)) == [
        "1. Een.",
        "2. Twee.",
    ]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("ordinalText", "Eerste."),
        ("cardinalText", "Een."),
        ("ordinal", "1e."),
        ("numberInDash", "- 1 -."),
        ("hex", "1."),
    ],
)
def test_forms_of_numbers(form: str, shown: str) -> None:
    text = afspraken(lees(p(r("Meten."), listed(1)), numbering=numbers(form)))[0]
    assert text.replace("\\", "").split() == [*shown.split(), "Meten."]


def test_a_form_of_the_users_own_and_one_that_is_not_known() -> None:
    own = numbers("custom", "B%1.").replace('w:val="custom"', 'w:val="custom" w:format="001, 002, 003, ..."')
    choice = own.replace("<w:numFmt", '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt').replace(
        '..."/>', '..."/></mc:Choice></mc:AlternateContent>'
    )
    assert afspraken(lees(p(r("Meten."), listed(1)), numbering=choice))[0].split() == ["B001.", "Meten."]
    unknown = lees(p(r("Meten."), listed(1)) * 3, numbering=numbers("hebrew1"))
    assert [note.code for note in unknown.meldingen].count("BR156") == 1


# G: fields of which Word computes what it shows


SIMPLE = f'<w:fldSimple w:instr="X">{r("weg")}</w:fldSimple>'


def check_box(inside: str) -> str:
    box = f"<w:ffData><w:checkBox>{inside}</w:checkBox></w:ffData>"
    return mark("begin", box) + code(" FORMCHECKBOX ") + mark("end")


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (check_box("<w:checked/>"), "☒"),
        (check_box('<w:default w:val="0"/>'), "☐"),
        (mark("begin") + code(" MACROBUTTON Naam voor 1 mei ") + mark("end"), "voor 1 mei"),
        (mark("begin") + code(' GOTOBUTTON "doel" bijlage 2') + mark("end"), "bijlage 2"),
        (mark("begin") + code(" SYMBOL 9745 \\u ") + mark("end"), "☑"),
        ('<w:fldSimple w:instr=" SYMBOL 179 \\f Symbol "/>', "≥"),
        (mark("begin") + code("IF ") + SIMPLE + mark("separate") + r("dit") + mark("end"), "dit"),
    ],
)  # fmt: skip
def test_a_field_shows_what_word_shows(field: str, shown: str) -> None:
    assert afspraken(lees(p(r("Kies ") + field + r(" hier.")))) == [f"Kies {shown} hier."]


PROPERTIES = {
    "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    '<property name="Bedrag"><v>60 miljoen</v></property></Properties>',
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plan Zuid</dc:title></cp:coreProperties>',
    "_rels/.rels": RELS.format(
        relation("rId1", "officeDocument", "word/document.xml")
        + relation("rId2", "custom-properties", "docProps/custom.xml")
        + '<Relationship Id="rId3" Target="docProps/core.xml" '
        'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>'
    ),
    "customXml/item1.xml": '<n:d xmlns:n="urn:p"><n:v>60 miljoen</n:v><n:k a="ja">2</n:k></n:d>',
    "customXml/itemProps1.xml": (
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{STORE}"/>'
    ),
    "customXml/_rels/item1.xml.rels": RELS.format(relation("rId1", "customXmlProps", "itemProps1.xml")),
}  # fmt: skip
BINDING = relation("rId9", "customXml", "../customXml/item1.xml")


def test_a_property_is_shown_where_no_result_is_kept_and_compared_where_one_is() -> None:
    empty = mark("begin") + code(" DOCPROPERTY Bedrag ") + mark("end")
    assert afspraken(lees(p(r("Samen ") + empty), parts=PROPERTIES)) == ["Samen 60 miljoen"]
    old = mark("begin") + code(' DOCPROPERTY "Bedrag" ') + mark("separate") + r("50 miljoen") + mark("end")
    stale = lees(p(r("Samen ") + old), parts=PROPERTIES)
    assert afspraken(stale) == ["Samen 50 miljoen"]
    assert "BR127" in codes(stale)


# I: controls that are bound to a value


def bound(path: str, inside: str, kind: str = "<w:text/>", store: str = STORE) -> str:
    prefixes = (
        "xmlns:n='urn:p' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
    )
    binding = f'<w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{store}"/>'
    return f"<w:sdt><w:sdtPr>{binding}{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
CHOICE = '<w:dropDownList><w:listItem w:value="2" w:displayText="Tweede keus"/></w:dropDownList>'


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (p(r("Samen ") + bound("/n:d[1]/n:v[1]", r("50 miljoen"))), "Samen 60 miljoen"),
        (bound("/n:d/n:v", p(r("50 miljoen")) + p("")), "60 miljoen"),
        (p(bound("/n:d/n:v", r("50 miljoen"), store="")), "60 miljoen"),
        (p(bound("/n:d[1]/n:k[1]/@a", r("nee"))), "ja"),
        (p(bound("/n:d[1]/n:k[1]", r("Eerste keus"), CHOICE)), "Tweede keus"),
        (p(bound("/cp:coreProperties[1]/dc:title[1]", r("Plan Noord"), store=CORE)), "Plan Zuid"),
    ],
)
def test_a_bound_control_shows_its_value_and_the_old_text_is_kept_aside(body: str, shown: str) -> None:
    dossier = lees(body, parts=PROPERTIES, relations=BINDING)
    assert afspraken(dossier) == [shown]
    assert "BR127" in codes(dossier)
    assert [rest.reden for rest in dossier.rest if "gekoppeld" in rest.reden] == ["oude tekst van een gekoppeld veld"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/n:d[1]/n:x[1]", "<w:text/>"),
        ("//n:v", "<w:text/>"),
        ("/n:d[1]/n:k[7]", "<w:text/>"),
        ("/n:d[1]/n:v[1]", "<w:date/>"),
    ],
)
def test_a_control_whose_value_is_not_there_or_has_a_form_of_its_own_keeps_its_text(path: str, kind: str) -> None:
    assert afspraken(lees(p(bound(path, r("50 miljoen"), kind)), parts=PROPERTIES, relations=BINDING)) == ["50 miljoen"]


# H: symbols


SYMEX = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (r("à", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "→"),
        (r("Dm", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "Δμ"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="q" xmlns:q="urn:q"><w:t>nieuw</w:t></mc:Choice><mc:Fallback>'
         "<w:t>oud</w:t></mc:Fallback></mc:AlternateContent></w:r>", "oud"),
        (
            f'<w:r><mc:AlternateContent><mc:Choice {SYMEX} Requires="w16se">'
            '<w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="2194"/></mc:Choice>'
            "<mc:Fallback><w:t>↔</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "↔",
        ),
    ],
)  # fmt: skip
def test_symbols(run: str, shown: str) -> None:
    assert afspraken(lees(p(r("Van A ") + run + r(" B.")))) == [f"Van A {shown} B."]


def test_a_letter_of_a_symbol_font_without_table_is_reported() -> None:
    assert "BR118" in codes(lees(p(r("p", '<w:rFonts w:ascii="MT Extra" w:hAnsi="MT Extra"/>'))))


# J: formulas


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


FORMULAS = [
    (f"<m:f><m:num>{m('4+2')}</m:num><m:den>{m('3')}</m:den></m:f>", "(4+2)/3"),
    (f'<m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num>{m("n")}</m:num><m:den>{m("k")}</m:den></m:f>', "n¦k"),
    (f"<m:rad><m:deg/><m:e>{m('a+b')}</m:e></m:rad>", "√(a+b)"),
    (f"<m:rad><m:deg>{m('3')}</m:deg><m:e>{m('a')}</m:e></m:rad>", "3√a"),
    (
        '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
        f"<m:sub>{m('i=1')}</m:sub><m:sup>{m('9')}</m:sup><m:e>{m('x')}</m:e></m:nary>",
        "∑i=1 9 x",
    ),
    (
        '<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/><m:endChr m:val="]"/></m:dPr>'
        f"<m:e>{m('0')}</m:e><m:e>{m('1')}</m:e></m:d>",
        "[0;1]",
    ),
    (f"<m:func><m:fName>{m('log')}</m:fName><m:e>{m('x')}</m:e></m:func>", "log x"),
    (f"<m:acc><m:e>{m('x')}</m:e></m:acc>", "x\u0302"),
    (f"<m:m><m:mr><m:e>{m('a')}</m:e><m:e>{m('b')}</m:e></m:mr><m:mr><m:e>{m('c')}</m:e></m:mr></m:m>", "[a b; c]"),
    (f"<m:eqArr><m:e>{m('a=1')}</m:e><m:e>{m('b=2')}</m:e></m:eqArr>", "a=1; b=2"),
    (f"<m:limUpp><m:e>{m('a')}</m:e><m:lim>{m('b')}</m:lim></m:limUpp>", "ab"),
    (f'<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>{m("weg")}</m:e></m:phant>{m("x")}', "x"),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "shown"), FORMULAS)
@pytest.mark.parametrize("in_cell", [False, True])
def test_a_formula_keeps_its_meaning_on_one_line_and_is_reported(formula: str, shown: str, in_cell: bool) -> None:
    text = p(r("Norm ") + f"<m:oMath>{formula}</m:oMath>")
    dossier = lees(table(row(cell(text))) if in_cell else text)
    assert (
        " ".join(afspraken(dossier)[0].replace("\\", "").replace("^", "").replace("~", "").strip("|-\n ").split())
        == f"Norm {shown}"
    )
    assert "BR126" in codes(dossier)


# K, L, M


def test_white_space_that_is_kept_by_what_stands_around_it() -> None:
    runs = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in ("De regio ", "meet", " en weegt."))
    assert afspraken(lees(f'<w:p xml:space="preserve">{runs}</w:p>')) == ["De regio meet en weegt."]
    assert afspraken(lees(p(runs))) == ["De regiomeeten weegt."]


@pytest.mark.parametrize(
    "mark_of_first",
    ["<w:rPr><w:vanish/><w:specVanish/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", '<w:framePr w:dropCap="margin"/>'],
)
@pytest.mark.parametrize("around", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"])
def test_one_paragraph_in_word_is_one_paragraph(mark_of_first: str, around: str) -> None:
    text = afspraken(lees(around.format(p(r("De"), mark_of_first) + p(r(" regio meet.")))))[0]
    assert "De regio meet." in text


def test_a_heading_that_runs_on_in_text_stays_a_heading() -> None:
    heading = p(r("2.2 Lucht"), HEAD + "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(r(" Voorgestelde afspraken:"))
    dossier = lees(heading + p(r("De regio meet.")))
    assert [(each.nummer, each.titel) for each in dossier.agendapunten] == [("2.1", "Bodem"), ("2.2", "Lucht")]
    assert afspraken(dossier) == ["De regio meet."]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r("ruim 10") + r("6", '<w:position w:val="6"/>'), "ruim 10^6^"),
        (r("CO") + r("2", '<w:position w:val="-4"/>'), "CO~2~"),
        (r("vast") + r(" werk", '<w:position w:val="1"/>'), "vast werk"),
        (r("nox", "<w:caps/>") + r(" mirt", "<w:smallCaps/>"), "NOX MIRT"),
        (f"<w:r><w:ruby><w:rt>{r('boven')}</w:rt><w:rubyBase>{r('Venlo')}</w:rubyBase></w:ruby></w:r>", "Venlo"),
    ],
)
def test_meaning_carried_by_a_property(body: str, shown: str) -> None:
    dossier = lees(p(body))
    assert afspraken(dossier) == [shown]
    assert ("BR129" in codes(dossier)) == ("ruby" in body)


@pytest.mark.parametrize(
    ("around", "reason"),
    [(f"<w:del {BY}>{{}}</w:del>", "verwijderde tekst door M. Bakker, 2026-05-20"), ("{}", "verborgen tekst")],
)
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_goes_where_its_mark_goes(around: str, reason: str, kind: str) -> None:
    look = "<w:rPr><w:vanish/></w:rPr>" if around == "{}" else ""
    mark_of_note = around.format(f'<w:r>{look}<w:{kind}Reference w:id="2"/></w:r>')
    notes = part(f"{kind}s", f'<w:{kind} w:id="2">{p(r("Een vervallen noot."))}</w:{kind}>')
    related = relation("rId8", f"{kind}s", f"{kind}s.xml")
    dossier = lees(p(r("De regio meet.") + mark_of_note), parts={f"word/{kind}s.xml": notes}, relations=related)
    assert {rest.tekst: rest.reden for rest in dossier.rest}["Een vervallen noot."] == reason


DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="{}">{}</a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("uri", "inside"),
    [
        ("http://schemas.microsoft.com/office/drawing/2014/chartex",
         '<cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"/>'),
        ("http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
         '<w14:contentPart xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'),
        ("http://schemas.openxmlformats.org/drawingml/2006/diagram",
         '<d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'),
        ("http://schemas.microsoft.com/office/drawing/2017/model3d", ""),
    ],
)  # fmt: skip
def test_charts_ink_and_schemes_are_reported_with_their_place(uri: str, inside: str) -> None:
    found = [
        note for note in lees(p(r("Zie dit beeld.") + DRAWING.format(uri, inside))).meldingen if note.code == "BR112"
    ]
    assert [(note.place.paragraph, note.place.excerpt) for note in found if note.place] == [(4, "Zie dit beeld.")]


def test_a_prompt_within_a_sentence_and_a_broken_reference_are_reported() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Kies een bedrag')}</w:sdtContent></w:sdt>"
    dossier = lees(p(r("Samen ") + prompt) + p(r("Zie Fout! Bladwijzer niet gedefinieerd. hier.")))
    assert {"BR128", "BR157"} <= codes(dossier)
    assert "BR128" in codes(lees(table(row(cell(p(prompt)), cell(p(r("x")))))))


def test_every_broken_reference_of_an_afspraak_is_named() -> None:
    text = "Zie Fout! Bladwijzer niet gedefinieerd. en Fout: Bron van verwijzing niet gevonden."
    found = [note.message for note in lees(p(r(text))).meldingen if note.code == "BR157"]
    assert len(found) == 2
    assert found[1].endswith("'Fout: Bron van verwijzing niet gevonden.'")


@pytest.mark.parametrize(
    ("text", "told"), [("35 miljoen", True), ("Afgestemd", True), ("2.2 Wonen", True), ("CONCEPT", False)]
)
def test_a_few_words_in_a_text_box_beside_the_agendapunten_are_reported(text: str, told: bool) -> None:
    assert ("BR153" in codes(lees(p(r("Samen.") + BOX.format(p(r(text))))))) is told


def test_a_table_of_one_column_that_a_sentence_announces_is_a_table() -> None:
    grid = table(row(cell(p(r("Bespreekpunten")))), row(cell(p(r("Geld")))), row(cell(p(r("Tijd")))))
    dossier = lees(p(r("Rijk en regio agenderen in het najaar:")) + grid + p(r("Samen.")))
    assert [" ".join(text.split()) for text in afspraken(dossier)] == [
        "Rijk en regio agenderen in het najaar: | | |---| | Bespreekpunten | | Geld | | Tijd |", "Samen.",
    ]  # fmt: skip


def test_a_number_in_a_cell_of_its_own_is_that_of_the_heading_beside_it() -> None:
    bar = table(row(cell(p(r("2.1"))), cell(p(r("Bodem"), HEAD)), cell(p(r("10:30 uur")))))
    dossier = lees(bar + p(r("Voorgestelde afspraken:")) + p(r("Samen.")), start=False)
    assert [(each.nummer, each.titel) for each in dossier.agendapunten] == [("2.1", "Bodem")]
    assert afspraken(dossier) == ["Samen."]


@pytest.mark.parametrize(("look", "told"), [("", True), ("<w:b/>", False)])
def test_a_word_that_may_be_a_title_alone_in_its_row_is_reported_unless_it_looks_like_one(
    look: str, told: bool
) -> None:
    grid = table(row(cell(p(r("Toelichting", look)))), row(cell(p(r("Begroting")))))
    assert ("BR177" in codes(lees(p(r("Het Rijk levert stukken.")) + grid))) is told


def test_contents_that_someone_typed_are_no_agendapunten() -> None:
    rows = p(r("2. Ruimte ........ 2")) + p(r("2.1 Bodem") + "<w:r><w:tab/></w:r>" + r("3"))
    dossier = lees(rows + p(r("2.1 Bodem"), HEAD) + p(r("Voorgestelde afspraken:")) + p(r("Samen.")), start=False)
    assert [each.nummer for each in dossier.agendapunten] == ["2.1"]


def test_a_bound_control_whose_value_cannot_be_found_here_is_reported() -> None:
    place = f'<w:dataBinding w:prefixMappings="xmlns:n=\'urn:p\'" w:xpath="//n:v" w:storeItemID="{STORE}"/>'
    control = f"<w:sdt><w:sdtPr>{place}<w:text/></w:sdtPr><w:sdtContent>{r('acht')}</w:sdtContent></w:sdt>"
    parts = {
        "customXml/item1.xml": '<n:d xmlns:n="urn:p"><n:v>negen</n:v></n:d>',
        "customXml/itemProps1.xml": (
            '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            f'ds:itemID="{STORE}"/>'
        ),
        "customXml/_rels/item1.xml.rels": RELS.format(relation("rId1", "customXmlProps", "itemProps1.xml")),
    }
    dossier = lees(
        p(r("Samen ") + control), parts=parts, relations=relation("rId9", "customXml", "../customXml/item1.xml")
    )
    assert "BR127" in codes(dossier)
