"""A dossier in Word: headings by style, by outline level or by Word's own numbers, lists by indentation."""

from __future__ import annotations

from brief.domain import Dossier, Sectie
from brief.dossier import read
from brief.text import write
from word.reading.bouwdoos import cell, docx, level, listed, p, part, r, relation, row, table

NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.", indent=709)}'
    f"{level(1, 'decimal', '%1.%2.', indent=709)}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "•", indent=425)}{level(1, "bullet", "o", indent=850)}'
    f'</w:abstractNum><w:abstractNum w:abstractNumId="2">{level(0, "decimal", "%1)", indent=425)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "bullet", "-", indent=1200)}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2, 3, 4))
)
KOP = '<w:outlineLvl w:val="{}"/>'


def kop(text: str, depth: int) -> str:
    """Give a heading numbered by Word."""
    return p(r(text), listed(1, depth) + KOP.format(depth))


def lees(body: str, **more: object) -> Dossier:
    data = docx(p(r("BO Leefomgeving Noord")) + body, numbering=NUMBERING, **more)  # type: ignore[arg-type]
    dossier = read(data, "noord.docx")
    assert [d.code for d in dossier.meldingen if d.is_error] == []
    return dossier


def afspraken(body: str) -> list[str]:
    found = lees(kop("Ruimte", 0) + kop("Water", 1) + p(r("Voorgestelde afspraken:", "<w:i/>")) + body)
    return [write(afspraak.tekst) for afspraak in found.afspraken]


def test_numbers_of_word_are_the_numbers_of_the_agendapunten() -> None:
    dossier = lees(kop("Opening", 0) + kop("Welkom", 1) + kop("Ruimte", 0) + kop("Water", 1) + kop("Bodem", 1))
    assert [(a.nummer, a.titel) for a in dossier.agendapunten] == [
        ("1", "Opening"),
        ("1.1", "Welkom"),
        ("2", "Ruimte"),
        ("2.1", "Water"),
        ("2.2", "Bodem"),
    ]


def test_headings_by_bold_text_only() -> None:
    dossier = lees(p(r("2. Ruimte", "<w:b/>")) + p(r("2.1 Water", "<w:b/>")) + p(r("In het kort")) + p(r("kort")))
    assert [a.nummer for a in dossier.agendapunten] == ["2", "2.1"]


def test_lists_of_word_by_indentation() -> None:
    body = p(r("Een:"), listed(2)) + p(r("a"), listed(2, 1)) + p(r("b"), listed(4)) + p(r("Twee"), listed(2))
    assert afspraken(body) == ["- Een:\n  - a\n    - b", "- Twee"]


def test_numbered_afspraken_of_word_with_bullets() -> None:
    body = p(r("Een, te weten:"), listed(3)) + p(r("water"), listed(2)) + p(r("Twee."), listed(3))
    assert afspraken(body) == ["1) Een, te weten:\n   - water", "2) Twee."]


def test_markers_typed_by_hand() -> None:
    edge = '<w:ind w:left="850"/>'
    body = p(r("1.\tEen:")) + p(r("o\twater"), edge) + p(r("o bodem"), edge) + p(r("2. Twee."))
    assert afspraken(body) == ["1. Een:\n   - water\n   - bodem", "2. Twee."]


def test_indented_paragraph_goes_on_with_the_item_before_it() -> None:
    body = p(r("Een."), listed(2)) + p(r("Bij een."), '<w:ind w:left="425"/>') + p(r("Twee."), listed(2))
    assert afspraken(body) == ["- Een.\n\n  Bij een.", "- Twee."]


def test_sentence_cut_by_a_page_does_not_end_the_list() -> None:
    first = "water wordt geborgen samen met de gemeenten en de grondeigenaren in de"
    body = (
        p(r("Een:"), listed(2))
        + p(r(first), listed(2, 1))
        + p(r("polder;"))
        + p(r("bodem."), listed(2, 1))
        + p(r("Twee."), listed(2))
    )
    assert afspraken(body) == [f"- Een:\n  - {first} polder;\n  - bodem.", "- Twee."]


def test_table_used_for_layout_is_read_through() -> None:
    layout = table(
        row(
            cell(p(r("In het kort:"))),
            cell(p(r("kort"))),
        ),
        row(cell(p(r("Voorgestelde afspraken:"))), cell(p(r("Een."), listed(2)) + p(r("Twee."), listed(2)))),
    )
    dossier = lees(kop("Ruimte", 0) + kop("Water", 1) + layout)
    assert [write(a.tekst) for a in dossier.afspraken] == ["- Een.", "- Twee."]
    assert write(dossier.agendapunten[1].secties[Sectie.IN_HET_KORT]) == "kort"


def test_real_table_stays_a_table() -> None:
    inner = table(
        row(cell(p(r("Plaats", "<w:b/>"))), cell(p(r("Jaar", "<w:b/>")))), row(cell(p(r("Goes"))), cell(p(r("2028"))))
    )
    assert afspraken(p(r("Voor deze plaatsen:"), listed(2)) + inner) == [
        "- Voor deze plaatsen:\n\n| **Plaats** | **Jaar** |\n|---|---|\n| Goes | 2028 |"
    ]


def test_what_is_no_running_text_is_remainder_with_the_reason() -> None:
    notes = part("footnotes", f'<w:footnote w:id="1">{p(r("de noot"))}</w:footnote>')
    body = (
        kop("Ruimte", 0)
        + kop("Water", 1)
        + p(r("Voorgestelde afspraken:"))
        + p(r("Een.") + '<w:r><w:footnoteReference w:id="1"/></w:r>', listed(2))
        + p(
            '<w:del w:id="1" w:author="Jansen" w:date="2026-05-19T00:00:00Z">'
            "<w:r><w:delText>weg</w:delText></w:r></w:del>"
        )
        + p(r("geheim", "<w:vanish/>"))
    )
    dossier = lees(body, parts={"word/footnotes.xml": notes}, relations=relation("rId8", "footnotes", "footnotes.xml"))
    reasons = {rest.tekst: rest.reden for rest in dossier.rest}
    assert reasons["de noot"] == "voetnoot voetnoot-1"
    assert reasons["weg"] == "verwijderde tekst door Jansen, 2026-05-19"
    assert reasons["geheim"] == "verborgen tekst"
    assert "BR139" in {d.code for d in dossier.meldingen}
    assert len(dossier.afspraken) == 1


def test_empty_form_field_is_a_placeholder() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert afspraken(p(r("Een."), listed(2)) + prompt.format(p(r("Klik om tekst in te voeren"), listed(2)))) == [
        "- Een."
    ]
