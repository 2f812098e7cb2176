"""`brief inlezen`: one dossier shown and nothing written, or a round read into its afspraken files."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from brief.commands.inlezen import inlezen
from word.reading.bouwdoos import docx, p, r

if TYPE_CHECKING:
    from pathlib import Path

DOSSIER = """# BO Leefomgeving Noord

conceptversie 3

## 2.1 Water in Drenthe

*Voorgestelde afspraken:*

- Rijk en regio meten 3 m<sup>3</sup>/s & <b>wegen</b>.
- XX – nog in te vullen
"""
RONDE = """ronde: 2026
titel: Uitkomsten
overleggen:
  - landsdeel: noord
    datum: 2026-09-09
    dossier: dossiers/noord.md
brief:
  datum: 2026-09-14
  betreft: Uitkomsten
  tekst: brief.md
  ondertekenaars:
    - functie: De minister
      naam: Naam
afsprakenlijst:
  volgorde: [landelijk, noord, oost, noordwest, zuidwest, zuid]
"""


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    folder = tmp_path / "2026"
    (folder / "dossiers").mkdir(parents=True)
    (folder / "ronde.yaml").write_text(RONDE, "utf-8")
    (folder / "brief.md").write_text("Geachte voorzitter,\n", "utf-8")
    (folder / "dossiers" / "noord.md").write_text(DOSSIER, "utf-8")
    return folder


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(inlezen, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_json_of_one_dossier_has_the_fixed_form_and_nothing_is_written(ronde: Path) -> None:
    before = tree(ronde)
    result = run(str(ronde / "dossiers" / "noord.md"), "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == ["versie", "landsdeel", "sha256", "agendapunten", "afspraken", "rest", "meldingen"]
    assert (found["versie"], found["landsdeel"], len(found["sha256"])) == (1, "noord", 64)
    agendapunt = found["agendapunten"][0]
    assert set(agendapunt) == {"nummer", "titel", "hamerpunt", "deel", "plaats", "secties"}
    assert (agendapunt["nummer"], agendapunt["deel"], agendapunt["hamerpunt"]) == ("2.1", None, False)
    afspraak = found["afspraken"][0]
    assert {"id", "agendapunt", "tekst", "plat", "publiceren"} <= set(afspraak)
    assert (afspraak["id"], afspraak["agendapunt"], afspraak["publiceren"]) == ("n-2.1-1", "2.1", True)
    assert afspraak["plat"] == "Rijk en regio meten 3 m3/s & wegen."
    assert "m^3^/s" in afspraak["tekst"]
    assert {"tekst", "reden", "plaats"} == set(found["rest"][0])
    assert [m["code"] for m in found["meldingen"]] == ["BR130"]
    assert found["meldingen"][0]["ernst"] == "waarschuwing"
    assert found["meldingen"][0]["plaats"].endswith("noord.md:10:3")
    assert tree(ronde) == before


def test_text_of_one_dossier_says_what_was_found(ronde: Path) -> None:
    result = run(str(ronde / "dossiers" / "noord.md"))
    assert "1 afspraken" in result.stdout
    assert "n-2.1-1" in result.stdout
    assert "BR130" in result.stderr


def test_stdin_tells_word_from_markdown() -> None:
    as_markdown = json.loads(run("-", "--json", stdin=DOSSIER.encode()).stdout)
    assert as_markdown["landsdeel"] == "noord"
    word = docx(p(r("BO Leefomgeving Zuid")) + p(r("2.1 Water"), '<w:outlineLvl w:val="0"/>'))
    assert json.loads(run("-", "--json", stdin=word).stdout)["landsdeel"] == "zuid"


def test_unusable_dossier_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "noord.docx"
    broken.write_bytes(b"PK\x03\x04kapot")
    result = run(str(broken), "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["meldingen"][0]["code"] == "BR104"


def test_file_that_is_not_there(tmp_path: Path) -> None:
    assert run(str(tmp_path / "weg.docx")).exit_code == 2


def test_round_is_read_once_and_a_second_time_changes_nothing(ronde: Path) -> None:
    first = run(str(ronde))
    assert first.exit_code == 0
    written = tree(ronde)
    assert "id: n-2.1-1" in written["afspraken/noord.yaml"].decode()
    second = run(str(ronde))
    assert second.exit_code == 3
    assert tree(ronde) == written


def test_trial_run_shows_the_file_and_writes_nothing(ronde: Path) -> None:
    before = tree(ronde)
    result = run(str(ronde), "--proef")
    assert result.exit_code == 0
    assert tree(ronde) == before
    run(str(ronde))
    assert (ronde / "afspraken" / "noord.yaml").read_text("utf-8") in result.stdout


def test_proposal_stands_as_proposal(ronde: Path) -> None:
    run(str(ronde))
    text = (ronde / "afspraken" / "noord.yaml").read_text("utf-8")
    assert "provincies: []" in text
    assert "provincies: [drenthe]" in text.split("voorstel:")[1]


def test_missing_dossier_and_unusable_dossier_do_not_stop_the_others(ronde: Path) -> None:
    text = RONDE.replace(
        "brief:\n", "  - landsdeel: zuid\n    datum: 2026-09-09\n    dossier: dossiers/zuid.md\nbrief:\n", 1
    )
    (ronde / "ronde.yaml").write_text(text, "utf-8")
    result = run(str(ronde))
    assert result.exit_code == 2
    assert "BR146" in result.stderr
    assert "zuid: dossiers/zuid.md is niet gelezen" in result.stdout
    assert "0 afspraken" not in result.stdout
    assert (ronde / "afspraken" / "noord.yaml").exists()


def test_report_shows_every_paragraph_and_where_it_went(ronde: Path) -> None:
    target = ronde.parent / "verslag.html"
    run(str(ronde / "dossiers" / "noord.md"), "--verslag", str(target))
    page = target.read_text("utf-8")
    assert '<html lang="nl">' in page
    assert page.count("<tr id=") == 6
    assert '<span class="soort">Plaatshouder</span>' in page
    assert '<span class="soort">Afspraak</span>: n-2.1-1' in page
    assert "3 m<sup>3</sup>/s &amp; <strong>wegen</strong>" in page
    assert "<script" not in page


def test_report_of_a_hostile_dossier_is_no_page_of_its_own(tmp_path: Path) -> None:
    dossier = tmp_path / "noord.md"
    dossier.write_text("## 2.1 <script>alert(1)</script>\n\n[klik](javascript:alert(1)) & <img src=x>\n", "utf-8")
    target = tmp_path / "verslag.html"
    run(str(dossier), "--verslag", str(target))
    page = target.read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_sample_round_reads_without_an_error(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    source = pytestconfig.rootpath / "input" / "2026"
    folder = tmp_path / "2026"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("afspraken"))
    result = run(str(folder))
    assert result.exit_code == 0, result.stderr
    assert sorted(path.stem for path in (folder / "afspraken").glob("*.yaml")) == sorted(
        ("noord", "oost", "noordwest", "zuidwest", "zuid")
    )


def test_elk_agendapunt_in_de_json_heeft_elke_sectie(tmp_path: Path) -> None:
    path = tmp_path / "noord.md"
    path.write_text("## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n- Rijk en regio maken een plan.\n", "utf-8")
    result = CliRunner().invoke(inlezen, [str(path), "--json"])
    (agendapunt,) = json.loads(result.stdout)["agendapunten"]
    assert agendapunt["secties"] == {
        "in_het_kort": "",
        "bespreekpunten": "",
        "voorgestelde_afspraken": "- Rijk en regio maken een plan.",
        "toelichting": "",
        "overig": "",
    }
