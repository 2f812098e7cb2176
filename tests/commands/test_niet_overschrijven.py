"""A page or a Word file that is asked for replaces nothing that somebody made."""

from __future__ import annotations

from shutil import copyfile
from typing import TYPE_CHECKING

from brief.commands.terminal.pages import write_asked

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"<!doctype html>\n<p>nieuw"
WORD = b"PK\x03\x04nieuw"


def _refused(path: Path, data: bytes, *sources: Path) -> bool:
    before = path.read_bytes() if path.exists() else None
    found = write_asked(path, data, sources)
    assert [each.code for each in found] in ([], ["BR928"])
    assert path.read_bytes() == (before if found else data)
    return bool(found)


def test_a_page_replaces_a_page_and_nothing_else(tmp_path: Path) -> None:
    for kept in (b"ronde: 2027\n", b"# Brief\n", b"PK\x03\x04dossier", b"{}"):
        path = tmp_path / "stand"
        path.write_bytes(kept)
        assert _refused(path, PAGE), kept
    for free in (b"", b"<!DOCTYPE html>\n<p>oud", None):
        path = tmp_path / "stand.html"
        path.unlink(missing_ok=True)
        if free is not None:
            path.write_bytes(free)
        assert not _refused(path, PAGE), free


def test_a_name_that_promises_something_else_is_not_written(tmp_path: Path) -> None:
    for name, data in (("stand.docx", PAGE), ("stand.PDF", PAGE), ("ronde.yaml", PAGE), ("verschil.html", WORD)):
        found = write_asked(tmp_path / name, data)
        assert [each.code for each in found] == ["BR928"]
        assert found[0].hint == f"noem een bestand dat eindigt op {'.html' if data is PAGE else '.docx'}"
        assert not (tmp_path / name).exists()
    for name, data in (("stand.htm", PAGE), ("stand", PAGE), ("verschil.DOCX", WORD), ("verschil.v2", WORD)):
        assert not _refused(tmp_path / name, data), name


def test_a_word_file_replaces_no_source_no_dossier_and_no_version(tmp_path: Path) -> None:
    ronde, versie = tmp_path / "input/2027", tmp_path / "output/2027/v01"
    (ronde / "dossiers").mkdir(parents=True)
    versie.mkdir(parents=True)
    (ronde / "ronde.yaml").write_text("ronde: 2027\n")
    (versie / "manifest.json").write_text('{"uitvoer": {"kamerbrief.docx": "0"}}')
    places = [ronde / "dossiers/noord.docx", versie / "kamerbrief.docx", tmp_path / "retour.docx"]
    for path in places:
        path.write_bytes(b"PK\x03\x04oud")
    link = tmp_path / "link.docx"
    link.symlink_to(places[1])
    assert [_refused(path, WORD, places[2]) for path in (*places, link)] == [True] * 4
    copyfile(places[2], tmp_path / "verschil.docx")
    assert not _refused(tmp_path / "verschil.docx", WORD, places[2])
    assert not _refused(versie / "verschil.docx", WORD)
