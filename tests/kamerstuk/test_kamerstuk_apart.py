"""Numbers and dossiers that stand apart are read when only one paper can be meant, and otherwise left or reported."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.kamerstuk import find, resolve


def keys(text: str) -> list[str]:
    """Give the papers found and followed, in order, without the prefix of their key."""
    found = find(text)
    both = (*found.verwijzingen, *resolve(text, found).verwijzingen)
    return [each.sleutel.removeprefix("kst-") for each in sorted(both, key=lambda each: (each.begin, each.eind))]


def reported(text: str) -> list[str]:
    found = find(text)
    return [text[begin:end] for begin, end in found.ongelezen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij krijgt nr. 7 (36600-XXII).", ["36600-XXII-7"]),
        ("Zij krijgen de nrs. 7 t/m 9 (36 512).", ["36512-7", "36512-8", "36512-9"]),
        ("Ik ontraad de motie op stuk nr. 41 (29 684).", ["29684-41"]),
        ("De brief kreeg nummer 12 in dossier 31 305.", ["31305-12"]),
        ("Het stuk met nr. 12 in het dossier Bereikbaarheid (31 305) is er nog niet.", ["31305-12"]),
        ("Het amendement met nr. 17 bij wetsvoorstel 36 512.", ["36512-17"]),
        ("stuk 228 uit dossier 34 682", ["34682-228"]),
        ("De motie-Grinwis (stuk nr. 12, 36 512) is aangenomen.", ["36512-12"]),
        ("amendement 12 op 36 512", ["36512-12"]),
        ("Zij krijgt nr. 88 (29984, 29385).", ["29984-88"]),
        ("de brief 29 435 (nr. 267)", ["29435-267"]),
        ("Dossiernummer: 29 435\nOndernummer: 267", ["29435-267"]),
        ("In dossier 31 305 is dat stuk nummer 12.", ["31305-12"]),
        ("In het dossier Bereikbaarheid (31 305) is dat nr. 12.", ["31305-12"]),
    ],
)
def test_a_number_before_or_behind_its_dossier_is_read(text: str, expected: list[str]) -> None:
    assert keys(text) == expected
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Wet betaalbare huur (36 496) geldt.", ["36496"]),
        ("Het initiatiefwetsvoorstel-Kröger (35 444) ligt voor.", ["35444"]),
        ("wetsvoorstel 36 079 (R2168)", ["36079"]),
        ("de wetsvoorstellen 36 512 en 36 496", ["36512", "36496"]),
        ("zie dossiernummer 36512", ["36512"]),
        ("Wetsvoorstel regie volkshuisvesting, 36 512", ["36512"]),
        ("Rijkswet 36 079 (R2168)", ["36079"]),
        ("Betrek CXXIV, letter F.", ["CXXIV-F"]),
        ("de inbreng over 36 600 XXII", ["36600-XXII"]),
        ("de begroting van het Mobiliteitsfonds (36 800 A)", ["36800-A"]),
        ("de behandeling van 36 512 op 3 juni", ["36512"]),
        ("EK 36 045", ["36045"]),
        ("Karnerstuk 31 305 is gescand.", ["31305"]),
        ("Betrek CLVI, A en CXXIV, F.", ["CLVI-A", "CXXIV-F"]),
        ("Dossier | Nr.\n31305 | 12\n34682 | 9", ["31305-12", "34682-9"]),
        ("| Onderwerp | Kamerstuk | Nummer |\n|---|---|---|\n| weg | 36 600 A | 12 |", ["36600-A-12"]),
    ],
)
def test_a_dossier_is_read_when_the_words_around_it_name_it(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Het dossier 34682 van de gemeente is gesloten.",
        "Projectdossier 34682 ligt bij de provincie.",
        "De begroting (36 600) sluit.",
        "Het budget van de wet is voor bedrijven (12 500) bedoeld.",
        "De behandeling van 12 500 zaken duurde lang.",
        "Behandeling 12 500 patiënten per jaar.",
        "De TK 34682 is een printer.",
        "Zwolle staat op nr. 5 (36 512).",
        "Lijn nr. 22 (34682) rijdt niet.",
        "De motie (12 500 handtekeningen)",
        "Het wetsvoorstel (12 500 woorden)",
        "De regeling kost 29 435. De brief met nr. 5 gaat hierover.",
        "Dossier | Bedrag\n34682 | 205",
        "Gemeente | Nr.\n34682 | 205",
        "Nr. 5 van dossier V-34682",
        "Bel 34 682, nr. 3",
        "mijn CV, A en B",
        "In hoofdstuk CXX, A",
        "Het debat over 12 500, maandag",
        "De raad behandelt de motie (12 500).",
        "De nota (nr. 3, 12 500 pagina's)",
        "Maat XXL, M en L.",
    ],
)
def test_an_amount_or_a_number_of_something_else_is_no_dossier(text: str) -> None:
    assert keys(text) == []


FURTHER_ON = [
    ("de nota (Kamerstuk 36 289, nr. 2) en de kabinetsreactie daarop (nr. 3)", ["36289-2", "36289-3"]),
    ("Kamerstuk 36 512, nr. 3 (MvT), alsmede het advies van de Raad van State (nr. 4)", ["36512-3", "36512-4"]),
    ("Kamerstuk 36 512 nr. 3 is de MvT. Het verslag is nr. 5. De nota is nr. 6.", ["36512-3", "36512-5", "36512-6"]),
    ("Kamerstuk 36 512, nr. 3. De moties nrs. 17 en 18 zijn verworpen.", ["36512-3", "36512-17", "36512-18"]),
    ("Kamerstuk 33 529 nr. 1100; uit nr. 1155 blijkt het.", ["33529-1100", "33529-1155"]),
    ("motie 32813 nr. 1199 (was nr. 1187 in hetzelfde dossier)", ["32813-1199", "32813-1187"]),
    ("ter vervanging van dat gedrukt onder nr. 23 (Kamerstuk 36 372, nr. 31)", ["36372-23", "36372-31"]),
    ("MvT: 36 512, nr. 3; advies RvS: nr. 4; verslag: nr. 5.", ["36512-3", "36512-4", "36512-5"]),
    ("Zie dossier 36 512, in het bijzonder nr. 3.", ["36512-3"]),
    ("Kamerstuk 29 435, nr. 5. Zie ook nr. 9.", ["29435-5", "29435-9"]),
    ("Kamerstuk 36 512, nr. 20 (t.v.v. nr. 12)", ["36512-20", "36512-12"]),
    ("De initiatiefwet is 33506. De MvT heeft nr. 6, het advies nr. 5.", ["33506-6", "33506-5"]),
    ("De begroting is 36 600 VII. De commissie behandelt daarvan alleen nr. 2.", ["36600-VII-2"]),
    ("Kamerstuk 36 725 XXII, nr. 1; jaarverslag idem, nr. 2.", ["36725-XXII-1", "36725-XXII-2"]),
    ("Kamerstuk 29 435, nrs. 267 en 268; idem, nrs. 270 en 271", ["29435-267", "29435-268", "29435-270", "29435-271"]),
    ("Noot 7: Kamerstuk 29 435, nr. 267. Noot 8: idem.", ["29435-267", "29435-267"]),
]


@pytest.mark.parametrize(("text", "expected"), FURTHER_ON)
def test_a_number_further_on_is_read_when_the_dossier_is_known(text: str, expected: list[str]) -> None:
    assert keys(text) == expected
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zie Kamerstuk 34 682, nr. 107 en Kamerstuk 29 383, nr. 8 en de brief (nr. 9).", ["nr. 9"]),
        ("Kamerstuk 34 682, nr. 107, waarna Zwolle nr. 9 werd", ["9"]),
        ("Handelingen II 2022/23, nr. 63, item 17; de motie daarbij is nr. 9.", ["nr. 9"]),
        ("bestelling nr. 9 (34682)", ["nr. 9 (34682)"]),
        ("onder nummer 34 682, nr. 9", ["nummer 34 682, nr. 9"]),
        ("Almere telt 29 435 (nr. 5)", ["29 435 (nr. 5"]),
    ],
)
def test_a_number_that_may_be_of_two_dossiers_or_of_none_is_reported(text: str, left: list[str]) -> None:
    assert reported(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 34 682, nr. 107. Zwolle staat op nr. 3.",
        "Kamerstuk 34 682, nr. 107. Stb. 2024, nr. 12.",
        "Kamerstuk 34 682, nr. 107; Asser 1974, nr. 45.",
        "Kamerstuk 34 682, nr. 107. Afspraak nr. 14 gaat hierover.",
        "Kamerstuk 34 682, nr. 107. De motie van de gemeenteraad (nr. 5) sluit hierop aan.",
        "Kamerstuk 34 682, nr. 107. De provincie is nr. 1 van Nederland.",
        "Kamerstuk 34 682, nr. 107.\n\nDe motie nr. 5 is van iemand anders.",
    ],
)
def test_a_number_that_another_word_claims_is_left_alone(text: str) -> None:
    assert keys(text) == ["34682-107"]
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tweede Karner, vergaderjaar 1998-1999, 26 2O5, nr. 3", "26 2O5, nr. 3"),
        ("gescand: 2l 137, nrs. 1-2 en meer", "2l 137, nrs. 1-2"),
        (
            "dat is Kamerstuk negenentwintig vierhonderdvijfendertig dus",
            "Kamerstuk negenentwintig vierhonderdvijfendertig",
        ),
        ("dossier zesendertigduizend vijfhonderdtwaalf", "dossier zesendertigduizend vijfhonderdtwaalf"),
    ],
)
def test_a_damaged_or_spelled_out_number_is_reported_and_not_guessed(text: str, left: str) -> None:
    assert keys(text) == []
    assert reported(text) == [left]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstukken I 2014/15, 33 962, A t/m D", ["A", "B", "C", "D"]),
        ("Kamerstukken I 2014/15, 33 962, AA-AC", ["AA", "AB", "AC"]),
        ("29279-nr. 650", ["650"]),
        ("34682|nr.241", ["241"]),
        ("Kamerstuk II, 23/24, 29362 nr 355", ["355"]),
        ("(2023-2024) 32 761, 288 \u2013 Kamerstuk over het budget", ["288"]),
        ("Kamerstuk 32127, nr. 12; en nr. 118", ["12", "118"]),
    ],
)
def test_what_joins_dossier_and_numbers_may_be_any_usual_sign(text: str, expected: list[str]) -> None:
    assert [each.referentie.nummer for each in find(text).verwijzingen] == expected


def test_items_and_meetings_are_read_in_words_and_in_a_row() -> None:
    text = "Handelingen II 2023/24, nr. 43, item 11, p. 2 e.v., item 14, p. 1 en nr. 44, item 3"
    assert keys(text) == ["h-tk-20232024-43-11", "h-tk-20232024-43-14", "h-tk-20232024-44-3"]
    assert keys("Handelingen TK 2014/15, vergadering 71, item 9") == ["h-tk-20142015-71-9"]
    assert keys("Handelingen TK 2014/15, 71e vergadering, item 9") == ["h-tk-20142015-71-9"]


@given(
    st.lists(
        st.sampled_from(
            [
                "Kamerstuk 29 435, nr. 3",
                " (nr. 4)",
                " motie nr. 5",
                ". De brief",
                " idem, nr. 6",
                " (36 512)",
                " dossier 36512",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_numbers_apart_keep_their_order_and_are_taken_once(text: str) -> None:
    found = find(text)
    places = [(each.begin, each.eind) for each in found.verwijzingen]
    assert places == sorted(set(places))
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    assert all(text[each.begin : each.eind] == each.tekst for each in found.verwijzingen)
