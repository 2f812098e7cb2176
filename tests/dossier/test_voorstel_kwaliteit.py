"""How good proposals must be on the half of the labelled set that nobody may learn from: precision before recall."""

from __future__ import annotations

import pytest

from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from dossier.voorstelset import HELFTEN, MATEN, andere_hand, gelabeld, ijking, tel

PRECISION = {"eerste thema": 0.92, "themas": 0.90, "provincies": 0.95, "gebieden": 0.95}
RECALL = {"eerste thema": 0.80, "themas": 0.64, "provincies": 0.94, "gebieden": 0.95}


@pytest.mark.parametrize("maat", MATEN)
def test_what_is_proposed_is_right(maat: str) -> None:
    score = tel(gelabeld("toets"))[maat]
    assert score.goed
    assert score.precision >= PRECISION[maat]


@pytest.mark.parametrize("maat", MATEN)
def test_enough_is_proposed(maat: str) -> None:
    assert tel(gelabeld("toets"))[maat].recall >= RECALL[maat]


@pytest.mark.parametrize("maat", ["eerste thema", "provincies"])
def test_on_texts_of_another_hand_what_is_proposed_is_right_and_enough(maat: str) -> None:
    score = tel(andere_hand())[maat]
    assert score.precision >= 0.95
    assert score.recall >= 0.90


def test_a_stated_certainty_is_what_was_measured() -> None:
    for stated, (right, count) in ijking([*gelabeld(), *andere_hand()]).items():
        if count >= 20:
            assert right / count >= stated, f"{stated}: {right} of {count}"


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
