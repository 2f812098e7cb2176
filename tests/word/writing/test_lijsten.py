"""Echte lijsten: Word telt, en wat Word telt is het nummer van de bron."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.text import Document, Element, Heading, ListItem, Paragraph, Role, Run
from brief.word.compose import compose
from brief.word.writing.markers import Marker, understand
from keuring.eigenschap import tries
from word.template.wordsjabloon import boom, p, sjabloon, w

SJABLOON = sjabloon(p("{{ tekst }}"))
_ROMEINS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def punt(teken: str, niveau: int = 0) -> Element:
    return Element(ListItem((Run(f"punt {teken}"),), niveau, teken))


def als_word_telt(data: bytes) -> list[str]:
    """Reken de nummers uit zoals Word (ECMA-376 deel 1, 17.9): per abstractNum, overrides bij eerste gebruik."""
    nummering = boom(data, "word/numbering.xml")
    soorten = {a.get(w("abstractNumId")): a for a in nummering.iter(w("abstractNum"))}
    nums = {n.get(w("numId")): n for n in nummering.iter(w("num"))}
    tellers: dict[tuple[str, int], int] = {}
    gebruikt: set[tuple[str, int]] = set()
    gezien = []
    for alinea in boom(data).iter(w("p")):
        eigen = alinea.find(f"{w('pPr')}/{w('numPr')}")
        if eigen is None:
            gezien.append("")
            continue
        num = str(eigen.find(w("numId")).get(w("val")))  # type: ignore[union-attr]
        niveau = int(eigen.find(w("ilvl")).get(w("val")))  # type: ignore[union-attr, arg-type]
        soort = str(nums[num].find(w("abstractNumId")).get(w("val")))  # type: ignore[union-attr]
        for ander in nums[num].iter(w("lvlOverride")):
            laag = int(str(ander.get(w("ilvl"))))
            if (num, laag) not in gebruikt and laag == niveau:
                gebruikt.add((num, laag))
                tellers[soort, laag] = int(ander.find(w("startOverride")).get(w("val"))) - 1  # type: ignore[union-attr, arg-type]
        tellers[soort, niveau] = tellers.get((soort, niveau), 0) + 1
        for sleutel in [s for s in tellers if s[0] == soort and s[1] > niveau]:
            del tellers[sleutel]
        laag_xml = next(x for x in soorten[soort].iter(w("lvl")) if x.get(w("ilvl")) == str(niveau))
        vorm = str(laag_xml.find(w("numFmt")).get(w("val")))  # type: ignore[union-attr]
        tekst = str(laag_xml.find(w("lvlText")).get(w("val")))  # type: ignore[union-attr]
        gezien.append(tekst.replace(f"%{niveau + 1}", _schrijf(vorm, tellers[soort, niveau])))
    return gezien


def _schrijf(vorm: str, waarde: int) -> str:
    if vorm == "decimal":
        return str(waarde)
    tekst = _ROMEINS[waarde] if vorm.endswith("Roman") else "abcdefghijklmnopqrstuvwxyz"[waarde - 1]
    return tekst.upper() if vorm.startswith("upper") else tekst


def maak(*lichaam: Element) -> bytes:
    gemaakt = compose(Document("p", "t", {}, lichaam), SJABLOON, "f")
    assert gemaakt.data, gemaakt.diagnostics
    return gemaakt.data


LIJSTEN = {
    "gewoon": [("1.", 0), ("2.", 0), ("3.", 0)],
    "begint bij vijf": [("5.", 0), ("6.", 0)],
    "springt": [("1.", 0), ("4.", 0), ("5.", 0)],
    "begint opnieuw": [("1.", 0), ("2.", 0), ("1.", 0), ("2.", 0)],
    "genest": [("1.", 0), ("a.", 1), ("b.", 1), ("2.", 0), ("a.", 1)],
    "genest zelfde vorm": [("1.", 0), ("1.", 1), ("2.", 1), ("2.", 0), ("1.", 1)],
    "onder opsomtekens": [("-", 0), ("1.", 1), ("2.", 1), ("-", 0), ("1.", 1)],
    "opsomtekens ertussen": [("1.", 0), ("-", 1), ("-", 1), ("2.", 0), ("-", 1), ("3.", 0)],
    "drie diep": [("1)", 0), ("a)", 1), ("i.", 2), ("ii.", 2), ("b)", 1), ("i.", 2), ("2)", 0)],
    "letter i na h": [("h.", 0), ("i.", 0), ("j.", 0)],
    "romeins": [("iv.", 0), ("v.", 0), ("vi.", 0)],
    "hoofdletters": [("A.", 0), ("B.", 0), ("I.", 1), ("II.", 1)],
    "twee keer onder hetzelfde punt": [("1.", 0), ("a.", 1), ("b.", 1), ("a.", 1), ("2.", 0)],
    "vorm wisselt": [("1.", 0), ("a.", 1), ("2.", 0), ("i)", 1), ("ii)", 1)],
    "geen nummer": [("1.2.", 0), ("1.3.", 0)],
    "begint diep": [("b.", 2), ("c.", 2), ("1.", 0), ("a.", 2)],
}


@pytest.mark.parametrize("naam", LIJSTEN)
def test_word_telt_wat_de_bron_zegt(naam: str) -> None:
    gezien = als_word_telt(maak(*(punt(teken, niveau) for teken, niveau in LIJSTEN[naam])))
    assert [n if teken != "-" else "-" for n, (teken, _) in zip(gezien, LIJSTEN[naam], strict=True)] == [
        teken for teken, _ in LIJSTEN[naam]
    ]


tekens = st.sampled_from(["-", "1.", "2.", "3.", "7.", "a.", "b.", "a)", "1)", "i.", "ii."])


@settings(max_examples=tries(80), deadline=None)
@given(st.lists(st.tuples(tekens, st.integers(0, 3)), max_size=14))
def test_elke_reeks_telt_goed(reeks: list[tuple[str, int]]) -> None:
    gezien = als_word_telt(maak(*(punt(teken, niveau) for teken, niveau in reeks), Element(Paragraph(()))))
    assert [n if teken != "-" else "-" for n, (teken, _) in zip(gezien, reeks, strict=False)] == [t for t, _ in reeks]


def test_gewone_tekst_begint_een_nieuwe_lijst_maar_een_vervolgalinea_niet() -> None:
    vervolg = Element(Paragraph((Run("hoort bij 1"),), level=1))
    data = maak(punt("1."), vervolg, punt("2."), Element(Paragraph((Run("tussen"),))), punt("1."))
    assert als_word_telt(data) == ["1.", "", "2.", "", "1."]
    assert len({n.find(w("numId")).get(w("val")) for n in boom(data).iter(w("numPr"))}) == 2  # type: ignore[union-attr]


def test_een_lijst_die_doorloopt_is_één_lijst_in_word() -> None:
    """Word bewaart er maar zo'n tweeduizend."""
    data = maak(
        *(
            punt(teken, niveau)
            for _ in range(50)
            for teken, niveau in (("1.", 0), ("a.", 1), ("b.", 1), ("2.", 0), ("a.", 1))
        )
    )
    assert len({n.find(w("numId")).get(w("val")) for n in boom(data).iter(w("numPr"))}) == 50  # type: ignore[union-attr]


