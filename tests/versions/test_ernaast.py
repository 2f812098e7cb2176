"""Work beside ours: what comes of it is the same with and without a copy of the process, whatever befalls the copy."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from brief.versions import beside
from brief.versions.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = os.getpid()
LARGE = 301
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


@copies
def test_the_work_is_done_in_another_process_and_what_it_gives_comes_back() -> None:
    with Beside(lambda: (os.getpid(), "é" * 300_000), LARGE) as ernaast:
        pid, text = ernaast.result()
    assert pid != HERE
    assert text == "é" * 300_000


def dies() -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def fails_in_the_copy() -> int:
    if os.getpid() != HERE:
        raise MemoryError
    return os.getpid()


def gives_what_cannot_travel() -> object:
    return lambda: None if os.getpid() != HERE else os.getpid()


@pytest.mark.parametrize("work", [dies, fails_in_the_copy])
def test_work_of_a_copy_that_does_not_finish_is_done_here(work: Callable[[], int]) -> None:
    with Beside(work, LARGE) as ernaast:
        assert ernaast.result() == HERE


def test_what_cannot_go_from_one_process_to_another_is_made_here() -> None:
    with Beside(gives_what_cannot_travel, LARGE) as ernaast:
        assert callable(ernaast.result())


def test_a_mistake_in_the_work_is_raised_to_the_one_who_asks() -> None:
    def wrong() -> None:
        raise ValueError("fout")

    with Beside(wrong, LARGE) as ernaast, pytest.raises(ValueError, match="fout"):
        ernaast.result()


@copies
def test_a_copy_that_nobody_waits_for_is_ended() -> None:
    with pytest.raises(KeyboardInterrupt), Beside(threading.Event().wait, LARGE):
        raise KeyboardInterrupt


def test_without_room_for_another_process_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full, raising=False)
    with Beside(os.getpid, LARGE) as ernaast:
        assert ernaast.result() == HERE


def test_beside_another_thread_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold that a lock of another thread is never copied while it is held."""
    monkeypatch.undo()
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        with Beside(os.getpid, LARGE) as ernaast:
            assert ernaast.result() == HERE
    finally:
        stop.set()
        other.join()


@copies
def test_work_that_is_not_worth_a_copy_is_done_here() -> None:
    with Beside(os.getpid, 300) as ernaast:
        assert ernaast.result() == HERE
