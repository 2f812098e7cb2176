"""The references of readers who had not seen the patterns are found with their exact place and all parts."""

from __future__ import annotations

import pytest

from brief.kamerstuk import Stijl, find, parse
from brief.kamerstuk import format as write_reference
from kamerstuk.kamerstukcorpus import (
    BEKENDE_FOUT,
    LABELLED_SETS,
    PAPER_SETS,
    Geval,
    all_parts,
    cases,
    found_and_followed,
    labelled,
    near_misses,
    papers_named,
    papers_named_and_found,
)

LABELLED = [case for name, _ in LABELLED_SETS.values() for case in cases(name)]
CASES = [case for case in LABELLED if case.klasse != BEKENDE_FOUT]
KNOWN_WRONG = [case for case in LABELLED if case.klasse == BEKENDE_FOUT]
NEAR_MISSES = [case for _, none in LABELLED_SETS.values() for case in near_misses(none)]


def test_the_readers_references_are_found_with_place_and_parts() -> None:
    found = [
        [(v.begin, v.eind, v.tekst, all_parts(v.referentie)) for v in found_and_followed(case.tekst)] for case in CASES
    ]
    assert [pair for pair in zip(found, map(labelled, CASES), strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize("case", KNOWN_WRONG, ids=lambda case: case.tekst[:60])
def test_what_is_known_to_be_missed_is_reported_at_its_place(case: Geval) -> None:
    (begin, end), *_ = find(case.tekst).onleesbaar
    assert case.verwacht[0].begin < end
    assert begin < case.verwacht[0].eind


@pytest.mark.parametrize("stijl", list(Stijl))
def test_what_a_reader_wrote_reads_back_after_writing(stijl: Stijl) -> None:
    found = {each.referentie for case in CASES for each in found_and_followed(case.tekst)}
    assert [each for each in found if parse(write_reference(each, stijl)) != each] == []


def test_the_readers_near_misses_are_not_found() -> None:
    found = {case.tekst: [v.tekst for v in found_and_followed(case.tekst)] for case in NEAR_MISSES}
    assert {text: wrong for text, wrong in found.items() if wrong} == {}


def test_the_readers_sets_are_as_large_as_said() -> None:
    second, third = cases("tweede-lezer"), cases("derde-lezer")
    assert sum(len(case.verwacht) for case in second if case.klasse != "na-de-meting") == 193 + 55
    assert sum(len(case.verwacht) for case in third) == 202
    assert len(near_misses("tweede-lezer-geen")) == 66 + 12
    assert len(near_misses("derde-lezer-geen")) == 66
    assert sum(len(case.verwacht) for case in cases("vierde-lezer")) == 200
    assert len(near_misses("vierde-lezer-geen")) == 60
    assert sum(len(case.verwacht) for case in cases("vijfde-lezer")) == 204 + 4
    assert len(near_misses("vijfde-lezer-geen")) == 28
    assert sum(len(case.verwacht) for case in cases("zesde-lezer")) == 202 + 9
    assert len(near_misses("zesde-lezer-geen")) == 33


def missed_and_made_up(reader: str) -> tuple[set[str], set[str]]:
    missed, made_up = set[str](), set[str]()
    for wanted, found in (each for name in PAPER_SETS[reader] for each in papers_named_and_found(name)):
        missed |= wanted - found
        made_up |= found - wanted
    return missed, made_up


def test_what_is_missed_of_the_eleventh_reader_is_reported() -> None:
    missed, _ = missed_and_made_up("eleventh reader")
    texts = [text for text, wanted in papers_named("elfde-lezer") if wanted & missed]
    assert all(find(text).ongelezen for text in texts)


# What is still missed, and what is made up; of the sets that are not here nothing
NOG_GEMIST = {
    "forty-first reader": ("29435 267", ""),
    "thirty-ninth reader": ("34682 233|34682 235", ""),
    "eleventh reader": ("31305 434", ""),
    "thirteenth reader": (
        "32847 1182|34682|34682 160|35334 288|35925-VII 70|35925-VII 88|36800-XXII 15|36800-XXII 21"
        "|36800-XXII 22|36800-XXII 30",
        "35830-XII|35925-VII",
    ),
    "fourteenth reader": (
        "32847 1180|33118 BB|33118 CD|33118 CK|34682 106|34682 149|36410-XII 52|36418 102|36418 8|ah 2021-2022 3187",
        "28104 7",
    ),
    "fifteenth reader": ("31293 680|32043 457|32043 459|32847 1156|33576 371|35054 2|ah 2017-2018 1456", "32043|32847"),
    "sixteenth reader": ("32127 237|36471 31|36600-J 11", ""),
    "eighteenth reader": ("21501-32 203|30015 592|30252 178|34682 75", ""),
    "twentieth reader": ("35112", "36512"),
    "thirtieth reader": ("34682 159", ""),
    "twenty-ninth reader": ("34682|34682 215", ""),
    "twenty-eighth reader": ("33118 221", ""),
    "twenty-sixth reader": ("34453", ""),
    "twenty-fourth reader": ("36378|36512", ""),
    "twenty-second reader": ("36545", ""),
    "twenty-third reader": ("33328|34453|35283", ""),
    "seventeenth reader": (
        "19637 3304|29435 267|33561 61|34986 DV|34986 FB|35133|35334 145|36360-VII 2|36387|36512 63|36512 E",
        "29435|36512",
    ),
}


@pytest.mark.parametrize("reader", PAPER_SETS)
def test_no_more_is_missed_or_made_up_of_a_reader_than_is_known(reader: str) -> None:
    missed, made_up = missed_and_made_up(reader)
    known_missed, known_made_up = (set(each.split("|")) for each in NOG_GEMIST.get(reader, ("", "")))
    assert missed - known_missed == set()
    assert made_up - known_made_up == set()


def test_nothing_is_reported_in_what_the_eighth_reader_wrote_to_look_like_a_reference() -> None:
    assert [text for text, _ in papers_named("achtste-lezer-geen") if find(text).ongelezen] == []
