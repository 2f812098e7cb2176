"""What became of the afspraken of an earlier round, and which deadlines there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brief.commands.voortgang import voortgang
from brief.rounds.progress import Overzicht, progress, progress_document
from brief.rounds.progress_word import progress_word
from brief.rounds.state import state
from brief.text import Run, Style, Table, plain_spans
from keuring.ooxml import all_errors
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def twee(tmp_path: Path) -> Path:
    ronde(tmp_path, "2026")
    nu = ronde(tmp_path, "2027")
    vervang(bestand(nu, "noordwest"), "  - id: nw-2.3-1\n", "  - id: nw-2.3-1\n    vervolg_op: 2026/nw-2.3-3\n")
    vervang(bestand(nu, "noord"), "  - id: n-1.1-1\n", "  - id: n-1.1-1\n    termijn: 2028-06-30\n")
    return nu


def _progress(nu: Path) -> Overzicht:
    return progress(nu, nu.parent / "2026")


def test_elke_gepubliceerde_afspraak_staat_er_met_haar_vindplaats_en_stand(twee: Path) -> None:
    found = {each.id: each for each in _progress(twee).regels}
    assert set(found) == {"nw-2.3-1", "nw-2.3-2", "nw-2.3-3", "n-1.1-1", "n-1.1-2"}
    assert found["nw-2.3-3"].tekst == "De regio spaart drinkwater."
    assert (found["nw-2.3-3"].stand, found["nw-2.3-3"].vervolg) == ("loopt", ("nw-2.3-1",))
    assert found["nw-2.3-1"].stand == "nog in te vullen"
    assert found["n-1.1-2"].vindplaats == "afsprakenlijst 2026, landsdeel Noord, agendapunt 1.1 Wonen"


def test_wat_mensen_erover_zeggen_gaat_voor(twee: Path) -> None:
    with (twee / "ronde.yaml").open("a", encoding="utf-8") as file:
        file.write("\nvoortgang:\n  - {afspraak: 2026/n-1.1-2, stand: gedaan, uitleg: opgeleverd in mei}\n")
    found = {each.id: each for each in _progress(twee).regels}
    assert (found["n-1.1-2"].stand, found["n-1.1-2"].uitleg) == ("gedaan", "opgeleverd in mei")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("2026/n-9.9-9",), "over 2026/n-9.9-9, en die staat niet"),
        (("n-9.9-9",), "over n-9.9-9, en die staat niet"),
        (("n-1.1-2", "2026/n-1.1-2"), "2026/n-1.1-2 meer dan een keer"),
        (("2026/n-1.1-2", "2025/n-9.9-9"), ""),
    ],
)
def test_wat_iemand_zegt_over_een_afspraak_die_er_niet_is_wordt_gemeld(
    twee: Path, named: tuple[str, ...], said: str
) -> None:
    lines = "".join(f"  - {{afspraak: {each}, stand: gedaan, uitleg: klaar}}\n" for each in named)
    with (twee / "ronde.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nvoortgang:\n{lines}")
    found = _progress(twee).findings
    assert [(each.code, said in each.message) for each in found] == ([("BR715", True)] if said else [])
    assert all(each.place is not None and each.place.file.endswith("ronde.yaml") for each in found)


def test_een_vervolg_op_niets_wordt_gemeld_met_de_plaats(twee: Path) -> None:
    vervang(bestand(twee, "noordwest"), "vervolg_op: 2026/nw-2.3-3", "vervolg_op: 2026/nw-9.9-9")
    (finding,) = _progress(twee).findings
    assert finding.code == "BR715"
    assert finding.place is not None
    assert finding.place.line == 5


def test_een_ronde_die_er_niet_is(twee: Path) -> None:
    found = progress(twee, twee.parent / "2019")
    assert [each.code for each in found.findings] == ["BR714"]


def test_het_word_bestand_heeft_een_tabel_per_landsdeel(twee: Path) -> None:
    document = progress_document(_progress(twee))
    assert sum(isinstance(each.block, Table) for each in document.body) == 2
    data, wrong = progress_word(twee, document)
    assert wrong == ()
    assert all_errors(data) == []


def test_wat_niet_in_word_kan_valt_niet_in_stilte_weg(twee: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vervang(bestand(twee.parent / "2026", "noord"), "tekst: De regio bouwt woningen.", 'tekst: "De \\e regio."')
    monkeypatch.chdir(twee.parent.parent)
    done = CliRunner().invoke(voortgang, ["2027", "--sinds", "2026", "--docx", "v.docx"])
    assert done.exit_code == 1
    assert "BR315" in done.stderr
    assert Path("v.docx").is_file()


@pytest.mark.parametrize("soort", ["--docx", "--html"])
@pytest.mark.parametrize("gewijzigd", ["2026", "2027"])
def test_wie_opslaat_terwijl_het_overzicht_wordt_gemaakt_krijgt_geen_bestand_van_ervoor(
    twee: Path, monkeypatch: pytest.MonkeyPatch, gewijzigd: str, soort: str
) -> None:
    def saved_meanwhile(*given: Path) -> Overzicht:
        found = progress(*given)
        vervang(bestand(twee.parent / gewijzigd, "noord"), "De regio bouwt woningen.", "De regio bouwt niets.")
        return found

    monkeypatch.setattr("brief.rounds.progress.progress", saved_meanwhile)
    monkeypatch.chdir(twee.parent.parent)
    done = CliRunner().invoke(voortgang, ["2027", "--sinds", "2026", soort, f"v.{soort.removeprefix('--')}"])
    assert (done.exit_code, "BR545" in done.stderr, f"{gewijzigd}/afspraken/noord.yaml" in done.stderr) == (
        2,
        True,
        True,
    )
    assert not list(Path().glob("v.*"))


def test_een_afspraak_houdt_in_de_tabel_haar_punten_en_haar_m3(twee: Path) -> None:
    text = "Rijk en regio spreken af:\n\n        1. ten minste 3 m^3^/s, met\n           - minder CO~2~."
    vervang(bestand(twee.parent / "2026", "noordwest"), "De regio spaart\n        drinkwater.", text)
    document = progress_document(_progress(twee))
    cells = [row[0] for each in document.body if isinstance(each.block, Table) for row in each.block.rows]
    spans = next(cell for cell in cells if "spreken af" in plain_spans(cell))
    assert plain_spans(spans) == "Rijk en regio spreken af:\n1. ten minste 3 m3/s, met\n\u00a0\u00a0\u00a0– minder CO2."
    assert [span.text for span in spans if isinstance(span, Run) and span.style & Style.SUPERSCRIPT] == ["3"]
    assert [span.text for span in spans if isinstance(span, Run) and span.style & Style.SUBSCRIPT] == ["2"]


def test_stand_noemt_termijnen_op_datum(twee: Path) -> None:
    vervang(bestand(twee, "noord"), "  - id: n-1.1-2\n", "  - id: n-1.1-2\n    termijn: 2027-12-31\n")
    found = state(geopend(twee))
    assert found is not None
    assert [(str(day), identity, sure) for day, identity, sure in found.termijnen] == [
        ("2027-12-31", "n-1.1-2", True),
        ("2028-06-30", "n-1.1-1", True),
    ]
    assert json.dumps([str(day) for day, _, _ in found.termijnen])


def _een_map(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _een_dode_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("weg.yaml"))


ZONDER: dict[str, Callable[[Path], object]] = {
    "weg": Path.unlink,
    "leeg": lambda path: path.write_text("", "utf-8"),
    "een map": _een_map,
    "anders genoemd": lambda path: path.rename(path.with_name("noord.yaml.txt")),
    "een dode link": _een_dode_link,
    "half": lambda path: path.write_text(path.read_text("utf-8") + "  - id: [\n", "utf-8"),
}


@pytest.mark.parametrize("wat", ZONDER)
@pytest.mark.parametrize("jaar", ["2026", "2027"])
def test_een_bestand_dat_er_niet_is_of_niet_leest_geeft_geen_korter_overzicht(
    twee: Path, jaar: str, wat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ZONDER[wat](bestand(twee.parent / jaar, "noord"))
    found = _progress(twee)
    assert found.regels == ()
    assert any(each.is_error and each.place and f"/{jaar}/" in each.place.file for each in found.findings)
    monkeypatch.chdir(twee.parent.parent)
    done = CliRunner().invoke(voortgang, ["2027", "--sinds", "2026", "--html", "v.html", "--docx", "v.docx"])
    assert done.exit_code == 2
    assert not list(Path().glob("v.*"))


def test_van_twee_bestanden_wordt_genoemd_welk_er_is_en_welk_niet(twee: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(twee.parent.parent)
    Path("v.html").touch()
    done = CliRunner().invoke(voortgang, ["2027", "--sinds", "2026", "--html", "v.html/v.html", "--docx", "v.docx"])
    assert done.exit_code == 2
    assert "geschreven: v.docx" in done.stderr
    assert "v.html" in done.stderr.replace("geschreven: v.docx", "")
