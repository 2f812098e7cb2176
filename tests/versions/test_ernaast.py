"""Work beside ours: what comes of it is the same whatever way it goes, and whatever befalls the copy that does it."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import TYPE_CHECKING, TypeVar

import pytest

from brief.versions import beside
from brief.versions.beside import Beside, Here, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Outcome = TypeVar("Outcome")
HERE = os.getpid()
SMALL, LARGE = False, True
copies = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")


@pytest.fixture(autouse=True)
def may_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy whenever the system can, however many cores there are and threads the test runner has."""
    monkeypatch.setattr(beside, "_may_copy", lambda: hasattr(os, "fork"))


@pytest.fixture(autouse=True)
def no_copy_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at the copies alone: a browser of other tests may be a child of this process too."""
    copied: list[int] = []
    fork = getattr(os, "fork", None)
    files = _open_files()

    def counted() -> int:
        assert fork is not None
        copied.append(fork())
        return copied[-1]

    if fork is not None:
        monkeypatch.setattr(os, "fork", counted)
    yield
    for copy in copied:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)
    assert _open_files() == files


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


def then(work: Callable[[object], Outcome]) -> Callable[[object], Callable[[object], Outcome]]:
    """Give work of which only the second step does something."""
    return lambda _: work


def begin(elsewhere: Beside[object, object, Outcome], given: object, *, is_large: bool) -> Work[object, Outcome]:
    work = elsewhere.begin("eerst")
    work.give(given, is_large=is_large)
    return work


def who_and_what(given: object) -> tuple[int, object]:
    return os.getpid(), given


@copies
@pytest.mark.parametrize("is_large", [SMALL, LARGE])
def test_the_work_is_done_in_another_process_and_what_it_gives_comes_back(is_large: bool) -> None:
    with Beside(then(who_and_what)) as ernaast:
        begun = [begin(ernaast, text * 300_000, is_large=is_large) for text in "éà"]
        found = [each.result() for each in begun]
    assert [text for _, text in found] == ["é" * 300_000, "à" * 300_000]
    assert len({HERE, *(pid for pid, _ in found)}) == 3


@copies
def test_a_copy_that_waits_has_loaded_what_the_work_needs_and_this_process_has_not() -> None:
    loaded: list[int] = []

    def has_loaded(_: object) -> list[int]:
        return list(loaded)

    with Beside(then(has_loaded), load=lambda: loaded.append(os.getpid())) as ernaast:
        first, second = begin(ernaast, 1, is_large=SMALL), begin(ernaast, 2, is_large=SMALL)
        assert first.result() == second.result() != [HERE]
    assert loaded == []


@copies
def test_what_is_too_large_to_send_needs_not_be_able_to_travel() -> None:
    def given() -> str:  # a value that cannot travel
        return "gezegd"

    def who_and_says(_: object) -> tuple[int, str]:
        return os.getpid(), given()

    with Beside(then(who_and_says)) as ernaast:
        pid, said = begin(ernaast, given, is_large=LARGE).result()
    assert said == "gezegd"
    assert pid != HERE


@copies
def test_when_all_places_are_taken_the_work_is_done_here() -> None:
    with Beside(then(who_and_what), places=1) as ernaast:
        first, second = begin(ernaast, 1, is_large=SMALL), begin(ernaast, 2, is_large=SMALL)
        assert second.result() == (HERE, 2)
        assert first.result()[0] != HERE


def dies(_: object) -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def sleeps(_: object) -> None:
    time.sleep(3600)  # longer than a test may take


def fails_in_the_copy(_: object) -> int:
    if os.getpid() != HERE:
        raise MemoryError
    return os.getpid()


def dies_while_it_answers(_: object) -> object:
    return _Dies() if os.getpid() != HERE else HERE


class _Dies:
    def __reduce__(self) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


@pytest.mark.parametrize("is_large", [SMALL, LARGE])
@pytest.mark.parametrize("work", [dies, fails_in_the_copy, dies_while_it_answers])
def test_work_of_a_copy_that_does_not_finish_is_done_here(work: Callable[[object], object], is_large: bool) -> None:
    with Beside(then(work)) as ernaast:
        assert begin(ernaast, 1, is_large=is_large).result() == HERE


@pytest.mark.parametrize("is_large", [SMALL, LARGE])
def test_what_cannot_come_back_from_another_process_is_made_here(is_large: bool) -> None:
    def cannot_travel(_: object) -> object:
        return threading.Lock()

    with Beside(then(cannot_travel)) as ernaast:
        assert isinstance(begin(ernaast, 1, is_large=is_large).result(), type(threading.Lock()))


def test_what_cannot_go_to_another_process_is_worked_on_here() -> None:
    with Beside(then(who_and_what)) as ernaast:
        given = lambda: "gezegd"  # noqa: E731 - a value that cannot travel
        assert begin(ernaast, given, is_large=SMALL).result() == (HERE, given)


def test_a_copy_that_cannot_load_leaves_the_work_to_us() -> None:
    def fails() -> None:
        raise ImportError

    with Beside(then(who_and_what), load=fails) as ernaast:
        assert begin(ernaast, "x" * 1_000_000, is_large=SMALL).result() == (HERE, "x" * 1_000_000)


@pytest.mark.parametrize("is_large", [SMALL, LARGE])
def test_a_result_from_elsewhere_that_is_not_sound_is_made_anew_here(is_large: bool) -> None:
    with Beside(then(who_and_what), sound=lambda found: found[0] == HERE) as ernaast:
        assert begin(ernaast, 1, is_large=is_large).result() == (HERE, 1)


@pytest.mark.parametrize("is_large", [SMALL, LARGE])
def test_a_mistake_in_the_work_is_raised_to_the_one_who_asks(is_large: bool) -> None:
    def wrong(_: object) -> None:
        raise ValueError("fout")

    with Beside(then(wrong)) as ernaast, pytest.raises(ValueError, match="fout"):
        begin(ernaast, 1, is_large=is_large).result()


@copies
@pytest.mark.parametrize("is_large", [SMALL, LARGE])
def test_a_copy_that_nobody_waits_for_is_ended(is_large: bool) -> None:
    def stopped() -> None:
        with Beside(then(sleeps)) as ernaast:
            begin(ernaast, 1, is_large=is_large)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()


@copies
def test_a_copy_that_was_given_nothing_goes_away_by_itself() -> None:
    """The second of the waiting copies is no child of ours: it sees that nobody will give it anything any more."""
    reading, writing = os.pipe()
    with Beside(then(who_and_what)):
        pass
    os.close(writing)
    with open(reading, "rb") as ended:
        assert ended.read() == b""  # comes to an end when no copy holds the other side any more


def test_without_room_for_another_process_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full, raising=False)
    with Beside(then(who_and_what)) as ernaast:
        assert [begin(ernaast, 1, is_large=is_large).result() for is_large in (SMALL, LARGE)] == [(HERE, 1)] * 2


def test_beside_another_thread_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold that a lock of another thread is never copied while it is held."""
    monkeypatch.undo()
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        with Beside(then(who_and_what)) as ernaast:
            assert [begin(ernaast, 1, is_large=is_large).result() for is_large in (SMALL, LARGE)] == [(HERE, 1)] * 2
    finally:
        stop.set()
        other.join()


