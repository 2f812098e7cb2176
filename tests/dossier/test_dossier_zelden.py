"""Constructs that few files hold: what Word shows of them is read, and both readings see it alike."""

from __future__ import annotations

import re

import pytest

from brief.domain import Sectie
from brief.dossier import read
from brief.text.plain import plain
from brief.word.opc.dates import as_shown
from brief.word.opc.markup import W
from brief.word.reading import changes, fields
from brief.word.reading.styles import Styles
from dossier.test_dossier_getoond import RELS, STORE, afspraken, code, codes, lees, mark
from word.reading.bouwdoos import cell, docx, level, listed, p, part, r, relation, row, table

BY = 'w:id="5" w:author="M. Bakker" w:date="2026-05-20T00:00:00Z"'


def style(kind: str, name: str, inside: str = "", base: str = "") -> str:
    on = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{on}<w:rPr>{inside}</w:rPr></w:style>'


def with_styles(body: str, styles: str) -> list[str]:
    """Read afspraken of a dossier with more styles."""
    start = p(r("BO Leefomgeving Oost")) + p(r("2.1 Bodem", "<w:b/>")) + p(r("Voorgestelde afspraken:"))
    dossier = read(docx(start + body, styles=styles), "oost.docx")
    assert [note.message for note in dossier.meldingen if note.is_error] == []
    return afspraken(dossier)


