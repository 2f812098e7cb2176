"""At the table: what the page records is what the commands record, byte for byte, and nothing goes unseen."""

from __future__ import annotations

import datetime
import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest

from brief.rounds.adding import Toevoeging
from brief.rounds.adding import plan as add
from brief.rounds.deciding import Keus, Opdracht, Uitspraak, plan
from brief.rounds.plan import plan_and_save
from rounds.rondemap import NOORD, NOORDWEST, bestand, ronde, vervang
from web.bezoeker import Bezoeker, shown

if TYPE_CHECKING:
    from pathlib import Path

DAG = "2027-09-16"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def commanded(folder: Path, *opdrachten: Opdracht) -> dict[str, bytes]:
    """Give the afspraken files as the commands leave them, on a copy of the round."""
    copy = folder.with_name("kopie")
    shutil.copytree(folder, copy)
    for opdracht in opdrachten:
        planned, saved = plan_and_save(copy, partial(plan, opdracht=opdracht))
        assert (*planned.meldingen, *saved.findings) == ()
    return files(copy)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "afspraken").glob("*.yaml")}


def test_agreeing_writes_what_the_command_writes_and_goes_on(folder: Path) -> None:
    expected = commanded(folder, Opdracht(("n-1.1-1",)))
    visitor = Bezoeker(folder)
    answer = visitor.besluit("/besluiten/noord", "/besluiten/noord/n-1.1-1/vastgesteld")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/besluiten/noord?bij=n-1.1-2")
    assert files(folder) == expected
    page = shown(visitor.text("/besluiten/noord"))
    assert "n-1.1-1: vastgesteld" in page
    assert "Laatst opgeslagen om" in page


@pytest.mark.parametrize(
    ("uitspraak", "tekst"),
    [
        (Uitspraak.GEWIJZIGD, "Rijk en regio maken vóór 2028 een plan.\r\n\r\n- eerst dit;\r\n- dan dat."),
        (Uitspraak.VERVALLEN, None),
        (Uitspraak.AANGEHOUDEN, None),
    ],
)
def test_a_decision_writes_what_the_command_writes(folder: Path, uitspraak: Uitspraak, tekst: str | None) -> None:
    order = Opdracht(("nw-2.3-1",), uitspraak, reden="op verzoek: 'de regio'", tekst=tekst)
    expected = commanded(folder, order)
    visitor = Bezoeker(folder)
    page = f"/besluiten/noordwest?bij=nw-2.3-1&doe={uitspraak}"
    fields = {"reden": " op verzoek: 'de regio' ", "datum": "2027-09-15"} | ({"tekst": tekst} if tekst else {})
    answer = visitor.besluit(page, f"/besluiten/noordwest/nw-2.3-1/{uitspraak}", **fields)
    assert answer.status_code == 303
    assert files(folder) == expected


def test_all_others_are_agreed_save_what_is_marked_or_decided(folder: Path) -> None:
    vervang(bestand(folder, "noordwest"), "    besluit: {datum: 2027-09-15, reden: nog in overleg}\n", "")
    visitor = Bezoeker(folder)
    visitor.post("/besluiten/noordwest/nw-2.3-2/bespreken")
    expected = commanded(folder, Opdracht(("nw-2.3-1",)))
    question = shown(visitor.text("/besluiten/noordwest?doe=overige"))
    assert "Alle overige afspraken van Noordwest ongewijzigd vaststellen (1)?" in question
    assert "1 staat apart en blijft open." in question
    assert visitor.post("/besluiten/noordwest/overige", aantal="1").status_code == 303
    assert files(folder) == expected


def test_all_others_are_not_agreed_when_their_number_changed_meanwhile(folder: Path) -> None:
    visitor = Bezoeker(folder)
    visitor.text("/besluiten/noordwest?doe=overige")
    answer = visitor.post("/besluiten/noordwest/overige", aantal="2")
    assert answer.headers["Location"] == "/besluiten/noordwest?doe=overige"
    assert bestand(folder, "noordwest").read_text("utf-8") == NOORDWEST


def test_what_stands_in_the_way_is_said_and_what_was_typed_stays(folder: Path) -> None:
    visitor = Bezoeker(folder)
    page, path = "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd", "/besluiten/noord/n-1.1-1/gewijzigd"
    answer = visitor.besluit(page, path, tekst="Een ander plan.", reden="", datum="2027-01-01")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "BR913" in text
    assert "Een ander plan." in text
    assert 'value="2027-01-01"' in text
    assert bestand(folder, "noord").read_text("utf-8") == NOORD