def who_twice(first: object) -> Callable[[object], tuple[int, object, int, object]]:
    who = os.getpid()
    return lambda given: (who, first, os.getpid(), given)


@copies
def test_the_first_step_is_done_where_the_second_will_be() -> None:
    with Beside(who_twice) as ernaast:
        work = ernaast.begin(1)
        work.give(2)
        one, first, other, given = work.result()
    assert (first, given) == (1, 2)
    assert one == other != HERE


def fails_first(first: object) -> Callable[[object], object]:
    if os.getpid() != HERE:
        raise MemoryError
    return lambda given: (first, given)


@pytest.mark.parametrize("is_large", [SMALL, LARGE])
def test_work_of_which_the_first_step_fails_elsewhere_is_done_here(is_large: bool) -> None:
    with Beside(fails_first) as ernaast:
        assert begin(ernaast, 1, is_large=is_large).result() == ("eerst", 1)


@copies
def test_work_that_is_begun_and_given_nothing_is_ended() -> None:
    with Beside(who_twice) as ernaast:
        ernaast.begin(1)


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system does not say which cores may be used")
def test_on_one_core_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert beside._may_copy() == hasattr(os, "fork")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert not beside._may_copy()


def test_here_the_work_is_done_when_its_result_is_asked_for() -> None:
    done: list[object] = []
    work = Here(then(done.append)).begin(1)
    work.give(2)
    assert done == []
    work.result()
    assert done == [2]
