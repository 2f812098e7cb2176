"""Looking papers up: against a server on this machine that speaks the protocol of the open data, with its faults."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from brief.diagnostics import Place
from brief.kamerstuk import Stuk, from_key, stuk
from brief.kamerstuk.online import OpenData, look_up_all, open_data
from brief.kamerstuk.online.query import question
from kamerstuk.odataserver import Dienst, document, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOOD = {"titel": "Voorontwerp van de nota", "datum": "2024-06-21", "vergaderjaar": "2023-2024"}


@pytest.fixture
def dienst() -> Iterator[Dienst]:
    yield from running(Dienst([document(267)]))


def paper(key: str = "kst-29435-267", **velden: str) -> Stuk:
    entry, _ = stuk(key, GOOD | velden)
    assert entry is not None
    return entry


def service(dienst: Dienst, cache: Path | None = None, waits: list[float] | None = None) -> OpenData:
    return OpenData(dienst.base, cache, timeout=0.3, attempts=3, sleep=(waits if waits is not None else []).append)


def report(dienst: Dienst, *stukken: Stuk, data: OpenData | None = None) -> list[tuple[str, str]]:
    places = {each.sleutel: Place("kamerstukken.yaml", 1, 1) for each in stukken}
    return [(finding.code, finding.message) for finding in look_up_all(stukken, places, data or service(dienst))]


def codes(dienst: Dienst, *stukken: Stuk, data: OpenData | None = None) -> list[str]:
    return [code for code, _ in report(dienst, *stukken, data=data)]


def test_a_paper_that_agrees_gives_no_finding(dienst: Dienst) -> None:
    assert report(dienst, paper()) == []


@pytest.mark.parametrize(
    ("velden", "word"),
    [
        ({"titel": "Een andere titel"}, "titel"),
        ({"datum": "2024-06-20"}, "datum"),
        ({"vergaderjaar": "2022-2023"}, "vergaderjaar"),
        ({"url": "https://zoek.officielebekendmakingen.nl/kst-29435-276.html"}, "url"),
    ],
)
def test_what_differs_is_said_with_both_values(dienst: Dienst, velden: dict[str, str], word: str) -> None:
    ((code, message),) = report(dienst, paper(**velden))
    assert code == "BR231"
    assert f": {word} is volgens" in message
    assert velden[word] in message


def test_capitals_quotes_and_dashes_in_a_title_are_no_difference(dienst: Dienst) -> None:
    dienst.rows = [document(267, Onderwerp="«Voorontwerp» van de Nota")]
    assert report(dienst, paper()) == []


def test_an_opaque_id_of_the_kamer_is_reported_as_another_address(dienst: Dienst) -> None:
    dienst.rows = [document(267, HuidigeDocumentVersie={"ExterneIdentifier": "kst-1263281"})]
    ((_, message),) = report(dienst, paper())
    assert "https://zoek.officielebekendmakingen.nl/kst-1263281" in message


def test_a_chapter_is_not_mixed_up_with_another_chapter_of_the_same_budget(dienst: Dienst) -> None:
    dienst.rows = [
        document(12, 36600, "XXII"),
        document(12, 36600, "XII", Onderwerp="Iets anders"),
        document(12, 36600),
    ]
    assert report(dienst, paper("kst-36600-XXII-12", url="https://voorbeeld.nl")) == []


def test_a_removed_paper_does_not_count(dienst: Dienst) -> None:
    dienst.rows = [document(267, Verwijderd=True)]
    assert codes(dienst, paper()) == ["BR232"]
    dienst.rows = [document(267, Verwijderd=True, Onderwerp="Oude versie"), document(267)]
    assert report(dienst, paper()) == []


def test_two_papers_under_one_number_are_left_to_a_person(dienst: Dienst) -> None:
    dienst.rows = [document(267), document(267, DocumentNummer="2024D99999")]
    assert codes(dienst, paper()) == ["BR234"]


def test_pages_are_followed_to_the_end(dienst: Dienst) -> None:
    dienst.page_size = 2
    dienst.rows = [document(267, 29435, "A") for _ in range(5)] + [document(267)]
    assert report(dienst, paper()) == []
    assert len(dienst.questions) == 3


@pytest.mark.parametrize("key", ["kst-34682-AC", "kst-CLVI-A-n1", "kst-29435-3-n1", "h-tk-20232024-87-15", "kst-29435"])
def test_what_the_service_cannot_hold_is_not_asked_for(dienst: Dienst, key: str) -> None:
    assert codes(dienst, paper(key)) == ["BR235"]
    assert dienst.questions == []


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("2024D43452", "DocumentNummer eq '2024D43452'"),
        ("2024Z18173", "Nummer eq '2024Z18173'"),
        ("ah-tk-20242025-1244", "Aanhangselnummer eq '242501244'"),
        ("kst-1263281", "ExterneIdentifier eq 'kst-1263281'"),
        ("kst-36600-XXII-12", "d/Nummer eq 36600 and d/Toevoeging eq 'XXII') and Volgnummer eq 12"),
        ("kst-29435-267", "d/Toevoeging eq null"),
    ],
)
def test_each_kind_of_paper_is_asked_for_in_its_own_way(key: str, part: str) -> None:
    from urllib.parse import unquote

    reference = from_key(key)
    assert reference is not None
    asked = unquote(question(reference) or "")
    assert part in asked
    assert "Verwijderd eq false" in asked


@pytest.mark.parametrize("fault", ["429", "503", "500", "half", "json", "html", "slow"])
def test_a_fault_that_passes_is_tried_again(dienst: Dienst, fault: str) -> None:
    dienst.faults = [fault]
    assert report(dienst, paper()) == []
    assert len(dienst.questions) == 2


@pytest.mark.parametrize(
    ("fault", "code", "questions"),
    [
        ("503", "BR233", 3),
        ("429", "BR233", 3),
        ("html", "BR233", 3),
        ("half", "BR233", 3),
        ("404", "BR233", 1),
        ("list", "BR233", 1),
        ("rows", "BR233", 1),
    ],
)
def test_a_fault_that_stays_is_reported_and_nothing_is_made_up(
    dienst: Dienst, fault: str, code: str, questions: int
) -> None:
    dienst.faults = [fault] * 9
    assert codes(dienst, paper()) == [code]
    assert len(dienst.questions) == questions


def test_waiting_grows_and_heeds_what_the_service_asks(dienst: Dienst) -> None:
    dienst.faults = ["503", "429"]
    waits: list[float] = []
    assert report(dienst, paper(), data=service(dienst, waits=waits)) == []
    assert waits == [3.0, 2.0, 3.0, 4.0]


def test_one_connection_at_a_time_and_a_pause_between_questions(dienst: Dienst) -> None:
    waits: list[float] = []
    dienst.rows = [document(267), document(268)]
    look_up_all([paper(), paper("kst-29435-268")], {}, service(dienst, waits=waits))
    assert dienst.most_open == 1
    assert waits == [1.0]


def test_an_answer_is_kept_on_disk_until_asked_anew(dienst: Dienst, tmp_path: Path) -> None:
    assert report(dienst, paper(), data=service(dienst, tmp_path)) == []
    assert report(dienst, paper(), data=service(dienst, tmp_path)) == []
    assert len(dienst.questions) == 1
    renewed = service(dienst, tmp_path)
    renewed.renew = True
    assert report(dienst, paper(), data=renewed) == []
    assert len(dienst.questions) == 2


def test_a_broken_cache_is_passed_by_and_a_failure_is_never_kept(dienst: Dienst, tmp_path: Path) -> None:
    dienst.faults = ["404"]
    assert codes(dienst, paper(), data=service(dienst, tmp_path)) == ["BR233"]
    assert list(tmp_path.iterdir()) == []
    assert report(dienst, paper(), data=service(dienst, tmp_path)) == []
    (kept,) = tmp_path.iterdir()
    kept.write_text("{half")
    assert report(dienst, paper(), data=service(dienst, tmp_path)) == []


def test_without_network_there_is_one_finding_and_no_more_questions() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = OpenData(f"http://127.0.0.1:{port}/", None, timeout=0.3, attempts=2, sleep=lambda _: None)
    findings = look_up_all([paper(), paper("kst-29435-268")], {}, data)
    assert [finding.code for finding in findings] == ["BR230"]
    assert data.asked == 1


def test_a_next_page_on_another_server_is_not_followed(dienst: Dienst) -> None:
    data = service(dienst)
    assert data._next(dienst.base, "https://elders.example/OData") is None
    assert data._next(dienst.base, f"{dienst.base}Document?$skiptoken=2") == f"{dienst.base}Document?$skiptoken=2"


def test_only_web_addresses_are_asked() -> None:
    with pytest.raises(ValueError, match="not a web address"):
        open_data("file:///etc/passwd")
