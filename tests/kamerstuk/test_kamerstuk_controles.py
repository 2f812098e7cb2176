"""The checks that need no network, each on a sentence that is wrong and on one that is right."""

from __future__ import annotations

import datetime

import pytest

from brief.kamerstuk import check, check_letter_date, find

DATE = datetime.date(2026, 9, 14)


def codes(text: str, datum: datetime.date | None = None) -> list[str]:
    return [finding.code for finding in check(text, find(text), "brief.md", datum)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kamerstukken II 2023/25, 29435, nr. 267", "BR203"),
        ("Kamerstukken II 2026/27, 36800 XXII, nr. 9", "BR204"),
        ("Kamerstukken II 2024/25, 34682, AC", "BR205"),
        ("Kamerstukken I 2024/25, 34682, nr. 228", "BR205"),
        ("Kamerstuk 34 682 XXII, nr. 12", "BR206"),
        ("Kamerstuk 43 210, nr. 12", "BR207"),
        ("Kamerstukken II 2010/11, 36600, nr. 2", "BR207"),
        ("Kamerstukken II 2022/23, 29435, nr. 267 en Kamerstukken II 2023/24, 29435, nr. 267", "BR209"),
        ("Kamerstuk 29 435, nr. 267. Kamerstukken II 2022/23, 34682, nr. 107.", "BR208"),
        (
            "Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267. "
            "Tweede Kamer, vergaderjaar 2022-2023, 34 682, nr. 107.",
            "BR208",
        ),
        ("In juni heb ik uw Kamer een brief over water gestuurd.", "BR425"),
        ("Het rapport over de kust is op 3 mei jl. aan uw Kamer aangeboden.", "BR425"),
        ("36600-12", "BR221"),
        ("Kamerstuk 36 600 A", "BR221"),
        ("Kamerstuk 346 82, nr. 221", "BR236"),
        ("Kamerstuk 27 625, rn. 691", "BR236"),
        ("Kamerstuk 32 847, nr. 1.375", "BR236"),
    ],
)
def test_a_wrong_reference_is_reported_by_its_own_code(text: str, code: str) -> None:
    assert codes(text, DATE) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstukken II 2023/24, 29435, nr. 267",
        "Kamerstukken II 2025/26, 36800 XXII, nr. 9",
        "Kamerstukken I 2024/25, 34682, AC",
        "Kamerstukken I 2003/04, 27484 (R1669), nr. 289",
        "Kamerstukken I 1979/80, 15516, nr. 42e",
        "Kamerstukken II 2024/25, 36600, nr. 2",
        "Kamerstuk 31 444 XVI, nr. 6",
        "Kamerstuk 27 625, nummers 5 en 6",
        "Kamerstuk 32.847, nrs. 12",
        "Kamerstuk 21 501-08, nr. 928",
        "Kamerstukken II 2022/23, 29435, nr. 260 en Kamerstukken II 2023/24, 29435, nr. 267",
        "In juni heb ik uw Kamer een brief over water gestuurd (Kamerstuk 27 625, nr. 669).",
        "In juni heb ik uw Kamer een brief over water gestuurd[@kst-27625-669].",
        "In juni heb ik uw Kamer een brief over water gestuurd[^3].",
        "In juni heb ik uw Kamer een brief over water gestuurd3, en in juli een kaart.",
        "Ik zal uw Kamer voor het einde van het jaar een brief sturen; die wordt u toegezonden.",
        "Hierbij stuur ik uw Kamer het rapport.",
        "De gemeente heeft de bewoners een brief gestuurd.",
    ],
)
def test_a_right_reference_is_not_reported(text: str) -> None:
    assert codes(text, DATE) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-09-07", []),
        ("2026-09-08", ["BR426"]),
        ("2026-09-14", ["BR426"]),
        ("2026-09-15", ["BR426"]),
        ("2026-09-22", ["BR426"]),
        ("2026-09-23", []),
        ("2026-06-01", []),
    ],
)
def test_a_letter_within_a_week_of_prinsjesdag_names_both_years(date: str, expected: list[str]) -> None:
    assert [each.code for each in check_letter_date(datetime.date.fromisoformat(date))] == expected
