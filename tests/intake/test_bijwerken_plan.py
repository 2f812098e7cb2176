"""A newer dossier: ids stay, new text comes where nobody decided, and a person's work is never overwritten."""

from __future__ import annotations

import datetime

import pytest

from brief.domain import Afspraak, Besluit, Status
from brief.intake.answers import Antwoorden
from brief.intake.base import Basis, basis_of, basis_text, read_basis
from brief.intake.fitting import eerste_basis, new_ids
from brief.intake.three_way import Soort
from brief.sources.write import afspraak_lines
from intake.bijwerkvoorbeeld import (
    ENERGIE,
    NATUUR,
    WATER,
    WONEN,
    dossier,
    gelezen,
    nieuwe_versie,
    werk_bij,
    yaml_of,
)

OLD = (("2.3", "Water", WATER), ("2.4", "Wonen", WONEN), ("2.4", "Wonen", NATUUR))
NIEUW_WATER = WATER.replace("beekdalen", "beekdalen en de vennen")


def test_ids_stay_with_their_afspraken_when_the_numbers_shift() -> None:
    done = nieuwe_versie(
        OLD, [("2.3", "Energie", ENERGIE), ("2.4", "Water", WATER), ("2.5", "Wonen", WONEN), ("2.5", "Wonen", NATUUR)]
    )
    assert [(a.id, a.agendapunt) for a in done.bestand.afspraken] == [
        ("nw-2.3-2", "2.3 Energie"),
        ("nw-2.3-1", "2.4 Water"),
        ("nw-2.4-1", "2.5 Wonen"),
        ("nw-2.4-2", "2.5 Wonen"),
    ]
    assert done.plan.is_volledig
    assert done.bestand.dossier is not None
    assert done.bestand.dossier.versie == "v2"


def test_a_text_that_only_the_dossier_changed_is_replaced() -> None:
    done = nieuwe_versie(OLD, [("2.3", "Water", NIEUW_WATER), *OLD[1:]])
    assert done.soorten()["nw-2.3-1"] is Soort.NIEUWE_TEKST
    assert done.teksten()["nw-2.3-1"] == NIEUW_WATER


def test_a_text_that_only_a_person_changed_is_kept() -> None:
    done = nieuwe_versie(OLD, [*OLD, ("2.5", "Energie", ENERGIE)], ("hoge zandgronden", "lage zandgronden"))
    assert done.teksten()["nw-2.3-1"] == WATER.replace("hoge", "lage")
    assert done.soorten()["nw-2.3-1"] is Soort.ONGEWIJZIGD


BESLUIT = "status: voorgesteld\n    besluit: {datum: 2026-09-09, reden: aan tafel"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("hoge zandgronden", "lage zandgronden", "met de hand gewijzigd"),
        ("status: voorgesteld", "status: vastgesteld", "vastgesteld"),
        ("status: voorgesteld", "status: aangehouden\n    besluit: {datum: 2026-09-09, reden: later}", "aangehouden"),
        ("status: voorgesteld", "status: vervallen\n    besluit: {datum: 2026-09-09, reden: later}", "vervallen"),
        ("status: voorgesteld", BESLUIT + ", tekst: Anders.}", "besluit"),
    ],
)
def test_work_of_a_person_in_the_way_keeps_both_texts(before: str, after: str, reason: str) -> None:
    done = nieuwe_versie(OLD[:1], [("2.3", "Water", NIEUW_WATER)], (before, after))
    (afspraak,) = done.bestand.afspraken
    assert done.stap("nw-2.3-1").soort is Soort.CONFLICT
    assert reason in done.stap("nw-2.3-1").reden
    assert afspraak.tekst == WATER.replace(before, after)
    assert afspraak.dossiertekst == NIEUW_WATER
    assert (done.stap("nw-2.3-1").oud, done.stap("nw-2.3-1").nieuw) == (afspraak.tekst, NIEUW_WATER)