@pytest.mark.parametrize("form", ["decimalEnclosedCircle", "decimalEnclosedParen"])
def test_a_number_that_is_a_digit_and_no_decimal_is_no_crash(form: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, form, "%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    dossier = lees(p(r("Samen."), listed(1)) + p(r("Apart."), listed(1)), numbering=numbering)
    assert [each[1:].strip() for each in afspraken(dossier)] == ["Samen.", "Apart."]


def test_a_style_says_what_the_farthest_style_says_that_it_is_based_on() -> None:
    far = style("paragraph", "S0", "<w:caps/>")
    far += "".join(style("paragraph", f"S{n}", base=f"S{n - 1}") for n in range(1, 70))
    assert with_styles(p(r("samen."), '<w:pStyle w:val="S69"/>'), far) == ["SAMEN."]


def test_styles_that_are_based_on_each_other_stand_by_themselves() -> None:
    circle = style("paragraph", "A", "<w:caps/>", "B") + style("paragraph", "B", base="A")
    circle += style("paragraph", "Z", base="A")
    body = "".join(p(r(f"{name.lower() * 4}."), f'<w:pStyle w:val="{name}"/>') for name in ("B", "A", "Z"))
    assert with_styles(body, circle) == ["bbbb.", "AAAA.", "ZZZZ."]


def test_a_style_of_another_kind_does_not_count() -> None:
    styles = style("character", "Teken", "<w:vanish/>") + style("paragraph", "Alinea", "<w:caps/>")
    body = p(r("Samen."), '<w:pStyle w:val="Teken"/>') + p(r("Apart.", '<w:rStyle w:val="Alinea"/>'))
    assert with_styles(body, styles) == ["Samen.", "Apart."]


def test_a_font_of_the_theme_goes_before_a_font_of_symbols() -> None:
    fonts = '<w:rFonts w:ascii="Symbol" w:asciiTheme="minorHAnsi" w:hAnsi="Symbol" w:hAnsiTheme="minorHAnsi"/>'
    assert afspraken(lees(p(r("De D-weg", fonts) + r(" blijft.")))) == ["De D-weg blijft."]


@pytest.mark.parametrize("kind", ["SET bedrag 35", "ASK bedrag hoeveel"])
@pytest.mark.parametrize("simple", [False, True])
def test_a_result_that_is_kept_for_elsewhere_is_not_shown(
    kind: str, simple: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = mark("begin") + code(f" {kind} ") + mark("separate") + r("35") + mark("end")
    if simple:
        field = f'<w:fldSimple w:instr="{kind}">{r("35")}</w:fldSimple>'
    body = p(field + r("Het Rijk betaalt ") + r("dertig."))
    assert afspraken(lees(body)) == ["Het Rijk betaalt dertig."]
    monkeypatch.setattr(fields, "_RESULT_UNSEEN", re.compile("(?!)"))
    start = p(r("2.1 Bodem", "<w:b/>")) + p(r("Voorgestelde afspraken:"))
    assert "BR158" in codes(read(docx(start + body), "oost.docx"))


def test_a_cell_that_a_tracked_change_merges_with_the_one_above_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def merged(how: str) -> str:
        return f'<w:cellMerge {BY} w:vMerge="{how}"/>'

    grid = table(
        row(cell(p(r("Wie"))), cell(p(r("Wat")))),
        row(cell(p(r("Rijk")), merged("rest")), cell(p(r("betaalt")))),
        row(cell(p(r("Zuid")), merged("cont")), cell(p(r("bouwt")))),
    )
    dossier = lees(p(r("Zij doen dit:")) + grid)
    assert ["Zuid" in text for text in afspraken(dossier)] == [False]
    assert "BR129" in codes(dossier)
    monkeypatch.setattr(changes, "_TRACKED_MERGES", {})
    start = p(r("2.1 Bodem", "<w:b/>")) + p(r("Voorgestelde afspraken:"))
    assert "BR158" in codes(read(docx(start + p(r("Zij doen dit:")) + grid), "oost.docx"))


def test_a_line_break_in_a_formula_parts_words_in_both_readings() -> None:
    formula = "<m:oMath><m:r><m:t>a=1</m:t></m:r><m:r><w:br/></m:r><m:r><m:t>b=2</m:t></m:r></m:oMath>"
    assert [" ".join(text.split()) for text in afspraken(lees(p(r("Norm ") + formula)))] == ["Norm a=1\\ b=2"]


CHECK = (
    '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="{}"/>'
    '<w14:checkedState w14:val="2611"/></w14:checkbox>'
)
DAY = (
    '<w:date w:fullDate="{}T00:00:00Z"><w:dateFormat w:val="{}"/><w:lid w:val="nl-NL"/>'
    '<w:calendar w:val="gregorian"/></w:date>'
)


@pytest.mark.parametrize(
    ("kind", "value", "held", "shown"),
    [
        (DAY.format("2026-05-01", "dddd d MMMM yyyy"), "2026-10-01T00:00:00", "1 mei", "donderdag 1 oktober 2026"),
        (DAY.format("2026-10-01", "d MMMM yyyy"), "2026-10-01", "1 oktober 2026", "1 oktober 2026"),
        (DAY.format("2026-05-01", "d MMMM yyyy HH:mm"), "2026-10-01", "1 mei", "1 mei"),
        (CHECK.format(0), "true", "☐", "☑"),
        (CHECK.format(1), "1", "☑", "☑"),
    ],
)
def test_a_bound_date_or_check_box_shows_its_value_in_its_own_form(
    kind: str, value: str, held: str, shown: str
) -> None:
    place = f'<w:dataBinding w:prefixMappings="xmlns:n=\'urn:p\'" w:xpath="/n:d/n:v" w:storeItemID="{STORE}"/>'
    control = f"<w:sdt><w:sdtPr>{place}{kind}</w:sdtPr><w:sdtContent>{r(held)}</w:sdtContent></w:sdt>"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    parts = {
        "customXml/item1.xml": f'<n:d xmlns:n="urn:p"><n:v>{value}</n:v></n:d>',
        "customXml/itemProps1.xml": f'<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{STORE}"/>',
        "customXml/_rels/item1.xml.rels": RELS.format(relation("rId1", "customXmlProps", "itemProps1.xml")),
    }
    related = relation("rId9", "customXml", "../customXml/item1.xml")
    dossier = lees(p(r("Stand: ") + control + r(".")), parts=parts, relations=related)
    assert afspraken(dossier) == [f"Stand: {shown}."]
    assert ("BR127" in codes(dossier)) is (held != shown or "HH" in kind)


@pytest.mark.parametrize(
    ("mask", "language", "shown"),
    [
        ("dd-MM-yy", "nl-NL", "05-03-27"), ("ddd d MMM yyyy", "nl-NL", "vr 5 mrt 2027"),
        ("'Den Haag,' d MMMM yyyy", "nl-NL", "Den Haag, 5 maart 2027"), ("MMMM d, yyyy", "en-US", "March 5, 2027"),
        ("d MMMM yyyy", "de-DE", None), ("h:mm", "nl-NL", None), ("", "nl-NL", None),
    ],
)  # fmt: skip
def test_a_mask_writes_a_date_or_says_that_it_cannot(mask: str, language: str, shown: str | None) -> None:
    from lxml import etree

    control = etree.Element(f"{W}date")
    for name, value in (("dateFormat", mask), ("lid", language)):
        etree.SubElement(control, f"{W}{name}", {f"{W}val": value})
    assert as_shown(control, "2027-03-05T00:00:00Z") == shown
    assert as_shown(control, "2027-02-30") is None


def test_many_styles_that_go_up_one_long_chain_cost_no_more_each() -> None:
    from lxml import etree

    chain = "".join(style("paragraph", f"S{n}", base=f"S{n - 1}") for n in range(3000))
    styles = Styles(etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{chain}</w:styles>'))
    assert {styles.look(f"S{n}").hidden for n in reversed(range(3000))} == {None}


BREAK = "<w:r><w:br/></w:r>"


def test_a_title_on_a_line_of_its_own_begins_its_section() -> None:
    """All of an agendapunt in one paragraph, with Shift+Enter; or the title behind what goes before it."""
    lines = (
        "In het kort:",
        "Kort.",
        "Voorgestelde afspraken:",
        "Rijk en regio bouwen samen.",
        "Toelichting:",
        "Later.",
    )
    whole = p(BREAK.join(r(line) for line in lines))
    behind = p(r("In het kort:")) + p(r("Kort.") + BREAK + r("Voorgestelde afspraken"), listed(1))
    heading = p(
        r("2.1 Bodem") + BREAK + r("Hamerpunt") + BREAK + r("Voorgestelde afspraken:"), '<w:pStyle w:val="Kop2"/>'
    )
    item = p(r("Rijk en regio bouwen samen."))
    start = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>')
    for body in (start + whole, start + behind + item, heading + item):
        dossier = lees(body, start=False)
        assert afspraken(dossier) == ["Rijk en regio bouwen samen."]
        assert [(each.nummer, each.titel) for each in dossier.agendapunten] == [("2.1", "Bodem")]
        assert "BR179" not in codes(dossier)
    assert dossier.agendapunten[0].hamerpunt


def test_a_title_on_a_line_within_an_afspraak_stays_in_it_and_is_reported() -> None:
    dossier = lees(p(r("Rijk en regio bouwen samen.") + BREAK + r("Toelichting: zie de kaart.")) + p(r("Apart.")))
    assert afspraken(dossier) == ["Rijk en regio bouwen samen.\\\nToelichting: zie de kaart.", "Apart."]
    assert "BR179" in codes(dossier)


def test_what_goes_on_in_an_item_under_a_blank_bullet_belongs_to_it() -> None:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{level(0, "bullet", sign, indent=720)}</w:abstractNum>'
        for n, sign in ((0, "•"), (1, " "))
    ) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))
    body = p(r("Rijk en regio bouwen."), listed(1)) + p(r("Zij doen dat samen."), listed(2)) + p(r("Apart."), listed(1))
    assert [" ".join(text.split()) for text in afspraken(lees(body, numbering=numbering))] == [
        "- Rijk en regio bouwen. Zij doen dat samen.", "- Apart.",
    ]  # fmt: skip