def test_reason_and_day_stand_ready_for_the_next_decision(folder: Path) -> None:
    visitor = Bezoeker(folder)
    fields = {"reden": "na de zomer", "datum": DAG}
    visitor.besluit("/besluiten/noordwest?bij=nw-2.3-1", "/besluiten/noordwest/nw-2.3-1/aangehouden", **fields)
    page = visitor.text("/besluiten/noordwest?bij=nw-2.3-2&doe=vervallen")
    assert 'value="na de zomer"' in page
    assert f'value="{DAG}"' in page
    assert "De reden van het vorige besluit; typ om haar te vervangen." in page
    assert "na de zomer" not in visitor.text("/besluiten/noord?bij=n-1.1-1&doe=vervallen"), "another meeting"


def test_a_besluit_is_replaced_only_when_the_form_said_so(folder: Path) -> None:
    visitor = Bezoeker(folder)
    page, path = "/besluiten/noordwest?bij=nw-2.3-3&doe=vervallen", "/besluiten/noordwest/nw-2.3-3/vervallen"
    text = visitor.text(page)
    assert "Dit vervangt het besluit van 16 september 2027 (gewijzigd): scherper" in shown(text)
    assert 'name="opnieuw" value="1"' in text
    assert visitor.besluit(page, path, reden="toch niet").status_code == 422
    expected = commanded(folder, Opdracht(("nw-2.3-3",), Uitspraak.VERVALLEN, reden="toch niet", opnieuw=True))
    assert visitor.besluit(page, path, reden="toch niet", datum="2027-09-15", opnieuw="1").status_code == 303
    assert files(folder) == expected


def test_two_who_decide_the_same_afspraak_do_not_undo_each_other(folder: Path) -> None:
    one, other = Bezoeker(folder), Bezoeker(folder)
    page, path = "/besluiten/noord?bij=n-1.1-1", "/besluiten/noord/n-1.1-1"
    seen = other.text(page).split('name="stand" value="')[1].split('"')[0]
    assert one.besluit(page, f"{path}/vervallen", reden="van de baan").status_code == 303
    after = files(folder)
    for deed in ("vastgesteld", "aangehouden"):
        answer = other.post(f"{path}/{deed}", stand=seen, reden="later", opnieuw="1")
        assert answer.status_code in {303, 422}
        assert "BR742" in other.text(page) + answer.get_data(as_text=True)
    assert files(folder) == after


def test_a_change_on_disk_is_seen_at_once(folder: Path) -> None:
    visitor = Bezoeker(folder)
    before = visitor.get("/nu").get_json()["versie"]
    assert visitor.get("/nu").get_json()["versie"] == before
    vervang(bestand(folder, "noord"), "maken een plan", "maken een tweede plan")
    assert visitor.get("/nu").get_json()["versie"] != before
    assert "maken een tweede plan" in visitor.text("/besluiten/noord")


def test_a_file_with_a_mistake_is_told_and_the_page_stays(folder: Path) -> None:
    visitor = Bezoeker(folder)
    vervang(bestand(folder, "noord"), "status: voorgesteld", "status: voorgesteldd")
    assert "BR012" in visitor.text("/besluiten/noord")
    answer = visitor.besluit("/besluiten/noord?bij=n-1.1-2", "/besluiten/noord/n-1.1-2/vervallen", reden="weg")
    assert answer.status_code == 422
    (folder / "ronde.yaml").write_text("geen: ronde\n", "utf-8")
    for path in ("/besluiten/", "/besluiten/noord?bij=n-1.1-1&doe=gewijzigd"):
        assert "Deze ronde is niet te lezen" in visitor.text(path)


def test_changed_words_are_told_in_the_form_of_the_text(folder: Path) -> None:
    visitor = Bezoeker(folder)
    page = visitor.post("/besluiten/woorden", id="n-1.1-1", tekst="Rijk en regio maken **samen** een plan.").get_data(
        as_text=True
    )
    assert "<ins>**samen** </ins>" in page
    assert "<strong>samen</strong>" in page


def test_an_unknown_landsdeel_afspraak_or_deed_is_not_there(folder: Path) -> None:
    visitor = Bezoeker(folder)
    assert visitor.get("/besluiten/west").status_code == 404
    for path in ("/besluiten/noord/nw-2.3-1/vastgesteld", "/besluiten/noord/n-1.1-1/verbrand"):
        assert visitor.post(path).status_code == 404


def test_every_step_can_be_taken_back_and_leads_to_where_it_was(folder: Path) -> None:
    visitor = Bezoeker(folder)
    start = files(folder)
    visitor.besluit("/besluiten/noord?bij=n-1.1-1", "/besluiten/noord/n-1.1-1/vervallen", reden="van de baan")
    middle = files(folder)
    visitor.post("/besluiten/noordwest/overige", aantal="1")
    for expected, where in ((middle, "/besluiten/noord"), (start, "/besluiten/noord?bij=n-1.1-1")):
        page = visitor.text("/besluiten/noord")
        number = page.split('name="nummer" value="')[1].split('"')[0]
        answer = visitor.post("/terug", nummer=number, hier="/besluiten/noord")
        assert answer.headers["Location"] == where
        assert files(folder) == expected
    assert "Ongedaan maken" not in visitor.text("/besluiten/noord")


