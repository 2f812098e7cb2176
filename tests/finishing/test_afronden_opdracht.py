"""`brief afronden`: what comes out, what it refuses, and that it does the same twice."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from brief.finishing.office import Office
from brief.render.html.document import document_page
from brief.render.terminal.final import final_lines
from brief.rounds.final import files as final_files
from brief.rounds.final.files import about_pdf
from brief.rounds.finishing import Opdracht, finish
from finishing.afgerond import FORMATS, LETTER, LIST, final, finished, ready
from finishing.afgerond import finish as finish_again
from keuring.gereedschap import command
from rounds.voorbeeldronde import brief

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", autouse=True)
def _libreoffice() -> None:
    command("soffice")


def test_alle_bestanden_staan_er_onder_de_namen_voor_de_kamer() -> None:
    names = {path.name for path in finished().iterdir()}
    assert names >= {f"{name}.{kind}" for name in (LETTER, LIST) for kind in FORMATS}
    assert "Bijlage 4 Beslisnota bij Kamerbrief Uitkomsten BO's Leefomgeving 2026.pdf" in names
    assert "manifest.json" in names


@pytest.mark.parametrize("name", [LETTER, LIST])
def test_nergens_staat_nog_iets_van_een_concept(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(final(name, "docx"))) as package:
        words = "".join(package.read(each).decode() for each in package.namelist() if each.endswith(".xml"))
    for page in (words, final(name, "html").decode()):
        assert "CONCEPT" not in page
        assert not re.search(r"\bv01\b", page)


def test_het_manifest_zegt_waaruit_door_wie_en_wanneer() -> None:
    manifest = json.loads((finished() / "manifest.json").read_bytes())
    assert (manifest["wie"], manifest["wanneer"], manifest["uitgave"]) == ("A. Tester", "2026-09-14", "v01")
    assert manifest["pdf"] in ("PDF/UA-1 en PDF/A-2b", "geen")
    assert {"ronde.yaml", "brief.md", "sjablonen/kamerbrief.docx"} <= set(manifest["invoer"])
    assert set(manifest["uitvoer"]) == {path.name for path in finished().iterdir()} - {"manifest.json"}
    assert all(each.startswith("https://") for each in manifest["verwijzingen"])


@pytest.fixture
def afgerond(tmp_path: Path) -> Path:
    """Give a project of one's own with a finished round."""
    return shutil.copytree(finished().parents[2], tmp_path / "project")


def test_een_tweede_keer_geeft_dezelfde_bytes(afgerond: Path) -> None:
    again = finish_again(afgerond / "input" / "2026")
    assert again.returncode == 0, again.stderr
    for name in (LETTER, LIST):
        for kind in ("docx", "html", "odt"):
            made = (afgerond / "output" / "2026" / "definitief" / f"{name}.{kind}").read_bytes()
            assert made == final(name, kind), f"{name}.{kind}"


def try_again() -> str:
    """Give what a trial run of the finished round says; it writes nothing."""
    before = {path: path.read_bytes() for path in finished().iterdir()}
    done = brief("afronden", finished().parents[2] / "input" / "2026", "--proef")
    assert {path: path.read_bytes() for path in finished().iterdir()} == before
    return done.stdout


@cache
def tried() -> str:
    """Give what a trial run says where there is no LibreOffice: what a person still has to do is the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(final_files, "find_office", lambda: None)
        return try_again()


@pytest.mark.lang
def test_een_proef_met_libreoffice_schrijft_ook_niets_en_zegt_hetzelfde() -> None:
    to_do = [line for line in try_again().splitlines() if "[ ]" in line]
    assert to_do
    assert [line for line in tried().splitlines() if "[ ]" in line and "pdf" not in line.lower()] == to_do


def test_aan_het_eind_staat_wat_een_mens_nog_moet_doen_en_waar() -> None:
    shown = tried()
    for what in ("logo:", "kenmerk:", "handtekening:", "beslisnota:"):
        assert f"[ ] {what}" in shown
    assert "ronde.yaml bij brief: kenmerk:" in shown


@pytest.mark.lang
def test_wie_een_definitief_bestand_bewerkte_verliest_het_niet(afgerond: Path) -> None:
    path = afgerond / "output" / "2026" / "definitief" / f"{LETTER}.docx"
    edited = path.read_bytes() + b" "
    path.write_bytes(edited)
    refused = brief("afronden", afgerond / "input" / "2026")
    assert refused.returncode == 2
    assert "BR712" in refused.stderr
    assert path.read_bytes() == edited


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    """Give a round of one's own of which the first version is made."""
    return shutil.copytree(ready(), tmp_path / "project") / "input" / "2026"


