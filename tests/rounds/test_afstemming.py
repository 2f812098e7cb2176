"""Consent: an agreement holds for the text that it was given for, and who must still answer is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.domain.afstemming import tekstkenmerk
from brief.render.json.stand import stand_as_json
from brief.rounds.checking import check
from brief.rounds.state import state
from brief.sources.edit import Edit
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

GEWIJZIGD = "      datum: 2027-09-16\n      reden: scherper\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def antwoord(folder: Path, lines: str) -> None:
    """Put answers of parties below the afspraak that was changed on 16 September 2027."""
    path = bestand(folder, "noordwest")
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n    afstemming:\n{lines}", "utf-8")


def codes(folder: Path) -> list[str]:
    return [each.code for each in check(geopend(folder)).findings if each.code in {"BR670", "BR660", "BR661"}]


@pytest.mark.parametrize(
    ("entry", "stale"),
    [
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-15}", True),
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-16}", False),
        ("{partij: Utrecht, stand: akkoord}", True),
        ("{partij: Utrecht, stand: open}", False),
        ("{partij: Utrecht, stand: opmerking, datum: 2027-09-15}", False),
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-15, kenmerk: @}", False),
        ("{partij: Utrecht, stand: akkoord, datum: 2027-09-30, kenmerk: 00000000}", True),
    ],
)
def test_een_akkoord_geldt_voor_de_tekst_waarvoor_het_is_gegeven(folder: Path, entry: str, stale: bool) -> None:
    antwoord(folder, f"      - {entry.replace('@', tekstkenmerk('De regio spaart' + chr(10) + 'drinkwater.'))}\n")
    assert codes(folder) == (["BR670"] if stale else [])
    found = state(geopend(folder))
    assert found is not None
    assert dict(found.wacht_op) == ({"Utrecht": ("nw-2.3-3",)} if stale or "open" in entry else {})


def test_een_vervallen_afspraak_waarmee_een_partij_akkoord_ging_is_een_melding(folder: Path) -> None:
    antwoord(folder, "      - {partij: Utrecht, stand: akkoord, datum: 2027-09-15}\n")
    vervang(bestand(folder, "noordwest"), "status: gewijzigd", "status: vervallen")
    assert codes(folder) == ["BR670"]


@pytest.mark.parametrize("entry", ["{stand: akkoord}", "akkoord", "{partij: Utrecht, stand: ja}"])
def test_een_verkeerd_antwoord_is_een_fout_met_plaats(folder: Path, entry: str) -> None:
    antwoord(folder, f"      - {entry}\n")
    errors = geopend(folder).errors
    assert errors
    assert all(each.place is not None and each.place.line is not None for each in errors)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "    afstemming:\n      - {partij: Utrecht}   # belt terug\n      - partij: Holland\n        stand: open\n",
            "    afstemming:\n      - {partij: A, stand: akkoord}   # belt terug\n      - {partij: B, stand: open}\n"
            "      - {partij: C, stand: open}\n",
        ),
        ("    afstemming: [{partij: Utrecht}, {partij: Holland}]\n",
         "    afstemming: [{partij: A, stand: akkoord}, {partij: B, stand: open}, {partij: C, stand: open}]\n"),
        ("    afstemming: []\n", None),
    ],
)  # fmt: skip
def test_een_antwoord_verandert_zijn_eigen_regel(folder: Path, before: str, after: str | None) -> None:
    path = bestand(folder, "noordwest")
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + before, "utf-8")
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    edit = Edit(bestanden.afsprakenbestanden["noordwest"])
    if after is None:
        edit.set_in_list("nw-2.3-3", "afstemming", 0, {"partij": "A", "stand": "open"})
        assert "    afstemming:\n      - {partij: A, stand: open}\n" in edit.text()
        return
    answers = [("A", "akkoord"), ("B", "open"), ("C", "open")]
    for index, (partij, stand) in enumerate(answers):
        edit.set_in_list("nw-2.3-3", "afstemming", index, {"partij": partij, "stand": stand})
    assert edit.text().endswith(after)
    edit.prove()


def test_open_opmerkingen_staan_in_stand_en_controleren(folder: Path) -> None:
    (folder / "opmerkingen.yaml").write_text(
        "opmerkingen:\n  - plaats: nw-2.3-1\n    wie: Jan\n    tekst: Klopt dit?\n    stand: open\n"
        "  - plaats: brief.md:3\n    wie: Piet\n    tekst: Mooi.\n    stand: afgedaan\n",
        "utf-8",
    )
    assert codes(folder) == ["BR660"]
    found = state(geopend(folder))
    assert found is not None
    assert stand_as_json(found)["opmerkingen_open"] == ["nw-2.3-1"]
    vervang(folder / "opmerkingen.yaml", "stand: open", "stand: klaar")
    assert [each.code for each in geopend(folder).errors] == ["BR661"]
