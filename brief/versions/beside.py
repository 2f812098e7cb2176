"""Work that is done beside ours, on other cores, where the system can copy a running process; else here, and later.

Work has two steps, so that the first can be done while we still make what the second needs. Copies that are made at the
beginning load what the work needs, and wait for what they are given. What is too large to be given is worked on in a
copy of that moment, which has it already. What comes of it is the same whatever way it goes: a copy that does not
finish is as if it had never begun, and the work is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from io import BufferedWriter
    from types import TracebackType

First = TypeVar("First")
Second = TypeVar("Second")
Result = TypeVar("Result")


class Here(Generic[First, Second, Result]):
    """Does each piece of work when its result is asked for."""

    def __init__(self, work: Callable[[First], Callable[[Second], Result]]) -> None:
        self._work = work

    def begin(self, first: First) -> Work[Second, Result]:
        """Begin a piece of work."""
        return Work(partial(_both, self._work, first))


class Work(Generic[Second, Result]):
    """One piece of work: its second step is given, and its result is asked for."""

    def __init__(self, here: Callable[[Second], Result]) -> None:
        self._here = here
        self._given: list[Second] = []

    def give(self, second: Second, *, is_large: bool = False) -> None:  # noqa: ARG002 - here is room for anything
        """Give what the second step needs; what `is_large` takes longer to send than the first step takes."""
        self._given = [second]

    def result(self) -> Result:
        """Wait for what came of it. Raises what the work raises."""
        return self._here(self._given[0])


class Beside(Here[First, Second, Result]):
    """Does work beside ours; what is given and what comes of it must be able to go from one process to another.

    A result from elsewhere that is not `sound` does not count. `places` is how many copies wait for work from the
    beginning, when they have done `load`. Leaving the context ends what is still going on.
    """

    def __init__(
        self,
        work: Callable[[First], Callable[[Second], Result]],
        sound: Callable[[Result], bool] = lambda _: True,
        load: Callable[[], object] = lambda: None,
        places: int = 2,
    ) -> None:
        super().__init__(work)
        self._sound, self._load, self._places = sound, load, places
        self._waiting: list[_Place] = []
        self._copies: list[int] = []
        self._open: set[int] = set()

    def __enter__(self) -> Beside[First, Second, Result]:
        """Begin loading."""
        if self._places and _may_copy():
            places = [_Place() for _ in range(self._places)]
            if self._copied(lambda: self._wait(places)):
                self._waiting = places
            for place in places:
                os.close(place.task)
                os.close(place.answer)
                self._open |= {place.give, place.back}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what is still going on: what waits or writes sees that nobody is there any more."""
        for each in self._open:
            os.close(each)
        for copy in self._copies:
            with suppress(ProcessLookupError):
                os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)
        self._waiting, self._copies, self._open = [], [], set()

    def begin(self, first: First) -> Work[Second, Result]:
        """Begin a piece of work, in a copy that waits if there is one."""
        place = self._waiting.pop() if self._waiting else None
        if place is not None:
            _send(place.give, first)
        return _Elsewhere(partial(_both, self._work, first), self, place)

    def sound(self, found: Result) -> bool:
        """Tell whether a result from elsewhere counts."""
        return self._sound(found)

    def send_last(self, place: _Place, what: object) -> int:
        """Send the last thing that a copy is waiting for; give where its result can be read."""
        _send(place.give, what)
        self._open.remove(place.give)
        os.close(place.give)
        return place.back

    def copied_now(self, answer: Callable[[], Result]) -> int | None:
        """Do work in a copy of this moment; give where its result can be read, None where nothing can be copied."""
        if not _may_copy():
            return None
        back, result = os.pipe()
        self._open.add(back)
        begun = self._copied(lambda: _answer(result, answer()))
        os.close(result)
        return back if begun else None

    def _copied(self, goes_on: Callable[[], NoReturn]) -> bool:
        """Copy this process; the copy goes on with something else, and never comes back here."""
        try:
            copy = os.fork()
        except OSError:  # no room for another process
            return False
        if not copy:
            try:
                for each in self._open:
                    os.close(each)
                goes_on()
            finally:  # whatever befell it, the one who asked does the work anew and meets it there
                os._exit(1)
        self._copies.append(copy)
        return True

    def _wait(self, places: Sequence[_Place]) -> NoReturn:
        """Be the copies that wait: load once, be one for each place, and do what is given there."""
        for place in places:
            os.close(place.give)
            os.close(place.back)
        self._load()
        *others, mine = places
        for place in others:
            if not os.fork():
                mine = place
                break
        for place in places:
            if place is not mine:
                os.close(place.task)
                os.close(place.answer)
        with open(mine.task, "rb") as sent:
            second_step = self._work(pickle.load(sent))  # noqa: S301 - written by the process that this is a copy of
            given: Second = pickle.load(sent)  # noqa: S301
        _answer(mine.answer, second_step(given))


class _Elsewhere(Work[Second, Result]):
    """Work in a place where a copy waits, or in a copy that is made when it is given something large."""

    def __init__(
        self, here: Callable[[Second], Result], beside: Beside[Any, Second, Result], place: _Place | None
    ) -> None:
        super().__init__(here)
        self._beside, self._place = beside, place
        self._back: int | None = None

    def give(self, second: Second, *, is_large: bool = False) -> None:
        """Give what the second step needs."""
        super().give(second)
        if is_large:
            self._back = self._beside.copied_now(lambda: self._here(second))
        if self._back is None and self._place is not None:
            self._back = self._beside.send_last(self._place, second)

    def result(self) -> Result:
        """Wait for what came of it, or do it here."""
        if self._back is not None:
            with open(self._back, "rb", closefd=False) as sent, suppress(EOFError, pickle.UnpicklingError):
                found: Result = pickle.load(sent)  # noqa: S301 - written by our own copy
                if self._beside.sound(found):
                    return found
        return super().result()


def _both(work: Callable[[First], Callable[[Second], Result]], first: First, second: Second) -> Result:
    return work(first)(second)


def halves(work: Callable[[First], Result], given: Sequence[First]) -> list[Result]:
    """Do the same work on each, those of the second half beside ours; give the results in order."""
    count = (len(given) + 1) // 2
    with Beside(partial(_each, work), places=0) as elsewhere:
        rest = elsewhere.begin(given[count:])
        rest.give(None, is_large=True)
        return [*map(work, given[:count]), *rest.result()]


def _each(work: Callable[[First], Result], given: Sequence[First]) -> Callable[[None], list[Result]]:
    return lambda _: [work(each) for each in given]


class _Place:
    """Where one copy waits: the pipe that its task comes through, and the one that its result goes back through."""

    def __init__(self) -> None:
        self.task, self.give = os.pipe()
        self.back, self.answer = os.pipe()


def _send(give: int, what: object) -> None:
    """Send to a copy; one that is gone, or what cannot travel, is seen when there comes no result."""
    with suppress(OSError, pickle.PicklingError, TypeError, AttributeError), _writing(give) as to:
        pickle.dump(what, to, pickle.HIGHEST_PROTOCOL)


def _writing(handle: int) -> BufferedWriter:
    return open(handle, "wb", closefd=False)


def _answer(handle: int, result: object) -> NoReturn:
    with _writing(handle) as back:
        pickle.dump(result, back, pickle.HIGHEST_PROTOCOL)
    os._exit(0)


def _may_copy() -> bool:
    """Tell whether a copy of this process would gain something and can do no harm: a second core, a single thread."""
    return hasattr(os, "fork") and _cores() > 1 and threading.active_count() == 1


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
