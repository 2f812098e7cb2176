"""Deciding: an order gives a plan, the plan says what it changes, and nothing is written before it is saved."""

from __future__ import annotations

import datetime
import shutil
from typing import TYPE_CHECKING

import pytest

from brief.domain import Besluit
from brief.rounds.deciding import Keus, Opdracht, Uitspraak, plan
from brief.rounds.opening import open_round
from brief.rounds.plan import Gevraagd, save
from rounds.rondemap import NOORD, NOORDWEST, bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

G, V, A = Uitspraak.GEWIJZIGD, Uitspraak.VERVALLEN, Uitspraak.AANGEHOUDEN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def codes(folder: Path, opdracht: Opdracht) -> list[str]:
    """Give the codes of what stands in the way; then nothing may be changed."""
    planned = plan(open_round(folder), opdracht)
    assert planned.edits == ()
    return [each.code for each in planned.meldingen]


def test_a_plan_writes_nothing_and_says_what_it_does(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("noordwest",)))
    assert bestand(folder, "noordwest").read_text("utf-8") == NOORDWEST
    assert planned.meldingen == ()
    assert planned.regels == (
        "1 afspraak van noordwest vastgesteld",
        "  ongemoeid, want er is een besluit: nw-2.3-2",
    )
    assert "-    status: voorgesteld   # nog te bespreken\n+    status: vastgesteld   # nog" in planned.diff()


def test_saving_writes_the_plan_and_names_the_file(folder: Path) -> None:
    saved = save(plan(geopend(folder), Opdracht(("noordwest",))))
    path = bestand(folder, "noordwest")
    assert (saved.paths, saved.findings) == ((path,), ())
    assert path.read_text("utf-8") == NOORDWEST.replace("voorgesteld   # nog", "vastgesteld   # nog")


def test_afspraken_of_several_landsdelen_are_decided_in_one_order(folder: Path) -> None:
    opdracht = Opdracht(("nw-2.3-1", "n-1.1-1", "nw-2.3-1"), A, reden="na de zomer")
    planned = plan(geopend(folder), opdracht)
    assert planned.regels == ("nw-2.3-1: aangehouden op 2027-09-15", "n-1.1-1: aangehouden op 2027-09-15")
    saved = save(planned)
    assert saved.paths == (bestand(folder, "noordwest"), bestand(folder, "noord"))
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    besluiten = {each.id: (each.status.value, each.besluit) for each in bestanden.afspraken}
    na = Besluit(datetime.date(2027, 9, 15), "na de zomer")
    assert besluiten["nw-2.3-1"] == besluiten["n-1.1-1"] == ("aangehouden", na)


def test_two_afspraken_of_one_landsdeel_are_one_change_of_its_file(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("n-1.1-1", "n-1.1-2"), V, reden="geen geld"))
    assert len(planned.edits) == 1
    assert save(planned).paths == (bestand(folder, "noord"),)
    assert bestand(folder, "noord").read_text("utf-8").count("reden: geen geld") == 2


def test_the_second_file_that_changed_meanwhile_is_reported_with_what_was_written(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("nw-2.3-1", "n-1.1-1"), V, reden="geen geld"))
    bestand(folder, "noord").write_text(NOORD + "# van een ander\n", "utf-8")
    saved = save(planned)
    assert saved.paths == (bestand(folder, "noordwest"),)
    assert [each.code for each in saved.findings] == ["BR024"]
    assert bestand(folder, "noord").read_text("utf-8") == NOORD + "# van een ander\n"


def test_a_changed_text_becomes_the_text_of_the_besluit(folder: Path) -> None:
    opdracht = Opdracht(("n-1.1-1",), G, reden="scherper", tekst="\r\nEen beter plan.\r\n")
    save(plan(geopend(folder), opdracht))
    assert bestand(folder, "noord").read_text("utf-8") == NOORD.replace(
        "    status: voorgesteld\n",
        "    status: gewijzigd\n    besluit:\n      datum: 2027-09-15\n      reden: scherper\n"
        "      tekst: |\n        Een beter plan.\n",
    )


