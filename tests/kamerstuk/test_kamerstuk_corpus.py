"""Every reference of the corpus is found with its exact place and parts, and nothing where there is none."""

from __future__ import annotations

from brief.kamerstuk import find
from kamerstuk.kamerstukcorpus import cases, labelled, near_misses, parts

CASES = cases()
NEAR_MISSES = near_misses()


def test_references_in_a_sentence_are_found_with_place_and_parts() -> None:
    found = [[(v.begin, v.eind, v.tekst, parts(v.referentie)) for v in find(case.tekst).verwijzingen] for case in CASES]
    assert [pair for pair in zip(found, map(labelled, CASES), strict=True) if pair[0] != pair[1]] == []


def test_what_only_looks_like_a_reference_is_not_found() -> None:
    found = {case.tekst: [v.tekst for v in find(case.tekst).verwijzingen] for case in NEAR_MISSES}
    assert {text: wrong for text, wrong in found.items() if wrong} == {}


def test_the_corpus_is_as_large_as_promised() -> None:
    assert sum(len(case.verwacht) for case in CASES) >= 400
    assert len(NEAR_MISSES) >= 80
