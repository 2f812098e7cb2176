"""`brief inlezen` on a newer version of a dossier of the sample round, as a user runs it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from rounds.voorbeeldronde import RONDE, brief

if TYPE_CHECKING:
    from pathlib import Path

NIEUW = """### 2.3. Grondstoffen

*Voorgestelde afspraken:*

- Het Rijk en de provincies tellen in 2027 welke groeven en depots nog nodig zijn voor zand en grind.

"""
WEG = """2. De provincie en het Rijk maken een gezamenlijk kaartbeeld van de ruimte die beschikbaar is voor woningen, \
energie en natuur in de stedelijke regio's, en gebruiken dit bij de actualisatie van het arrangement in 2027.
3. """


@pytest.fixture
def ronde(tmp_path: Path) -> Path:
    """Give a copy of the sample round with only landsdeel Zuid, its dossier read."""
    folder = tmp_path / "2026"
    shutil.copytree(RONDE, folder)
    for path in (folder / "afspraken").glob("*.yaml"):
        if path.stem != "zuid":
            path.unlink()
    text = (folder / "ronde.yaml").read_text("utf-8")
    meetings = re.findall(r"  - landsdeel: (\w+)\n(?:    .*\n)+", text)
    for name in meetings:
        if name != "zuid":
            text = re.sub(rf"  - landsdeel: {name}\n(?:    .*\n)+", "", text)
    (folder / "ronde.yaml").write_text(text, "utf-8")
    assert brief("inlezen", folder).returncode == 3
    return folder


def _nieuwere_versie(folder: Path) -> None:
    """Renumber an agendapunt, change a text, drop one, add one."""
    path = folder / "dossiers/zuid.md"
    text = path.read_text("utf-8")
    for before, after in (
        ("Versie 1.2 van 31 augustus 2026", "Versie 1.3 van 7 september 2026"),
        ("### 2.4. Ruimtelijk", "### 2.5. Ruimtelijk"),
        ("#### 2.4.1. Prov", "#### 2.5.1. Prov"),
        ("#### 2.4.2. Prov", "#### 2.5.2. Prov"),
        ("### 2.5. NOVEX", "### 2.6. NOVEX"),
        ("#### 2.5.1. NOVEX", "#### 2.6.1. NOVEX"),
        ("#### 2.5.2. NOVEX", "#### 2.6.2. NOVEX"),
        ("#### 2.5.3. NOVEX", "#### 2.6.3. NOVEX"),
        ("### 2.3. Powerport", f"{NIEUW}### 2.4. Powerport"),
        ("in december 2027 een energievisie", "in maart 2028 een energievisie"),
        (WEG, "2. "),
    ):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in (folder / "afspraken").rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _yaml(folder: Path) -> str:
    return (folder / "afspraken/zuid.yaml").read_text("utf-8")


def test_a_newer_version_goes_into_the_file_and_the_second_reading_changes_nothing(ronde: Path) -> None:
    before = _yaml(ronde)
    _nieuwere_versie(ronde)
    done = brief("inlezen", ronde)
    after = _yaml(ronde)
    assert done.returncode == 1, done.stderr
    assert "z-2.4.2-1: conflict (de afspraak is vastgesteld)" in done.stdout
    assert "[-december 2027-]{+maart\n" in done.stdout
    assert "z-2.4.1-2: verdwenen uit het dossier" in done.stdout
    assert "waarschuwing[BR141]" in done.stderr
    assert "waarschuwing[BR143]" in done.stderr
    assert "  - id: z-2.3-1\n    agendapunt: 2.4 Powerport regio Moerdijk\n" in after
    assert "  - id: z-2.3-4\n    agendapunt: 2.3 Grondstoffen\n    tekst: |\n      - Het Rijk en de provincies" in after
    assert "    verdwenen: Versie 1.3 van 7 september 2026\n" in after
    assert re.search(
        r"id: z-2\.4\.2-1\n.*\n    tekst: .*\n.*december 2027.*\n    dossiertekst: .*\n.*maart 2028", after
    )
    same = [line for line in before.splitlines() if not re.search(r"agendapunt:|dossier:", line)]
    rest = iter(after.splitlines())
    assert all(line in rest for line in same)

    hashes = _hashes(ronde)
    again = brief("inlezen", ronde)
    assert again.returncode == 3
    assert _hashes(ronde) == hashes


def test_a_trial_run_shows_the_plan_and_writes_nothing(ronde: Path) -> None:
    _nieuwere_versie(ronde)
    hashes = _hashes(ronde)
    done = brief("inlezen", ronde, "--proef")
    assert done.returncode == 1
    assert "zou worden bijgewerkt" in done.stdout
    assert "+    verdwenen: Versie 1.3 van 7 september 2026" in done.stdout
    assert _hashes(ronde) == hashes


def test_the_plan_is_there_for_other_programs(ronde: Path) -> None:
    _nieuwere_versie(ronde)
    (dossier,) = json.loads(brief("inlezen", ronde, "--proef", "--json").stdout)["dossiers"]
    stappen = {stap["id"]: stap for stap in dossier["bijgewerkt"]["stappen"]}
    assert dossier["uitkomst"] == "proef_bijgewerkt"
    assert stappen["z-2.4.2-1"]["soort"] == "conflict"
    assert ["-", "december 2027"] in stappen["z-2.4.2-1"]["woorden"]
    assert stappen["z-2.3-1"]["bron"] == "z-2.4-1"
    assert dossier["bijgewerkt"]["vragen"] == []


def test_controleren_asks_for_what_is_open_and_nothing_that_the_renumbering_brought(ronde: Path) -> None:
    _nieuwere_versie(ronde)
    brief("inlezen", ronde)
    found = [m["code"] for m in json.loads(brief("controleren", ronde, "--json").stdout)["meldingen"]]
    assert {"BR433", "BR434"} <= set(found)
    assert not {"BR407", "BR408", "BR409", "BR430"} & set(found)

    text = re.sub(r"    dossiertekst: \|\n(      .*\n)+", "", _yaml(ronde)).replace(
        "    verdwenen: Versie 1.3 van 7 september 2026\n    status: vastgesteld\n",
        "    status: vervallen\n    besluit: {datum: 2026-09-11, reden: staat niet meer in het dossier}\n",
    )
    (ronde / "afspraken/zuid.yaml").write_text(
        text.replace("in december 2027 een energievisie", "in maart 2028 een energievisie"), "utf-8"
    )
    found = [m["code"] for m in json.loads(brief("controleren", ronde, "--json").stdout)["meldingen"]]
    assert not {"BR433", "BR434", "BR407", "BR408"} & set(found)
    assert brief("inlezen", ronde).returncode == 3


def _twijfel(folder: Path) -> None:
    path = folder / "dossiers/zuid.md"
    text = path.read_text("utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith("- Rijk en regio brengen de ontbrekende schakels"))
    path.write_text(text.replace(line, f"{line[:-1]} in 2027.\n{line[:-1]} in 2028."), "utf-8")


def test_what_is_not_certain_is_asked_and_an_answer_settles_it(ronde: Path) -> None:
    _twijfel(ronde)
    before = _yaml(ronde)
    asked = brief("inlezen", ronde)
    assert asked.returncode == 1
    assert "waarschuwing[BR144]" in asked.stderr
    assert "--zelfde z-2.5.3-2=z-2.5.3-" in asked.stderr
    assert "{+in 2027+}" in asked.stdout
    assert _yaml(ronde) == before
    assert brief("inlezen", ronde).returncode == 1, "it asks until it is answered"

    answered = brief("inlezen", ronde, "--zelfde", "z-2.5.3-2=z-2.5.3-3")
    after = _yaml(ronde)
    assert "z-2.5.3-2: conflict" in answered.stdout
    assert "  - id: z-2.5.3-3\n" in after
    assert re.search(r"id: z-2\.5\.3-3\n.*\n.*\n.* in 2027\.\n", after)
    assert re.search(r"id: z-2\.5\.3-2\n.*\n.*\n.*\n    dossiertekst: \|\n.* in 2028\.\n", after)
    assert brief("inlezen", ronde).returncode == 3


def test_an_answer_can_be_that_it_is_another_one(ronde: Path) -> None:
    _twijfel(ronde)
    brief("inlezen", ronde, "--anders", "z-2.5.3-2")
    after = _yaml(ronde)
    assert "  - id: z-2.5.3-3\n" in after
    assert "  - id: z-2.5.3-4\n" in after
    assert after.count("    verdwenen:") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--zelfde", "z-2.5.3-2"], "geen OUD=NIEUW"),
        (["--zelfde", "z-9.9-9=z-2.3-1"], "geen id van een afspraak"),
        (["--anders", "z-2.5.3-22"], "bedoelde u 'z-2.5.3-2'?"),
        (["--zelfde", "z-2.5.3-2=z-8-8"], "het nieuwe dossier heeft geen z-8-8"),
        (["--zelfde", "z-2.5.3-2=z-2.3-1", "--zelfde", "z-2.5.3-1=z-2.3-1"], "maar van één afspraak"),
        (["--zelfde", "z-2.5.3-2=z-2.3-1", "--anders", "z-2.5.3-2"], "bij --zelfde en bij --anders"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_nothing_is_written(
    ronde: Path, arguments: list[str], words: str
) -> None:
    _twijfel(ronde)
    hashes = _hashes(ronde)
    done = brief("inlezen", ronde, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert _hashes(ronde) == hashes


def test_a_file_with_mistakes_or_a_damaged_base_is_left_alone(ronde: Path) -> None:
    _nieuwere_versie(ronde)
    path, basis = ronde / "afspraken/zuid.yaml", ronde / "afspraken/.gelezen/zuid.json"
    good, base = path.read_bytes(), basis.read_bytes()
    for wrong, code in (
        (good.replace(b"status: vastgesteld", b"status: vastgestelt", 1), "BR012"),
        (good.replace(b"id: z-2.2-2", b"id: z-2.2-1"), "BR147"),
    ):
        path.write_bytes(wrong)
        done = brief("inlezen", ronde)
        assert (done.returncode, code in done.stderr) == (2, True)
        assert path.read_bytes() == wrong
    path.write_bytes(good)
    basis.write_bytes(base[:100])
    done = brief("inlezen", ronde)
    assert (done.returncode, "BR148" in done.stderr) == (2, True)
    assert path.read_bytes() == good
    assert "BR148" in brief("controleren", ronde).stderr


def test_without_the_base_nothing_of_a_person_is_lost(ronde: Path) -> None:
    _nieuwere_versie(ronde)
    shutil.rmtree(ronde / "afspraken/.gelezen")
    path = ronde / "afspraken/zuid.yaml"
    path.write_text(_yaml(ronde).replace("status: vastgesteld", "status: voorgesteld"), "utf-8")
    done = brief("inlezen", ronde)
    assert "niet bekend is of de tekst" in done.stdout
    assert re.search(r"id: z-2\.4\.2-1\n.*\n    tekst: .*\n.*december 2027.*\n    dossiertekst: ", _yaml(ronde))
    assert brief("inlezen", ronde).returncode == 3


def test_a_first_reading_keeps_what_it_read(ronde: Path) -> None:
    kept = json.loads((ronde / "afspraken/.gelezen/zuid.json").read_text("utf-8"))
    shutil.rmtree(ronde / "afspraken")
    assert brief("inlezen", ronde).returncode == 0
    first = json.loads((ronde / "afspraken/.gelezen/zuid.json").read_text("utf-8"))
    assert {**first, "vergeven": []} == {**kept, "vergeven": []}


def test_an_older_version_put_back_takes_the_half_read_one_out_again(ronde: Path) -> None:
    path = ronde / "afspraken/zuid.yaml"
    path.write_text(_yaml(ronde).replace("status: vastgesteld", "status: voorgesteld"), "utf-8")
    old, before = (ronde / "dossiers/zuid.md").read_bytes(), _yaml(ronde)
    _twijfel(ronde)
    dossier = ronde / "dossiers/zuid.md"
    dossier.write_text(dossier.read_text("utf-8").replace("in december 2027 een energievisie", "in 2028 een visie"))
    assert "z-2.4.2-1: nieuwe tekst" in brief("inlezen", ronde, "--op-tafel").stdout
    assert _yaml(ronde) != before
    dossier.write_bytes(old)
    assert brief("inlezen", ronde, "--op-tafel").returncode == 0
    assert _yaml(ronde) == before
    assert brief("inlezen", ronde).returncode == 3


def test_a_dossier_under_another_name_is_named_in_the_file(ronde: Path) -> None:
    shutil.rmtree(ronde / "afspraken/.gelezen")
    before = _yaml(ronde).replace("in december 2027", "in januari 2027")
    (ronde / "afspraken/zuid.yaml").write_text(before, "utf-8")
    (ronde / "dossiers/zuid.md").rename(ronde / "dossiers/zuid-2.md")
    settings = (ronde / "ronde.yaml").read_text("utf-8")
    (ronde / "ronde.yaml").write_text(settings.replace("dossiers/zuid.md", "dossiers/zuid-2.md"), "utf-8")
    assert brief("inlezen", ronde).returncode == 0
    assert _yaml(ronde) == before.replace("bestand: dossiers/zuid.md", "bestand: dossiers/zuid-2.md")
    assert brief("inlezen", ronde).returncode == 3