def test_a_conflict_that_is_open_takes_the_text_of_a_third_version() -> None:
    done = nieuwe_versie(OLD[:1], [("2.3", "Water", NIEUW_WATER)], ("status: voorgesteld", "status: vastgesteld"))
    third = werk_bij(done.yaml, dossier(("2.3", "Water", f"{NIEUW_WATER} Ook in 2030."), versie="v3"), done.plan.basis)
    (afspraak,) = third.bestand.afspraken
    assert (afspraak.tekst, afspraak.dossiertekst) == (WATER, f"{NIEUW_WATER} Ook in 2030.")
    back = werk_bij(third.yaml, dossier(("2.3", "Water", WATER), versie="v4"), third.plan.basis)
    assert back.yaml.splitlines()[2:] == yaml_of(dossier(*OLD[:1])).replace("voorg", "vastg").splitlines()[2:]


def test_a_dossiertekst_that_a_person_changed_is_not_overwritten_and_asked_again() -> None:
    done = nieuwe_versie(OLD[:1], [("2.3", "Water", NIEUW_WATER)], ("status: voorgesteld", "status: vastgesteld"))
    mine = done.yaml.replace("en de vennen", "en mijn vennen")
    third = dossier(("2.3", "Water", f"{NIEUW_WATER} Ook in 2030."), versie="v3")
    stuck = werk_bij(mine, third, done.plan.basis)
    assert stuck.yaml == mine
    assert not stuck.plan.is_volledig
    assert stuck.stap("nw-2.3-1").nieuw == f"{NIEUW_WATER} Ook in 2030."
    line = next(line for line in mine.splitlines() if "mijn vennen" in line)
    free = mine.replace("    dossiertekst: |\n" + line + "\n", "")
    assert werk_bij(free, third, stuck.plan.basis).bestand.afspraken[0].dossiertekst == f"{NIEUW_WATER} Ook in 2030."


def test_what_disappeared_is_marked_and_returns_without_the_mark() -> None:
    done = nieuwe_versie(OLD, [OLD[0], OLD[2]])
    assert done.soorten()["nw-2.4-1"] is Soort.VERDWENEN
    gone = {a.id: a.verdwenen for a in done.bestand.afspraken}
    assert gone == {"nw-2.3-1": None, "nw-2.4-1": "v2", "nw-2.4-2": None}
    again = werk_bij(done.yaml, dossier(*OLD, versie="v3"), done.plan.basis)
    assert again.soorten()["nw-2.4-1"] is Soort.TERUG
    assert again.yaml.splitlines()[2:] == yaml_of(dossier(*OLD)).splitlines()[2:]


def test_a_mark_that_a_person_took_away_does_not_come_back() -> None:
    done = nieuwe_versie(OLD, [OLD[0], OLD[2]])
    kept = done.yaml.replace("    verdwenen: v2\n", "")
    again = werk_bij(kept, dossier(OLD[0], OLD[2], versie="v3"), done.plan.basis)
    assert "verdwenen" not in again.yaml


def test_a_new_afspraak_stands_after_the_one_before_it_in_the_dossier() -> None:
    new = [("2.1", "Nieuw", ENERGIE), OLD[0], OLD[1], ("2.4", "Wonen", "Almere bouwt een station."), OLD[2]]
    done = nieuwe_versie(OLD, new)
    assert [a.id for a in done.bestand.afspraken] == ["nw-2.1-1", "nw-2.3-1", "nw-2.4-1", "nw-2.4-3", "nw-2.4-2"]


def test_an_id_is_never_given_twice_not_even_that_of_one_removed() -> None:
    first = dossier(*OLD)
    without = yaml_of(first).split("  - id: nw-2.4-2")[0].rstrip() + "\n"
    second = werk_bij(without, dossier(OLD[0], OLD[1], versie="v2"), basis_of(first))
    assert [a.id for a in second.bestand.afspraken] == ["nw-2.3-1", "nw-2.4-1"]
    third = werk_bij(second.yaml, dossier(*OLD[:2], ("2.4", "Wonen", ENERGIE), versie="v3"), second.plan.basis)
    assert [a.id for a in third.bestand.afspraken] == ["nw-2.3-1", "nw-2.4-1", "nw-2.4-3"]


