"""A text that is no longer that of its dossier is told when a version is made, not only when somebody checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.domain import Afspraak, Status
from brief.intake.base import Basis, Basisregel
from brief.intake.basefile import bewaar_basis
from brief.render.terminal.made import made_lines
from brief.rounds.made.reworded import reworded
from brief.rounds.making import Opdracht, make_and_write
from brief.rounds.state import state
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

PUNT = "1.1 Water"
EEN = Afspraak("n-1.1-1", "noord", PUNT, "Rijk en regio maken *samen* een plan.", Status.VASTGESTELD)
TWEE = Afspraak("n-1.1-2", "noord", PUNT, "2. De regio betaalt.", Status.VASTGESTELD)


def basis(*afspraken: Afspraak) -> Basis:
    return Basis("", "v1", tuple(Basisregel(each.id, each.id, each.agendapunt, each.tekst) for each in afspraken))


@pytest.mark.parametrize(
    "tekst",
    [
        "Rijk en regio maken *samen* een schets.",
        "Rijk en regio maken *samen* een plan. Dat is er in 2028.",
        "Rijk en regio maken samen een plan.",
        "- Rijk en regio maken *samen* een plan.",
        "",
    ],
)
def test_another_text_is_named(tekst: str) -> None:
    assert list(reworded((replace(EEN, tekst=tekst), TWEE), basis(EEN, TWEE))) == [EEN.id]


@pytest.mark.parametrize(
    "now",
    [
        EEN,
        replace(EEN, tekst="Rijk en regio maken _samen_\neen plan.\n"),
        replace(EEN, tekst="Iets anders.", status=Status.TOEGEVOEGD),
        replace(EEN, tekst="Iets anders.", dossiertekst="Rijk en regio maken een kaart."),
        replace(EEN, id="n-9.9-9", tekst="Iets anders."),
    ],
)
def test_the_same_text_and_one_that_is_accounted_for_are_not_named(now: Afspraak) -> None:
    assert list(reworded((now, TWEE), basis(EEN, TWEE))) == []


def test_a_number_in_a_list_may_shift() -> None:
    assert list(reworded((EEN, replace(TWEE, tekst="3. De regio betaalt.")), basis(EEN, TWEE))) == []


def test_who_only_divides_an_agendapunt_otherwise_rewords_nothing() -> None:
    whole = replace(EEN, tekst="Rijk en regio maken een plan. De regio betaalt.")
    parts = (replace(EEN, tekst="Rijk en regio maken een plan."), replace(TWEE, tekst="De regio betaalt."))
    assert list(reworded(parts, basis(whole))) == []
    assert list(reworded((whole,), basis(*parts))) == []
    assert list(reworded(parts[:1], basis(whole))) == [EEN.id]


def test_opstellen_and_stand_name_it(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    opened = geopend(folder).bestanden
    assert opened is not None
    bewaar_basis(folder, "noord", basis(*(each for each in opened.afspraken if each.landsdeel == "noord")))
    vervang(bestand(folder, "noord"), "De regio bouwt woningen.", "De regio bouwt veel woningen.")
    found = state(geopend(folder))
    assert found is not None
    assert found.open_punten.anders == ("n-1.1-2",)
    said = "\n".join(made_lines(make_and_write(Opdracht(folder))))
    assert "1 afspraak met een andere tekst dan het dossier, en geen besluit dat dit zegt: n-1.1-2" in said
