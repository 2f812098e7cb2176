"""A small run of the races, and of the kills and faults: nothing lost, nothing half, no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fuzz.storingen import COMMANDS, problems
from fuzz.wedloop import races

if TYPE_CHECKING:
    from pathlib import Path


LATER = {
    "bevestigen",
    "datum",
    "afstemming",
    "overnemen",
    "verwant",
    "voegtoe",
    "verslag",
    "nieuw",
    "toevoegen",
    "terugdraaien",
}
"""These write as others do; they are stopped in `make lang`."""


def test_van_twee_die_tegelijk_schrijven_gaat_niets_verloren() -> None:
    _, lost = races(55)
    assert lost == []


@pytest.mark.parametrize("command", [each for each in COMMANDS if each not in LATER])
def test_wie_overal_kan_worden_gestopt_laat_niets_half_na(command: str, tmp_path: Path) -> None:
    assert list(problems(command, tmp_path, every=47, all_faults=False)) == []


@pytest.mark.lang
@pytest.mark.parametrize("command", COMMANDS)
def test_wie_op_meer_plaatsen_wordt_gestopt_laat_niets_half_na(command: str, tmp_path: Path) -> None:
    assert list(problems(command, tmp_path, every=5)) == []
