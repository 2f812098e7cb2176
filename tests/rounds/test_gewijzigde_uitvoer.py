"""Somebody wrote in a document that was made: it is named, and no next version loses it in silence."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from brief.render.terminal.published import published_lines
from brief.rounds.made.edited import HANDLED, handled, handled_with
from brief.rounds.making import STAPPEN, Opdracht, Resultaat, make_and_write
from brief.rounds.processing.opdracht import Opdracht as Verwerking
from brief.rounds.processing.run import verwerk
from brief.rounds.published import published
from brief.rounds.undoing import undo
from rounds.rondemap import bestand, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def opgesteld(folder: Path, **more: object) -> Resultaat:
    return make_and_write(Opdracht(folder, **more))  # type: ignore[arg-type]


def uitvoer(folder: Path, version: str = "v01") -> Path:
    return folder.parent.parent / "output" / "2027" / version


def write_in(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def test_een_manifest_dat_niet_te_lezen_is_wordt_genoemd(folder: Path) -> None:
    opgesteld(folder)
    write_in(uitvoer(folder) / "kamerbrief.docx")
    (uitvoer(folder) / "manifest.json").write_text('{"uitvoer": []}', "utf-8")
    (folder / "brief.md").write_text("Een andere tekst.\n", "utf-8")
    said = [(each.code, each.message) for each in opgesteld(folder).findings]
    assert (
        "BR515",
        "manifest.json van v01 is niet te lezen; of er in haar documenten is geschreven is niet te zeggen",
    ) in said


def codes(result: Resultaat) -> list[str]:
    return [each.code for each in result.findings if each.is_error]


def manifest(folder: Path, version: str) -> dict[str, object]:
    data = json.loads((uitvoer(folder, version) / "manifest.json").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def test_an_edited_document_of_the_last_version_is_named_and_stops_the_next_one(folder: Path) -> None:
    assert opgesteld(folder).is_written
    write_in(uitvoer(folder) / "kamerbrief.docx")
    vervang(bestand(folder, "noord"), "bouwt woningen", "bouwt huizen")
    result = opgesteld(folder)
    assert codes(result) == ["BR542"]
    assert not result.is_written
    assert not uitvoer(folder, "v02").exists()
    (finding,) = [each for each in result.findings if each.code == "BR542"]
    assert "kamerbrief.docx van v01" in finding.message
    assert "brief verwerken" in (finding.hint or "")
    assert "--negeer kamerbrief.docx" in (finding.hint or "")


def test_it_stops_even_when_the_round_itself_did_not_change(folder: Path) -> None:
    opgesteld(folder)
    write_in(uitvoer(folder) / "afsprakenlijst.docx")
    assert codes(opgesteld(folder)) == ["BR542"]


@pytest.mark.parametrize("word", ["kamerbrief.docx", "v01/kamerbrief.docx", "output/2027/v01/kamerbrief.docx"])
def test_what_is_left_aside_stands_in_the_manifest_with_its_hash(folder: Path, word: str) -> None:
    opgesteld(folder)
    write_in(uitvoer(folder) / "kamerbrief.docx")
    result = opgesteld(folder, negeer=(word,))
    assert result.is_written
    left = manifest(folder, "v02")["genegeerd"]
    assert isinstance(left, dict)
    assert list(left) == ["v01/kamerbrief.docx"]
    assert len(left["v01/kamerbrief.docx"]) == 64
    assert opgesteld(folder).unchanged


def test_leaving_one_aside_says_nothing_of_another(folder: Path) -> None:
    opgesteld(folder)
    for name in ("kamerbrief.docx", "afsprakenlijst.docx"):
        write_in(uitvoer(folder) / name)
    result = opgesteld(folder, negeer=("kamerbrief.docx",))
    assert codes(result) == ["BR542"]
    assert "afsprakenlijst.docx" in result.findings[-1].message or any(
        "afsprakenlijst.docx" in each.message for each in result.findings
    )


def test_a_name_that_is_not_changed_is_refused(folder: Path) -> None:
    opgesteld(folder)
    assert codes(opgesteld(folder, negeer=("kamerbrief.docx",))) == ["BR543"]


def test_what_was_worked_into_the_round_stops_nothing(folder: Path) -> None:
    opgesteld(folder)
    path = uitvoer(folder) / "kamerbrief.docx"
    write_in(path)
    (folder / HANDLED).write_bytes(handled_with(folder, {"kamerbrief.docx": path.read_bytes()}))
    assert len(handled(folder)) == 1
    assert handled_with(folder, {"kamerbrief.docx": path.read_bytes()}) == (folder / HANDLED).read_bytes()
    vervang(bestand(folder, "noord"), "bouwt woningen", "bouwt huizen")
    assert opgesteld(folder).is_written
    assert published(folder).versies[0].verwerkt == ("kamerbrief.docx",)


def edited_letter(folder: Path) -> Path:
    """Let somebody write in the letter of v01 itself, without tracking."""
    path = uitvoer(folder) / "kamerbrief.docx"
    parts = {}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    assert "Ik meld de uitkomsten" in main
    parts["word/document.xml"] = main.replace("Ik meld de uitkomsten", "Ik meld u de uitkomsten").encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_after_verwerken_the_next_version_is_made_with_what_was_written(folder: Path) -> None:
    opgesteld(folder)
    path = edited_letter(folder)
    assert codes(opgesteld(folder)) == ["BR542"]
    done = verwerk(folder, Verwerking([path], "Anna"))
    assert not done.failed
    assert "Ik meld u de uitkomsten" in (folder / "brief.md").read_text("utf-8")
    result = opgesteld(folder)
    assert result.is_written
    assert "meld u de" in (uitvoer(folder, "v02") / "inhoud.json").read_text("utf-8")


def test_undoing_what_was_worked_in_stops_the_next_version_again(folder: Path) -> None:
    opgesteld(folder)
    assert not verwerk(folder, Verwerking([edited_letter(folder)], "Anna")).failed
    assert undo(folder).findings == ()
    assert codes(opgesteld(folder)) == ["BR542"]


def test_an_earlier_version_may_be_changed(folder: Path) -> None:
    opgesteld(folder)
    vervang(bestand(folder, "noord"), "bouwt woningen", "bouwt huizen")
    opgesteld(folder)
    write_in(uitvoer(folder, "v01") / "kamerbrief.docx")
    vervang(bestand(folder, "noord"), "bouwt huizen", "bouwt dorpen")
    assert opgesteld(folder).is_written


def test_versions_show_date_note_what_changed_and_what_to_type(folder: Path) -> None:
    opgesteld(folder, notitie="eerste opzet")
    vervang(bestand(folder, "noord"), "bouwt woningen", "bouwt huizen")
    opgesteld(folder, notitie="na afstemming IenW")
    write_in(uitvoer(folder, "v02") / "kamerbrief.docx")
    first, second, *rest = published_lines(published(folder), folder)
    assert "eerste opzet" in first
    assert "1 gewijzigd" in second
    assert "“na afstemming IenW”" in second
    assert str(manifest(folder, "v02")["datum"]) in second
    assert "kamerbrief.docx is later gewijzigd" in second
    assert any("brief verwerken" in line for line in rest)


def test_a_note_with_nothing_new_is_told_not_to_be_kept(folder: Path) -> None:
    opgesteld(folder)
    result = opgesteld(folder, notitie="nog eens")
    assert result.unchanged
    assert "BR544" in [each.code for each in result.findings]


def test_two_people_at_once_get_two_versions(folder: Path) -> None:
    """The other begins and ends while we are busy; two processes that begin at once may as well follow each other."""

    def meanwhile(stage: str) -> None:
        if stage == STAPPEN[1] and not uitvoer(folder).exists():
            assert opgesteld(folder, notitie="b").name == "v01"

    ours = make_and_write(Opdracht(folder, notitie="a"), meanwhile)
    assert (ours.name, ours.is_written, codes(ours)) == ("v02", True, [])
    assert [manifest(folder, version)["notitie"] for version in ("v01", "v02")] == ["b", "a"]