def test_what_only_a_person_can_say_is_a_question(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("nw-2.3-1",), G))
    assert [(each.wat, each.afspraak.id) for each in planned.vragen] == [
        (Gevraagd.REDEN, "nw-2.3-1"),
        (Gevraagd.TEKST, "nw-2.3-1"),
    ]
    assert planned.findings == ()
    assert planned.edits == ()
    assert [each.code for each in planned.meldingen] == ["BR918", "BR919"]


def test_a_besluit_is_replaced_only_when_asked_and_what_it_was_is_said(folder: Path) -> None:
    assert codes(folder, Opdracht(("nw-2.3-3",), V, reden="geen geld")) == ["BR917"]
    planned = plan(geopend(folder), Opdracht(("nw-2.3-3",), V, reden="geen geld", opnieuw=True))
    assert planned.regels == (
        "nw-2.3-3: vervallen op 2027-09-15",
        "  vervangt het besluit van 2027-09-16 (gewijzigd): scherper",
        "  de tekst van dat besluit was:",
        "    De regio spaart",
        "    drinkwater.",
    )
    save(planned)
    assert "drinkwater" not in bestand(folder, "noordwest").read_text("utf-8")


def test_a_besluit_without_a_text_is_replaced_in_one_line(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("nw-2.3-2",), V, reden="geen geld", opnieuw=True))
    assert planned.regels[1:] == ("  vervangt het besluit van 2027-09-15 (voorgesteld): nog in overleg",)


def test_one_afspraak_is_agreed_as_it_was_proposed(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("n-1.1-1",)))
    assert planned.regels == ("n-1.1-1: vastgesteld",)
    save(planned)
    assert bestand(folder, "noord").read_text("utf-8") == NOORD.replace("voorgesteld", "vastgesteld")


@pytest.mark.parametrize("wat", [("n-1.1-2",), ()])
def test_nothing_to_do_is_an_empty_plan(folder: Path, wat: tuple[str, ...]) -> None:
    planned = plan(geopend(folder), Opdracht(wat))
    assert (planned.edits, planned.regels, planned.meldingen) == ((), (), ())


def test_a_landsdeel_of_which_all_is_decided_has_nothing_to_do(folder: Path) -> None:
    save(plan(geopend(folder), Opdracht(("noord",))))
    planned = plan(geopend(folder), Opdracht(("noord",)))
    assert (planned.edits, planned.regels, planned.meldingen) == ((), (), ())


DAG = datetime.date(2027, 1, 1)


@pytest.mark.parametrize(
    ("opdracht", "code"),
    [
        (Opdracht(("zuid",)), "BR910"),
        (Opdracht(("nw-2.3-9",), V, reden="x"), "BR911"),
        (Opdracht(("noord",), datum=DAG), "BR913"),
        (Opdracht(("n-1.1-1",), V, DAG, "x"), "BR913"),
        (Opdracht(("noord", "nw-2.3-1"), reden="x"), "BR914"),
        (Opdracht(("noord",), V), "BR914"),
        (Opdracht(("noord",), reden="x"), "BR914"),
        (Opdracht(("noord",), tekst=""), "BR914"),
        (Opdracht(("noord",), punt="1"), "BR914"),
        (Opdracht(("noord",), dossiertekst=Keus.AFWIJZEN), "BR914"),
        (Opdracht(("nw-2.3-1", "n-1.1-1"), G, reden="x", tekst="y"), "BR914"),
        (Opdracht(("n-1.1-1",), reden="x"), "BR915"),
        (Opdracht(("n-1.1-1",), tekst="x"), "BR915"),
        (Opdracht(("n-1.1-1",), V, reden="x", tekst="y"), "BR915"),
        (Opdracht(("nw-2.3-3",)), "BR916"),
        (Opdracht(("nw-2.3-2",), V, reden="x"), "BR917"),
        (Opdracht(("n-1.1-1",), V), "BR918"),
        (Opdracht(("n-1.1-1",), V, reden=" "), "BR918"),
        (Opdracht(("n-1.1-1",), G, reden="x"), "BR919"),
        (Opdracht(("n-1.1-1",), G, reden="x", tekst=" \n"), "BR919"),
        (Opdracht(("n-1.1-1",), G, reden="x", tekst="Rijk en regio maken een plan.\r\n"), "BR920"),
    ],
)
def test_an_order_that_cannot_be_right_changes_nothing(folder: Path, opdracht: Opdracht, code: str) -> None:
    assert set(codes(folder, opdracht)) == {code}


