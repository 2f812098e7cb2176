"""`brief vergelijken` on the sample round: versions, Word files, choices, pages and tracked changes."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from brief.commands.opstellen import opstellen
from brief.commands.vergelijken import vergelijken
from brief.compare.changes import vergelijk
from brief.compare.selecting import Keuze
from brief.rounds.comparison.overview import overview_of
from compare.vergelijkset import afspraak, lijst, zin
from huis.project import PROJECT
from keuring.ooxml import all_errors
from word.revisions.paren import pairs
from word.revisions.rechter import File, faults

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUD = "in 2027 een gezamenlijke gebiedsagenda uit voor de defensielocaties"
NIEUW = "in 2028 een gezamenlijke gebiedsagenda uit voor de defensielocaties"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(vergelijken, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def ronde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make v01 of the sample round, then v02 with a word, a province, a paragraph of the letter changed."""
    root = tmp_path_factory.mktemp("vergelijken")
    folder = root / "input" / "2026"
    shutil.copytree(PROJECT / "input" / "2026", folder)
    shutil.copytree(PROJECT / "templates", root / "templates")
    assert CliRunner().invoke(opstellen, [str(folder)]).exit_code == 0
    noord = folder / "afspraken" / "noord.yaml"
    text = noord.read_text("utf-8")
    begin = text.index("tekst: |", text.index("- id: n-2.2-2"))
    end = text.index("    status: vastgesteld", begin)
    body = text[begin:end].partition("\n")[2].replace("in 2027 een", "in 2028 een")
    besluit = (
        "    status: gewijzigd\n    besluit:\n      datum: 2026-09-10\n      reden: na afstemming\n      tekst: |\n"
    )
    indented = "".join(f"  {line}" for line in body.splitlines(keepends=True))
    noord.write_text(text[:end] + besluit + indented + text[end:].replace("    status: vastgesteld\n", "", 1), "utf-8")
    brief = folder / "brief.md"
    letter = brief.read_text("utf-8")
    brief.write_text(letter.replace("is geen vanzelfsprekendheid meer", "is niet langer vanzelfsprekend"), "utf-8")
    made = CliRunner().invoke(opstellen, [str(folder)])
    assert made.exit_code == 0, made.output
    return folder


def document_xml(docx: bytes) -> bytes:
    return File.read(docx).parts["word/document.xml"]


