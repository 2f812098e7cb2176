"""A name is one name, whether its letters are written as one character or as a letter with a mark."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from brief.disk.names import as_named, same_name
from brief.sources import read_ronde
from fuzz.wedloop import make_round

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_een_bestand_wordt_gevonden_hoe_zijn_letters_ook_staan(tmp_path: Path, on_disk: str, asked: str) -> None:
    def folder(form: str) -> Path:
        return tmp_path / unicodedata.normalize(form, "Fryslân") / unicodedata.normalize(form, "coördinatie.md")  # type: ignore[arg-type]

    folder(on_disk).parent.mkdir()
    folder(on_disk).write_text("x")
    assert as_named(folder(asked)) == folder(on_disk)
    assert same_name(folder(on_disk).name) == same_name(folder(asked).name)


def test_wat_er_niet_is_houdt_zijn_naam(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.md", tmp_path / "wég.md", tmp_path / "wég" / "é.md"):
        assert as_named(path) == path


@pytest.mark.parametrize(("on_disk", "written"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_een_ronde_leest_een_dossier_met_een_naam_van_een_andere_machine(
    tmp_path: Path, on_disk: str, written: str
) -> None:
    ronde = tmp_path / "2026"
    make_round(ronde)
    name = "dossiers/zuid-coördinatie.md"
    (ronde / unicodedata.normalize(on_disk, name)).write_text("x")  # type: ignore[arg-type]
    text = (ronde / "ronde.yaml").read_text("utf-8")
    text = text.replace("dossiers/noord.md", unicodedata.normalize(written, name))  # type: ignore[arg-type]
    (ronde / "ronde.yaml").write_text(text, "utf-8")
    bestanden, _ = read_ronde(ronde)
    assert bestanden is not None
    assert unicodedata.normalize("NFC", name) in bestanden.bestanden
