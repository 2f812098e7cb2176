"""Answers about a newer dossier: what can be read of them, and what does not fit the file or the dossier."""

from __future__ import annotations

import pytest

from brief.diagnostics import Severity
from brief.intake.answers import Antwoorden, ongebruikt, read_antwoorden, verkeerd
from intake.bijwerkvoorbeeld import WATER, WONEN, dossier

BEKEND = ("nw-2.3-1", "nw-2.3-2")
NIEUW = dossier(("2.4", "Water", WATER), ("2.4", "Water", WONEN))


def test_answers_are_read_as_typed_spaces_or_not() -> None:
    given, found = read_antwoorden([" nw-2.3-1 = nw-2.4-1 "], ["nw-2.3-2"], BEKEND)
    assert (given, found) == (Antwoorden({"nw-2.3-1": "nw-2.4-1"}, frozenset({"nw-2.3-2"})), ())


@pytest.mark.parametrize(
    ("zelfde", "anders", "said"),
    [
        (["nw-2.3-1"], [], "'nw-2.3-1' is geen OUD=NIEUW"),
        (["=nw-2.4-1"], [], "'=nw-2.4-1' is geen OUD=NIEUW"),
        (["nw-2.3-1="], [], "'nw-2.3-1=' is geen OUD=NIEUW"),
        (["nw-2.3-1=a", "nw-2.3-1=b"], [], "nw-2.3-1 kan niet zowel a als b zijn"),
        (["nw-9-1=a"], [], "--zelfde: 'nw-9-1' is geen id van een afspraak"),
        ([], ["elders"], "--anders: 'elders' is geen id van een afspraak"),
    ],
)
def test_an_answer_that_cannot_be_read_is_a_finding(zelfde: list[str], anders: list[str], said: str) -> None:
    _, found = read_antwoorden(zelfde, anders, BEKEND)
    assert [(each.code, each.severity) for each in found] == [("BR149", Severity.FOUT)]
    assert said in found[0].message


def test_the_same_answer_twice_is_one_answer() -> None:
    given, found = read_antwoorden(["nw-2.3-1=a", "nw-2.3-1=a"], [], BEKEND)
    assert (given.zelfde, found) == ({"nw-2.3-1": "a"}, ())


def test_all_that_is_wrong_is_said_at_once_with_what_was_meant() -> None:
    _, found = read_antwoorden(["x", "nw-23-1=a"], ["nw-2.3-22"], BEKEND)
    assert [each.hint for each in found] == [None, "bedoelde u 'nw-2.3-1'?", "bedoelde u 'nw-2.3-2'?"]


def test_an_answer_must_name_an_afspraak_of_the_new_dossier() -> None:
    (finding,) = verkeerd(Antwoorden({"nw-2.3-1": "nw-9-9"}), NIEUW, "nw.yaml")
    assert finding.label == "kies uit: nw-2.4-1, nw-2.4-2"
    assert str(finding.place) == "nw.yaml"


def test_two_afspraken_cannot_become_one_and_one_answer_excludes_the_other() -> None:
    both = Antwoorden({"nw-2.3-1": "nw-2.4-1", "nw-2.3-2": "nw-2.4-1"}, frozenset({"nw-2.3-2"}))
    assert [each.message for each in verkeerd(both, NIEUW, "nw.yaml")] == [
        "--zelfde: nw-2.4-1 kan maar van één afspraak de nieuwe tekst zijn",
        "nw-2.3-2 staat bij --zelfde en bij --anders",
    ]
    assert verkeerd(Antwoorden({"nw-2.3-1": "nw-2.4-1"}), NIEUW, "nw.yaml") == ()


def test_an_answer_that_nobody_asked_for_is_said_so_without_stopping_the_work() -> None:
    (finding,) = ongebruikt(Antwoorden({"nw-2.3-2": "x"}, frozenset({"nw-2.3-1", "elders"})), BEKEND)
    assert finding.severity is Severity.WAARSCHUWING
    assert "over nw-2.3-1, nw-2.3-2 is niet gebruikt" in finding.message
    assert ongebruikt(Antwoorden(), BEKEND) == ()


def test_a_later_answer_holds_and_answers_about_other_files_fall_out() -> None:
    first = Antwoorden({"a": "1", "b": "2"}, frozenset({"c"}))
    assert first.with_more(Antwoorden({"a": "3"}, frozenset({"d"}))) == Antwoorden(
        {"a": "3", "b": "2"}, frozenset({"c", "d"})
    )
    assert first.about({"b", "c"}) == Antwoorden({"b": "2"}, frozenset({"c"}))