def test_one_that_a_person_took_away_does_not_come_back_but_a_new_text_of_it_is_reported() -> None:
    first = dossier(*OLD)
    without = yaml_of(first).split("  - id: nw-2.4-2")[0].rstrip() + "\n"
    same = werk_bij(without, dossier(*OLD, versie="v2"), basis_of(first))
    assert [a.id for a in same.bestand.afspraken] == ["nw-2.3-1", "nw-2.4-1"]
    changed = NATUUR.replace("hoger", "veel hoger")
    other = werk_bij(without, dossier(*OLD[:2], ("2.4", "Wonen", changed), versie="v2"), basis_of(first))
    assert [a.id for a in other.bestand.afspraken] == ["nw-2.3-1", "nw-2.4-1"]
    assert (other.stap("nw-2.4-2").soort, other.stap("nw-2.4-2").nieuw) == (Soort.WEGGEHAALD, changed)


def test_a_split_by_a_person_survives_a_new_reading() -> None:
    both = f"{WATER} {WONEN}"
    first = dossier(("2.3", "Water", both))
    split = yaml_of(first).replace(f" {WONEN}", "") + (
        f"\n  - id: nw-2.3-1b\n    agendapunt: 2.3 Water\n    tekst: |\n      {WONEN}\n    status: voorgesteld\n"
    )
    again = werk_bij(split, dossier(("2.3", "Water", both), OLD[2], versie="v2"), basis_of(first))
    assert again.teksten() == {"nw-2.3-1": WATER, "nw-2.3-1b": WONEN, "nw-2.4-1": NATUUR}
    follows = werk_bij(split, dossier(("2.3", "Water", WATER), ("2.3", "Water", WONEN), versie="v2"), basis_of(first))
    assert follows.teksten() == {"nw-2.3-1": WATER, "nw-2.3-1b": WONEN}


def test_the_number_in_a_numbered_list_is_no_change() -> None:
    old = [("2.3", "Water", f"1. {WATER}"), ("2.3", "Water", f"2. {WONEN}")]
    new = [("2.3", "Water", f"1. {ENERGIE}"), ("2.3", "Water", f"2. {WATER}"), ("2.3", "Water", f"3. {WONEN}")]
    done = nieuwe_versie(old, new)
    assert done.soorten() == {
        "nw-2.3-3": Soort.NIEUW,
        "nw-2.3-1": Soort.ONGEWIJZIGD,
        "nw-2.3-2": Soort.ONGEWIJZIGD,
    }


def test_a_title_that_a_person_gave_stays() -> None:
    done = nieuwe_versie(OLD[:1], [("2.5", "Water", WATER)], ("agendapunt: 2.3 Water", "agendapunt: 2.3 Zoet water"))
    assert done.bestand.afspraken[0].agendapunt == "2.3 Zoet water"


HALF = WATER.removesuffix(".")
TWIN = [("2.3", "Water", f"{HALF} vóór 2027."), ("2.3", "Water", f"{HALF} vóór 2028.")]


def test_what_is_not_certain_is_asked_and_nothing_of_it_is_written() -> None:
    done = nieuwe_versie(OLD[:2], [*TWIN, ("2.5", "Wonen", WONEN)])
    (vraag,) = done.plan.vragen
    assert (vraag.id, {each.bron for each in vraag.kandidaten}) == ("nw-2.3-1", {"nw-2.3-1", "nw-2.3-2"})
    assert done.teksten() == {"nw-2.3-1": WATER, "nw-2.4-1": WONEN}
    assert done.bestand.afspraken[1].agendapunt == "2.5 Wonen"
    assert done.bestand.dossier is not None
    assert done.bestand.dossier.versie == "v1", "the next reading must ask again"


