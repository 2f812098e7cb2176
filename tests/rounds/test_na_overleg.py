"""Texts that came after the meeting: a state of their own, asked one by one, never agreed with the landsdeel."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from brief.domain import Status
from brief.render.terminal.made import made_lines
from brief.rounds.checking import check
from brief.rounds.deciding import Keus, Opdracht, Uitspraak, plan
from brief.rounds.making import Opdracht as Maken
from brief.rounds.making import make
from brief.rounds.opening import open_round
from brief.rounds.plan import Gevraagd, save
from brief.rounds.reading_in import Opdracht as Inlezen
from brief.rounds.reading_in import lees_ronde_in
from brief.text import Role, plain
from rounds.rondemap import alleen, bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

    from brief.domain import Afspraak

DOSSIER = """\
# BO Leefomgeving Noord

conceptversie 1-8

## 2.1 Zoet water

### Voorgestelde afspraken

{}
"""
EERST = "- Rijk en regio houden water vast.\n- De provincie betaalt de helft."
LATER = "- Rijk en regio houden veel water vast.\n- De provincie betaalt de helft.\n- Het Rijk graaft een kanaal."
VOOR, NA = datetime.date(2027, 9, 1), datetime.date(2027, 10, 1)
DAG = datetime.date(2027, 10, 6)
BRIEF = "Ik meld de uitkomsten.\n\n::: {.afspraken landsdeel=noord}\n:::\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a round with one landsdeel, its dossier read before the meeting."""
    made = ronde(tmp_path)
    alleen(made, "noord")
    bestand(made, "noordwest").unlink()
    bestand(made, "noord").unlink()
    (made / "brief.md").write_text(BRIEF, "utf-8")
    vervang(made / "ronde.yaml", "dossiers/noord.docx", "dossiers/noord.md")
    lees(made, EERST, VOOR)
    return made


def lees(folder: Path, texts: str, vandaag: datetime.date | None, *, op_tafel: bool = False) -> None:
    """Put a dossier with these texts in the round and read it on a day."""
    (folder / "dossiers" / "noord.md").write_text(DOSSIER.format(texts), "utf-8")
    done = lees_ronde_in(geopend(folder), Inlezen(vandaag=vandaag, op_tafel=op_tafel))
    assert not done.failed, done.meldingen


def doe(folder: Path, opdracht: Opdracht) -> tuple[str, ...]:
    """Carry out an order that nothing stands in the way of; give what it says."""
    planned = plan(geopend(folder), opdracht)
    assert planned.meldingen == (), planned.meldingen
    assert save(planned).findings == ()
    return planned.regels


def stand(folder: Path) -> dict[str, Afspraak]:
    """Give the afspraken by the last number of their id."""
    bestanden = geopend(folder).bestanden
    assert bestanden is not None
    return {each.id.rpartition("-")[2]: each for each in bestanden.afspraken}


def test_what_a_newer_dossier_brings_after_the_landsdeel_was_agreed_is_never_swept_in(folder: Path) -> None:
    doe(folder, Opdracht(("noord",)))
    lees(folder, LATER, None)
    known = stand(folder)
    assert (known["3"].status, known["3"].na_overleg) == (Status.VOORGESTELD, "conceptversie 1-8")
    assert known["1"].tekst == "- Rijk en regio houden water vast."
    assert known["1"].dossiertekst == "- Rijk en regio houden veel water vast."
    planned = plan(geopend(folder), Opdracht(("noord",)))
    assert planned.edits == ()
    assert planned.regels == (
        "  ongemoeid, want bijgekomen na het overleg: n-2.1-3",
        '  Beslis daarover apart, te beginnen met: brief vaststellen n-2.1-3 --datum JJJJ-MM-DD --reden "…"',
        "  het dossier heeft een nieuwere tekst van: n-2.1-1",
        "  Kies een tekst, te beginnen met: brief vaststellen n-2.1-1 --dossiertekst overnemen"
        ' --datum JJJJ-MM-DD --reden "…"',
    )