def test_a_step_is_not_taken_back_over_a_later_change(folder: Path) -> None:
    visitor = Bezoeker(folder)
    visitor.besluit("/besluiten/noord?bij=n-1.1-1", "/besluiten/noord/n-1.1-1/vastgesteld")
    number = visitor.text("/besluiten/noord").split('name="nummer" value="')[1].split('"')[0]
    vervang(bestand(folder, "noord"), "maken een plan", "maken een tweede plan")
    visitor.post("/terug", nummer=number, hier="//kwaad.nl")
    assert "BR650" in visitor.text("/besluiten/noord")
    assert "maken een tweede plan" in bestand(folder, "noord").read_text("utf-8")


def test_what_came_after_the_meeting_is_never_swept_and_asks_its_own_day_and_reason(folder: Path) -> None:
    vervang(bestand(folder, "noord"), "    status: voorgesteld\n", "    status: voorgesteld\n    na_overleg: v2\n")
    visitor = Bezoeker(folder)
    page = visitor.text("/besluiten/noord?bij=n-1.1-1")
    assert "bijgekomen na het overleg" in page
    assert "Alle overige" not in page
    day = datetime.date(2027, 10, 1)
    expected = commanded(folder, Opdracht(("n-1.1-1",), datum=day, reden="schriftelijk"))
    form = "/besluiten/noord?bij=n-1.1-1&doe=vastgesteld"
    assert 'type="date" value=""' in visitor.text(form), "no day is guessed"
    assert visitor.besluit(form, "/besluiten/noord/n-1.1-1/vastgesteld", reden="schriftelijk").status_code == 422
    fields = {"reden": "schriftelijk", "datum": str(day)}
    assert visitor.besluit(form, "/besluiten/noord/n-1.1-1/vastgesteld", **fields).status_code == 303
    assert files(folder) == expected


@pytest.mark.parametrize("keus", list(Keus))
def test_one_of_two_texts_is_chosen_as_the_command_does_it(folder: Path, keus: Keus) -> None:
    newer = "    status: voorgesteld\n    dossiertekst: Rijk en regio maken samen een plan.\n"
    vervang(bestand(folder, "noord"), "    status: voorgesteld\n", newer)
    visitor = Bezoeker(folder)
    assert "<ins>samen </ins>" in visitor.text("/besluiten/noord?bij=n-1.1-1")
    day = datetime.date(2027, 10, 1)
    expected = commanded(folder, Opdracht(("n-1.1-1",), datum=day, reden="zo bedoeld", dossiertekst=keus))
    form = f"/besluiten/noord?bij=n-1.1-1&doe={keus}"
    answer = visitor.besluit(form, f"/besluiten/noord/n-1.1-1/{keus}", reden="zo bedoeld", datum=str(day))
    assert answer.status_code == 303
    assert files(folder) == expected


def test_an_afspraak_that_arose_at_the_table_is_added_as_the_command_does_it(folder: Path) -> None:
    copy = folder.with_name("kopie")
    shutil.copytree(folder, copy)
    asked = Toevoeging("noord", "1.1", "De regio spaart water.", "op verzoek")
    planned, saved = plan_and_save(copy, partial(add, toevoeging=asked))
    assert (*planned.meldingen, *saved.findings) == ()
    visitor = Bezoeker(folder)
    fields = {"agendapunt": "1.1", "tekst": "De regio spaart water.", "reden": "op verzoek", "datum": "2027-09-15"}
    answer = visitor.post("/besluiten/noord/toevoegen", **fields)
    assert files(folder) == files(copy), "the day of the meeting is that of the form"
    assert answer.headers["Location"].startswith("/besluiten/noord?bij=n-1.1-")
    refused = visitor.post("/besluiten/noord/toevoegen", **{**fields, "agendapunt": "9.9"})
    assert refused.status_code == 422
    assert "BR030" in refused.get_data(as_text=True)
    assert "De regio spaart water." in refused.get_data(as_text=True)


def test_a_long_message_still_reaches_the_next_page(folder: Path) -> None:
    """What waits for the next page waits in a cookie, and a browser keeps no more of one than some 4,000 characters."""
    path = bestand(folder, "noord")
    long = "x" * 5000
    vervang(path, "    status: voorgesteld\n", f"    status: voorgesteld {long}\n")
    visitor = Bezoeker(folder)
    answer = visitor.post("/besluiten/noordwest/nw-2.3-1/vastgesteld", stand="x")
    assert len(answer.headers["Set-Cookie"]) < 4000
    answer = visitor.besluit("/besluiten/noord?bij=n-1.1-2", "/besluiten/noord/n-1.1-2/vastgesteld")
    assert len(answer.headers.get("Set-Cookie", "")) < 4000
    assert "Niet opgeslagen" in visitor.text("/besluiten/noord")
