"""Versions on disk: whole or not there, numbered by what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brief.text import Document, Element, Paragraph, Run
from brief.versions.folder import next_version, read_manifest, versions, write_version
from brief.versions.inhoud import inhoud, inhoud_json
from brief.versions.manifest import vingerafdruk

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


def test_de_vingerafdruk_kent_inhoud_en_sjabloon_maar_niet_het_nummer() -> None:
    def of(text: str, version: str, template: bytes = b"t") -> str:
        body = (Element(Paragraph((Run(text),))),)
        document = Document("kamerbrief", "Uitkomsten", {"versie": version, "datum": "14 september 2026"}, body)
        return vingerafdruk(inhoud_json(inhoud([document])), {"kamerbrief": template})

    assert of("a", "v01") == of("a", "v02")
    assert of("a", "v01") != of("b", "v01")
    assert of("a", "v01") != of("a", "v01", b"ander")
