"""Where the sentence of one afspraak meets the next, a reviewer's words go to the right one, or are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.rounds.opening import open_round
from rounds.processing.keten import gelezen, maak, retour, stuk, versie, verwerkt
from rounds.processing.lezer import Lezer

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "Fryslân maakt met het Rijk een plan voor zoet water."
KLAAR = "Het waterprogramma is voor de zomer klaar."
GEVALLEN: dict[str, tuple[tuple[tuple[str, str], ...], str, str]] = {
    "achter de eerste": ((("zoet water.", "zoet water. Dat kost tijd."),), f"{PLAN} Dat kost tijd.", KLAAR),
    "voor de tweede": (
        (("Het waterprogramma", "Haast is nodig. Het waterprogramma"),),
        PLAN,
        f"Haast is nodig. {KLAAR}",
    ),
    "hetzelfde woord vooraan": (
        (("Het waterprogramma", "Het is duur. Het waterprogramma"),),
        PLAN,
        f"Het is duur. {KLAAR}",
    ),
    "beide": (
        (("zoet water.", "zoet water. Dat kost tijd."), ("Het waterprogramma", "Haast is nodig. Het waterprogramma")),
        f"{PLAN} Dat kost tijd.",
        f"Haast is nodig. {KLAAR}",
    ),
    "weg en erbij": (
        (("zoet water.", "zoet water! Dat kost tijd."), ("Het waterprogramma", "Dat programma")),
        f"{PLAN[:-1]}! Dat kost tijd.",
        KLAAR.replace("Het waterprogramma", "Dat programma"),
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return maak(tmp_path)


def zinnen(folder: Path) -> tuple[str, str]:
    bestanden = open_round(folder).bestanden
    assert bestanden is not None
    one, other = (each.brief or "" for each in bestanden.afspraken if each.id in {"n-1.1-1", "n-1.1-2"})
    return one.strip(), other.strip()


def gewijzigd(folder: Path, edits: tuple[tuple[str, str], ...], *, volgt: bool) -> Lezer:
    lezer = Lezer(stuk(folder), volgt=volgt)
    for words, new in edits:
        lezer.vervang(words, new, lezer.find("Fryslân maakt met het Rijk"))
    return lezer


@pytest.mark.parametrize("volgt", [True, False], ids=["bijgehouden", "zonder bijhouden"])
@pytest.mark.parametrize("naam", GEVALLEN)
def test_met_merken_komen_woorden_op_de_grens_bij_hun_eigen_afspraak(folder: Path, naam: str, volgt: bool) -> None:
    edits, one, other = GEVALLEN[naam]
    lezer = gewijzigd(folder, edits, volgt=volgt)
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert (done.vragen, done.lijst) == ((), ())
    assert zinnen(folder) == (one, other)
    versie(folder)
    assert gelezen(stuk(folder, version="v02")) == gelezen(lezer.bytes())


@pytest.mark.parametrize("naam", GEVALLEN)
def test_zonder_merken_gaat_niets_op_de_grens_naar_een_buur(folder: Path, naam: str) -> None:
    edits, one, other = GEVALLEN[naam]
    lezer = gewijzigd(folder, edits, volgt=False)
    lezer.zonder_merken()
    done = verwerkt(folder, retour(folder, lezer.bytes()))
    assert done.lijst
    assert all("n-1.1-1 of n-1.1-2" in each.advice for each in done.lijst)
    for made, meant, old in zip(zinnen(folder), (one, other), (PLAN, KLAAR), strict=True):
        assert made in {meant, old}
