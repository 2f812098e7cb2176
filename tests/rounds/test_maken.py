"""Making: the next version as a value, and on disk under a number that is free."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from brief.rounds import making
from brief.rounds.making import STAPPEN, Opdracht, make, make_and_write
from rounds.rondemap import bestand, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def test_a_version_is_made_in_memory_and_each_stage_is_told(folder: Path, tmp_path: Path) -> None:
    told: list[str] = []
    result = make(Opdracht(folder), told.append)
    assert tuple(told) == STAPPEN
    assert (result.name, result.is_new, result.is_written) == ("v01", True, False)
    assert not (tmp_path / "output").exists()


def test_the_same_input_gives_no_second_version_and_another_date_does(folder: Path) -> None:
    assert make_and_write(Opdracht(folder)).is_written
    again = make_and_write(Opdracht(folder))
    assert (again.name, again.unchanged, again.is_new, again.is_written) == ("v01", True, False, False)
    other = make_and_write(Opdracht(folder, datum=datetime.date(2027, 9, 1)))
    assert (other.name, other.is_written) == ("v02", True)


def test_without_a_round_or_a_template_nothing_is_made(folder: Path, tmp_path: Path) -> None:
    without = make_and_write(Opdracht(folder, sjablonen=tmp_path / "leeg"))
    assert without.uitgave is None
    assert [each.code for each in without.findings if each.is_error] == ["BR511", "BR511"]
    vervang(bestand(folder, "noord"), "status: voorgesteld", "status: voorgestld")
    wrong = make_and_write(Opdracht(folder))
    assert (wrong.uitgave, wrong.is_new) == (None, False)
    assert "BR012" in [each.code for each in wrong.findings]
    (folder / "ronde.yaml").write_text("titel: [\n", "utf-8")
    unreadable = make_and_write(Opdracht(folder))
    assert (unreadable.name, unreadable.uitgave) == ("", None)
    assert not (tmp_path / "output").exists()


def test_when_the_number_is_always_taken_that_is_said_and_not_tried_forever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def taken(_: Path, name: str, __: dict[str, bytes]) -> Path:
        tries.append(name)
        raise FileExistsError(name)

    monkeypatch.setattr(making, "write_version", taken)
    result = make_and_write(Opdracht(folder))
    assert [each.code for each in result.findings if each.is_error] == ["BR513"]
    assert (result.is_new, result.is_written) == (False, False)
    assert 1 < len(tries) <= 50
