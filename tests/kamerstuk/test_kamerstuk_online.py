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


@pytest.fixture
def ander() -> Iterator[Dienst]:
    """Another server, with another paper under the same number."""
    yield from running(Dienst([document(267, Onderwerp="Van een ander")]))


def paper(key: str = "kst-29435-267", **velden: str) -> Stuk:
    entry, _ = stuk(key, GOOD | velden)
    assert entry is not None
    return entry


def service(dienst: Dienst, cache: Path | None = None, waits: list[float] | None = None) -> OpenData:
    return OpenData(dienst.base, cache, timeout=30, attempts=3, sleep=(waits if waits is not None else []).append)


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


@pytest.mark.parametrize("fault", ["429", "503", "500", "half", "json"])
def test_a_fault_that_passes_is_tried_again(dienst: Dienst, fault: str) -> None:
    dienst.faults = [fault]
    assert report(dienst, paper()) == []
    assert len(dienst.questions) == 2


def test_an_answer_that_stays_away_is_asked_for_again(dienst: Dienst) -> None:
    dienst.faults = ["slow"]
    data = service(dienst)
    data.timeout = 1
    assert report(dienst, paper(), data=data) == []
    assert len(dienst.questions) == 2


@pytest.mark.parametrize(
    ("fault", "code", "questions"),
    [
        ("503", "BR233", 3),
        ("429", "BR233", 3),
        ("html", "BR230", 1),
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
    data = OpenData(f"http://127.0.0.1:{port}/", None, timeout=30, attempts=2, sleep=lambda _: None)
    findings = look_up_all([paper(), paper("kst-29435-268")], {}, data)
    assert [finding.code for finding in findings] == ["BR230"]
    assert data.asked == 1


@pytest.mark.parametrize(
    "link",
    [
        '"https://elders.example/OData"',
        '"file:///etc/passwd"',
        '"http://[half"',
        '"een twee"',
        '"\\u2028"',
        '"\\ud800"',
        "5",
        "[]",
        '""',
    ],
)
def test_a_bad_link_to_a_next_page_is_reported_once_and_nothing_is_kept(
    dienst: Dienst, tmp_path: Path, link: str
) -> None:
    dienst.faults = [f"next {link}"] * 9
    assert codes(dienst, paper(), data=service(dienst, tmp_path)) == ["BR233"]
    assert len(dienst.questions) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", ["deep", "surrogate", "latin"])
def test_an_answer_that_is_no_text_or_too_deep_is_reported_and_never_kept(
    dienst: Dienst, tmp_path: Path, fault: str
) -> None:
    dienst.faults = [fault] * 9
    assert codes(dienst, paper(), data=service(dienst, tmp_path)) == ["BR233"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", ["301", "302", "303", "307", "308"])
def test_a_redirect_to_another_server_is_refused_said_and_never_kept(
    dienst: Dienst, ander: Dienst, tmp_path: Path, code: str
) -> None:
    dienst.faults = [f"{code} {ander.base}Document?$filter=x"] * 9
    ((found, message),) = report(dienst, paper(), paper("kst-29435-268"), data=service(dienst, tmp_path))
    assert found == "BR230"
    assert "verwijst door naar 127.0.0.1:" in message
    assert "2 stukken zijn niet opgezocht" in message
    assert ander.questions == []
    assert list(tmp_path.iterdir()) == []


def test_a_redirect_within_the_server_is_followed(dienst: Dienst) -> None:
    path = question(paper().referentie)
    dienst.faults = [f"302 {dienst.base}{path}"]
    assert report(dienst, paper()) == []


def test_a_web_page_instead_of_data_is_reported_once_for_all_papers(dienst: Dienst) -> None:
    dienst.faults = ["html"] * 9
    papers = [paper(), paper("kst-29435-268"), paper("kst-29435-269")]
    ((code, message),) = report(dienst, *papers)
    assert code == "BR230"
    assert "webpagina" in message
    assert "3 stukken zijn niet opgezocht" in message
    assert len(dienst.questions) == 1


def test_three_useless_answers_in_a_row_end_the_work(dienst: Dienst) -> None:
    dienst.faults = ["list"] * 9
    papers = [paper(f"kst-29435-{number}") for number in range(1, 9)]
    assert codes(dienst, *papers) == ["BR233", "BR233", "BR230"]


def test_a_service_that_asks_to_come_back_much_later_is_taken_at_its_word(dienst: Dienst) -> None:
    waits: list[float] = []
    dienst.faults = ["429 999999"] * 9
    ((code, message),) = report(dienst, paper(), paper("kst-29435-268"), data=service(dienst, waits=waits))
    assert code == "BR230"
    assert "later terug" in message
    assert waits == []


@pytest.mark.parametrize("fault", ["drip", "drip-head"])
def test_a_service_that_sends_a_byte_at_a_time_is_let_go_at_the_deadline(dienst: Dienst, fault: str) -> None:
    dienst.faults = [fault] * 9
    data = service(dienst)
    data.patience = 0.5
    ((code, message),) = report(dienst, paper(), paper("kst-29435-268"), data=data)
    assert code == "BR230"
    assert "te traag" in message


def test_retries_and_waits_stop_at_the_deadline(dienst: Dienst) -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    dienst.faults = ["503"] * 99
    data = OpenData(dienst.base, timeout=30, attempts=50, sleep=sleep, clock=lambda: now[0])
    assert codes(dienst, paper(), data=data) == ["BR230"]
    assert now[0] <= data.patience


def test_a_look_up_of_many_papers_ends_as_a_whole(dienst: Dienst) -> None:
    now = [0.0]

    def clock() -> float:
        now[0] += 4
        return now[0]

    data = OpenData(dienst.base, timeout=30, sleep=lambda _: None, clock=clock)
    dienst.rows = [document(number) for number in range(1, 30)]
    found = report(dienst, *(paper(f"kst-29435-{number}") for number in range(1, 30)), data=data)
    assert found[-1][0] == "BR230"
    assert len(dienst.questions) < 29


def test_pages_that_go_round_in_a_circle_end(dienst: Dienst) -> None:
    link = f"{dienst.base}Document?$filter=x"
    dienst.faults = [f'next "{link}"'] * 9
    assert codes(dienst, paper()) == ["BR233"]
    assert len(dienst.questions) == 2


def test_only_web_addresses_are_asked() -> None:
    with pytest.raises(ValueError, match="not a web address"):
        open_data("file:///etc/passwd")