def changes(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["wijzigingen"]
    return found


def test_een_versie_met_zichzelf_is_gelijk_en_eindigt_met_nul(ronde: Path) -> None:
    assert run("v01", "v01", ronde).exit_code == 0
    assert run("1", "2", ronde).exit_code == 1


def test_elke_bewerking_wordt_een_keer_verteld(ronde: Path) -> None:
    result = run("v01", "v02", ronde, "--json")
    data = json.loads(result.stdout)
    assert data["versie"] == 1
    assert (data["oud"], data["nieuw"]) == ("v01", "v02")
    assert [(each["soort"], each["onderdeel"], each["id"], each["veld"]) for each in data["wijzigingen"]] == [
        ("gewijzigd", "brief", None, "tekst"),
        ("gewijzigd", "afspraak", "n-2.2-2", "tekst"),
        ("gewijzigd", "afspraak", "n-2.2-2", "status"),
    ]
    assert data["samenvatting"]["gewijzigd"] == 3
    assert ["-", "2027"] in data["wijzigingen"][1]["woorden"]
    assert ["+", "2028"] in data["wijzigingen"][1]["woorden"]


def test_twee_word_bestanden_en_een_versie_met_een_word_bestand_geven_dezelfde_tekstwijziging(ronde: Path) -> None:
    versions = ronde.parents[1] / "output" / "2026"
    one, other = (versions / name / "afsprakenlijst.docx" for name in ("v01", "v02"))
    for sides in ((one, other), ("v01", other)):
        found = [each for each in changes(run(*sides, ronde, "--json")) if each["onderdeel"] == "afspraak"]
        assert [(each["soort"], each["id"], each["veld"]) for each in found] == [("gewijzigd", "n-2.2-2", "tekst")]
        assert OUD in found[0]["oud"]
        assert NIEUW in found[0]["nieuw"]


def test_een_keuze_toont_alleen_wat_haar_aangaat(ronde: Path) -> None:
    assert [each["id"] for each in changes(run("v01", "v02", ronde, "--json", "--provincie", "drenthe"))] == [
        "n-2.2-2",
        "n-2.2-2",
    ]
    elsewhere = run("v01", "v02", ronde, "--landsdeel", "zuid")
    assert elsewhere.exit_code == 0
    assert "geen verschillen binnen deze keuze" in elsewhere.stdout
    assert "3 wijzigingen vallen buiten deze keuze" in elsewhere.stdout
    assert json.loads(run("v01", "v02", ronde, "--json", "--landsdeel", "zuid").stdout)["buiten_keuze"] == 3


@pytest.mark.parametrize(
    ("keuze", "verschreven", "bedoeld"),
    [
        ("--landsdeel", "nord", "noord"),
        ("--provincie", "utrech", "utrecht"),
        ("--gebied", "groene-hard", "groene-hart"),
        ("--thema", "watter", "water"),
    ],
)
def test_een_verschreven_keuze_lijkt_niet_op_geen_verschillen(
    ronde: Path, keuze: str, verschreven: str, bedoeld: str
) -> None:
    result = run("v01", "v02", ronde, keuze, verschreven)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"bedoelde u '{bedoeld}'?" in result.stderr


def test_wat_een_lezer_buiten_de_keuze_schreef_wordt_genoemd(ronde: Path, tmp_path: Path) -> None:
    made = ronde.parents[1] / "output" / "2026" / "v02" / "kamerbrief.docx"
    retour, page = tmp_path / "retour.docx", tmp_path / "retour.html"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(retour, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text.replace(b"is niet langer vanzelf", b"is nooit meer vanzelf"))
    told = " ".join(run("v02", retour, ronde, "--provincie", "drenthe", "--html", page).stdout.split())
    assert "niets binnen deze keuze" in told
    assert "1 wijziging valt buiten deze keuze" in told
    assert "1 wijziging valt buiten deze keuze" in page.read_text("utf-8")


def test_in_de_terminal_past_alles_in_tachtig_kolommen_en_is_het_zonder_kleur_te_lezen(ronde: Path) -> None:
    lines = run("v01", "v02", ronde).stdout.splitlines()
    assert lines[0] == "v01 → v02: 3 gewijzigd"
    assert max(map(len, lines)) <= 80
    assert any("[-2027-]{+2028+}" in line for line in lines)


def test_word_met_wijzigingen_geeft_aanvaard_de_nieuwe_en_verworpen_de_oude_tekst(ronde: Path, tmp_path: Path) -> None:
    target = tmp_path / "wijzigingen.docx"
    assert run("v01", "v02", ronde, "--docx", target, "--auteur", "Redactie", "--datum", "2026-09-14").exit_code == 1
    versions = ronde.parents[1] / "output" / "2026"
    for name in ("kamerbrief", "afsprakenlijst"):
        made = (tmp_path / f"wijzigingen-{name}.docx").read_bytes()
        assert b"Redactie" in document_xml(made)
        old, new = ((versions / each / f"{name}.docx").read_bytes() for each in ("v01", "v02"))
        assert faults(old, new, made) == []


def test_met_een_keuze_staan_de_andere_wijzigingen_er_als_nieuw(ronde: Path, tmp_path: Path) -> None:
    run("v01", "v02", ronde, "--docx", tmp_path / "d.docx", "--provincie", "drenthe")
    letter = (tmp_path / "d-kamerbrief.docx").read_bytes()
    assert b"<w:ins " not in document_xml(letter)
    assert b"<w:ins " in document_xml((tmp_path / "d-afsprakenlijst.docx").read_bytes())


def test_wat_niet_te_vergelijken_is_wordt_gezegd_met_wat_u_typt(ronde: Path) -> None:
    wrong = run("v01", "v22", ronde)
    assert wrong.exit_code == 2
    assert "BR540" in wrong.stderr
    assert "v01, v02" in wrong.stderr
    versions = ronde.parents[1] / "output" / "2026"
    broken = versions / "v03"
    broken.mkdir()
    try:
        assert "BR541" in run("v01", "v03", ronde).stderr
        (broken / "inhoud.json").write_text("[]", "utf-8")
        assert run("v01", "v03", ronde).exit_code == 2
    finally:
        shutil.rmtree(broken)


def overzicht(docx: bytes) -> list[str]:
    """Give the texts of the overview, a paragraph each."""
    root = etree.fromstring(document_xml(docx))
    control = next(each for each in root.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag") is not None)
    texts = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in control.iter(f"{W}p")]
    return [text for text in texts if text]


def test_met_overzicht_staat_voor_de_tekst_wat_er_veranderde_en_wat_opnieuw_instemming_vraagt(
    ronde: Path, tmp_path: Path
) -> None:
    plain, told = tmp_path / "kaal.docx", tmp_path / "met.docx"
    run("v01", "v02", ronde, "--docx", plain)
    run("v01", "v02", ronde, "--docx", told, "--met-overzicht")
    lijst = told.with_name("met-afsprakenlijst.docx").read_bytes()
    said = overzicht(lijst)
    assert said[0] == "Wijzigingen van v01 naar v02"
    assert "waarvan 1 in de tekst van een afspraak" in said[1]
    assert said.index("Landsdeel Noord") < said.index("afspraak n-2.2-2")
    assert "gewijzigd. ‘2027’ wordt ‘2028’." in said
    assert "ja" in said
    assert all_errors(lijst) == []
    again = tmp_path / "weer.docx"
    run("v01", "v02", ronde, "--docx", again, "--met-overzicht")
    assert again.with_name("weer-afsprakenlijst.docx").read_bytes() == lijst


def test_het_overzicht_zegt_van_een_tabel_niet_hoe_zij_wordt_getypt() -> None:
    met_tabel = "De locaties:\n\n| Plaats | Jaar |\n|---|---|\n| Goes | 2027 |"
    found = vergelijk(lijst(afspraak("n-1", zin(1))), lijst(afspraak("n-1", zin(1)), afspraak("n-2", met_tabel)))
    (group,) = overview_of(found, "afsprakenlijst", Keuze()).groups
    assert [row[1] for row in group.rows] == [
        "toegevoegd. ‘De locaties: | Plaats | Jaar | | Goes | 2027 |’ komt erbij."
    ]


def test_het_overzicht_verandert_niets_aan_wat_aanvaarden_en_verwerpen_geven(ronde: Path, tmp_path: Path) -> None:
    path = tmp_path / "met.docx"
    run("v01", "v02", ronde, "--docx", path, "--met-overzicht")
    for name in ("kamerbrief", "afsprakenlijst"):
        made = path.with_name(f"met-{name}.docx").read_bytes()
        root = etree.fromstring(document_xml(made))
        control = next(root.iter(f"{W}sdt"))
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)
        without = with_main(made, etree.tostring(root))
        old, new = ((ronde.parent.parent / "output/2026" / v / f"{name}.docx").read_bytes() for v in ("v01", "v02"))
        assert faults(old, new, without) == []


