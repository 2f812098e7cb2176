"""Making: the next version as a value, and on disk under a number that is free."""

from __future__ import annotations

import datetime
import json
import threading
from typing import TYPE_CHECKING

import pytest

from brief.disk import locks
from brief.disk.files import sha256
from brief.rounds import making
from brief.rounds.making import STAPPEN, Opdracht, make, make_and_write
from brief.word.opc.archive import write_archive
from brief.word.template.unshown import not_shown
from rounds.rondemap import bestand, ronde, vervang
from word.template.wordsjabloon import SJABLONEN, lees_zip

if TYPE_CHECKING:
    from pathlib import Path

    from brief.text.document import FieldValue


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


def test_een_ingevuld_veld_dat_het_sjabloon_nergens_toont_wordt_gemeld() -> None:
    fields: dict[str, FieldValue] = {
        "datum": "14 september 2026",
        "betreft": "Uitkomsten",
        "ondertekenaars": ("a",),
        "bijlagen": ("b",),
    }
    whole = SJABLONEN["kamerbrief.docx"]
    assert not_shown(whole, "s.docx", "kamerbrief", {**fields, "mede_namens": "x", "kenmerk": "1"}) == ()
    delen = lees_zip(whole)
    oud = delen["word/document.xml"].replace(b"{{ datum }}", b"12 juni 2025").replace(b"in ondertekenaars", b"in iets")
    delen = {name: data for name, data in delen.items() if "header" not in name} | {"word/document.xml": oud}
    found = not_shown(write_archive(delen), "s.docx", "kamerbrief", {**fields, "kenmerk": ""})
    said = [(each.code, each.message.split("'")[1]) for each in found]
    assert said == [("BR340", "datum"), ("BR340", "ondertekenaars")]
    assert "{{ datum }}" in str(found[0].hint)
    assert not_shown(b"geen zip", "s.docx", "kamerbrief", fields) == ()


def test_what_is_saved_while_a_version_is_made_is_in_it(folder: Path) -> None:
    saves = [lambda: add(folder / "brief.md", "Deze zin kwam later.")]
    saves += [lambda: vervang(bestand(folder, "noord"), "status: voorgesteld", "status: voorgestld")]
    saves += [lambda: vervang(bestand(folder, "noord"), "status: voorgestld", "status: voorgesteld")]
    saves += [lambda: add(folder / "kamerstukken.yaml", "kst-29435-9:\n  titel: Een stuk\n")]

    def meanwhile(stap: str) -> None:
        if stap == STAPPEN[1] and saves:
            saves.pop(0)()

    result = make_and_write(Opdracht(folder), meanwhile)
    assert result.is_written
    assert saves == []
    made = (result.folder / "v01/inhoud.json").read_text("utf-8")
    assert "Deze zin kwam later." in made
    invoer = json.loads((result.folder / "v01/manifest.json").read_text("utf-8"))["invoer"]
    read = {path: digest for path, digest in invoer.items() if not path.startswith("sjablonen/")}
    assert read == {path: sha256((folder / path).read_bytes()) for path in {*read, "kamerstukken.yaml"}}


def test_who_keeps_saving_is_told_so_and_no_version_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_MOST_TRIES", 2)
    result = make_and_write(Opdracht(folder), lambda _: add(folder / "brief.md", "Nog een zin."))
    assert [(each.code, each.place and each.place.file) for each in result.findings if each.is_error] == [
        ("BR545", (folder / "brief.md").as_posix())
    ]
    assert (result.is_new, result.is_written) == (False, False)
    assert not (folder.parent.parent / "output").exists()


def test_a_version_waits_for_who_is_changing_the_round(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)
    working, done = threading.Event(), threading.Event()

    def change() -> None:
        with locks.holding(folder):
            working.set()
            done.wait()

    other = threading.Thread(target=change)
    other.start()
    working.wait()
    try:
        assert [each.code for each in make_and_write(Opdracht(folder)).findings if each.is_error] == ["BR028"]
    finally:
        done.set()
        other.join()
    assert make_and_write(Opdracht(folder)).is_written


def add(path: Path, text: str) -> None:
    """Save a file with more at its end."""
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{text}\n", "utf-8")