def test_without_a_meeting_there_is_no_day_and_nothing_is_decided(folder: Path) -> None:
    vervang(folder / "ronde.yaml", "  - landsdeel: noord\n", "  - landsdeel: noort\n")
    assert codes(folder, Opdracht(("noord",))) == ["BR022"]
    assert codes(folder, Opdracht(("n-1.1-1",))) == ["BR022"]


def test_a_round_that_cannot_be_read_gives_its_errors(folder: Path) -> None:
    (folder / "ronde.yaml").write_text("titel: [\n", "utf-8")
    assert "BR004" in codes(folder, Opdracht(("noord",)))


def test_a_file_with_mistakes_is_not_changed(folder: Path) -> None:
    bestand(folder, "noord").write_text(NOORD + "    status: nee\n", "utf-8")
    assert codes(folder, Opdracht(("noord",))) == ["BR011"]


def test_an_error_in_another_file_does_not_stop_this_one(folder: Path) -> None:
    bestand(folder, "noord").write_text(NOORD + "    status: nee\n", "utf-8")
    assert plan(geopend(folder), Opdracht(("nw-2.3-1",))).edits != ()


@pytest.mark.parametrize("wat", ["noord", "n-1.1-1"])
def test_of_two_afspraken_with_one_id_none_is_changed(folder: Path, wat: str) -> None:
    vervang(bestand(folder, "noord"), "n-1.1-2", "n-1.1-1")
    assert codes(folder, Opdracht((wat,))) == ["BR412"]


def test_an_id_that_two_landsdelen_use_is_not_changed(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "n-1.1-2", "nw-2.3-1")
    planned = plan(geopend(folder), Opdracht(("nw-2.3-1",)))
    assert [each.code for each in planned.findings] == ["BR412"]
    assert planned.findings[0].related[0][0] == "voor het eerst"


def test_a_file_that_cannot_be_read_is_named_before_any_advice(folder: Path) -> None:
    bestand(folder, "noord").write_bytes(NOORD.encode().replace(b"woningen", b"wo\xffningen"))
    assert codes(folder, Opdracht(("noord",))) == ["BR002"]
    planned = plan(geopend(folder), Opdracht(("n-1.1-1",)))
    assert [each.code for each in planned.findings] == ["BR002", "BR911"]
    assert "bedoelde u" not in (planned.findings[-1].hint or "")


def test_a_file_with_another_name_and_a_folder_that_cannot_be_read_are_named(folder: Path) -> None:
    bestand(folder, "noord").rename(folder / "afspraken" / "noord.yaml.txt")
    assert codes(folder, Opdracht(("noord",))) == ["BR022"]
    assert codes(folder, Opdracht(("n-1.1-1",))) == ["BR022", "BR911"]
    assert codes(folder, Opdracht(("zuid",))) == ["BR910"]
    shutil.rmtree(folder / "afspraken")
    (folder / "afspraken").symlink_to("afspraken")
    assert codes(folder, Opdracht(("noord",))) == ["BR001"]


def test_an_id_that_was_nearly_right_is_guessed(folder: Path) -> None:
    planned = plan(geopend(folder), Opdracht(("nordwest",)))
    assert planned.findings[0].hint == "bedoelde u 'noordwest'?"