def test_a_symbol_in_a_formula_is_the_same_in_both_readings() -> None:
    formula = '<m:oMath><m:r><w:sym w:font="Symbol" w:char="F061"/></m:r><m:r><m:t>=5</m:t></m:r></m:oMath>'
    assert afspraken(lees(p(r("Norm ") + formula + r(".")))) == ["Norm α=5."]


def test_a_hidden_count_shows_nothing_and_a_field_that_is_gone_is_not_reported() -> None:
    count = mark("begin") + code(" SEQ kop \\h ") + mark("end")
    gone = (
        f"<w:moveFrom {BY}>{mark('begin') + code(' QUOTE x ') + mark('separate') + r('weg') + mark('end')}</w:moveFrom>"
    )
    dossier = lees(p(count + gone + r("Rijk en regio bouwen.")))
    assert afspraken(dossier) == ["Rijk en regio bouwen."]
    assert "BR123" not in codes(dossier)


def test_a_soft_hyphen_before_the_colon_of_a_title_is_no_text() -> None:
    title = r("Voorgestelde afspraken", "<w:i/>") + "<w:r><w:softHyphen/></w:r>" + r(":", "<w:i/>")
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + p(title) + p(r("Samen."))
    assert afspraken(lees(body, start=False)) == ["Samen."]


