"""Dates are held against each other: in the dossier, in ronde.yaml and in the letter; a guess is a proposal."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brief.checks import Gegevens
from brief.checks.rules import datum_in_brief, datum_in_dossier, datum_voorgesteld
from brief.diagnostics import Place
from brief.domain import Dossier, Rest
from brief.text import parse
from brief.text.dates import mentions, short_dates
from brief.text.dutch import datums
from checks.voorbeeld import DAG, ronde

OVERLEG = ronde().overleggen[0]


def dossier(*lines: str, versie: str = "") -> Dossier:
    rest = tuple(Rest(line, "voorwerk", Place("noordwest.md", 3)) for line in lines)
    return Dossier("noordwest", "", versie, (), (), rest)


def uit_dossier(found: Dossier) -> list[str]:
    gegevens = Gegevens("input/2025", ronde(), (), dossiers={"noordwest": found})
    meldingen = list(datum_in_dossier.controleer(gegevens))
    assert {each.code for each in meldingen} <= {"BR441"}
    return [each.message for each in meldingen]


def uit_brief(text: str, *dagen: int) -> list[str]:
    meetings = tuple(replace(OVERLEG, datum=datetime.date(2025, 6, day)) for day in dagen)
    gegevens = Gegevens("input/2025", replace(ronde(), overleggen=meetings), (), brief=parse(text, file="brief.md"))
    found = list(datum_in_brief.controleer(gegevens))
    assert {each.code for each in found} <= {"BR442"}
    return [each.message for each in found]


@given(st.lists(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31)), min_size=1, max_size=5))
def test_what_is_written_of_one_year_is_read_again(days: list[datetime.date]) -> None:
    days = sorted({day.replace(year=2027, day=min(day.day, 28)) for day in days})
    found = [day for each in mentions(f"Op {datums(days)} is vergaderd.") for day in each.in_year(1999)]
    assert [(each.month, each.day) for each in found] == [(each.month, each.day) for each in days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Op 6 en 7 november heb ik", [(6, 11), (7, 11)]),
        ("9, 10 en 11 september jl.", [(9, 9), (10, 9), (11, 9)]),
        ("van 9 t/m 11 september", [(9, 9), (10, 9), (11, 9)]),
        ("9–11 September 2025", [(9, 9), (10, 9), (11, 9)]),
        ("vrijdag 11\u00a0september\u00a02025, 13:00 – 14:30 uur", [(11, 9)]),
        ("in september, 2030 en 12 procent", []),
        ("artikel 3.12 maart", []),
        ("31 februari", []),
    ],
)
def test_dates_as_people_write_them(text: str, days: list[tuple[int, int]]) -> None:
    assert [(day.day, day.month) for each in mentions(text) for day in each.in_year(2025)] == days


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("van 31 mei en 1 juni 2027", [2027, 2027]),
        ("van 31 mei 2026 en 1 juni 2027", [2026, 2027]),
        ("van 31 mei. Op 1 juni 2027", [None, 2027]),
        ("van 31 mei en 1 juni", [None, None]),
    ],
)
def test_a_year_is_that_of_the_date_before_it_only_where_they_stand_together(
    text: str, years: list[int | None]
) -> None:
    assert [each.jaar for each in mentions(text)] == years


def test_dates_in_numbers() -> None:
    assert [each.in_year(2025) for each in short_dates("conceptversie 19-5")] == [(datetime.date(2025, 5, 19),)]
    assert list(short_dates("2025-05-19, 2024-2026 en 12-13")) == []


def test_the_day_that_the_dossier_names_is_that_of_the_meeting() -> None:
    assert uit_dossier(dossier("Titel", "**Datum: woensdag 4 juni 2025, 10:30 uur**")) == []
    assert uit_dossier(dossier("Datum: 4 juni")) == []
    assert uit_dossier(dossier("Aan de slag op 5 juni")) == []
    (said,) = uit_dossier(dossier("Datum: 5 juni 2025", "Datum: 6 juni"))
    assert said == (
        "landsdeel noordwest: het dossier noemt 5 juni 2025 als dag van het overleg, ronde.yaml 4 juni 2025"
    )
    assert len(uit_dossier(dossier("Datum overleg: 5 juni"))) == 1


@pytest.mark.parametrize("versie", ["conceptversie 19-6", "Versie 1.2 van 5 juni 2025", "versie 5 juni"])
def test_a_dossier_of_after_the_meeting_is_reported(versie: str) -> None:
    (said,) = uit_dossier(dossier(versie=versie))
    assert "is van na het overleg" in said


@pytest.mark.parametrize("versie", ["", "conceptversie 19-5", "versie 4 juni 2025", "versie 2", "v2.1"])
def test_a_dossier_of_before_the_meeting_is_not(versie: str) -> None:
    assert uit_dossier(dossier(versie=versie)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Op 4, 5 en 6 juni heb ik de Bestuurlijke Overleggen Leefomgeving gevoerd.",
        "Op 4, 5 en 6 juni 2025 voerde ik de BO’s Leefomgeving.",
        "Het overleg Leefomgeving met Noord was op 5 juni.",
        "Het volgende BO Leefomgeving is op 3 juni 2026.",
        "Op 11 november is het BO MIRT.",
        "Op 1 mei begon de zomer. De BO’s Leefomgeving gingen over water.",
    ],
)
def test_a_letter_that_names_the_days_of_the_meetings_is_right(text: str) -> None:
    assert uit_brief(text, 4, 5, 6) == []


@pytest.mark.parametrize(
    "text",
    [
        "Op 4 en 5 juni heb ik de Bestuurlijke Overleggen Leefomgeving gevoerd.",
        "Op 4, 5, 6 en 7 juni heb ik de Bestuurlijke Overleggen Leefomgeving gevoerd.",
        "Eerst iets anders. Op 4, 5 en 6 juli waren de **BO's Leefomgeving**.",
        "Het overleg Leefomgeving met Noord was op 7 juni.",
        "# BO’s Leefomgeving van 4 en 5 juni",
    ],
)
def test_a_letter_that_names_other_days_is_reported(text: str) -> None:
    (said,) = uit_brief(text, 4, 5, 6)
    assert said.endswith("ronde.yaml 4, 5 en 6 juni 2025")


def test_a_proposed_day_is_reported_until_it_is_confirmed() -> None:
    proposed = replace(ronde(), overleggen=(replace(OVERLEG, datum_voorgesteld=True),))
    proposed = replace(proposed, brief=replace(proposed.brief, datum_voorgesteld=True))
    found = list(datum_voorgesteld.controleer(Gegevens("input/2025", proposed, ())))
    assert [each.code for each in found] == ["BR443", "BR443"]
    assert str(DAG) in found[0].message
    assert list(datum_voorgesteld.controleer(Gegevens("input/2025", ronde(), ()))) == []
