"""Promises to the Kamer are looked up at its open data: what is found is told, what is not is said, nothing made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from brief.commands.kamerstuk import kamerstuk
from brief.diagnostics import Place
from brief.kamerstuk import stuk
from brief.kamerstuk.online import OpenData, look_up, of_papers, of_promises
from kamerstuk.odataserver import Dienst, document, promise, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = Place("ronde.yaml", 12, 1)
NUMBER = "TZ202606-014"


@pytest.fixture
def dienst() -> Iterator[Dienst]:
    yield from running(Dienst([document(267), promise()]))


def service(dienst: Dienst) -> OpenData:
    return OpenData(dienst.base, timeout=0.3, attempts=2, sleep=lambda _: None)


def report(dienst: Dienst, *numbers: str) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in look_up(of_promises(numbers, PLACE), service(dienst))]


def test_a_promise_that_is_found_is_told_in_the_words_of_the_kamer(dienst: Dienst) -> None:
    ((code, message),) = report(dienst, NUMBER)
    assert code == "BR717"
    assert message == (
        "toezegging TZ202606-014: 'De minister stuurt de Kamer voor het najaar een overzicht van de plannen voor het "
        "zuiden.' (Minister van Volkshuisvesting en Ruimtelijke Ordening, vastgelegd 18 juni 2026, activiteit "
        "2026A01894, stand: Openstaand)"
    )


def test_only_fields_are_asked_that_the_service_has_and_only_what_stands_still(dienst: Dienst) -> None:
    report(dienst, NUMBER)
    (asked,) = dienst.questions
    assert "/Toezegging?" in asked
    assert f"Nummer eq '{NUMBER}' and Verwijderd eq false" in unquote(asked)


def test_a_promise_that_is_not_there_is_a_warning(dienst: Dienst) -> None:
    assert report(dienst, "TZ202606-015") == [("BR716", "toezegging TZ202606-015 is bij de Tweede Kamer niet gevonden")]


def test_a_row_of_another_promise_does_not_count(dienst: Dienst) -> None:
    """A service that takes no notice of the question must not make a promise of what it gives."""
    dienst.faults = ['rows_as_they_are {"value": [{"Nummer": "TZ202606-999", "Tekst": "Iets anders"}]}']
    assert [code for code, _ in report(dienst, NUMBER)] == ["BR716"]


def test_a_promise_that_was_removed_is_said_to_be(dienst: Dienst) -> None:
    dienst.faults = [f'rows_as_they_are {{"value": [{{"Nummer": "{NUMBER}", "Verwijderd": true}}]}}']
    assert report(dienst, NUMBER) == [("BR716", "toezegging TZ202606-014 is bij de Tweede Kamer verwijderd")]


@pytest.mark.parametrize("status", ["Afgedaan", "Voldaan", "voldaan "])
def test_a_promise_that_was_kept_already_is_a_warning(dienst: Dienst, status: str) -> None:
    dienst.rows = [promise(Status=status)]
    (told, kept) = report(dienst, NUMBER)
    assert told[0] == "BR717"
    assert kept == ("BR718", f"toezegging TZ202606-014 staat bij de Tweede Kamer al op '{status.strip()}'")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"Tekst": None, "Functie": None, "Aanmaakdatum": None, "ActiviteitNummer": None}, "(stand: Openstaand)"),
        ({"Aanmaakdatum": "0001-01-01T00:00:00Z"}, "Ordening, activiteit 2026A01894"),
        ({"Aanmaakdatum": "gisteren"}, "Ordening, activiteit 2026A01894"),
        ({"Tekst": 5, "Status": []}, "activiteit 2026A01894)"),
        ({"Tekst": "x\x1b[31m\u202ey " * 400}, "…'"),
    ],
)
def test_what_the_kamer_does_not_say_is_not_made_up(dienst: Dienst, more: dict[str, Any], said: str) -> None:
    dienst.rows = [promise(**more)]
    ((code, message),) = report(dienst, NUMBER)
    assert code == "BR717"
    assert said in message
    assert len(message) < 600
    assert "\x1b" not in message


@pytest.mark.parametrize("number", ["T02345", "TZ2024-1", "TZ202613-001", "TZ202606-014' or 1 eq 1", "", "tz"])
def test_what_is_no_number_of_a_promise_is_not_asked_for(dienst: Dienst, number: str) -> None:
    ((code, message),) = report(dienst, number)
    assert code == "BR235"
    assert "TZ202409-123" in message
    assert dienst.questions == []


def test_papers_and_promises_go_through_one_door(dienst: Dienst) -> None:
    """When the service is down, one message says how much of each was not looked up."""
    dienst.faults = ["html"] * 9
    entry, _ = stuk("kst-29435-267", {"titel": "Voorontwerp van de nota"})
    assert entry is not None
    questions = [*of_papers([entry], {}), *of_promises([NUMBER, "TZ202606-015"], PLACE)]
    (found,) = look_up(questions, service(dienst))
    assert found.code == "BR230"
    assert found.message.endswith("1 stuk en 2 toezeggingen zijn niet opgezocht")
    assert len(dienst.questions) == 1


def test_a_bad_answer_is_reported_for_its_promise(dienst: Dienst) -> None:
    dienst.faults = ["404"]
    assert report(dienst, NUMBER) == [
        ("BR233", "toezegging TZ202606-014 is niet gecontroleerd: de dienst antwoordde met code 404")
    ]


RONDE = """ronde: 2026
titel: Uitkomsten
overleggen:
  - {landsdeel: noord, datum: 2026-09-10, dossier: dossiers/noord.docx}
brief:
  datum: 2026-09-14
  betreft: Uitkomsten
  tekst: brief.md
  ondertekenaars:
    - functie: De minister
toezeggingen: [TZ202606-014, TZ202606-015]
"""


def test_the_promises_of_a_round_are_looked_up_when_asked_and_only_then(
    dienst: Dienst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ronde = tmp_path / "2026"
    ronde.mkdir()
    (ronde / "ronde.yaml").write_text(RONDE)
    (ronde / "brief.md").write_text("# Kop\n\nHiermee doe ik de toezegging (TZ202606-014) gestand.\n")
    offline = CliRunner().invoke(kamerstuk, ["controleer", str(ronde)])
    assert dienst.questions == []
    assert "BR713" in offline.stderr
    asked = CliRunner().invoke(kamerstuk, ["controleer", str(ronde), "--online", "--bron", dienst.base])
    assert asked.exit_code == 1
    for code in ("BR713", "BR716"):
        assert f"[{code}]" in asked.stderr
    assert f"{ronde.as_posix()}/ronde.yaml:11:1" in asked.stderr
    assert "toezegging TZ202606-014: 'De minister stuurt de Kamer" in asked.stdout
    assert "stand: Openstaand" in asked.stdout
    assert len(dienst.questions) == 2
