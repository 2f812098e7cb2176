"""Looking at a round: its state, its mistakes, its versions; and a new one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from brief.commands.stand import stand
from brief.diagnostics import Diagnostic, Severity
from brief.render.json.published import published_as_json
from brief.rounds.checking import Uitkomst, check
from brief.rounds.making import Opdracht, make_and_write
from brief.rounds.new import make_new, plan_new
from brief.rounds.opening import Opened, open_round
from brief.rounds.published import published
from brief.rounds.state import Stand, state
from brief.rounds.templates import read_sjablonen
from rounds.rondemap import bestand, geopend, ronde, vervang


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def test_the_state_counts_what_the_files_say(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "De regio bouwt woningen.", "De regio bouwt PM woningen.")
    found = state(geopend(folder))
    assert found is not None
    assert found.voorgesteld == ("n-1.1-1", "nw-2.3-1", "nw-2.3-2")
    assert found.landsdelen["noord"] == {"totaal": 2, "water": 1, "wonen": 1}
    assert [each.code for each in found.plaatshouders] == ["BR401"]
    assert found.themas == ("water", "wonen")


def test_who_saves_while_the_page_of_the_state_is_made_gets_no_page_of_before(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_meanwhile(opened: Opened) -> Stand | None:
        found = state(opened)
        vervang(bestand(folder, "noord"), "De regio bouwt woningen.", "De regio bouwt niets.")
        return found

    monkeypatch.setattr("brief.rounds.state.state", saved_meanwhile)
    page = tmp_path / "stand.html"
    done = CliRunner().invoke(stand, [str(folder), "--html", str(page)])
    assert (done.exit_code, "BR545" in done.stderr, page.exists()) == (2, True, False)


def test_a_round_that_cannot_be_read_has_no_state_and_says_why(folder: Path) -> None:
    (folder / "ronde.yaml").write_text("titel: [\n", "utf-8")
    opened = open_round(folder)
    assert state(opened) is None
    outcome = check(opened)
    assert not outcome.leesbaar
    assert outcome.has_work
    assert outcome.findings == opened.findings
    assert opened.brief.blocks == ()


def test_the_findings_of_a_round_are_sorted_by_place_and_a_comment_silences(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "themas: [wonen]", "themas: []")
    vervang(bestand(folder, "noordwest"), "themas: [water]", "themas: []")
    outcome = check(geopend(folder))
    where = [(each.place.file, each.place.line or 0) for each in outcome.findings if each.place]
    assert where == sorted(where)
    assert [each.code for each in outcome.findings].count("BR405") == 2
    vervang(bestand(folder, "noord"), "  - id: n-1.1-2", "  # brief: negeer BR405 volgt in mei\n  - id: n-1.1-2")
    outcome = check(geopend(folder))
    assert [each.code for each in outcome.findings].count("BR405") == 1
    assert [each.code for each in outcome.genegeerd] == ["BR405"]
    assert outcome.has_work


def test_a_remark_alone_is_no_work() -> None:
    remark = Diagnostic("BR426", Severity.INFO, "de brief is van vóór Prinsjesdag")
    assert not Uitkomst((remark,), (), leesbaar=True).has_work
    assert Uitkomst((remark, replace(remark, severity=Severity.WAARSCHUWING)), (), leesbaar=True).has_work


def test_a_round_has_versions_and_what_happened_to_them_is_seen(folder: Path, tmp_path: Path) -> None:
    assert published(folder).versies == ()
    assert published(folder).are_as_made
    made = make_and_write(Opdracht(folder))
    assert made.is_written, made.findings
    found = published(folder)
    assert found.map == tmp_path / "output" / "2027"
    assert [each.naam for each in found.versies] == ["v01"]
    assert found.are_as_made
    (found.map / "v01" / "kamerbrief.docx").write_bytes(b"anders")
    (found.map / "v01" / "afsprakenlijst.docx").unlink()
    (version,) = published(folder).versies
    assert version.gewijzigd == ("kamerbrief.docx",)
    assert version.ontbreekt == ("afsprakenlijst.docx",)
    assert not published(folder).are_as_made
    (found.map / "v01" / "manifest.json").write_text("[", "utf-8")
    data = published_as_json(published(folder))
    (version_data,) = data["uitgaven"]
    assert {name: value for name, value in version_data.items() if value} == {"naam": "v01"}
    assert version_data["manifest"] is False


def test_versions_of_a_round_that_cannot_be_read_are_looked_for_under_its_folder(folder: Path, tmp_path: Path) -> None:
    assert published(folder, tmp_path / "elders").map == tmp_path / "elders"
    (folder / "ronde.yaml").write_text("titel: [\n", "utf-8")
    assert published(folder).map == tmp_path / "output" / "2027"
    assert [each.code for each in published(folder).findings] == ["BR004"]
    (folder / "ronde.yaml").unlink()
    assert published(folder).map == tmp_path / "output" / "2027"
    assert [each.code for each in published(folder).findings] == ["BR001"]
    assert published(folder, tmp_path / "elders").findings == ()


@pytest.mark.parametrize(
    ("naam", "code"), [("najaar", "BR923"), ("2027 [x]", "BR018"), ("2027", "BR924"), ("input/2027 &", "BR018")]
)
def test_a_new_round_that_cannot_be_made_is_a_finding(folder: Path, naam: str, code: str) -> None:
    planned = plan_new(naam, folder.parent)
    assert [each.code for each in planned.findings] == [code]
    assert dict(planned.files) == {}


def test_a_new_round_goes_where_its_path_says(tmp_path: Path) -> None:
    planned = plan_new(f"{tmp_path.as_posix()}/mijn/2031-voorjaar", Path("input"))
    assert planned.folder == tmp_path / "mijn" / "2031-voorjaar"
    make_new(planned)
    assert sorted(path.name for path in planned.folder.iterdir()) == sorted(
        {name.split("/")[0] for name in planned.files}
    )
    assert geopend(planned.folder).errors == ()


def test_templates_of_the_round_go_before_those_of_the_project(folder: Path, tmp_path: Path) -> None:
    for name in ("templates", "input/2027/sjablonen"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kamerbrief.docx").write_bytes(name.encode())
    found = read_sjablonen(folder, None)
    assert found.by_document["kamerbrief"].data == b"input/2027/sjablonen"
    assert found.missing == ()
    assert [each.code for each in read_sjablonen(folder, tmp_path / "leeg").missing] == ["BR511", "BR511"]


def test_the_manifest_of_a_version_names_what_it_was_made_from(folder: Path) -> None:
    made = make_and_write(Opdracht(folder))
    manifest = json.loads((made.folder / made.name / "manifest.json").read_text("utf-8"))
    assert "afspraken/noord.yaml" in manifest["invoer"]