@pytest.mark.parametrize(
    "lines",
    [
        ("- Rijk en regio bouwen.", "- De dijk blijft.", "- De regio plant."),
        ("• Rijk en regio bouwen.", "• De dijk blijft.", "• De regio plant."),
        ("1. Rijk en regio bouwen.", "2. De dijk blijft.", "3. De regio plant."),
    ],
)
def test_items_typed_on_lines_of_one_paragraph_are_afspraken_of_their_own(lines: tuple[str, ...]) -> None:
    dossier = lees(p(BREAK.join(r(line) for line in lines)))
    assert [text.lstrip("-123. ") for text in afspraken(dossier)] == [line[2:].strip() for line in lines]


def test_lines_with_marks_under_a_sentence_stay_in_its_afspraak() -> None:
    dossier = lees(p(r("Rijk en regio:") + BREAK + r("- bouwen;") + BREAK + r("- planten.")))
    assert len(afspraken(dossier)) == 1


def test_a_heading_on_the_second_line_of_a_heading_is_an_agendapunt() -> None:
    both = p(r("2. Ruimte") + BREAK + r("2.1. Bodem"), '<w:pStyle w:val="Kop2"/>')
    dossier = lees(both + p(r("Voorgestelde afspraken:")) + p(r("Samen.")), start=False)
    assert [(each.nummer, each.titel) for each in dossier.agendapunten] == [("2", "Ruimte"), ("2.1", "Bodem")]


@pytest.mark.parametrize("gap", ['<w:r><w:br w:type="page"/></w:r>', "<w:r><w:tab/></w:r>", r(" ")])
def test_the_title_of_the_afspraken_at_the_end_of_a_paragraph_begins_them(gap: str) -> None:
    kort = p(r("In het kort:")) + p(r("Het is te laag.") + gap + r("Voorgestelde afspraken:", "<w:i/>"))
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + kort + p(r("Samen."))
    assert afspraken(lees(body, start=False)) == ["Samen."]
    assert "BR151" not in codes(lees(body, start=False))
    sentence = p(r("In het kort:")) + p(r("Dit zijn de voorgestelde afspraken:")) + p(r("Voorgestelde afspraken:"))
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + sentence + p(r("Samen."))
    assert afspraken(lees(body, start=False)) == ["Samen."]


@pytest.mark.parametrize("blank", [r(" "), "<w:r><w:tab/></w:r>", BREAK, r("\xa0")])
def test_white_space_before_a_title_is_no_character_of_its_text(blank: str) -> None:
    for title in (r("Toelichting: De dijk is laag."), r("Toelichting", "<w:b/>") + r(" De dijk is laag.")):
        dossier = lees(p(r("Samen.")) + p(blank + title))
        assert [note.code for note in dossier.meldingen if note.is_error] == []
        assert afspraken(dossier) == ["Samen."]
        assert plain(dossier.agendapunten[0].secties[Sectie.TOELICHTING]) == "De dijk is laag."