def test_met_een_keuze_zegt_het_overzicht_dat_alleen_die_wijzigingen_zijn_bijgehouden(
    ronde: Path, tmp_path: Path
) -> None:
    path = tmp_path / "met.docx"
    run("v01", "v02", ronde, "--docx", path, "--met-overzicht", "--landsdeel", "noord")
    said = overzicht(path.with_name("met-afsprakenlijst.docx").read_bytes())
    assert any("Alleen de wijzigingen die het landsdeel Noord aangaan zijn bijgehouden" in line for line in said)


def test_wat_word_niet_als_wijziging_kan_bewaren_staat_ook_in_de_json(tmp_path: Path) -> None:
    old, new = tmp_path / "oud.docx", tmp_path / "nieuw.docx"
    pair = next(each for each in pairs() if each[0] == "verplaatste bladwijzer")
    old.write_bytes(pair[1])
    new.write_bytes(pair[2])
    result = run(old, new, "--docx", tmp_path / "uit.docx", "--json")
    told = [line.partition(": ")[2] for line in result.stderr.splitlines() if "niet als wijziging te zien" in line]
    left_out = json.loads(result.stdout)["niet_vergeleken"]
    assert told
    assert all(any(each in line for line in left_out) for each in told)


def with_main(docx: bytes, main: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, main if name == "word/document.xml" else old.read(name))
    return stream.getvalue()
