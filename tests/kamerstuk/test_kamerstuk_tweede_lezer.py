"""The references of a second reader, who had not seen the patterns, are found with their exact place and all parts."""

from __future__ import annotations

import pytest

from brief.kamerstuk import Stijl, find, parse
from brief.kamerstuk import format as write_reference
from kamerstuk.kamerstukcorpus import (
    BEKENDE_FOUT,
    TWEEDE_LEZER,
    TWEEDE_LEZER_GEEN,
    Geval,
    all_parts,
    cases,
    near_misses,
)

CASES = cases(TWEEDE_LEZER)
NEAR_MISSES = near_misses(TWEEDE_LEZER_GEEN)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.tekst[:60])
def test_the_second_readers_references_are_found_with_place_and_parts(case: Geval) -> None:
    found = find(case.tekst).verwijzingen
    assert [(v.begin, v.eind, v.tekst, all_parts(v.referentie)) for v in found] == [
        (wanted.begin, wanted.eind, case.tekst[wanted.begin : wanted.eind], dict(wanted.delen))
        for wanted in case.verwacht
    ]


@pytest.mark.parametrize("stijl", list(Stijl))
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.tekst[:60])
def test_what_the_second_reader_wrote_reads_back_after_writing(case: Geval, stijl: Stijl) -> None:
    for found in find(case.tekst).verwijzingen:
        assert parse(write_reference(found.referentie, stijl)) == found.referentie


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.xfail(strict=True)] if case.klasse == BEKENDE_FOUT else [])
        for case in NEAR_MISSES
    ],
    ids=lambda case: case.tekst[:60],
)
def test_the_second_readers_near_misses_are_not_found(case: Geval) -> None:
    assert [v.tekst for v in find(case.tekst).verwijzingen] == []


def test_the_second_readers_set_is_as_large_as_said() -> None:
    assert sum(len(case.verwacht) for case in CASES if case.klasse != "na-de-meting") == 193 + 55
    assert len(NEAR_MISSES) == 66 + 12
