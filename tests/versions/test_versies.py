"""Versions on disk: whole or not there, numbered by what changed."""

from __future__ import annotations

import errno
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from brief.disk.files import sha256
from brief.text import Document, Element, Paragraph, Run
from brief.versions.folder import (
    GEMAAKT,
    made_document,
    next_version,
    read_inhoud,
    read_manifest,
    versions,
    write_version,
)
from brief.versions.inhoud import inhoud, inhoud_json
from brief.versions.manifest import manifest, manifest_json, vingerafdruk
from brief.word.opc.archive import write_archive

if TYPE_CHECKING:
    from pathlib import Path


def test_versies_lopen_op_ook_na_v99(tmp_path: Path) -> None:
    assert next_version(tmp_path / "2026") == "v01"
    for name in ("v01", "v02", "v99", "v100", "kladje"):
        (tmp_path / name).mkdir()
    assert versions(tmp_path) == ("v01", "v02", "v99", "v100")
    assert next_version(tmp_path) == "v101"


def test_een_versie_wordt_nooit_overschreven(tmp_path: Path) -> None:
    write_version(tmp_path, "v01", {"a.docx": b"eerst"})
    with pytest.raises(FileExistsError):
        write_version(tmp_path, "v01", {"a.docx": b"later"})
    assert (tmp_path / "v01" / "a.docx").read_bytes() == b"eerst"
    assert [path.name for path in tmp_path.iterdir()] == ["v01"]


def test_een_bestand_met_de_naam_van_een_versie_houdt_dat_nummer_bezet(tmp_path: Path) -> None:
    (tmp_path / "v07").write_text("van iemand")
    assert versions(tmp_path) == ()
    assert next_version(tmp_path) == "v08"


def test_ook_een_lege_map_met_die_naam_wordt_niet_overgenomen(tmp_path: Path) -> None:
    (tmp_path / "v01").mkdir()
    with pytest.raises(FileExistsError):
        write_version(tmp_path, "v01", {"a.docx": b"later"})
    assert [path.name for path in tmp_path.iterdir()] == ["v01"]


def test_een_onleesbaar_manifest_is_geen_manifest(tmp_path: Path) -> None:
    write_version(tmp_path, "v01", {"manifest.json": b"{half"})
    assert read_manifest(tmp_path, "v01") is None
    assert read_manifest(tmp_path, "v02") is None


BLOCK: dict[str, object] = {"soort": "alinea", "tekst": "a", "plat": "a", "rol": "tekst"}


@pytest.mark.parametrize(
    "wrong",
    [
        b'{"uitvoer": ["kamerbrief.docx"]}',
        b'{"uitvoer": {"kamerbrief.docx": 3}}',
        b'{"notitie": "\\ud800"}',
        b'{"versie": ' + b"9" * 5_000 + b"}",
        b"[" * 200_000,
        b'{"datum": NaN}',
        b"[]",
    ],
    ids=lambda data: data[:20].decode(),
)
def test_wat_de_vorm_van_een_manifest_niet_heeft_is_er_geen(wrong: bytes, tmp_path: Path) -> None:
    write_version(tmp_path, "v01", {"manifest.json": wrong})
    assert read_manifest(tmp_path, "v01") is None


def test_wat_de_vorm_van_inhoud_niet_heeft_is_niet_te_lezen(tmp_path: Path) -> None:
    def read(block: dict[str, object]) -> object:
        data = {"documenten": [{"naam": "kamerbrief", "velden": {}, "blokken": [block]}]}
        (tmp_path / "inhoud.json").write_text(json.dumps(data), "utf-8")
        return read_inhoud(tmp_path)

    assert read(BLOCK)
    for wrong in (
        {"niveau": 10**12},
        {"niveau": 1.5},
        {"plat": None},
        {"dekt": "n-1"},
        {"voetnoten": [{"sleutel": "a"}]},
    ):
        with pytest.raises(ValueError, match=r"Expected|missing"):
            read({**BLOCK, **wrong})


def test_de_vingerafdruk_kent_inhoud_en_sjabloon_maar_niet_het_nummer() -> None:
    def of(text: str, version: str, template: bytes = b"t") -> str:
        body = (Element(Paragraph((Run(text),))),)
        document = Document("kamerbrief", "Uitkomsten", {"versie": version, "datum": "14 september 2026"}, body)
        return vingerafdruk(inhoud_json(inhoud([document])), {"kamerbrief": template})

    assert of("a", "v01") == of("a", "v02")
    assert of("a", "v01") != of("b", "v01")
    assert of("a", "v01") != of("a", "v01", b"ander")


