"""Plain language: what the report sees, what it leaves alone, and that it stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.checks.taal.lezen import flesch_douma, read, sentences, syllables
from brief.rounds.opening import open_round
from brief.rounds.plain_language import plain_language
from rounds.voorbeeldronde import RONDE, brief

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Op 9 september jl. spraken wij. Dat was goed.", 2),
        ("Zie nr. 3. De rest volgt.", 2),
        ("Eén zin", 1),
        ("", 0),
    ],
)
def test_zinnen_eindigen_niet_bij_een_afkorting(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("word", "count"), [("water", 2), ("IJsselmeer", 3), ("leefomgeving", 4), ("de", 1), ("psst", 1)]
)
def test_lettergrepen(word: str, count: int) -> None:
    assert syllables(word) == count


def test_een_makkelijke_tekst_scoort_hoger_dan_een_moeilijke() -> None:
    easy = flesch_douma("De kat zit op de mat. Het is dag. Wij gaan nu.", 3)
    hard = flesch_douma("Gemeenschappelijke verantwoordelijkheden vereisen bestuurlijke onderhandelingen.", 1)
    assert easy > 80 > 30 > hard


def test_elke_soort_wordt_gezien() -> None:
    long = " ".join(["woord"] * 26) + "."
    passive = "Het plan wordt gemaakt en de kosten worden gedeeld."
    found = read(
        [("Kop", (long, passive, "Het IPO en de UvW (Unie van Waterschappen) werken samen.", "Dat is tevens conform."))]
    )
    assert [each.aantal for each in found.lange_zinnen] == [26]
    assert [each.tekst for each in found.lijdend] == [passive]
    assert found.afkortingen == ("IPO",)
    assert {word for word, _, _ in found.jargon} == {"tevens", "conform"}
    assert (found.secties[0].kop, found.zinnen) == ("Kop", 4)


def _texts(found: Sequence[object]) -> str:
    return " ".join(map(str, found))


def test_de_teksten_van_afspraken_blijven_erbuiten_en_niets_houdt_tegen() -> None:
    found = plain_language(open_round(RONDE))
    assert found is not None
    assert "zonder zin" not in _texts(found.lange_zinnen)
    assert found.woorden > 3000
    done = brief("controleren", "input/2026", "--taal")
    assert done.returncode == 0
    assert "Flesch-Douma" in done.stdout