def test_an_answer_is_followed() -> None:
    first, new = dossier(*OLD[:2]), dossier(*TWIN, OLD[1], versie="v2")
    yes = werk_bij(yaml_of(first), new, basis_of(first), Antwoorden({"nw-2.3-1": "nw-2.3-2"}))
    assert yes.teksten() == {"nw-2.3-2": TWIN[0][2], "nw-2.3-1": TWIN[1][2], "nw-2.4-1": WONEN}
    no = werk_bij(yaml_of(first), new, basis_of(first), Antwoorden(anders=frozenset({"nw-2.3-1"})))
    assert no.teksten() == {"nw-2.3-2": TWIN[0][2], "nw-2.3-3": TWIN[1][2], "nw-2.3-1": WATER, "nw-2.4-1": WONEN}
    assert no.soorten()["nw-2.3-1"] is Soort.VERDWENEN


def test_without_a_base_no_text_is_replaced() -> None:
    done = werk_bij(yaml_of(dossier(*OLD)), dossier(("2.3", "Water", NIEUW_WATER), *OLD[1:], versie="v2"), None)
    (conflict, *rest) = done.bestand.afspraken
    assert (conflict.tekst, conflict.dossiertekst) == (WATER, NIEUW_WATER)
    assert [(each.tekst, each.dossiertekst) for each in rest] == [(WONEN, None), (NATUUR, None)]


def test_a_base_of_another_version_than_the_file_is_no_reason_to_replace() -> None:
    first, second = dossier(*OLD[:1]), dossier(("2.3", "Water", NIEUW_WATER), versie="v2")
    third = dossier(("2.3", "Water", f"{NIEUW_WATER} Ook in 2030."), versie="v3")
    done = werk_bij(yaml_of(first), third, basis_of(second))
    assert (done.teksten(), done.bestand.afspraken[0].dossiertekst) == (
        {"nw-2.3-1": WATER},
        f"{NIEUW_WATER} Ook in 2030.",
    )


def test_a_reading_that_stopped_after_the_file_was_written_comes_to_the_same() -> None:
    first = dossier(*OLD)
    new = dossier(("2.1", "Energie", ENERGIE), ("2.3", "Water", NIEUW_WATER), OLD[1], versie="v2")
    done = werk_bij(yaml_of(first), new, basis_of(first))
    again = werk_bij(done.yaml, new, basis_of(first))
    assert again.yaml == done.yaml
    assert again.plan.basis == done.plan.basis


def test_the_first_base_of_an_older_file_follows_its_ids() -> None:
    first = dossier(*OLD)
    file = gelezen(yaml_of(first).replace(WATER, "Een heel andere zin van iemand.").replace(NATUUR, "- Nog iets."))
    assert eerste_basis(file.afspraken, first) == basis_of(first)


def test_an_added_afspraak_of_the_table_is_left_alone() -> None:
    first = dossier(*OLD[:1])
    added = Afspraak("nw-9", "noordwest", "9 X", ENERGIE, Status.TOEGEVOEGD, Besluit(datetime.date(2026, 9, 9), "x"))
    yaml = yaml_of(first) + "\n" + "\n".join(afspraak_lines(added)) + "\n"
    done = werk_bij(yaml, dossier(OLD[0], versie="v2"), basis_of(first))
    assert done.bestand.afspraken[1] == added


@pytest.mark.parametrize(
    ("wanted", "used", "given"),
    [
        ("nw-2.3-1", [], "nw-2.3-1"),
        ("nw-2.3-1", ["nw-2.3-1", "nw-2.3-7", "nw-2.3-1b"], "nw-2.3-8"),
        ("nw-2.3-1", ["nw-2.3-1", "nw-2.30-9"], "nw-2.3-2"),
        ("nw-2.3-1", ["nw-2.3-1", "nw-2.3-" + "9" * 5_000], "nw-2.3-2"),
    ],
)
def test_a_new_id_is_the_next_of_its_agendapunt(wanted: str, used: list[str], given: str) -> None:
    assert new_ids([wanted], used) == (given,)


