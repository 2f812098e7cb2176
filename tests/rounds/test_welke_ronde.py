"""Without a name the newest round is taken, and never a copy or a leftover in silence."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from brief.rounds.choosing import known_rounds, newest
from brief.rounds.making import Opdracht, make, make_and_write
from brief.rounds.opening import open_round
from rounds.rondemap import ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path, "2026")


def codes(invoer: Path) -> list[str]:
    choice = newest(invoer)
    assert choice.folder is None
    return [each.code for each in choice.findings]


def test_the_round_of_the_last_year_is_taken(folder: Path) -> None:
    for name in ("2024-najaar", "voorjaar-2027", "2025"):
        ronde(folder.parents[1], name if name[0] == "2" else "2027")
    (folder.parent / "2027").rename(folder.parent / "voorjaar-2027")
    assert [path.name for path in known_rounds(folder.parent)] == ["2024-najaar", "2025", "2026", "voorjaar-2027"]
    assert newest(folder.parent).folder == folder.parent / "voorjaar-2027"


@pytest.mark.parametrize("name", [".2027-x1y2z3", "2026.bak", "2027.oud", ".git"])
def test_a_name_with_a_dot_is_that_of_no_round(folder: Path, name: str) -> None:
    shutil.copytree(folder, folder.parent / name)
    assert newest(folder.parent).folder == folder


@pytest.mark.parametrize("name", ["2026 - kopie", "2026-oud", "2026 (2)", "Kopie van 2026", "2026-najaar"])
def test_a_second_round_of_the_same_year_must_be_named(folder: Path, name: str) -> None:
    shutil.copytree(folder, folder.parent / name)
    assert codes(folder.parent) == ["BR926"]
    (finding,) = newest(folder.parent).findings
    for each in (folder, folder.parent / name):
        assert f"'{each.as_posix()}'" in finding.message


def test_a_later_year_with_the_name_of_an_earlier_round_must_be_named(folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "2027")
    assert codes(folder.parent) == ["BR927"]
    vervang(folder.parent / "2027" / "ronde.yaml", "ronde: 2026", "ronde: 2027")
    assert newest(folder.parent).folder == folder.parent / "2027"


def test_without_a_round_that_is_said(tmp_path: Path) -> None:
    assert codes(tmp_path / "input") == ["BR925"]
    (tmp_path / "input" / "2026").mkdir(parents=True)
    (tmp_path / "input" / "2027").write_text("geen map", "utf-8")
    assert codes(tmp_path / "input") == ["BR925"]


def test_a_newest_round_that_lost_its_ronde_yaml_is_not_passed_over(folder: Path) -> None:
    ronde(folder.parents[1], "2027")
    (folder.parent / "2027" / "ronde.yaml").rename(folder.parent / "2027" / "ronde.yaml.txt")
    chosen = newest(folder.parent).folder
    assert chosen == folder.parent / "2027"
    assert "BR001" in [each.code for each in open_round(chosen).errors]


def test_the_versions_of_a_copy_do_not_come_among_those_of_the_round(folder: Path, tmp_path: Path) -> None:
    copy = folder.parent / "2026 - kopie"
    shutil.copytree(folder, copy)
    refused = make_and_write(Opdracht(copy))
    assert [each.code for each in refused.findings if each.is_error] == ["BR927"]
    assert not (tmp_path / "output").exists()
    assert make(Opdracht(copy, uit=tmp_path / "elders")).is_new
    assert make(Opdracht(folder)).is_new
    vervang(copy / "ronde.yaml", "ronde: 2026", "ronde: 2026-kopie")
    assert make(Opdracht(copy)).is_new


def test_of_more_copies_all_others_are_named(folder: Path) -> None:
    for name in ("2026-a", "2026-b"):
        shutil.copytree(folder, folder.parent / name)
    (finding,) = [each for each in make(Opdracht(folder.parent / "2026-b")).findings if each.is_error]
    assert "2026'" in finding.message
    assert "2026-a'" in finding.message


def test_a_round_with_a_name_that_no_folder_can_have_is_a_mistake_of_its_file(folder: Path) -> None:
    text = (folder / "ronde.yaml").read_text("utf-8")
    (folder / "ronde.yaml").write_text(text.replace("ronde: 2026", f"ronde: '{'9' * 5_000}'"), "utf-8")
    assert [each.code for each in make(Opdracht(folder)).findings if each.is_error] == ["BR018"]
