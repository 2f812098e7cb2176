"""Taking back: a deed goes back whole or not at all, nothing that another saved is lost, and taking back is a deed."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.commands.terugdraaien import terugdraaien
from brief.diagnostics import Diagnostic, Severity
from brief.disk import journal
from brief.disk.journal import Journal
from brief.disk.recording import recorder_in
from brief.rounds.deciding import Opdracht, Uitspraak
from brief.rounds.deciding import plan as plan_decision
from brief.rounds.linking import plan as plan_link
from brief.rounds.papers.adding import zet_in_register
from brief.rounds.plan import plan_and_save
from brief.rounds.reading_in import Opdracht as Inlezen
from brief.rounds.reading_in import lees_ronde_in
from brief.rounds.undoing import damaged, listed, undo
from rounds.rondemap import NOORD, bestand, geopend, ronde, vervang


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def besluit(folder: Path, identity: str, reden: str = "zo besloten") -> None:
    order = Opdracht((identity,), Uitspraak.VERVALLEN, reden=reden, opnieuw=True)
    _, saved = plan_and_save(folder, lambda opened: plan_decision(opened, order))
    assert (len(saved.paths), saved.findings) == (1, ())


def koppel(folder: Path) -> None:
    _, saved = plan_and_save(folder, lambda opened: plan_link(opened, "nw-2.3-1", "n-1.1-1"))
    assert len(saved.paths) == 2


def inhoud(folder: Path) -> dict[str, bytes]:
    """Give all files of a round but the journal."""
    files = (path for path in folder.rglob("*") if path.is_file() and journal.JOURNAL not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_deed_under_the_number_of_another_counts_as_damaged(folder: Path) -> None:
    besluit(folder, "nw-2.3-1")
    path = folder / journal.JOURNAL
    (path / "000002.json").write_bytes((path / "000001.json").read_bytes())
    assert [each.place.file[-11:] for each in damaged(folder) if each.place is not None] == ["000002.json"]


def test_what_a_hand_made_of_a_deed_is_never_followed(folder: Path) -> None:
    besluit(folder, "nw-2.3-1")
    path = folder / journal.JOURNAL / "000001.json"
    sound = json.loads(path.read_bytes())
    for pad, voor in (("../x", None), ("/etc/x", None), ("a\0b", None), ("", None), ("a", "../../brief.md"), ("a", 3)):
        path.write_text(json.dumps({**sound, "bestanden": [{"pad": pad, "voor": voor, "na": None}]}), "utf-8")
        assert (len(damaged(folder)), listed(folder)) == (1, ())
    path.write_text("[" * 100_000, "utf-8")
    assert (len(damaged(folder)), listed(folder)) == (1, ())


def test_content_that_unpacks_without_end_is_not_kept(folder: Path) -> None:
    besluit(folder, "nw-2.3-1")
    kept = next((folder / journal.JOURNAL / "inhoud").iterdir())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "MOST_UNPACKED", 3)
        assert Journal(folder).content(kept.name) is None
    assert Journal(folder).content(kept.name) is not None


def test_a_deed_goes_back_whole_over_all_its_files(folder: Path) -> None:
    before = inhoud(folder)
    koppel(folder)
    done = undo(folder)
    assert (done.findings, len(done.paths)) == ((), 2)
    assert inhoud(folder) == before


def test_each_time_it_goes_a_deed_further_back_until_nothing_is_left(folder: Path) -> None:
    states = [inhoud(folder)]
    for identity in ("nw-2.3-1", "", "n-1.1-1"):
        besluit(folder, identity) if identity else koppel(folder)
        states.append(inhoud(folder))
    for state in reversed(states[:-1]):
        assert undo(folder).findings == ()
        assert inhoud(folder) == state
    assert undo(folder).deed is None


def test_an_undo_is_undone_by_its_number(folder: Path) -> None:
    before = inhoud(folder)
    besluit(folder, "nw-2.3-1")
    after = inhoud(folder)
    number = undo(folder).number
    assert inhoud(folder) == before
    assert undo(folder, number).findings == ()
    assert inhoud(folder) == after
    assert [entry.is_back for entry in listed(folder)] == [False, True, False]
    assert undo(folder).findings == ()
    assert inhoud(folder) == before


def test_a_new_file_goes_away_and_comes_back(folder: Path) -> None:
    (folder / "kamerstukken.yaml").unlink()
    assert zet_in_register(folder, "kst-29435-267", {"titel": "Nota"}).geschreven
    after = inhoud(folder)
    number = undo(folder).number
    assert not (folder / "kamerstukken.yaml").exists()
    undo(folder, number)
    assert inhoud(folder) == after


def test_reading_in_all_dossiers_is_one_deed(folder: Path) -> None:
    text = (
        "# BO Leefomgeving {naam}\n\n## 2.1 Zoet water\n\n### Voorgestelde afspraken\n\n- Rijk en regio sparen water.\n"
    )
    for landsdeel in ("noord", "noordwest"):
        bestand(folder, landsdeel).unlink()
    for overleg in geopend(folder).bestanden.ronde.overleggen:  # type: ignore[union-attr]
        path = (folder / overleg.dossier).with_suffix(".md")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.format(naam=overleg.landsdeel), "utf-8")
        vervang(folder / "ronde.yaml", overleg.dossier, path.relative_to(folder).as_posix())
    before = inhoud(folder)
    assert lees_ronde_in(geopend(folder), Inlezen()).is_written
    assert len(listed(folder)) == 1
    assert undo(folder).findings == ()
    assert inhoud(folder) == before


def test_a_file_that_another_saved_since_stops_it_all_and_says_whose_lines(folder: Path) -> None:
    koppel(folder)
    vervang(bestand(folder, "noord"), "De regio bouwt woningen.", "De regio bouwt veel woningen.")
    before = inhoud(folder)
    done = undo(folder)
    assert [each.code for each in done.findings] == ["BR650"]
    assert "regel 14 (n-1.1-2)" in str(done.findings[0].label) or "(n-1.1-2)" in str(done.findings[0].label)
    assert inhoud(folder) == before


def test_a_later_deed_on_the_same_file_is_named(folder: Path) -> None:
    besluit(folder, "nw-2.3-1")
    besluit(folder, "nw-2.3-2", "ook dit niet")
    done = undo(folder, 1)
    assert [each.code for each in done.findings] == ["BR650"]
    assert str(done.findings[0].hint).endswith("brief terugdraaien 2")
    assert "(nw-2.3-2)" in str(done.findings[0].label)
    assert "nw-2.3-2: vervallen" in str(done.findings[0].label)


def test_an_older_deed_on_another_file_goes_back_alone(folder: Path) -> None:
    besluit(folder, "n-1.1-1")
    besluit(folder, "nw-2.3-1")
    assert undo(folder, 1).findings == ()
    assert bestand(folder, "noord").read_text("utf-8") == NOORD
    assert "vervallen" in bestand(folder, "noordwest").read_text("utf-8")


@pytest.mark.parametrize("number", [99, 1])
def test_what_is_not_there_or_already_back_is_refused(folder: Path, number: int) -> None:
    besluit(folder, "n-1.1-1")
    undo(folder)
    assert [each.code for each in undo(folder, number).findings] == ["BR651"]


def test_a_trial_run_writes_nothing(folder: Path) -> None:
    besluit(folder, "n-1.1-1")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert undo(folder, proef=True).steps
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_was_not_kept_is_not_put_back(folder: Path) -> None:
    besluit(folder, "n-1.1-1")
    for path in (folder / journal.JOURNAL / "inhoud").iterdir():
        path.write_bytes(b"weg")
    before = inhoud(folder)
    assert [each.code for each in undo(folder).findings] == ["BR652"]
    assert inhoud(folder) == before


@pytest.mark.parametrize("text", ["{", "[]", '{"nummer": 1}', '{"nummer": 1, "bestanden": [{"pad": "../../weg"}]}'])
def test_a_damaged_deed_is_reported_and_the_rest_still_goes_back(folder: Path, text: str) -> None:
    besluit(folder, "n-1.1-1")
    (folder / journal.JOURNAL / "000007.json").write_text(text, "utf-8")
    assert [each.code for each in damaged(folder)] == ["BR653"]
    assert undo(folder).findings == ()
    assert bestand(folder, "noord").read_text("utf-8") == NOORD


def test_while_a_deed_is_damaged_nothing_of_what_was_kept_goes_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MOST_DEEDS", 1)
    besluit(folder, "n-1.1-1", "de eerste")
    (folder / journal.JOURNAL / "notitie van Anna.json").write_text("{", "utf-8")
    besluit(folder, "n-1.1-1", "de tweede")
    assert [entry.deed.nummer for entry in listed(folder)] == [2, 1]
    assert len(list((folder / journal.JOURNAL / "inhoud").iterdir())) == 3
    (folder / journal.JOURNAL / "notitie van Anna.json").unlink()
    assert Journal(folder).prune() == 1
    assert len(list((folder / journal.JOURNAL / "inhoud").iterdir())) == 2


def test_what_a_stopped_process_left_in_the_journal_is_cleared(folder: Path) -> None:
    besluit(folder, "n-1.1-1")
    left = [folder / name / ".bezig" for name in journal.JOURNAL_FOLDERS]
    for path in left:
        path.write_bytes(b"")
    besluit(folder, "n-1.1-2")
    assert [path for path in left if path.exists()] == []


def test_a_deed_of_which_every_file_was_refused_leaves_no_trace(folder: Path) -> None:
    path = bestand(folder, "noord").resolve()
    with journal.recording(folder, "een"), journal.recording(folder, "hetzelfde"):
        recorder = recorder_in(folder.resolve())
        assert recorder is not None
        recorder.before(path, b"oud", b"nieuw")
        assert [deed.wat for deed in Journal(folder).deeds()] == ["een"]
        recorder.refused(path)
    assert Journal(folder).deeds() == ()
    assert list((folder / journal.JOURNAL).glob("*.json")) == []


def test_deeds_that_cannot_be_read_just_now_are_not_taken_for_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    besluit(folder, "n-1.1-1")
    kept, real = Journal(folder), os.listdir
    before = {path: path.read_bytes() for path in kept.path.rglob("*") if path.is_file()}

    def closed(path: Path) -> list[str]:
        if Path(path) == kept.path:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", closed)
        assert [(each.code, each.place and each.place.file) for each in damaged(folder)] == [
            ("BR653", kept.path.as_posix())
        ]
        assert kept.prune() == 0
        with pytest.raises(PermissionError):
            kept.next_number()
    assert {path: path.read_bytes() for path in kept.path.rglob("*") if path.is_file()} == before
    assert undo(folder).findings == ()


def test_a_path_out_of_the_round_is_never_followed(folder: Path) -> None:
    besluit(folder, "n-1.1-1")
    path = folder / journal.JOURNAL / "000001.json"
    deed = json.loads(path.read_text("utf-8"))
    deed["bestanden"][0]["pad"] = "../buiten.yaml"
    path.write_text(json.dumps(deed), "utf-8")
    assert undo(folder).deed is None


def test_no_more_is_kept_than_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MOST_DEEDS", 3)
    for number in range(5):
        besluit(folder, "n-1.1-1", f"reden {number}")
    assert [entry.deed.nummer for entry in listed(folder)] == [5, 4, 3]
    assert len(list((folder / journal.JOURNAL / "inhoud").iterdir())) == 4
    monkeypatch.setattr(journal, "MOST_BYTES", 1)
    besluit(folder, "n-1.1-1", "de laatste")
    assert [entry.deed.nummer for entry in listed(folder)] == [6]
    assert undo(folder).findings == ()


def test_version_control_leaves_the_journal_out(folder: Path) -> None:
    besluit(folder, "n-1.1-1")
    assert "*" in (folder / journal.JOURNAL / ".gitignore").read_text("utf-8").splitlines()


STOPPED = """
import os, sys
from pathlib import Path
from brief.disk import files
from brief.rounds.linking import plan
from brief.rounds.plan import plan_and_save
real, calls = files._put_in_place, []
def stop(*arguments):
    calls.append(arguments)
    if len(calls) > int(sys.argv[2]):
        if sys.argv[3] == "na":
            real(*arguments)
        os._exit(9)
    return real(*arguments)
