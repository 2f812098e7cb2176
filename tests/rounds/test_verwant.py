"""Linking: what is alike in two landsdelen is found, and what a person links names each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.rounds.linking import plan, related
from brief.rounds.opening import open_round
from brief.rounds.plan import save
from rounds.rondemap import NOORD, NOORDWEST, bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def test_the_same_afspraak_in_two_landsdelen_is_found(folder: Path) -> None:
    pair = related(geopend(folder))[0]
    assert {pair.een.id, pair.ander.id} == {"nw-2.3-1", "n-1.1-1"}
    assert pair.gelijk
    assert not pair.gekoppeld


def test_linked_afspraken_name_each_other(folder: Path) -> None:
    planned = plan(geopend(folder), "nw-2.3-1", "n-1.1-1")
    assert bestand(folder, "noord").read_text("utf-8") == NOORD
    assert planned.regels[0] == "nw-2.3-1 en n-1.1-1 verwijzen naar elkaar."
    assert "één keer in de afsprakenlijst" in planned.regels[1]
    saved = save(planned)
    assert saved.paths == (bestand(folder, "noordwest"), bestand(folder, "noord"))
    pair = related(geopend(folder))[0]
    assert pair.gekoppeld
    again = plan(geopend(folder), "n-1.1-1", "nw-2.3-1")
    assert (again.edits, again.meldingen) == ((), ())


def test_only_the_side_that_lacks_it_is_changed(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "    provincies: [fryslan]\n", "    provincies: [fryslan]\n    zie: [nw-2.3-1]\n")
    planned = plan(geopend(folder), "nw-2.3-1", "n-1.1-1")
    assert [edit.file.landsdeel for edit in planned.edits] == ["noordwest"]


def test_two_of_one_landsdeel_are_linked_in_one_change_of_the_file(folder: Path) -> None:
    planned = plan(geopend(folder), "nw-2.3-1", "nw-2.3-2")
    assert "De teksten verschillen" in planned.regels[1]
    assert planned.diff().count("+    zie: [nw-2.3-") == 2
    assert len(save(planned).paths) == 1


@pytest.mark.parametrize(
    ("een", "ander", "codes"),
    [
        ("nw-2.3-1", "nw-2.3-1", ["BR922"]),
        ("nw-2.3-1", "xx", ["BR911"]),
        ("xx", "yy", ["BR911", "BR911"]),
    ],
)
def test_what_cannot_be_linked_is_a_finding(folder: Path, een: str, ander: str, codes: list[str]) -> None:
    planned = plan(geopend(folder), een, ander)
    assert [each.code for each in planned.findings] == codes
    assert planned.edits == ()


def test_a_file_with_mistakes_is_not_changed(folder: Path) -> None:
    bestand(folder, "noord").write_text(NOORD + "    status: nee\n", "utf-8")
    planned = plan(geopend(folder), "nw-2.3-1", "n-1.1-1")
    assert [each.code for each in planned.findings] == ["BR011"]
    assert planned.edits == ()
    assert bestand(folder, "noordwest").read_text("utf-8") == NOORDWEST


def test_a_round_that_cannot_be_read_gives_its_findings(folder: Path) -> None:
    (folder / "ronde.yaml").write_text("titel: [\n", "utf-8")
    opened = open_round(folder)
    assert related(opened) == ()
    assert "BR004" in [each.code for each in plan(opened, "nw-2.3-1", "n-1.1-1").findings]