def test_niveau_en_stijl_staan_in_de_alinea() -> None:
    alineas = list(boom(maak(punt("-"), punt("-", 1), punt("1.", 2))).iter(w("p")))
    gezien = [
        (a.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")), a.find(f".//{w('ilvl')}").get(w("val")))  # type: ignore[union-attr]
        for a in alineas
    ]
    assert gezien == [("Lijstopsomteken", "0"), ("Lijstopsomteken2", "1"), ("Lijstnummering3", "2")]


def test_onderwerpen_zijn_genummerde_koppen_die_per_landsdeel_opnieuw_beginnen() -> None:
    def onderwerp(*, opnieuw: bool = False) -> Element:
        return Element(Heading((Run("o"),), 3), Role.ONDERWERP, restart=opnieuw)

    data = maak(onderwerp(opnieuw=True), punt("1."), onderwerp(), onderwerp(opnieuw=True), onderwerp(), onderwerp())
    assert als_word_telt(data) == ["1", "1.", "2", "1", "2", "3"]
    stijlen = [a.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) for a in boom(data).iter(w("p"))]  # type: ignore[union-attr]
    assert stijlen[0] == "Kop3"


@pytest.mark.parametrize(
    ("teken", "vorige", "verwacht"),
    [
        ("1.", None, Marker("decimal", "%.", 1)),
        ("12)", None, Marker("decimal", "%)", 12)),
        ("a.", None, Marker("lowerLetter", "%.", 1)),
        ("aa.", None, Marker("lowerLetter", "%.", 27)),
        ("i.", None, Marker("lowerRoman", "%.", 1)),
        ("i.", "h.", Marker("lowerLetter", "%.", 9)),
        ("v.", "iv.", Marker("lowerRoman", "%.", 5)),
        ("v.", "u.", Marker("lowerLetter", "%.", 22)),
        ("c.", "b.", Marker("lowerLetter", "%.", 3)),
        ("XIV.", None, Marker("upperRoman", "%.", 14)),
        ("1.2.", None, Marker("bullet", "1.2.", 1)),
    ],
)
def test_markeringen(teken: str, vorige: str | None, verwacht: Marker) -> None:
    assert understand(teken, understand(vorige) if vorige else None) == verwacht