def test_ids_that_are_given_at_once_are_not_given_twice_and_a_gap_that_nobody_knows_of_stays_open() -> None:
    wanted, used = ["nw-2.3-1", "nw-2.3-1", "nw-9-1"], ["nw-2.3-1", "nw-2.3-4"]
    assert new_ids(wanted, used) == ("nw-2.3-5", "nw-2.3-6", "nw-9-1")
    assert new_ids(["nw-2.3-3", "nw-9-1"], used) == ("nw-2.3-3", "nw-9-1")
    assert new_ids(["nw-2.3-3", "nw-9-1"], used, is_unsure=True) == ("nw-2.3-5", "nw-9-1")


def test_a_base_reads_back_and_a_damaged_one_is_refused() -> None:
    basis = basis_of(dossier(*OLD))
    text = basis_text(basis)
    assert read_basis(text) == basis
    for cut in range(0, len(text) - 2, 7):
        assert read_basis(text[:cut]) is None
    assert read_basis(text.replace('"publiceren": true', '"publiceren": 1')) is None
    assert read_basis(text.replace('"versie": 1', '"versie": 2')) is None
    assert isinstance(read_basis(text.replace(WATER, "x")), Basis)


def test_a_file_that_was_put_back_to_an_older_version_gets_the_newer_text_again() -> None:
    first, second = dossier(*OLD[:1]), dossier(("2.3", "Water", NIEUW_WATER), versie="v2")
    done = werk_bij(yaml_of(first), second, basis_of(second))
    assert done.bestand.afspraken[0].dossiertekst == NIEUW_WATER


def test_an_afspraak_that_a_person_made_is_not_taken_for_one_of_the_dossier_that_is_like_it() -> None:
    mine = "\n  - id: eigen-1\n    agendapunt: 2.4 Wonen\n    tekst: " + NATUUR.replace("hoger", "lager") + "\n"
    first = dossier(*OLD[:2])
    done = werk_bij(yaml_of(first) + mine, dossier(*OLD, versie="v2"), basis_of(first))
    assert done.plan.vragen == ()
    assert done.soorten()["nw-2.4-2"] is Soort.NIEUW
    assert done.bestand.afspraken[-1].dossiertekst is None


def test_a_question_stays_a_question_until_it_is_answered() -> None:
    old = [("2.1", "Wonen", WATER), ("2.3", "Water", WATER)]
    one, other = WATER.replace("hoge", "lage"), WATER.replace("werken", "maken")
    new = [("2.3", "Water", ENERGIE), ("2.3", "Water", one), ("2.4", "Wonen", NATUUR), ("2.4", "Wonen", other)]
    done = nieuwe_versie(old, new)
    assert {vraag.id for vraag in done.plan.vragen} == {"nw-2.1-1", "nw-2.3-1"}
    again = werk_bij(done.yaml, dossier(*new, versie="v2"), done.plan.basis)
    assert again.plan.vragen == done.plan.vragen
    assert again.yaml == done.yaml


@pytest.mark.parametrize(
    "text",
    [
        "geen json",
        "[]",
        '{"versie": 2}',
        basis_text(basis_of(dossier(*OLD))).replace('"publiceren": true', '"publiceren": 1', 1),
        basis_text(basis_of(dossier(*OLD))).replace('"bron": ', '"bronnen": ', 1),
        basis_text(basis_of(dossier(*OLD))).replace('"vergeven": [', '"vergeven": [1, ', 1),
        basis_text(basis_of(dossier(*OLD))).replace('"afspraken": [', '"afspraken": [null, ', 1),
        basis_text(basis_of(dossier(*OLD))).replace('"dossierversie": "v1"', '"dossierversie": 1', 1),
        basis_text(basis_of(dossier(*OLD))).replace('"versie": 1', '"versie": 1, "vragen": []', 1),
    ],
)
def test_a_base_in_another_form_is_no_base(text: str) -> None:
    assert read_basis(text) is None