def test_every_part_of_a_parted_paragraph_keeps_its_own_notes() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = p(r("- Rijk en regio bouwen.") + note + BREAK + r("- De dijk blijft."))
    notes = part("footnotes", f'<w:footnote w:id="1">{p(r("Zie de bijlage."))}</w:footnote>')
    dossier = lees(body, relations=relation("rId8", "footnotes", "footnotes.xml"), parts={"word/footnotes.xml": notes})
    assert len(dossier.afspraken) == 2
    assert [note.message[:10] for note in dossier.meldingen if note.code == "BR139"] == ["o-2.1-1: b"]


def test_the_title_of_the_afspraken_within_other_text_is_reported() -> None:
    kort = p(r("In het kort:")) + p(r("Daarom zijn dit de voorgestelde afspraken: de dijk gaat omhoog."))
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + kort + p(r("Voorgestelde afspraken:")) + p(r("Samen."))
    dossier = lees(body, start=False)
    assert afspraken(dossier) == ["Samen."]
    assert "BR180" in codes(dossier)


def test_a_whole_agendapunt_typed_with_marks_in_one_paragraph_is_read_by_its_titles() -> None:
    lines = (
        "In het kort:", "- Kort.", "Bespreekpunten:", "- Wie betaalt?", "Voorgestelde afspraken:", "a) Rijk bouwt.",
        "b) De regio plant.", "Toelichting:", "- Later.",
    )  # fmt: skip
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + p(BREAK.join(r(line) for line in lines))
    dossier = lees(body, start=False)
    assert [text.lstrip("ab\\).- ") for text in afspraken(dossier)] == ["Rijk bouwt.", "De regio plant."]
    assert not codes(dossier) & {"BR179", "BR182"}


def test_an_amount_on_the_second_line_of_a_heading_is_no_agendapunt() -> None:
    head = p(r("2.1 Bijdrage van") + BREAK + r("3.5 miljoen euro"), '<w:pStyle w:val="Kop2"/>')
    dossier = lees(head + p(r("Voorgestelde afspraken:")) + p(r("Samen.")), start=False)
    assert [each.nummer for each in dossier.agendapunten] == ["2.1"]


def test_a_bold_title_behind_a_sentence_begins_the_afspraken() -> None:
    kort = p(r("In het kort:")) + p(r("Het is te laag. ") + r("Voorgestelde afspraken", "<w:b/>"))
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + kort + p(r("Samen."))
    assert afspraken(lees(body, start=False)) == ["Samen."]
    kort = p(r("In het kort:")) + p(r("Zie de ") + r("voorgestelde afspraken", "<w:b/>"))
    body = p(r("2.1 Bodem"), '<w:pStyle w:val="Kop2"/>') + kort + p(r("Voorgestelde afspraken:")) + p(r("Samen."))
    assert afspraken(lees(body, start=False)) == ["Samen."]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (p(r("Toelichting op de afspraken:", "<w:i/>")) + p(r("Later.")), {"BR181"}),
        (p(r("Nadere toelichting", "<w:b/>")) + p(r("Later.")), {"BR181"}),
        (p(r("De toelichting volgt in het najaar.", "<w:b/>")), set()),
        (p(r("Rijk bouwt.") + BREAK + BREAK + r("De regio plant.")), {"BR182"}),
        (p(r("Rijk bouwt.") + BREAK + r("- De regio plant.")), {"BR182"}),
        (p(r("Rijk en regio:") + BREAK + r("- bouwen;") + BREAK + r("- planten.")), set()),
        (p(r("Rijk bouwt in") + BREAK + r("Almere.")), set()),
    ],
)
def test_what_may_be_another_section_or_another_afspraak_is_reported(body: str, told: set[str]) -> None:
    assert codes(lees(body)) & {"BR181", "BR182"} == told


def test_a_digit_or_letter_of_another_script_in_an_afspraak_is_reported() -> None:
    for text, told in (
        ("Het Rijk legt ٢٥ miljoen in.", ["BR193"]),
        ("Het Rijk legt ２５ miljoen in.", ["BR193"]),
        ("In Flevоland.", ["BR193"]),
        ("In Кiev.", ["BR193"]),
        ("Ten hoogste 25 μg/m³ en Δt, in Київ.", []),
    ):
        assert [each for each in codes(lees(p(r(text), listed(1)))) if each == "BR193"] == told, text