@pytest.mark.parametrize(
    "name", ["v1", "V03", "v03 ", "v03.bak", " v03", "v-03", "v03\n", "v٠٣", "v০৩", "vv03", ".v03", "v", "v3a"]
)
def test_wat_geen_naam_van_een_versie_is_telt_niet(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert (versions(tmp_path), next_version(tmp_path)) == ((), "v01")


def test_voorloopnullen_en_gaten_geven_nooit_een_nummer_dat_er_al_is(tmp_path: Path) -> None:
    for name in ("v007", "v03", "v0009"):
        (tmp_path / name).mkdir()
    assert versions(tmp_path) == ("v03", "v007", "v0009")
    assert next_version(tmp_path) == "v10"


def test_een_verwijzing_naar_niets_houdt_het_nummer_bezet(tmp_path: Path) -> None:
    (tmp_path / "v02").symlink_to(tmp_path / "weg")
    assert (versions(tmp_path), next_version(tmp_path)) == ((), "v03")
    with pytest.raises(FileExistsError):
        write_version(tmp_path, "v02", {"a": b"b"})
    assert (tmp_path / "v02").is_symlink()


def test_een_bestand_in_plaats_van_de_map_heeft_geen_versies(tmp_path: Path) -> None:
    (tmp_path / "2026").write_text("geen map")
    assert (versions(tmp_path / "2026"), next_version(tmp_path / "2026")) == ((), "v01")
    with pytest.raises(NotADirectoryError):
        write_version(tmp_path / "2026", "v01", {"a": b"b"})


@pytest.mark.parametrize("content", [b"[]", b"null", b"\xff", b"", b"[" * 100_000])
def test_een_manifest_dat_geen_lijst_van_velden_is_is_er_geen(tmp_path: Path, content: bytes) -> None:
    write_version(tmp_path, "v01", {"manifest.json": content})
    assert read_manifest(tmp_path, "v01") is None


def test_een_manifest_wordt_teruggelezen_zoals_het_is_geschreven(tmp_path: Path) -> None:
    data = manifest("2026", "v01", "abc", {"b.yaml": "2", "a.md": "1"}, {"kamerbrief.docx": b"x", "inhoud.json": b"y"})
    write_version(tmp_path, "v01", {"manifest.json": manifest_json(data)})
    assert read_manifest(tmp_path, "v01") == data


def test_een_schijf_die_het_niet_aanneemt_laat_niets_achter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_version(tmp_path, "v01", {"a.docx": b"eerst"})
    written: list[int] = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr("brief.disk.folders.sync", full)
    with pytest.raises(OSError, match="vol") as caught:
        write_version(tmp_path, "v02", {"a.docx": b"1", "b.docx": b"2", "c.docx": b"3"})
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, (tmp_path / "v02").as_posix())
    assert [path.name for path in tmp_path.iterdir()] == ["v01"]
    assert (tmp_path / "v01/a.docx").read_bytes() == b"eerst"


def test_wie_intussen_dezelfde_versie_maakte_houdt_haar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from brief.disk.exchange import rename_new_folder

    def late(folder: Path, target: Path) -> None:
        target.mkdir()
        (target / "a.docx").write_bytes(b"van een ander")
        rename_new_folder(folder, target)

    monkeypatch.setattr("brief.disk.folders.rename_new_folder", late)
    with pytest.raises(FileExistsError):
        write_version(tmp_path, "v01", {"a.docx": b"van mij"})
    assert [path.name for path in tmp_path.iterdir()] == ["v01"]
    assert (tmp_path / "v01/a.docx").read_bytes() == b"van een ander"


def test_wie_halverwege_kijkt_ziet_geen_versie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[tuple[str, ...], str]] = []
    monkeypatch.setattr("brief.disk.folders.sync", lambda _: seen.append((versions(tmp_path), next_version(tmp_path))))
    write_version(tmp_path, "v01", {"a.docx": b"1", "b.docx": b"2"})
    assert set(seen) == {((), "v01")}
    assert versions(tmp_path) == ("v01",)


def test_twee_tegelijk_krijgen_elk_een_hele_versie(tmp_path: Path) -> None:
    """Four writers, each of whom takes the next number until one is free: no version is lost or mixed."""

    def make(writer: int) -> str:
        while True:
            name = next_version(tmp_path)
            with suppress(FileExistsError):
                write_version(tmp_path, name, {"a": b"%d" % writer, "b": b"%d" % writer})
                return name

    with ThreadPoolExecutor(4) as pool:
        names = list(pool.map(make, range(12)))
    assert sorted(names) == list(versions(tmp_path)) == [f"v{number:02d}" for number in range(1, 13)]
    for writer, name in enumerate(names):
        assert {path.read_bytes() for path in (tmp_path / name).iterdir()} == {b"%d" % writer}


def test_is_de_kopie_van_hoe_een_document_was_ergens_beschadigd_dan_is_er_geen(tmp_path: Path) -> None:
    data = bytes(range(256)) * 8
    copy = write_archive({"brief.docx": data})
    files = {
        "brief.docx": b"een ander",
        "manifest.json": json.dumps({"uitvoer": {"brief.docx": sha256(data)}}).encode(),
    }
    folder = write_version(tmp_path, "v01", {**files, GEMAAKT: copy})
    assert made_document(tmp_path, "v01", "brief.docx") == data
    for at in range(len(copy)):
        (folder / GEMAAKT).write_bytes(copy[:at] + bytes([copy[at] ^ 0xFF]) + copy[at + 1 :])
        assert made_document(tmp_path, "v01", "brief.docx") in (data, None)
