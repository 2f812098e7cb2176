"""A day that was guessed is a proposal: it prints as such, gives no besluit its day, and a person confirms it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from brief.render.terminal.made import made_lines
from brief.rounds.days import Dag, all_days, say_day
from brief.rounds.deciding import Opdracht as Besluit
from brief.rounds.deciding import Uitspraak, plan
from brief.rounds.making import Opdracht, make
from brief.rounds.new import make_new, plan_new
from brief.sources.datums import with_day
from brief.sources.ronde import read_ronde_yaml
from brief.sources.source import read_source
from rounds.rondemap import geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Ronde

GOK = "2027-09-15"
DAG = datetime.date(2027, 9, 8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a round with one meeting whose day is a proposal, as is that of the letter."""
    made = ronde(tmp_path)
    path = made / "ronde.yaml"
    vervang(path, "dossiers/noord.docx\n", f"dossiers/noord.docx\n    voorstel: {{datum: {GOK}}}\n")
    vervang(path, "brief:\n", "brief:\n  voorstel: {datum: 2027-09-20}\n")
    return made


def gelezen(path: Path) -> Ronde:
    source, _ = read_source(path)
    assert source is not None
    found, findings = read_ronde_yaml(source)
    assert findings == ()
    assert found is not None
    return found


def test_a_new_round_has_only_proposed_days(tmp_path: Path) -> None:
    planned = plan_new("2027", tmp_path / "input")
    make_new(planned)
    days = all_days(gelezen(planned.folder / "ronde.yaml"))
    assert [each.wat for each in days] == ["noord", "oost", "noordwest", "zuidwest", "zuid", "brief"]
    assert not any(each.bevestigd for each in days)


def test_another_day_than_the_proposed_one_is_chosen_by_a_person(folder: Path) -> None:
    vervang(
        folder / "ronde.yaml", f"datum: {GOK}\n    dossier: dossiers/noord.docx", "datum: 2027-09-08\n    dossier: x"
    )
    assert Dag("noord", DAG, bevestigd=True) in all_days(gelezen(folder / "ronde.yaml"))


@pytest.mark.parametrize("what", ["noord", "brief"])
@pytest.mark.parametrize("day", [DAG, None])
def test_a_day_that_is_said_is_confirmed_and_nothing_else_changes(
    folder: Path, what: str, day: datetime.date | None
) -> None:
    path = folder / "ronde.yaml"
    vervang(
        path, f"  - landsdeel: noord\n    datum: {GOK}", f"  - landsdeel: noord   # kop\n    datum: {GOK}  # van Anna"
    )
    before = {each.wat: each for each in all_days(gelezen(path))}
    text = path.read_text("utf-8")
    done = say_day(folder, what, day)
    assert (done.findings, done.changes, done.dag) == ((), True, day or before[what].dag)
    after = {each.wat: each for each in all_days(gelezen(path))}
    assert after == before | {what: Dag(what, day or before[what].dag, bevestigd=True)}
    removed = set(text.splitlines()) - set(path.read_text("utf-8").splitlines())
    assert all("datum" in line for line in removed)
    assert "# van Anna" in path.read_text("utf-8")
    assert say_day(folder, what, day) == type(done)((), after[what].dag)


def test_a_day_between_braces_is_said_in_its_place(folder: Path) -> None:
    path = folder / "ronde.yaml"
    block = f"  - landsdeel: noord\n    datum: {GOK}\n    dossier: dossiers/noord.docx\n"
    block += f"    voorstel: {{datum: {GOK}}}\n"
    line = "  - {{landsdeel: noord, datum: {}, dossier: dossiers/noord.docx}}  # van Anna\n"
    vervang(path, block, line.format(GOK))
    before = path.read_text("utf-8")
    assert say_day(folder, "noord", DAG).findings == ()
    assert path.read_text("utf-8") == before.replace(line.format(GOK), line.format(DAG))
    vervang(path, "noord.docx}", f"noord.docx, voorstel: {{datum: {GOK}}}}}")
    kept = path.read_bytes()
    assert [each.code for each in say_day(folder, "noord", None).findings] == ["BR449"]
    assert path.read_bytes() == kept


def test_who_saved_the_file_meanwhile_is_named_with_the_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def saved_meanwhile(*given: Any) -> bytes | None:
        vervang(folder / "ronde.yaml", "titel: ", "titel: Nieuwe ")
        return with_day(*given)

    monkeypatch.setattr("brief.rounds.days.with_day", saved_meanwhile)
    (refused,) = say_day(folder, "noord", DAG).findings
    assert refused.code == "BR024"
    assert (refused.label or "").startswith("regel 4: ")


def test_a_trial_run_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / "ronde.yaml").read_bytes()
    monkeypatch.setattr("brief.sources.changing.changing", None)  # of a round that may only be read it can be asked too
    assert say_day(folder, "noord", DAG, proef=True).changes
    assert (folder / "ronde.yaml").read_bytes() == before


@pytest.mark.parametrize("what", ["nord", "zuid", "landelijk"])
def test_what_has_no_day_is_refused(folder: Path, what: str) -> None:
    assert [each.code for each in say_day(folder, what, DAG).findings] == ["BR449"]


def test_a_proposed_day_prints_as_such_and_is_counted(folder: Path) -> None:
    made = make(Opdracht(folder))
    assert made.samenstelling is not None, made.findings
    letter, lijst = made.samenstelling.kamerbrief.fields, made.samenstelling.afsprakenlijst.fields
    assert letter["datum"] == letter["versiedatum"] == "20 september 2027 [te bevestigen]"
    assert lijst["ondertitel"] == "15 september 2027 [te bevestigen]"
    said = "\n".join(made_lines(made))
    assert "2 datums zijn nog een voorstel: overleg noord, de brief. Leg vast met: brief datum" in said
    for what in ("noord", "brief"):
        say_day(folder, what, None)
    made = make(Opdracht(folder))
    assert made.samenstelling is not None
    assert made.samenstelling.kamerbrief.fields["datum"] == "20 september 2027"
    assert "nog een voorstel" not in "\n".join(made_lines(made))


def test_no_besluit_gets_a_proposed_day(folder: Path) -> None:
    order = Besluit(("n-1.1-1",), Uitspraak.VERVALLEN, reden="geen geld")
    assert [each.code for each in plan(geopend(folder), order).meldingen] == ["BR443"]
    said = Besluit(("n-1.1-1",), Uitspraak.VERVALLEN, DAG, "geen geld")
    assert plan(geopend(folder), said).meldingen == ()
    assert plan(geopend(folder), Besluit(("noord",))).meldingen == ()