def _change(ronde: Path, name: str, old: str, new: str) -> None:
    path = ronde / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_alles_wat_tegenhoudt_komt_in_een_keer(ronde: Path) -> None:
    _change(ronde, "afspraken/noord.yaml", "status: vastgesteld", "status: voorgesteld")
    _change(ronde, "brief.md", "Op 9, 10 en 11 september jl.", "Op PM september jl.")
    _change(
        ronde,
        "afspraken/zuid.yaml",
        "    brief: Over onderwerp z-5.2-1 maken",
        "    # brief: Over onderwerp z-5.2-1 maken",
    )
    (ronde / "bijlagen" / "bijlage 3.pdf").unlink()
    refused = brief("afronden", ronde)
    assert refused.returncode == 2
    for code in ("BR420", "BR401", "BR700", "BR701", "BR710"):
        assert f"[{code}]" in refused.stderr, code
    assert "Er is niets geschreven" in refused.stdout
    assert not (ronde.parents[1] / "output" / "2026" / "definitief").exists()


@pytest.mark.lang
def test_een_met_de_hand_veranderde_versie_wordt_niet_definitief(ronde: Path) -> None:
    path = ronde.parents[1] / "output" / "2026" / "v01" / "kamerbrief.docx"
    path.write_bytes(path.read_bytes() + b" ")
    refused = brief("afronden", ronde, "v01")
    assert refused.returncode == 2
    assert "BR702" in refused.stderr


@pytest.mark.lang
def test_zonder_versie_of_met_een_onbekende_gaat_het_niet(ronde: Path) -> None:
    assert "BR703" in brief("afronden", ronde, "v09").stderr


@pytest.mark.lang
def test_wat_toch_door_mag_staat_met_de_reden_in_het_manifest(ronde: Path) -> None:
    (ronde / "bijlagen" / "bijlage 3.pdf").unlink()
    assert "BR710" in brief("afronden", ronde).stderr
    done = brief("afronden", ronde, "--ondanks", "BR710", "--reden", "de bijlage volgt per koerier")
    assert done.returncode == 0, done.stderr
    manifest = json.loads((ronde.parents[1] / "output" / "2026" / "definitief" / "manifest.json").read_bytes())
    assert manifest["ondanks"] == [{"code": "BR710", "reden": "de bijlage volgt per koerier", "aantal": 1}]
    assert "[ ] bijlagen 2 en 4: zijn overgenomen zoals u ze gaf" in done.stdout
    assert "[ ] bijlage 3: ontbreekt nog; de brief noemt wat er niet is" in done.stdout


@pytest.mark.lang
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ondanks", "BR510", "--reden", "haast"), "BR711"),
        (("--ondanks", "BR429"), "--reden"),
        (("--reden", "haast"), "--ondanks"),
    ],
)
def test_een_reden_hoort_bij_een_melding_die_er_is(ronde: Path, arguments: tuple[str, ...], said: str) -> None:
    refused = brief("afronden", ronde, *arguments)
    assert refused.returncode == 2
    assert said in refused.stderr


def test_zonder_libreoffice_zegt_hij_wat_er_niet_is(ronde: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(final_files, "find_office", lambda: None)
    made = finish(Opdracht(ronde), document_page)
    assert made.stops == ()
    assert made.bewijs is not None
    assert {name.rpartition(".")[2] for name in made.bewijs.bestanden} == {"docx", "html"}
    assert any("geen LibreOffice gevonden" in line for line in made.gezegd)
    with zipfile.ZipFile(io.BytesIO(made.files[f"{LIST}.docx"])) as package:
        assert b"PAGEREF" not in package.read("word/document.xml")


def test_een_oudere_libreoffice_zegt_wat_de_pdf_niet_is() -> None:
    said, norm = about_pdf(Office("soffice", (7, 4, 7)))
    assert norm == "geen"
    assert "geen PDF/UA-1" in said[0]
    assert "25.2 of nieuwer" in said[0]


@pytest.mark.lang
def test_met_een_oudere_libreoffice_zegt_het_bewijs_wat_in_de_pdf_niet_te_zien_is(
    ronde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its PDF has no more than tags: the words are proved, and what is not proved is said."""
    older = Office(command("soffice"), (24, 2, 7))
    monkeypatch.setattr(final_files, "find_office", lambda: older)
    made = finish(Opdracht(ronde), document_page)
    assert made.stops == ()
    assert made.bewijs is not None
    assert set(made.bewijs.unseen) == {f"{LETTER}.pdf", f"{LIST}.pdf"}
    said = "\n".join(final_lines(made, written=False))
    assert "LibreOffice 24.2.7. Hij is geen PDF/UA-1" in said
    assert f"In '{LIST}.pdf' is niet te zien, en dus niet vergeleken: de tekst van de voetnoten" in said


def test_bijlagen_van_een_ander_en_het_manifest_staan_bij_wat_nog_te_doen_is() -> None:
    shown = tried()
    assert "[ ] bijlagen 2, 3 en 4: zijn overgenomen zoals u ze gaf" in shown
    assert "manifest.json blijft in huis" in shown