def test_after_the_day_of_the_meeting_a_newer_dossier_brings_nothing_that_was_agreed_there(folder: Path) -> None:
    lees(folder, LATER, NA)
    assert doe(folder, Opdracht(("noord",)))[0] == "1 afspraak van noord vastgesteld"
    known = stand(folder)
    assert [known[each].status.value for each in "123"] == ["voorgesteld", "vastgesteld", "voorgesteld"]


@pytest.mark.parametrize(("vandaag", "op_tafel"), [(VOOR, False), (NA, True)])
def test_what_was_on_the_table_is_agreed_with_the_rest(folder: Path, vandaag: datetime.date, *, op_tafel: bool) -> None:
    lees(folder, LATER, vandaag, op_tafel=op_tafel)
    assert doe(folder, Opdracht(("noord",))) == ("3 afspraken van noord vastgesteld",)


def test_what_came_later_is_agreed_alone_with_its_own_day_and_reason(folder: Path) -> None:
    lees(folder, LATER, NA)
    asked = plan(geopend(folder), Opdracht(("n-2.1-3",)))
    assert [each.wat for each in asked.vragen] == [Gevraagd.DATUM, Gevraagd.REDEN]
    assert [each.code for each in asked.meldingen] == ["BR444", "BR918"]
    doe(folder, Opdracht(("n-2.1-3",), datum=DAG, reden="schriftelijk akkoord"))
    agreed = stand(folder)["3"]
    assert (agreed.status, agreed.na_overleg) == (Status.VASTGESTELD, None)
    assert agreed.besluit is not None
    assert (agreed.besluit.datum, agreed.besluit.reden) == (DAG, "schriftelijk akkoord")


def test_what_came_later_is_dropped_with_its_own_day(folder: Path) -> None:
    lees(folder, LATER, NA)
    order = Opdracht(("n-2.1-3",), Uitspraak.VERVALLEN, reden="volgend jaar")
    assert [each.code for each in plan(geopend(folder), order).meldingen] == ["BR444"]
    doe(folder, Opdracht(("n-2.1-3",), Uitspraak.VERVALLEN, DAG, "volgend jaar"))
    assert stand(folder)["3"].na_overleg is None


@pytest.mark.parametrize("vastgesteld", [True, False])
@pytest.mark.parametrize("keus", list(Keus))
def test_of_two_texts_one_is_chosen_and_the_file_agrees_with_the_dossier(
    folder: Path, keus: Keus, *, vastgesteld: bool
) -> None:
    if vastgesteld:
        doe(folder, Opdracht(("noord",)))
    lees(folder, LATER, NA)
    assert [each.code for each in plan(geopend(folder), Opdracht(("n-2.1-1",))).meldingen] == ["BR445"]
    order = Opdracht(("n-2.1-1",), dossiertekst=keus)
    assert [each.code for each in plan(geopend(folder), order).meldingen] == ["BR444", "BR918"]
    old, new = "- Rijk en regio houden water vast.", "- Rijk en regio houden veel water vast."
    doe(folder, Opdracht(("n-2.1-1",), datum=DAG, reden="zo besloten", dossiertekst=keus))
    chosen = stand(folder)["1"]
    assert chosen.geldende_tekst == (new if keus is Keus.OVERNEMEN else old)
    assert (chosen.tekst, chosen.dossiertekst) == (new, None)
    assert chosen.status is (Status.VASTGESTELD if keus is Keus.OVERNEMEN else Status.GEWIJZIGD)
    about = {each.code for each in check(geopend(folder)).findings if "n-2.1-1" in each.message}
    assert not about & {"BR407", "BR419", "BR420", "BR433", "BR440", "BR462"}
    assert lees_ronde_in(geopend(folder), Inlezen(vandaag=NA)).needs_a_look is False


