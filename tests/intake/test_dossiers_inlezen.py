"""Reading the dossiers of a round: a new file is written, one that is there brought up to date, nothing is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from brief.diagnostics import Severity
from brief.disk.files import replace_file
from brief.dossier import read
from brief.intake import basefile, update
from brief.intake.answers import Antwoorden
from brief.intake.base import Basis
from brief.intake.dossiers import Uitkomst
from brief.intake.opening import inkomend, open_bestand
from brief.rounds.reading_in import Opdracht
from brief.sources.write import write_afspraken
from intake.inleesronde import WATER, WONEN, basis, enige, inhoud, lees_in, nieuw_dossier, ronde, yaml

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic
    from brief.intake.plan import Vraag

NIEUW_WATER = WATER.replace("beekdalen", "beekdalen en de vennen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path / "2026")


@pytest.fixture
def gelezen(folder: Path) -> Path:
    assert enige(lees_in(folder)).uitkomst is Uitkomst.GESCHREVEN
    return folder


def codes(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [each.code for each in findings]


def test_a_first_reading_writes_the_file_and_what_the_dossier_said(folder: Path) -> None:
    done = lees_in(folder)
    assert (done.ronde, done.failed, done.needs_a_look, done.is_written) == ("2026", False, False, True)
    assert "id: n-2.1-2" in yaml(folder).read_text("utf-8")
    assert [row["tekst"] for row in json.loads(basis(folder).read_text("utf-8"))["afspraken"]] == [
        f"- {WATER}",
        f"- {WONEN}",
    ]


def test_a_trial_of_a_first_reading_shows_the_file_and_writes_nothing(folder: Path) -> None:
    before = inhoud(folder)
    done = enige(lees_in(folder, Opdracht(proef=True)))
    assert (done.uitkomst, done.is_written) == (Uitkomst.PROEF, True)
    assert inhoud(folder) == before
    lees_in(folder)
    assert yaml(folder).read_text("utf-8") == done.yaml


def test_only_published_afspraken_with_grounds_get_a_proposal(folder: Path) -> None:
    closing = "\n## 6.1 Communicatie en afsluiting\n\n*Voorgestelde afspraken:*\n\n- Het bericht gaat uit in Drenthe.\n"
    path = folder / "dossiers/noord.md"
    path.write_text(path.read_text("utf-8") + closing, "utf-8")
    gelezen = enige(lees_in(folder)).gelezen
    assert gelezen is not None
    found = inkomend(gelezen.dossier, "dossiers/noord.md")
    assert [each.publiceren for each in found.dossier.afspraken] == [True, True, False]
    assert set(found.voorstellen) == {"n-2.1-1", "n-2.1-2"}


def test_the_same_dossier_again_changes_nothing_not_even_a_date(gelezen: Path) -> None:
    before = inhoud(gelezen)
    done = enige(lees_in(gelezen))
    assert (done.uitkomst, done.plan, done.is_written) == (Uitkomst.ONGEWIJZIGD, None, False)
    assert inhoud(gelezen) == before


def test_without_the_base_reading_the_same_dossier_makes_it_anew(gelezen: Path) -> None:
    said = basis(gelezen).read_bytes()
    basis(gelezen).unlink()
    assert enige(lees_in(gelezen, Opdracht(proef=True))).uitkomst is Uitkomst.ONGEWIJZIGD
    assert not basis(gelezen).exists()
    assert enige(lees_in(gelezen)).uitkomst is Uitkomst.ONGEWIJZIGD
    assert basis(gelezen).read_bytes() == said


def test_a_newer_dossier_goes_into_the_file(gelezen: Path) -> None:
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN, versie="conceptversie 4")
    trial = enige(lees_in(gelezen, Opdracht(proef=True)))
    assert trial.uitkomst is Uitkomst.PROEF_BIJGEWERKT
    assert f"+      - {NIEUW_WATER}" in trial.yaml
    assert WATER in yaml(gelezen).read_text("utf-8")
    done = lees_in(gelezen)
    assert (enige(done).uitkomst, enige(done).yaml, done.needs_a_look) == (Uitkomst.BIJGEWERKT, "", False)
    assert NIEUW_WATER in yaml(gelezen).read_text("utf-8")
    assert enige(lees_in(gelezen)).uitkomst is Uitkomst.ONGEWIJZIGD


def test_what_disappeared_asks_for_a_look(gelezen: Path) -> None:
    nieuw_dossier(gelezen, WATER, versie="conceptversie 4")
    done = lees_in(gelezen)
    assert (codes(done.meldingen), done.needs_a_look, done.failed) == (["BR143"], True, False)
    assert "verdwenen: conceptversie 4" in yaml(gelezen).read_text("utf-8")


def twijfel(folder: Path) -> None:
    nieuw_dossier(folder, WATER, f"{WONEN[:-1]} in fase 1.", f"{WONEN[:-1]} in fase 2.", versie="conceptversie 4")


def test_who_is_there_is_asked_and_the_answer_settles_it(gelezen: Path) -> None:
    twijfel(gelezen)
    asked: list[tuple[Vraag, ...]] = []

    def vragen(open_ones: tuple[Vraag, ...]) -> Antwoorden:
        asked.append(open_ones)
        return Antwoorden({open_ones[0].id: "n-2.1-3"})

    done = enige(lees_in(gelezen, Opdracht(vragen=vragen)))
    assert [[vraag.id for vraag in each] for each in asked] == [["n-2.1-2"]]
    assert done.uitkomst is Uitkomst.BIJGEWERKT
    assert yaml(gelezen).read_text("utf-8").count("in fase 2.") == 1


def test_nobody_there_leaves_the_question_and_a_trial_never_asks(gelezen: Path) -> None:
    twijfel(gelezen)

    def vragen(_: tuple[Vraag, ...]) -> Antwoorden:
        raise AssertionError("a trial run asks nothing")

    assert enige(lees_in(gelezen, Opdracht(proef=True, vragen=vragen))).uitkomst is Uitkomst.VRAGEN
    done = lees_in(gelezen)
    assert (enige(done).uitkomst, codes(done.meldingen), done.needs_a_look) == (Uitkomst.VRAGEN, ["BR144"], True)
    assert enige(lees_in(gelezen, Opdracht(anders=("n-2.1-2",)))).uitkomst is Uitkomst.BIJGEWERKT


def test_an_answer_about_a_dossier_that_asks_nothing_is_only_mentioned(gelezen: Path) -> None:
    done = lees_in(gelezen, Opdracht(anders=("n-2.1-1",)))
    assert [(each.code, each.severity) for each in done.meldingen] == [("BR149", Severity.WAARSCHUWING)]
    assert enige(done).uitkomst is Uitkomst.ONGEWIJZIGD


@pytest.mark.parametrize("opdracht", [Opdracht(zelfde=("n-2.1-1",)), Opdracht(anders=("elders",))])
def test_a_wrong_answer_stops_the_reading_of_the_whole_round(gelezen: Path, opdracht: Opdracht) -> None:
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN)
    before = inhoud(gelezen)
    done = lees_in(gelezen, opdracht)
    assert (done.failed, done.dossiers, codes(done.meldingen)) == (True, (), ["BR149"])
    assert inhoud(gelezen) == before


def test_an_answer_that_does_not_fit_the_dossier_stops_the_reading_of_it(gelezen: Path) -> None:
    twijfel(gelezen)
    before = inhoud(gelezen)
    done = lees_in(gelezen, Opdracht(zelfde=("n-2.1-2=n-9-9",)))
    assert (enige(done).uitkomst, codes(done.meldingen)) == (Uitkomst.GEWEIGERD, ["BR149"])
    assert inhoud(gelezen) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: voorgesteld", "status: voorgestelt", ["BR147", "BR012"]),
        ("id: n-2.1-2", "id: n-2.1-1", ["BR147", "BR147", "BR147"]),
    ],
)
def test_a_file_with_mistakes_is_not_brought_up_to_date(gelezen: Path, old: str, new: str, said: list[str]) -> None:
    path = yaml(gelezen)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN)
    before = inhoud(gelezen)
    done = enige(lees_in(gelezen))
    assert (done.uitkomst, codes(done.meldingen)) == (Uitkomst.GEWEIGERD, said)
    assert inhoud(gelezen) == before


def test_a_damaged_base_or_an_unreadable_file_stops_the_reading(gelezen: Path) -> None:
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN)
    basis(gelezen).write_bytes(b"\xff")
    assert codes(enige(lees_in(gelezen)).meldingen) == ["BR002", "BR148"]
    basis(gelezen).write_text("{}")
    yaml(gelezen).write_bytes(b"\xff")
    assert codes(enige(lees_in(gelezen)).meldingen) == ["BR002", "BR148"]


def test_a_dossier_that_is_not_there_or_not_readable_is_refused(folder: Path) -> None:
    (folder / "dossiers/noord.md").write_bytes(b"\xff\xfe")
    assert enige(lees_in(folder)).uitkomst is Uitkomst.GEWEIGERD
    (folder / "dossiers/noord.md").unlink()
    done = enige(lees_in(folder))
    assert (done.uitkomst, done.gelezen, codes(done.meldingen)) == (Uitkomst.GEWEIGERD, None, ["BR146"])
    assert not yaml(folder).exists()


def test_a_dossier_that_no_meeting_names_is_told_and_what_is_no_dossier_is_not(folder: Path) -> None:
    assert not lees_in(folder, Opdracht(proef=True)).meldingen
    own = (folder / "dossiers/noord.md").read_bytes()
    for name in ("noord versie 2.md", "Zuid.DOCX", ".noord.md", "~$noord.docx", "oud", "bijlage.pdf"):
        (folder / "dossiers" / name).write_bytes(own)
    (folder / "dossiers/eerder.docx").mkdir()
    found = lees_in(folder).meldingen
    assert codes(found) == ["BR159", "BR159"]
    assert [each.place.file.rpartition("/")[2] for each in found if each.place] == ["Zuid.DOCX", "noord versie 2.md"]


def test_a_round_that_cannot_be_used_says_why(tmp_path: Path) -> None:
    done = lees_in(tmp_path)
    assert (done.ronde, done.failed, done.dossiers) == (None, True, ())
    assert done.meldingen


def test_a_round_without_meetings_says_what_is_wrong_with_it(folder: Path) -> None:
    path = folder / "ronde.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("overleggen:\n  - {", "overleggen: []\n# {"), "utf-8")
    done = lees_in(folder)
    assert (done.dossiers, done.is_written) == ((), False)
    assert done.meldingen == ()


def test_a_file_that_appears_meanwhile_is_not_overwritten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(path: Path, *rest: object) -> tuple[Diagnostic, ...]:
        path.parent.mkdir()
        path.write_text("# van een ander\n", "utf-8")
        return write_afspraken(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("brief.intake.dossiers.write_afspraken", late)
    done = enige(lees_in(folder))
    assert (done.uitkomst, codes(done.meldingen)) == (Uitkomst.GEWEIGERD, ["BR024"])
    assert yaml(folder).read_text("utf-8") == "# van een ander\n"
    assert not basis(folder).exists()


def test_a_file_that_changes_between_plan_and_writing_is_not_overwritten(gelezen: Path) -> None:
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN)
    said = basis(gelezen).read_bytes()
    trial = enige(lees_in(gelezen, Opdracht(proef=True)))
    assert trial.gelezen is not None
    opened, _ = open_bestand(gelezen, inkomend(trial.gelezen.dossier, "dossiers/noord.md"))
    assert opened is not None
    planned = update.gepland(opened, Antwoorden())
    mine = yaml(gelezen).read_text("utf-8") + "# intussen\n"
    yaml(gelezen).write_text(mine, "utf-8")
    done = update.uitgevoerd(gelezen, opened, planned)
    assert (codes(done.meldingen), done.plan) == (["BR024"], None)
    assert (yaml(gelezen).read_text("utf-8"), basis(gelezen).read_bytes()) == (mine, said)


def test_when_the_work_stops_after_the_file_the_next_reading_comes_to_the_same(
    gelezen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN, "Een afspraak die er nog niet was over veen en water in de polder.")

    def stop(*_: object) -> tuple[Diagnostic, ...]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(update, "bewaar_basis", stop)
        with pytest.raises(KeyboardInterrupt):
            lees_in(gelezen)
    halfway = yaml(gelezen).read_bytes()
    assert NIEUW_WATER.encode() in halfway
    lees_in(gelezen)
    assert yaml(gelezen).read_bytes() == halfway
    assert enige(lees_in(gelezen)).uitkomst is Uitkomst.ONGEWIJZIGD


def test_a_base_that_changes_meanwhile_is_not_overwritten(gelezen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(path: Path, data: bytes, *, read_as: str | None) -> tuple[Diagnostic, ...]:
        path.write_text("van een ander", "utf-8")
        return replace_file(path, data, read_as=read_as)

    monkeypatch.setattr("brief.intake.basefile.replace_file", late)
    assert codes(basefile.bewaar_basis(gelezen, "noord", Basis("x", "y", ()))) == ["BR024"]
    assert basis(gelezen).read_text("utf-8") == "van een ander"


def test_what_stands_in_the_way_is_named_and_both_texts_stay(gelezen: Path) -> None:
    path = yaml(gelezen)
    path.write_text(path.read_text("utf-8").replace("status: voorgesteld", "status: vastgesteld"), "utf-8")
    nieuw_dossier(gelezen, NIEUW_WATER, WONEN)
    (finding,) = lees_in(gelezen).meldingen
    assert (finding.code, "de afspraak is vastgesteld" in finding.message) == ("BR141", True)
    assert finding.label is not None
    text = path.read_text("utf-8")
    assert (WATER in text, NIEUW_WATER in text) == (True, True)

    path.write_text(text.replace("en de vennen", "en mijn vennen"), "utf-8")
    nieuw_dossier(gelezen, f"{NIEUW_WATER} Ook in 2030.", WONEN)
    done = lees_in(gelezen)
    assert enige(done).uitkomst is Uitkomst.VRAGEN
    assert "de nieuwe tekst is nergens geschreven" in (done.meldingen[0].hint or "")


def test_a_changed_text_of_an_afspraak_that_was_taken_away_is_reported(gelezen: Path) -> None:
    path = yaml(gelezen)
    path.write_text(path.read_text("utf-8").partition("\n\n  - id: n-2.1-2")[0] + "\n", "utf-8")
    nieuw_dossier(gelezen, WATER, f"{WONEN[:-1]} in Assen.")
    (finding,) = lees_in(gelezen).meldingen
    assert (finding.code, "is uit het bestand gehaald" in finding.message) == ("BR141", True)


def test_own_ids_are_those_of_the_file(gelezen: Path) -> None:
    nieuw_dossier(gelezen, "Een heel andere afspraak over de energie van de industrie in de Eemshaven.", WATER, WONEN)
    done = enige(lees_in(gelezen))
    assert done.gelezen is not None
    assert [each.id for each in done.gelezen.dossier.afspraken] == ["n-2.1-3", "n-2.1-1", "n-2.1-2"]
    own = read((gelezen / "dossiers/noord.md").read_bytes(), "noord.md", landsdeel="noord")
    assert [each.id for each in basefile.met_eigen_ids(gelezen, own).afspraken] == ["n-2.1-3", "n-2.1-1", "n-2.1-2"]
    assert basefile.beschadigd(gelezen) == ()
    basis(gelezen).unlink()
    assert basefile.met_eigen_ids(gelezen, own) is own
