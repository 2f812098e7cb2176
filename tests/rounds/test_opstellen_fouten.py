"""What `opstellen` does when something is wrong: it says all of it, and writes nothing."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brief.cli import main
from brief.rounds import making
from brief.rounds.opening import frame_of_list, with_list
from brief.sources import read_ronde
from brief.versions import folder
from brief.versions.uitgeven import uitgave
from brief.versions.vullen import Gevuld, Inhoud, Kader, bewijs, vullen
from brief.word.compose import Composed, compose
from rounds.voorbeeldronde import PROJECT, RONDE, brief, opstellen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brief.text import Document, Element


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    shutil.copytree(RONDE, tmp_path / "input" / "2026")
    return tmp_path / "input" / "2026"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_alle_fouten_van_alle_bestanden_komen_in_een_keer_en_er_wordt_niets_geschreven(
    ronde: Path, tmp_path: Path
) -> None:
    edit(ronde / "brief.md", "[@kst-", "[@kst-99999-1] [@kst-")
    edit(ronde / "brief.md", ".afspraken thema=water", ".afspraken thema=watr")
    edit(ronde / "afspraken" / "zuid.yaml", "status: vastgesteld", "status: vastgesteldd")
    edit(ronde / "ronde.yaml", "landsdeel: oost", "landsdeel: ost")
    result = opstellen(ronde, "--uit", tmp_path / "uit")
    assert result.returncode == 2
    for code in ("BR501", "BR503", "BR012"):
        assert f"fout[{code}]" in result.stderr, code
    assert "bedoelde u 'water'?" in result.stderr
    assert "bedoelde u 'oost'?" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "uit").exists()


def test_een_kapot_sjabloon_wordt_gemeld_voor_er_iets_is_geschreven(ronde: Path, tmp_path: Path) -> None:
    (ronde / "sjablonen").mkdir()
    (ronde / "sjablonen" / "kamerbrief.docx").write_bytes(b"geen Word-bestand")
    result = opstellen(ronde, "--uit", tmp_path / "uit")
    assert result.returncode == 2
    assert "sjablonen/kamerbrief.docx" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "uit").exists()


def test_zonder_sjabloon_zegt_opstellen_waar_het_moet_staan(ronde: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    result = opstellen(ronde, "--sjablonen", tmp_path / "leeg")
    assert result.returncode == 2
    assert result.stderr.count("fout[BR511]") == 2


def test_een_eigen_sjabloon_van_de_ronde_gaat_voor(ronde: Path, tmp_path: Path) -> None:
    (ronde / "sjablonen").mkdir()
    shutil.copy(PROJECT / "templates" / "afsprakenlijst.docx", ronde / "sjablonen")
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    result = opstellen(ronde, "--uit", tmp_path / "uit")
    assert result.returncode == 0, result.stderr
    manifest = (tmp_path / "uit" / "v01" / "manifest.json").read_text("utf-8")
    assert str(tmp_path) not in manifest, "het manifest is hetzelfde waar de ronde ook staat"
    for name in ("afsprakenlijst.docx", "kamerbrief.docx"):
        assert f'"sjablonen/{name}"' in manifest


@pytest.mark.parametrize(("uit", "code"), [("bestand", ""), ("bestand/x", "BR901"), ("/proc/bestaatniet", "BR901")])
def test_een_map_die_niet_te_schrijven_is_wordt_in_het_nederlands_gemeld(
    ronde: Path, tmp_path: Path, uit: str, code: str
) -> None:
    (tmp_path / "bestand").write_text("x")
    result = opstellen(ronde, "--uit", tmp_path / uit)
    assert (result.returncode, result.stdout) == (2, "")
    assert code in result.stderr
    assert uit in result.stderr
    for english in ("Traceback", "Errno", "is a file", "No such"):
        assert english not in result.stderr


def test_wie_tegelijk_hetzelfde_nummer_neemt_krijgt_het_volgende(
    ronde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = folder.write_version
    taken: list[Path] = []

    def late(where: Path, name: str, files: dict[str, bytes]) -> Path:
        if not taken:
            taken.append(real(where, name, {"van": b"een ander"}))
        return real(where, name, files)

    monkeypatch.setattr(making, "write_version", late)
    with pytest.raises(SystemExit) as end:
        main(["opstellen", str(ronde), "--uit", str(tmp_path / "uit")])
    assert end.value.code == 0
    assert "uit/v02" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "uit" / "v01").iterdir()] == ["van"]
    assert '"v02"' in (tmp_path / "uit" / "v02" / "manifest.json").read_text("utf-8")


def test_een_ronde_zonder_overleggen_struikelt_niet(ronde: Path, tmp_path: Path) -> None:
    text = (ronde / "ronde.yaml").read_text("utf-8")
    start, end = text.index("overleggen:\n"), text.index("brief:\n")
    (ronde / "ronde.yaml").write_text(text[:start] + text[end:], "utf-8")
    result = opstellen(ronde, "--uit", tmp_path / "uit")
    assert result.returncode == 2
    assert "fout[BR014]: ronde.yaml heeft geen 'overleggen'" in result.stderr
    assert "Traceback" not in result.stderr


def test_een_lege_brief_wordt_gemeld(ronde: Path, tmp_path: Path) -> None:
    (ronde / "brief.md").write_text("\n", "utf-8")
    result = opstellen(ronde, "--uit", tmp_path / "uit")
    assert result.returncode == 2
    assert "fout[BR027]" in result.stderr
    assert not (tmp_path / "uit").exists()


def _lijst() -> tuple[Document, bytes]:
    bestanden, _ = read_ronde(RONDE)
    assert bestanden is not None
    return with_list(frame_of_list(bestanden, "v01"), bestanden).document, (
        PROJECT / "templates" / "afsprakenlijst.docx"
    ).read_bytes()


def _altered(data: bytes, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode(), 1)
            package.writestr(name, part)
    return target.getvalue()


@pytest.mark.parametrize(
    ("old", "new"), [("IJmuiden", "IJmuiden "), ("ten minste", "tenminste"), ("</w:t>", "</w:t><w:t>x</w:t>")]
)
def test_een_enkel_ander_teken_in_het_document_wordt_gezien(old: str, new: str) -> None:
    document, template = _lijst()
    made = compose(document, template, "afsprakenlijst.docx")
    assert bewijs(document, made) == []
    start = made.data
    marker = "_afs_"
    with zipfile.ZipFile(io.BytesIO(start)) as package:
        xml = package.read("word/document.xml").decode()
    after = xml[xml.index(marker) :]
    assert old in after
    broken_xml = xml[: xml.index(marker)] + after.replace(old, new, 1)
    broken = replace(made, data=_altered(start, xml, broken_xml))
    findings = bewijs(document, broken)
    assert [finding.code for finding in findings] == ["BR510"]


def test_een_document_dat_niet_klopt_wordt_niet_uitgegeven() -> None:
    document, template = _lijst()

    def careless(document: Document, template: bytes, file: str) -> Callable[[tuple[Element, ...]], Composed]:
        def finish(body: tuple[Element, ...]) -> Composed:
            made = compose(replace(document, body=body), template, file)
            return replace(made, data=_altered(made.data, "IJmuiden", "Velsen"))

        return finish

    def filled(document: Document) -> Gevuld:
        return vullen(Kader(document, "a.docx", template), careless)(Inhoud(document.body))

    made = uitgave("2026", "v01", [document], {"afsprakenlijst": ("a.docx", template)}, {}, filled)
    assert made.files == {}
    assert [finding.code for finding in made.meldingen if finding.is_error] == ["BR510"]


def test_controleren_ziet_fouten_in_een_sjabloon_ook(ronde: Path) -> None:
    (ronde / "sjablonen").mkdir()
    own = ronde / "sjablonen" / "kamerbrief.docx"
    data = (PROJECT / "templates" / "kamerbrief.docx").read_bytes()
    own.write_bytes(_altered(data, "{{ aanhef }}", "{{ aanhev }}"))
    result = brief("controleren", ronde)
    assert result.returncode == 1
    assert "bedoelde u 'aanhef'?" in result.stderr
    assert "sjablonen/kamerbrief.docx" in result.stderr
