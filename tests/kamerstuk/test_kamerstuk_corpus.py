"""Every reference of the corpus is found with its exact place and parts, and nothing where there is none."""

from __future__ import annotations

import pytest

from brief.kamerstuk import Referentie, find
from kamerstuk.kamerstukcorpus import Geval, cases, near_misses

CASES = cases()
NEAR_MISSES = near_misses()


def parts(reference: Referentie) -> dict[str, str]:
    """Give the parts of a reference by the names of the corpus, leaving out what is not there."""
    named = {
        "soort": reference.soort,
        "kamer": reference.kamer,
        "jaar": reference.vergaderjaar,
        "dossier": reference.dossier,
        "toevoeging": reference.toevoeging,
        "rijkswet": reference.rijkswet,
        "nummer": reference.nummer,
        "item": reference.item,
        "pagina": reference.pagina,
        "publicatie": reference.publicatie,
        "bijlage": "ja" if reference.bijlage else None,
        "herdruk": str(reference.herdruk) if reference.herdruk else None,
    }
    return {name: str(value) for name, value in named.items() if value is not None}


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
