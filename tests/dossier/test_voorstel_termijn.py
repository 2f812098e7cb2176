"""A deadline is proposed only where the text sets one limit, and never later than the words say."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.dossier.termijn import termijn
from brief.dossier.voorstel import voorstel


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("Rijk en regio besluiten uiterlijk 1 juli 2027.", "2027-07-01"),
        ("Het plan is er vóór 1 april 2027.", "2027-03-31"),
        ("Het plan is er voor 1 april 2027.", "2027-03-31"),
        ("Uiterlijk eind 2027 wijzen zij twee gebieden aan.", "2027-12-31"),
        ("Uiterlijk in december 2026 volgt een brief.", "2026-12-31"),
        ("Vóór mei 2028 ligt er een keuze.", "2028-04-30"),
        ("Uiterlijk in het eerste kwartaal van 2027 is het klaar.", "2027-03-31"),
        ("Uiterlijk Q3 2027 is het klaar.", "2027-09-30"),
        ("Uiterlijk in de tweede helft van 2027 is het klaar.", "2027-12-31"),
        ("Uiterlijk medio 2028 is het klaar.", "2028-06-30"),
        ("Vóór de zomer van 2027 is het klaar.", "2027-06-20"),
        ("Uiterlijk in 2030 is het klaar.", "2030-12-31"),
        ("Vóór 2030 zijn er drie ecoducten.", "2029-12-31"),
        ("De veren varen tot en met 2031.", "2031-12-31"),
        ("Voor het einde van 2027 is het klaar.", "2027-12-31"),
        ("Uiterlijk 29 februari 2028 is het klaar, dus uiterlijk 29 februari 2028.", "2028-02-29"),
    ],
)
def test_words_that_set_a_limit_give_the_last_day_in_time(tekst: str, dag: str) -> None:
    found = termijn(tekst)
    assert found is not None
    assert found[0].isoformat() == dag
    assert found[1] in tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "In 2035 verbruikt ieder 100 liter.",
        "Er is voor 2027 drie miljoen euro.",
        "In 2030 komen er 1.000 woningen; in 2040 nog eens.",
        "Uiterlijk 1 juli 2027 het plan, uiterlijk eind 2028 het besluit.",
        "Uiterlijk 31 februari 2027 is het klaar.",
        "Vergaderjaar 2026-2027, uiterlijk 2026-2027.",
        "Op 9 september 2026 is het overleg.",
    ],
)
def test_what_sets_no_limit_or_two_gives_no_deadline(tekst: str) -> None:
    assert termijn(tekst) is None


def test_a_deadline_is_a_proposal_with_its_words_and_no_certainty() -> None:
    found = voorstel("", "Rijk en regio besluiten uiterlijk 1 juli 2027.")
    assert found.termijn == datetime.date(2027, 7, 1)
    assert found.reden == "2027-07-01: 'uiterlijk 1 juli 2027' in de tekst"


@given(st.text(st.sampled_from("uiterlijk vóór 123 juli 2027 eind Q van"), max_size=60))
def test_any_text_gives_a_day_or_none(tekst: str) -> None:
    found = termijn(tekst)
    assert found is None or found[1] in " ".join(tekst.split())
