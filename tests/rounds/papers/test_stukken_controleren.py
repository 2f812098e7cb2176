"""Checking the references of a text or of a round, without a command."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from brief.rounds.papers.checking import Online, controleer_bestand, controleer_ronde
from kamerstuk.odataserver import Dienst, document, running
from rounds.papers.stukkenronde import geopend, ronde
from word.reading.bouwdoos import docx, p, r

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAG = datetime.date(2026, 9, 10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path / "2026")


def test_a_text_is_checked_in_the_order_of_its_places() -> None:
    text = "Kamerstukken II 2027/29, 29435, nr. 1.\n\nZie Kamerstuk 29 435, nr. XX.\n"
    done = controleer_bestand(text.encode(), "x.md", None)
    places = [(each.place.line, each.place.column) for each in done.meldingen if each.place]
    assert places == sorted(places)
    assert {"BR201", "BR203"} <= {each.code for each in done.meldingen}
    assert (done.failed, done.has_work) == (False, True)


def test_the_date_of_the_letter_counts_where_it_is_given() -> None:
    text = b"Kamerstukken II 2026/27, 29435, nr. 1."
    assert "BR204" not in [each.code for each in controleer_bestand(text, "x.md", None).meldingen]
    found = {each.code: each for each in controleer_bestand(text, "x.md", DAG).meldingen}
    assert {"BR204", "BR426"} <= set(found)
    assert str(found["BR426"].place) == "x.md"


def test_a_text_without_a_mistake_is_clean_and_a_remark_is_no_work() -> None:
    assert controleer_bestand(b"Kamerstuk 29 435, nr. 267.", "x.md", None).meldingen == ()
    done = controleer_bestand(b"Niets.", "x.md", DAG)
    assert ([each.code for each in done.meldingen], done.has_work) == (["BR426"], False)


def test_in_word_a_finding_names_the_paragraph_and_one_about_the_whole_stays_so() -> None:
    word = docx(p(r("Geachte voorzitter,")) + p(r("Zie Kamerstuk 29 435, nr. XX.")))
    done = controleer_bestand(word, "brief.docx", DAG)
    found = {each.code: str(each.place) for each in done.meldingen}
    assert found == {"BR201": "brief.docx, word/document.xml, alinea 2", "BR426": "brief.docx"}


def test_a_file_that_cannot_be_read_failed() -> None:
    done = controleer_bestand(b"PK\x03\x04kapot", "brief.docx", None)
    assert (done.failed, done.has_work) == (True, True)


def test_a_round_gives_only_what_is_about_its_papers(folder: Path) -> None:
    (folder / "kamerstukken.yaml").write_text("kst-29435-267:\n  titl: x\n  titel: Nota\n", "utf-8")
    done = controleer_ronde(geopend(folder))
    assert not done.failed
    assert "BR501" in [each.code for each in done.meldingen]
    in_register = (folder / "kamerstukken.yaml").as_posix()
    assert any(each.place and each.place.file == in_register for each in done.meldingen)
    assert all(
        each.code.startswith("BR2")
        or "kamerst" in str(each.place) + each.code
        or each.code in {"BR410", "BR425", "BR426", "BR501"}
        for each in done.meldingen
    )


def test_a_round_that_cannot_be_used_failed(tmp_path: Path) -> None:
    assert controleer_ronde(geopend(tmp_path)).failed


@pytest.fixture
def dienst() -> Iterator[Dienst]:
    yield from running(Dienst([document(267, Vergaderjaar="2024-2025"), document(26)]))


def test_online_the_open_data_is_asked_too(
    folder: Path, dienst: Dienst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    offline = controleer_ronde(geopend(folder))
    online = controleer_ronde(geopend(folder), Online(dienst.base))
    assert [each.code for each in online.meldingen][len(offline.meldingen) :] == ["BR231"]
    controleer_ronde(geopend(folder), Online(dienst.base))
    assert len(dienst.questions) == 1
    controleer_ronde(geopend(folder), Online(dienst.base, vernieuw=True))
    assert len(dienst.questions) == 2
