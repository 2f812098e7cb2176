"""Habits of writers: lines of the page among the afspraken, mistyped titles, headings without a plain number, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.dossier import read
from brief.dossier.near_titles import near_title
from brief.text import write
from word.reading.bouwdoos import cell, docx, level, listed, p, part, r, relation, row, table

if TYPE_CHECKING:
    from brief.domain import Dossier

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
)
BULLET = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "-")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def item(text: str) -> str:
    return p(r(text), listed(1) + '<w:ind w:left="720" w:hanging="360"/>')


def kop(text: str, at: int = 2) -> str:
    return p(r(text), f'<w:pStyle w:val="Kop{at}"/>')


def lees(afspraken: str, titel: str = "Voorgestelde afspraken:", nummer: str = "2.1 Bodem", na: str = "") -> Dossier:
    body = p(r("BO Leefomgeving Oost")) + kop("2. Ruimte", 1) + kop(nummer) + p(r("In het kort:")) + p(r("Kort."))
    body += p(r(titel, "<w:i/>")) + afspraken + na
    dossier = read(docx(body, styles=STYLES, numbering=BULLET), "oost.docx")
    assert [note.message for note in dossier.meldingen if note.is_error] == []
    return dossier


def teksten(dossier: Dossier) -> list[str]:
    return [" ".join(write(each.tekst).split()) for each in dossier.afspraken]


def codes(dossier: Dossier) -> set[str]:
    return {each.code for each in dossier.meldingen}


EEN, TWEE = "Rijk en regio planten bomen.", "De provincie graaft een sloot."


def test_a_line_of_the_page_among_the_afspraken_is_reported() -> None:
    for regel in (
        "BO Leefomgeving Oost – ontwerp – pagina 7", "Directie Ruimte | 4", "Pagina 3 – BO Leefomgeving Oost",
        "Figuur 2: het dal", "Bron: gemeente Goor", "www.goor.voorbeeld", "(vervolg van het vorige blad)",
        "Bijlage 3 bij agendapunt 2.1", "Van: K. Smit", "Status: ter bespreking", "Vertrouwelijk – intern", "4.",
        "Dossier BO Oost    12", "12   Overleg Oost", "Gezamenlijk dossier Oost 2026 7", "Ministerie van VRO 4",
        "Dossier BO Oost, versie 19 mei, pagina 3", "Bestuurlijk overleg Oost, versie 19 mei, pagina 3",
    ):  # fmt: skip
        dossier = lees(p(r(EEN)) + p(r(regel)) + p(r(TWEE)))
        assert len(dossier.afspraken) == 3, regel
        assert [each.code for each in dossier.meldingen] == ["BR184"], regel


def test_an_afspraak_that_names_a_page_or_a_figure_is_no_line_of_the_page() -> None:
    for tekst in (
        "De kaart op pagina 3 van het plan blijft gelden.", "Rijk en regio nemen de kaart over op pagina 12",
        "Figuur 2 wordt aangepast.", "Status quo handhaven.", "Bijlage 2 vaststellen.", "Wonen – 400 woningen in Goor",
        "Provincie Overijssel bouwt 400", "Woningen in Goor: 400", "Fase 2", "Agenda deel 2", "Woningen in Goor 400",
    ):  # fmt: skip
        assert codes(lees(p(r(EEN)) + p(r(tekst)))) == set(), tekst


def test_a_page_number_or_a_rule_between_afspraken_is_set_aside_and_changes_nothing_around_it() -> None:
    for regel in ("- 3 -", "p. 3", "blz. 4", "Blad 3/12", "3 | 12", "- pagina 3 -", "* * *", "=====", "________"):
        dossier = lees(item(EEN) + p(r(regel)) + item(TWEE))
        assert teksten(dossier) == [f"- {EEN}", f"- {TWEE}"], regel
        assert dossier.rest[-1].tekst == regel


def test_a_line_that_comes_back_with_another_number_is_reported_and_a_phase_is_none() -> None:
    assert "BR184" in codes(lees(item(EEN) + p(r("Overleg in Oost 3")) + item(TWEE) + p(r("Overleg in Oost 4"))))
    assert codes(lees(item("Goor 400 in fase 1") + item(TWEE) + item("Goor 400 in fase 2"))) == set()


def test_the_header_of_the_pages_typed_in_the_text_is_reported() -> None:
    header = part("hdr", p(r("Dossier Oost, deel 4")))
    relations = relation("rId9", "header", "header1.xml")
    body = p(r("BO Leefomgeving Oost")) + kop("2.1 Bodem") + p(r("Voorgestelde afspraken:")) + p(r(EEN))
    end = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    body += p(r("Dossier Oost, deel 5")) + end
    data = docx(body, styles=STYLES, relations=relations, parts={"word/header1.xml": header})
    assert "BR184" in codes(read(data, "oost.docx"))


@pytest.mark.parametrize(
    "titel",
    ["Voorgestelde afspaken:", "Voorgstelde afspraken", "V o o r g e s t e l d e  a f s p r a k e n",
     "V\u043e\u043erg\u0435st\u0435ld\u0435 \u0430fs\u0440r\u0430k\u0435n:", "Voorgestelde afspraken1:", "Voorstel:"],
)  # fmt: skip
def test_a_mistyped_title_above_afspraken_is_reported(titel: str) -> None:
    dossier = lees(p(r(EEN)), titel)
    assert not dossier.afspraken
    assert "BR151" in codes(dossier)


@pytest.mark.parametrize("titel", ["Toelichtng:", "T o e l i c h t i n g", "Achtergrond:", "Toel.:", "Planning:"])
def test_a_title_that_is_not_known_among_the_afspraken_is_reported(titel: str) -> None:
    assert "BR181" in codes(lees(item(EEN), na=p(r(titel, "<w:i/>")) + item("Dit is achtergrond.")))


def test_afspraken_under_a_title_that_is_not_known_are_never_passed_in_silence() -> None:
    for titel in (
        "Proposed agreements:", "Voorgenomen afspraken:", "Gevraagd besluit", "Wat spreken we af?", "VA:",
        "Rijk en regio spreken af:", "Conclusies:", "Vereinbarungen",
    ):  # fmt: skip
        after = p(r("Toelichting:", "<w:i/>")) + item("Meer.") + kop("2.2 Lucht") + p(r("In het kort:", "<w:i/>"))
        after += item("Kort.") + p(r(titel, "<w:i/>")) + item(TWEE)
        dossier = lees(item(EEN), na=after)
        assert len(dossier.afspraken) == 1
        assert codes(dossier) == {"BR151"}, titel
    for regel in ("Voortgang van eerdere afspraken:", "Stand van zaken:", "De provincie verhoogt de dijk."):
        after = kop("2.2 Lucht") + p(r("In het kort:", "<w:i/>")) + p(r(regel, "<w:i/>")) + item("Meer.")
        assert codes(lees(item(EEN), na=after)) == set(), regel


def test_a_word_such_as_planning_within_an_afspraak_is_no_title_where_titles_look_otherwise() -> None:
    assert codes(lees(item(EEN) + p(r("Planning:")) + item("Klaar in 2030."))) == set()
    assert "BR181" not in codes(lees(item(EEN) + item("Planning:") + item("Klaar in 2030.")))


def test_a_line_among_the_afspraken_that_looks_as_their_title_does_is_reported_and_the_name_of_a_group_is_not() -> None:
    for regel, told in (
        ("Hoe verder:", True), ("Vooruitblik:", True), ("Provincie Overijssel:", False), ("Rijk en regio:", False),
        ("Zij spreken af:", False), ("Hoe verder", False),
    ):  # fmt: skip
        found = codes(lees(item(EEN), na=p(r(regel, "<w:i/>")) + item(TWEE)))
        assert ("BR181" in found) is told, regel


def test_text_with_a_stroke_through_each_letter_or_a_color_behind_it_is_told() -> None:
    assert codes(lees(item("Rijk en regio bouwen n\u0336i\u0336e\u0336t\u0336 mee."))) == {"BR119"}
    assert codes(lees(p(r("Zij bouwen ") + r("400", '<w:highlight w:val="yellow"/>') + r(" woningen.")))) == {"BR188"}


def test_no_ordinary_line_is_nearly_a_title() -> None:
    for line in ("Voorgestelde aanpak", "Verlichting", "Toewijding", "Rijk en regio spreken af:", "Kort", "Bespreking"):
        assert near_title(line) is None, line


@pytest.mark.parametrize("nummer", ["２．１ Bodem", "²·¹ Bodem", "②.① Bodem", "2․1 Bodem", "2·1 Bodem"])
def test_the_number_of_a_heading_in_other_digits_is_read(nummer: str) -> None:
    dossier = lees(p(r(EEN)), nummer=nummer)
    assert [(each.agendapunt, each.titel) for each in dossier.afspraken] == [("2.1", "Bodem")]


@pytest.mark.parametrize("nummer", ["2,1 Bodem", "Bodem", "► 2.1. Bodem", "(2.1) Bodem", "2-1 Bodem", "2.1O Bodem"])
def test_a_heading_whose_number_is_not_read_is_reported(nummer: str) -> None:
    assert "BR183" in codes(lees(p(r(EEN)), nummer=nummer))


def test_a_box_around_afspraken_is_no_table() -> None:
    items = item(EEN) + item(TWEE)
    for box in (
        table(row(cell(items))), table(row(cell(item(EEN))), row(cell(item(TWEE)))),
        table(row(cell(table(row(cell(items))) + p("")))),
    ):  # fmt: skip
        assert teksten(lees(box)) == [f"- {EEN}", f"- {TWEE}"]


def test_a_note_in_a_frame_beside_the_text_is_reported_and_a_large_first_letter_is_none() -> None:
    note = p(r("Nog navragen."), '<w:framePr w:w="2000" w:hAnchor="page" w:x="9000" w:y="1"/>')
    assert "BR185" in codes(lees(p(r(EEN)) + note + p(r(TWEE))))
    told = [each.message for each in lees(p(r(EEN)) + 6 * note).meldingen if each.code == "BR185"]
    assert [each.endswith("(en nog 5 alinea's in een kader)") for each in told] == [True]
    floats = table(row(cell(p(r("Nog navragen."))))).replace(
        "<w:tblPr/>", '<w:tblPr><w:tblpPr w:tblpX="9000"/></w:tblPr>'
    )
    assert "BR185" in codes(lees(p(r(EEN)) + floats + p(r(TWEE))))
    letter = p(r("D"), '<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert codes(lees(letter + p(r("e provincie graaft.")))) == set()


def test_a_header_parted_by_tabs_is_reported() -> None:
    tab = "<w:r><w:tab/></w:r>"
    assert "BR184" in codes(lees(p(r(EEN)) + p(r("Dossier Oost") + tab + r("ontwerp") + tab + r("4"))))


def test_a_table_that_may_hold_several_afspraken_and_a_sentence_in_two_paragraphs_are_doubts() -> None:
    grid = table(row(cell(p(r("Afspraak"))), cell(p(r("Wie")))), row(cell(p(r(EEN))), cell(p(r("Rijk")))))
    assert "BR138" in codes(lees(grid))
    assert "BR138" in codes(lees(p(r("Rijk en regio maken bestuur-")) + p(r("lijke plannen voor Goor."))))
    assert "BR138" not in codes(lees(p(r("Ga door;")) + p(r("blijf staan."))))


def test_a_footnote_that_someone_typed_among_the_afspraken_is_reported() -> None:
    raised = r("1", '<w:vertAlign w:val="superscript"/>')
    for body in (
        p(r("Het Rijk bouwt 400 woningen1.")) + p(r("1 Onder voorbehoud van akkoord.")),
        p(r("Het Rijk bouwt.*")) + p(r("* mits de raad instemt")),
        p(r("Het Rijk bouwt") + raised + r(".")) + p(raised + r(" Onder voorbehoud.")),
        p(r("Het Rijk bouwt\u00b2.")) + p(r("\u00b2Onder voorbehoud van akkoord" + " van de raden" * 12 + ".")),
        p(r("Het Rijk bouwt.")) + p(r("\u2074 Onder voorbehoud.")),
    ):
        assert codes(lees(body)) == {"BR184"}
    assert codes(lees(p(r("Het Rijk koopt 20.000 m2 grond.")) + p(r("2 gemeenten bouwen mee.")))) == set()


def test_what_may_be_one_sentence_or_more_than_one_afspraak_is_told() -> None:
    for body in (
        item("Rijk en regio zoeken plek voor woning-") + item("bouw in Goor."),
        item("Rijk en regio bouwen de helft van") + item("De Wijken in Goor."),
        table(row(cell(p(r(EEN))), cell(p(r(TWEE))))),
    ):
        assert codes(lees(body)) == {"BR138"}
    for body in (
        item("Rijk en regio zoeken plek voor woon-") + item("en werklocaties."),
        item("Rijk en regio stemmen in") + item("de provincie graaft een sloot"),
    ):
        assert codes(lees(body)) == set()


def test_what_is_left_of_a_bullet_is_reported_and_stays_in_the_text() -> None:
    for mark in ("Ø", "q", "ü", "v", "n", "à", "þ", "Ÿ", "✔", "¨", "¤"):
        dossier = lees(p(r(f"{mark} {EEN}")) + p(r(f"{mark}\t{TWEE}")))
        assert [each.code for each in dossier.meldingen] == ["BR194", "BR194"], mark
        assert teksten(dossier) == [f"{mark} {EEN}", f"{mark} {TWEE}"], mark
    under = item("Samen:") + p(r("Ø bomen;"), '<w:ind w:left="1440"/>') + p(r("Ø sloten."), '<w:ind w:left="1440"/>')
    assert "BR194" in codes(lees(under))
    assert codes(lees(item("Ø " + EEN))) == {"BR194"}
    assert codes(lees(p(r("Ø")) + p(r(EEN)))) == {"BR184"}
    for glued in ("Ø" + EEN, "✔" + EEN, "Ø\u2003" + EEN, "v" + EEN):
        assert codes(lees(p(r(glued)))) == {"BR194"}, glued
    cells = table(row(cell(p(r("Rijk"))), cell(p(r("Ø bomen")))), row(cell(p(r("Regio"))), cell(p(r("Ø sloten")))))
    assert codes(lees(item(EEN) + cells)) == {"BR194"}


def test_a_letter_or_sign_that_is_of_the_text_is_no_bullet() -> None:
    for text in (
        "U legt een dijk aan.",
        "u legt een dijk aan.",
        "à la carte planten.",
        "€ honderd miljoen.",
        "“ Rijk ” plant.",
        "Één boom.",
        "Øresund.",
        "nZEB-norm.",
    ):
        assert "BR194" not in codes(lees(item(text))), text
    assert "BR194" not in codes(lees(item("A De provincie plant.") + item("5 bomen.") + item("x 3 bomen.")))


def test_a_sign_that_is_only_drawn_is_a_bullet() -> None:
    for mark in "□◆►▶→❖♦»":
        dossier = lees(p(r(f"{mark} {EEN}")) + p(r(f"{mark}\t{TWEE}")))
        assert (teksten(dossier), dossier.meldingen) == ([f"- {EEN}", f"- {TWEE}"], ()), mark


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        ("Motivering", "BR184"),
        ("Stand van zaken", "BR184"),
        ("Met vriendelijke groet,", "BR184"),
        ("Contactpersoon: J. Smit", "BR184"),
        ("J. Smit", "BR184"),
        ("Goor, 1 mei 2026", "BR184"),
        ("19 mei 2026", "BR184"),
        ("Achtergrond:", "BR138"),
        ("Wat wij daarvoor nodig hebben:", "BR138"),
    ],
)
def test_a_line_without_a_sentence_among_the_afspraken_is_reported(regel: str, code: str) -> None:
    dossier = lees(item(EEN) + p(r(regel)) + p(r(TWEE)))
    assert [each.code for each in dossier.meldingen] == [code]
    assert regel in [tekst.replace("\\", "") for tekst in teksten(dossier)]


def test_short_afspraken_are_no_loose_lines() -> None:
    for body in (
        p(r("Bomen planten")) + p(r("Sloten graven")),
        p(r(EEN)) + p(r("Fase 2")) + p(r("De provincie betaalt dit")),
        item(EEN) + item("Planning"),
        p(r(EEN)) + p(r("Rijk en regio:")) + item("bomen;") + item("sloten."),
    ):
        assert codes(lees(body)) == set(), body


def test_a_bold_title_of_the_writer_is_reported_by_its_name() -> None:
    for titel in ("Motivering", "Annotatie", "Aandachtspunten:"):
        assert "BR181" in codes(lees(item(EEN) + p(r(titel, "<w:b/>")) + p(r("Dit is uitleg.")))), titel


def test_the_title_of_the_paper_among_the_afspraken_is_a_line_of_the_page() -> None:
    titel = p(r("Gezamenlijk dossier BO Leefomgeving Oost 2026"))
    body = titel + kop("2. Ruimte", 1) + kop("2.1 Bodem") + p(r("Voorgestelde afspraken:", "<w:i/>"))
    dossier = read(docx(body + item(EEN) + titel + item(TWEE), styles=STYLES, numbering=BULLET), "oost.docx")
    assert codes(dossier) == {"BR184"}


def test_a_sentence_may_run_on_from_an_item_into_a_paragraph() -> None:
    assert codes(lees(item("De provincie graaft een") + p(r("sloot.")))) == {"BR138"}
    assert codes(lees(item("De provincie graaft een sloot.") + p(r("en plant bomen.")))) == set()
    assert codes(lees(item("het Rijk betaalt;") + item("de regio graaft;") + p(r("alles in 2027.")))) == {"BR138"}
    assert codes(lees(p(r("het Rijk betaalt;")) + p(r("de regio graaft.")))) == set()


def test_a_paragraph_of_which_nothing_is_seen_is_no_afspraak() -> None:
    for body in (p(r("\u200b\u2060")), item("\u00ad")):
        dossier = lees(item(EEN) + body + item(TWEE))
        assert (teksten(dossier), codes(dossier)) == ([f"- {EEN}", f"- {TWEE}"], set())
        assert "alleen tekens die niet te zien zijn" in [each.reden for each in dossier.rest]


def test_a_typed_item_that_announces_and_has_nothing_under_it_is_reported() -> None:
    assert codes(lees(p(r("a. Rijk en regio:")) + p(r("i. bouwen;")) + p(r("ii. planten.")))) == {"BR138"}


def test_a_bold_numbered_line_with_a_section_under_it_is_reported_as_a_heading() -> None:
    counted = BULLET.replace('"bullet"', '"decimal"').replace('w:lvlText w:val="-"', 'w:lvlText w:val="%1."')
    line = p(r("Bodem", "<w:b/>"), listed(1))
    title = p(r("Voorgestelde afspraken:", "<w:i/>"))
    body = p(r("BO Leefomgeving Oost")) + kop("2. Ruimte", 1) + line + title + p(r(EEN))
    assert codes(read(docx(body, styles=STYLES, numbering=counted), "oost.docx")) == {"BR183"}


def test_the_same_afspraak_twice_under_one_agendapunt_is_reported() -> None:
    assert codes(lees(item(EEN) + item(TWEE) + item(EEN))) == {"BR195"}
    other = kop("2.2 Water") + p(r("Voorgestelde afspraken:", "<w:i/>")) + item(EEN)
    assert codes(lees(item(EEN), na=other)) == set()


def test_a_title_that_ends_the_agendapunten_among_them_is_reported() -> None:
    titel = p(r("Voorgestelde afspraken:", "<w:i/>"))
    for name in ("Deelnemers", "Agenda", "Bijlagen"):
        within = lees(item(EEN), na=kop(name) + p(r("Tekst.")) + titel + item(TWEE))
        assert codes(within) == {"BR196"}, name
        between = lees(item(EEN) + kop(name) + item(TWEE), na=kop("2.2 Water") + titel + item("Ook dit."))
        assert codes(between) == {"BR196"}, name
        behind = lees(item(EEN) + item(TWEE), na=kop(name, 1) + p(r("Tekst.")) + p(r("Toelichting:")) + p(r("Meer.")))
        assert codes(behind) == set(), name


def test_a_heading_dossier_under_an_agendapunt_is_not_where_the_dossier_begins() -> None:
    title = p(r("Voorgestelde afspraken:", "<w:i/>"))
    body = (
        kop("2. Ruimte", 1)
        + kop("2.1 Bodem")
        + p(r("In het kort:"))
        + kop("Dossier")
        + p(r("Uitleg."))
        + title
        + item(EEN)
    )
    body += kop("2.2 Water") + title + item(TWEE)
    dossier = read(docx(body, styles=STYLES, numbering=BULLET), "oost.docx")
    assert [each.agendapunt for each in dossier.afspraken] == ["2.1", "2.2"]
