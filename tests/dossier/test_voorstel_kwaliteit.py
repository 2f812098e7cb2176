"""How good proposals must be on the half of the labelled set that nobody may learn from: precision before recall."""

from __future__ import annotations

import pytest

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from dossier.voorstelset import HELFTEN, MATEN, gelabeld, tel

PRECISION = {"eerste thema": 0.90, "themas": 0.90, "provincies": 0.95, "gebieden": 0.95}
RECALL = {"eerste thema": 0.75, "themas": 0.58, "provincies": 0.92, "gebieden": 0.95}


@pytest.mark.parametrize("maat", MATEN)
def test_what_is_proposed_is_right(maat: str) -> None:
    score = tel(gelabeld("toets"))[maat]
    assert score.goed
    assert score.precision >= PRECISION[maat]


@pytest.mark.parametrize("maat", MATEN)
def test_enough_is_proposed(maat: str) -> None:
    assert tel(gelabeld("toets"))[maat].recall >= RECALL[maat]


def test_the_set_is_large_enough_and_its_halves_follow_the_line_numbers() -> None:
    afspraken = gelabeld()
    assert len(afspraken) >= 160
    assert [each.helft for each in afspraken] == [HELFTEN[each.regel % 2] for each in afspraken]


def test_the_set_uses_known_keys_and_no_afspraak_stands_in_it_twice() -> None:
    afspraken = gelabeld()
    for each in afspraken:
        assert each.landsdeel in LANDSDELEN
        assert set(each.themas) <= set(THEMAS)
        assert set(each.provincies) <= set(PROVINCIES)
        assert set(each.gebieden) <= set(GEBIEDEN)
    assert len({each.tekst for each in afspraken}) == len(afspraken)


@pytest.mark.parametrize("helft", HELFTEN)
def test_both_halves_hold_every_theme_province_and_area_and_afspraken_with_none(helft: str) -> None:
    afspraken = gelabeld(helft)
    assert {key for each in afspraken for key in each.themas} == set(THEMAS)
    assert {key for each in afspraken for key in each.provincies} == set(PROVINCIES)
    assert {key for each in afspraken for key in each.gebieden} == set(GEBIEDEN)
    assert sum(not each.themas for each in afspraken) >= 10