folder = Path(sys.argv[1])
before = files._put_in_place
def only_round_files(path, target, data, found):
    return before(path, target, data, found) if ".terugdraaien" in str(target) else stop(path, target, data, found)
files._put_in_place = only_round_files
plan_and_save(folder, lambda opened: plan(opened, "nw-2.3-1", "n-1.1-1"))
"""


@pytest.mark.parametrize("written", [0, 1])
@pytest.mark.parametrize("moment", ["voor", "na"])
def test_a_deed_that_was_killed_goes_back_as_far_as_it_came(folder: Path, written: int, moment: str) -> None:
    before = inhoud(folder)
    done = subprocess.run([sys.executable, "-c", STOPPED, str(folder), str(written), moment], check=False)
    assert done.returncode == 9
    changed = sum(before[name] != data for name, data in inhoud(folder).items() if name in before)
    assert changed == written + (moment == "na")
    entry = listed(folder)[0]
    assert not entry.deed.klaar
    assert undo(folder).findings == ()
    assert {name: data for name, data in inhoud(folder).items() if name in before} == before
    besluit(folder, "n-1.1-1")
    assert undo(folder).findings == ()


IDS = ("nw-2.3-1", "nw-2.3-2", "n-1.1-1", "n-1.1-2")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from([*IDS, "terug", "weer"]), min_size=1, max_size=7))
def test_whatever_is_done_and_taken_back_the_files_are_those_of_the_deeds_that_hold(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = ronde(tmp_path_factory.mktemp("reeks"))
    done: list[str] = []
    undone: list[tuple[str, int | None, dict[str, bytes]]] = []
    states = [inhoud(folder)]
    for number, step in enumerate(steps):
        if step == "terug":
            result = undo(folder)
            assert result.findings == ()
            assert (result.deed is None) == (not done)
            if done:
                undone.append((done.pop(), result.number, states.pop()))
        elif step == "weer" and undone:
            deed, taken, state = undone.pop()
            assert undo(folder, taken).findings == ()
            done.append(deed)
            states.append(state)
        elif step != "weer":
            besluit(folder, step, f"reden {number}")
            done.append(step)
            states.append(inhoud(folder))
            undone.clear()
        assert inhoud(folder) == states[-1]
    assert Journal(folder).damaged() == ()


@pytest.mark.parametrize("arguments", [("2027", "9" * 5000), ("²",), ("2027", "-1")])
def test_wat_geen_nummer_is_wordt_geweigerd(
    folder: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent.parent)
    assert CliRunner().invoke(terugdraaien, list(arguments)).exit_code == 2


def test_dat_een_daad_niet_te_lezen_is_wordt_ook_bij_het_terugdraaien_gezegd(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    besluit(folder, "n-1.1-1")
    (Journal(folder).path / "000002.json").write_text("{", "utf-8")
    monkeypatch.chdir(folder.parent.parent)
    for said in ("Teruggedraaid", "Niets terug te draaien"):
        done = CliRunner().invoke(terugdraaien, ["2027"])
        assert done.exit_code == 1
        assert said in done.stdout
        assert "BR653" in done.stderr


def test_van_een_volle_schijf_wordt_gezegd_dat_zij_vol_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = Diagnostic("BR901", Severity.FOUT, "dit bestand is niet geschreven: de schijf is vol")
    monkeypatch.setattr("brief.disk.journal.put_file", lambda *_: (full,))
    before = inhoud(folder)
    opdracht = Opdracht(("n-1.1-1",), Uitspraak.VERVALLEN, reden="later")
    _, saved = plan_and_save(folder, lambda opened: plan_decision(opened, opdracht))
    (finding,) = saved.findings
    assert finding.message.endswith("kan niet worden bewaard, want de schijf is vol")
    assert inhoud(folder) == before
