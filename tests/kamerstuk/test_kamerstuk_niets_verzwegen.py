"""Digits behind a reference never pass unsaid: each is read, or reported with its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.kamerstuk import find, meldingen, resolve
from kamerstuk.referentie_strategie import opsommingen
from keuring.eigenschap import tries


def numbers(text: str) -> list[str | None]:
    return [each.referentie.nummer for each in find(text).verwijzingen]


def keys(text: str) -> list[str]:
    return [each.sleutel for each in find(text).verwijzingen]


def reported(text: str) -> list[tuple[str, str]]:
    """Give code and words of what is reported, in order."""
    found = find(text)
    spans = sorted((*found.onleesbaar, *found.rest, *found.jaren))
    messages = meldingen(text, found)
    assert [message.place.column for message in messages if message.place] == [begin + 1 for begin, _ in spans]
    return [(message.code, text[begin:end]) for message, (begin, end) in zip(messages, spans, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie Kamerstuk 29 435, nrs. 378, 380 tot en met 382 en 400.", ["378", "380", "381", "382", "400"]),
        ("Kamerstuk 29 435, nr.267 en 268", ["267", "268"]),
        ("Zie Kamerstuk 29 435, nr.267 en 268 voor het vervolg.", ["267", "268"]),
        ("Kamerstuk 34682, nr. 1 tot en met 3, 5, 8 t/m 10", ["1", "2", "3", "5", "8", "9", "10"]),
        ("Kamerstuk 29 435, nr. 267 jo. nr. 270", ["267", "270"]),
        ("Kamerstuk 29 435, nummers 267 tot 269", ["267", "268", "269"]),
        ("Kamerstukken I 2022/23, 33 118, HA, HB en HC", ["HA", "HB", "HC"]),
        ("Kamerstuk 29 435, nr. 267 en de motie met nr. 270", ["267", "270"]),
        ("nrs. 267 en 268 van Kamerstuk 29 435", ["267", "268"]),
        ("Kamerstukken I 2000/01, 26 855 (250, 250a); 2001/02, 26 855 (16, 16a).", ["250", "250a", "16", "16a"]),
        ("Handelingen II 2022/23, nr. 44, item 3 en nr. 45, item 6", ["44", "45"]),
    ],
)
def test_every_number_of_a_list_is_a_reference(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected
    assert reported(text) == []


def test_the_number_behind_en_andere_is_read() -> None:
    assert keys("Kamerstukken I 2004/05, 29 763 e.a., D (memorie van antwoord)") == ["kst-29763-D"]
    assert keys("Kamerstukken II 2004/05, 29 763 e.a., nr. 3") == ["kst-29763-3"]
    assert keys("Kamerstukken 29 763 e.a., en meer") == ["kst-29763"]


def test_dossiers_joined_by_en_are_each_a_reference() -> None:
    assert keys("Zie de Kamerstukken 29 435 en 34 682 hierover.") == ["kst-29435", "kst-34682"]


@pytest.mark.parametrize(
    ("text", "read", "left"),
    [
        ("Kamerstuk 29 435, nrs. 1 t/m 100", ["kst-29435-1"], "100"),
        ("Kamerstuk 29 435, nr. 267; 268 en 270", ["kst-29435-267"], "268 en 270"),
        ("Kamerstuk 29 435, nr. 3, p. 12, 8 en 4", ["kst-29435-3"], "8 en 4"),
        ("Kamerstuk 29 435, nr. 267 en nr. XX", ["kst-29435-267"], "XX"),
        ("Kamerstuk 29 435, nr. 11 en 12 bezwaren", ["kst-29435-11"], "12"),
        ("Kamerstuk 29 435 en 34 682 gaan hierover", ["kst-29435"], "34 682"),
        ("kst-29435-267 en 268", ["kst-29435-267"], "268"),
        ("2024D43452 en 43453", ["2024D43452"], "43453"),
        ("Kamerstuk 29 435, nr. 267 3 Kamerstuk 29 435, nr. 268", ["kst-29435-267", "kst-29435-268"], "3"),
        ("Handelingen II 2022/23, nr. 44, item 3 en 5", ["h-tk-20222023-44-3"], "5"),
    ],
)
def test_what_is_not_read_in_the_same_clause_is_reported(text: str, read: list[str], left: str) -> None:
    assert keys(text) == read
    assert reported(text) == [("BR228", left)]


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 29 435, nr. 267 en 12 andere brieven",
        "Kamerstuk 29 435, nr. 267 en 268 provincies",
        "Kamerstuk 29 435, nr. 267, 3 juni 2024",
        "Kamerstuk 29 435, nr. 267 (3 juni 2024)",
        "Kamerstuk 29 435, nr. 267 (12 pagina's)",
        "Kamerstuk 29 435, nr. 267 (2024)",
        "Kamerstuk 29 435, nr. 267, 40 hectare",
        "Kamerstuk 29 435, nr. 267 en 3,5 miljoen",
        "Kamerstuk 29 435, nr. 267, 12-3-2024",
        "Kamerstuk 29 435, nr. 267, € 350 miljoen",
        "Kamerstuk 29 435, nr. 267.3 In de brief",
        "Kamerstuk 29 435, nr. 267\n3 In de brief",
        "Kamerstuk 29 435, nr. 267, over Verordening (EG) nr. 924/2009",
        "https://zoek.officielebekendmakingen.nl/kst-29435-267.html, 12",
    ],
)
def test_what_counts_something_else_is_not_reported(text: str) -> None:
    assert keys(text) == ["kst-29435-267"]
    assert reported(text) == []


@pytest.mark.parametrize(
    "text", ["Kamerstuk 29 435, nr. 26 7", "Kamerstuk 29435, nr 3 4 5", "nr. 267 en 12 van Kamerstuk 29 435"]
)
def test_a_number_that_is_broken_is_no_number(text: str) -> None:
    assert [number for number in numbers(text) if number] == []
    assert [code for code, _ in reported(text)] == ["BR201"]


@pytest.mark.parametrize(
    ("text", "key", "year"),
    [
        ("Tweede Kamer, vergaderjaar 20232024, Kamerstuk 29 435, nr. 267", "kst-29435-267", "20232024"),
        ("Kamerstukken II 2023-204, 29 435, nr. 267", "kst-29435-267", "2023-204"),
        ("2022–203, 34 682, nr. 107", "kst-34682-107", "2022–203"),
        ("(Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844)", "ah-tk-844", "2022–203"),
        ("Handelingen II 2022-203, nr. 44, item 3", "h-tk-44-3", "2022-203"),
        ("Kamerstukken II 2023, 29 435, nr. 267", "kst-29435-267", "2023"),
        ("Tweede Kamer, vergaderjaar 23/24, 29 435, nr. 267", "kst-29435-267", "23/24"),
        ("vergaderjaar 2023-2024-2025, 29 435, nr. 5", "kst-29435-5", "2023-2024-2025"),
        ("Kamerstuk 29 435, nr. 267 (vergaderjaar 2023-204)", "kst-29435-267", "2023-204"),
    ],
)
def test_a_malformed_year_is_said_as_such_and_the_paper_still_found(text: str, key: str, year: str) -> None:
    (found,) = find(text).verwijzingen
    assert (found.sleutel, found.referentie.vergaderjaar) == (key, None)
    assert reported(text) == [("BR229", year)]


def test_a_malformed_year_is_named_with_the_year_that_was_meant() -> None:
    text = "Tweede Kamer, vergaderjaar 2022–203, Kamerstuk 34 682, nr. 107"
    (message,) = meldingen(text, find(text), "brief.md")
    assert (message.message, message.label) == ("'2022–203' is geen vergaderjaar", "bedoelde u 2022-2023?")


@pytest.mark.parametrize(
    "text", ["het vergaderjaar 2023 was druk", "Verordening (EU) 2024/1398, nr. 12", "van 2024-11-12 tot 2024-11-13"]
)
def test_a_year_that_belongs_to_no_reference_is_left_alone(text: str) -> None:
    assert keys(text) == []
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 2",
        "Einde.\nTweede Kamer, vergaderjaar 2022–2023, Aanhangsel 2Antwoord 3\nJa.",
        "’s-Gravenhage 2023Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1",
        "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen",
    ],
)
def test_head_and_foot_of_a_printed_page_are_no_reference_and_no_fault(text: str) -> None:
    assert keys(text) == []
    assert reported(text) == []


def test_kamervragen_with_the_word_aanhangsel_are_found() -> None:
    assert keys("Kamervragen (Aanhangsel) 2022-2023, nr. 844") == ["ah-tk-20222023-844"]


def test_idem_behind_an_unread_number_is_not_followed() -> None:
    text = "1 Kamerstuk 29 435, nrs. 1 t/m 100\n2 Idem"
    ((_, _, reason),) = resolve(text, find(text)).onvolgbaar
    assert "niet te lezen" in reason


def test_ranges_without_end_are_reported_instead_of_written_out() -> None:
    text = "Kamerstuk 12345, nrs. 1-60; " * 400
    found = find(text)
    assert len(found.verwijzingen) < 12_000
    assert len(found.rest) == 400 - (len(found.verwijzingen) - 2 * 400) // 58


@given(opsommingen())
@settings(max_examples=tries(400), deadline=None)
def test_every_number_of_an_enumeration_is_read_or_reported_at_its_place(case: tuple[str, list[str]]) -> None:
    text, written = case
    found = find(text)
    spans = [(each.begin, each.eind) for each in found.verwijzingen] + [*found.onleesbaar, *found.rest, *found.jaren]
    read = {each.referentie.nummer for each in found.verwijzingen}
    for match in re.finditer("[0-9]+", text):
        assert any(begin <= match.start() and match.end() <= end for begin, end in spans), (text, match.group())
    for number in written:
        unread = " ".join(text[begin:end] for begin, end in (*found.onleesbaar, *found.rest))
        # 150-51: the end of a range, without the digits that it shares
        is_end = re.search(f"(?:[-\u2013]|t/m|tot en met) ?{number}", text)
        is_short = is_end and any((each or "").endswith(number) for each in read)
        assert number in read or is_short or re.search(rf"(?<![0-9]){number}(?![0-9])", unread), (text, number)


@given(
    st.integers(1, 40),
    st.sampled_from(["nr. ", "nrs. ", "nr.", "nummers "]),
    st.sampled_from([", ", " en ", " & ", "; "]),
)
def test_a_long_list_is_read_or_reported_whatever_joins_it(count: int, word: str, joiner: str) -> None:
    text = "Kamerstuk 29 435, " + word + joiner.join(str(number * 3) for number in range(1, count + 1))
    found = find(text)
    last = found.verwijzingen[-1].eind if found.verwijzingen else 0
    end = max([last, *(stop for _, stop in (*found.rest, *found.onleesbaar))])
    assert end == len(text)


BIJ_EEN_WET = (
    ("De Wet gemeentelijke watertaken volgt later, zie 34 711.", "34 711"),
    ("Met de Warmtewet (fase twee, 35 912) en het besluit daarbij.", "35 912"),
    ("Voor de stikstofwetgeving 33 909 en de rest geldt dit niet.", "33 909"),
    ("Zie ook de Wet watertaken voor het landelijk gebied (34 711) daarbij.", "34 711"),
    ("De wet geldt voor het landelijk gebied (34 711) niet.", None),
    ("Onder de Huisvestingswet vielen dat jaar 34 711 woningen.", None),
    ("De Wet woningbouw kostte € 34 711.", None),
    ("De Woningwet telt volgens ons ruim 34 711.", None),
    ("De Omgevingswet is er. In de regio wonen 34 711.", None),
)
"""A number with the space of a dossier behind the name of a law, and what has to be reported of it."""


@pytest.mark.parametrize(("text", "expected"), BIJ_EEN_WET)
def test_a_number_written_as_a_dossier_behind_the_name_of_a_law_does_not_pass_unsaid(
    text: str, expected: str | None
) -> None:
    assert keys(text) == []
    assert [words for _, words in reported(text)] == ([expected] if expected else [])


def test_the_mark_of_the_next_point_in_a_sentence_is_no_number() -> None:
    assert reported("1) Kamerstuk 28 684, nr. 711; 2) Kamerstuk 29 628, nr. 1102; 3) een brief.") == []
    assert reported("(1) een nota; (2) Kamerstuk 28 684, nr. 711; (3) een brief.") == []
    assert reported("(Kamerstuk 28 684, nr. 711, 2) De rest.") == [("BR228", "2")]


def test_a_dossier_behind_its_label_is_named_once_when_its_number_follows() -> None:
    assert keys("Dossier: 36 512 Wet regie, nr. 16") == ["kst-36512-16"]
    assert keys("Dossier: 36 410 XII Vaststelling van de begroting, nr. 16") == ["kst-36410-XII-16"]


def test_a_column_that_counts_the_rows_numbers_no_papers() -> None:
    with_number = "Nr.\tDossier\tOndernr.\n1\t33576\t391\n2\t32670\t210"
    assert keys(with_number) == ["kst-33576-391", "kst-32670-210"]
    assert keys("| Nr. | Dossier |\n|---|---|\n| 1 | 33576 |\n| 2 | 33576 |") == []
    assert keys("| Nr. | Dossier |\n|---|---|\n| 391 | 33576 |\n| 2 | 33576 |") == ["kst-33576-391"]


def test_a_law_is_looked_for_nearest_to_its_bracket() -> None:
    assert keys("samen met de Invoeringswet (34 986) behandeld") == ["kst-34986"]
    assert keys("de Omgevingswet samen met de Invoeringswet (34 986) behandeld") == ["kst-34986"]
    assert keys("de Omgevingswet geldt voor bedrijven (34 986) in de regio") == []


def test_a_number_behind_another_year_is_a_paper_of_the_same_dossier_in_that_year() -> None:
    text = "(Kamerstukken II 2019/20, 32 847, nr. 665; 2020/21, nrs. 789 en 790; 2021/22, nr. 911)"
    years = ["2019-2020", "2020-2021", "2020-2021", "2021-2022"]
    assert [each.referentie.vergaderjaar for each in find(text).verwijzingen] == years
    assert keys(text) == [f"kst-32847-{number}" for number in (665, 789, 790, 911)]
    assert reported(text) == []
