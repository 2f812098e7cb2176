"""Every reference of the corpus is found with its exact place and parts, and nothing where there is none."""

from __future__ import annotations

import pytest

from brief.kamerstuk import find
from kamerstuk.kamerstukcorpus import Geval, cases, near_misses, parts

CASES = cases()
NEAR_MISSES = near_misses()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.tekst[:60])
def test_references_in_a_sentence_are_found_with_place_and_parts(case: Geval) -> None:
    found = find(case.tekst).verwijzingen
    assert [(v.tekst, parts(v.referentie)) for v in found] == [
        (case.tekst[wanted.begin : wanted.eind], dict(wanted.delen)) for wanted in case.verwacht
    ]
    assert [(v.begin, v.eind) for v in found] == [(wanted.begin, wanted.eind) for wanted in case.verwacht]


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case.tekst[:60])
def test_what_only_looks_like_a_reference_is_not_found(case: Geval) -> None:
    assert [v.tekst for v in find(case.tekst).verwijzingen] == []


def test_the_corpus_is_as_large_as_promised() -> None:
    assert sum(len(case.verwacht) for case in CASES) >= 400
    assert len(NEAR_MISSES) >= 80