def test_what_is_no_longer_in_the_dossier_is_asked_alone_and_stays_when_a_person_says_so(folder: Path) -> None:
    lees(folder, "- De provincie betaalt de helft.", VOOR)
    assert stand(folder)["1"].verdwenen is not None
    assert doe(folder, Opdracht(("noord",)))[1] == "  ongemoeid, want niet meer in het dossier: n-2.1-1"
    assert doe(folder, Opdracht(("n-2.1-1",))) == ("n-2.1-1: vastgesteld",)
    kept = stand(folder)["1"]
    assert (kept.status, kept.verdwenen) == (Status.VASTGESTELD, None)


def test_without_two_texts_there_is_nothing_to_choose(folder: Path) -> None:
    order = Opdracht(("n-2.1-1",), datum=DAG, reden="x", dossiertekst=Keus.OVERNEMEN)
    assert [each.code for each in plan(geopend(folder), order).meldingen] == ["BR445"]


def test_a_yet_newer_dossier_changes_a_text_that_nobody_decided_about(folder: Path) -> None:
    lees(folder, LATER, NA)
    lees(folder, LATER.replace("een kanaal", "een breed kanaal"), NA)
    late = stand(folder)["3"]
    assert (late.tekst, late.dossiertekst) == ("- Het Rijk graaft een breed kanaal.", None)
    assert late.na_overleg is not None


def test_an_older_dossier_put_back_leaves_no_second_text_and_what_it_lacks_is_not_agreed(folder: Path) -> None:
    lees(folder, LATER, NA)
    lees(folder, EERST, NA)
    assert stand(folder)["1"].dossiertekst is None
    assert doe(folder, Opdracht(("noord",)))[:2] == (
        "2 afspraken van noord vastgesteld",
        "  ongemoeid, want bijgekomen na het overleg: n-2.1-3",
    )


def test_advice_never_sweeps(folder: Path) -> None:
    lees(folder, LATER, NA)
    doe(folder, Opdracht(("noord",)))
    advised = {each.code: each.label or "" for each in check(open_round(folder)).findings if each.place}
    for code in ("BR433", "BR440"):
        assert "brief vaststellen n-2.1-" in advised[code]
    assert not any("brief vaststellen noord" in label for label in advised.values())


def test_a_concept_says_what_nobody_decided_about_in_letter_and_list(folder: Path) -> None:
    lees(folder, LATER, NA)
    doe(folder, Opdracht(("noord",)))
    made = make(Maken(folder))
    assert made.samenstelling is not None, made.findings
    for document in (made.samenstelling.kamerbrief, made.samenstelling.afsprakenlijst):
        marks = [plain([each.block]) for each in document.body if each.role is Role.CONCEPT]
        marks = [each for each in marks if each.startswith("[Nog niet vastgesteld")]
        assert any("het dossier heeft een nieuwere tekst" in each for each in marks), document.name
        assert any("bijgekomen na het overleg" in each for each in marks), document.name
    todo = "\n".join(made_lines(made))
    assert "1 afspraak bijgekomen na het overleg, nog niet besloten: n-2.1-3" in todo
    assert "1 afspraak met een nieuwere tekst van het dossier, nog niet gekozen: n-2.1-1" in todo


def test_where_nothing_is_decided_one_line_says_so(folder: Path) -> None:
    made = make(Maken(folder))
    assert made.samenstelling is not None, made.findings
    for document in (made.samenstelling.kamerbrief, made.samenstelling.afsprakenlijst):
        said = [plain([each.block]) for each in document.body]
        assert sum(each.startswith("[Nog niet vastgesteld: over de afspraken in d") for each in said) == 1


def test_where_all_is_decided_nothing_is_marked(folder: Path) -> None:
    doe(folder, Opdracht(("noord",)))
    made = make(Maken(folder))
    assert made.samenstelling is not None, made.findings
    for document in (made.samenstelling.kamerbrief, made.samenstelling.afsprakenlijst):
        assert not any("vastgesteld" in plain([each.block]) for each in document.body)
