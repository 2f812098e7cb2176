"""Work that is done beside ours, on other cores, where the system can copy a running process; else here, and later.

Copies that are made at the beginning load what the work needs while the round is read, and wait for what they are
given. What is too large to be given is worked on in a copy of that moment, which has it already. What comes of it is
the same whatever way it goes: a copy that does not finish is as if it had never begun, and the work is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

Given = TypeVar("Given")
Result = TypeVar("Result")


class Work(Generic[Result]):
    """One piece of work: begun elsewhere when `back` is where its result can be read, else still to be done here."""

    def __init__(self, here: Callable[[], Result], sound: Callable[[Result], bool], back: int | None = None) -> None:
        self._here, self._sound, self._back = here, sound, back

    def result(self) -> Result:
        """Wait for what came of it. Raises what the work raises."""
        if self._back is not None:
            back, self._back = self._back, None
            with open(back, "rb", closefd=False) as sent, suppress(EOFError, pickle.UnpicklingError):
                found: Result = pickle.load(sent)  # noqa: S301 - written by our own copy
                if self._sound(found):
                    return found
        return self._here()


class Here(Generic[Given, Result]):
    """Does work when its result is asked for. What comes from elsewhere and is not `sound` does not count."""

    def __init__(self, work: Callable[[Given], Result], sound: Callable[[Result], bool] = lambda _: True) -> None:
        self._work, self._sound = work, sound

    def begin(self, given: Given, *, is_large: bool) -> Work[Result]:
        """Begin a piece of work; what `is_large` takes longer to send than to load what the work needs."""
        return Work(lambda: self._work(given), self._sound, self._elsewhere(given, is_large=is_large))

    def _elsewhere(self, given: Given, *, is_large: bool) -> int | None:  # noqa: ARG002 - here is room for all
        return None


class Beside(Here[Given, Result]):
    """Does work beside ours; what is given and what comes of it must be able to go from one process to another.

    `places` is how many copies wait for work from the beginning, when they have done `load`. Leaving the context ends
    what is still going on.
    """

    def __init__(
        self,
        work: Callable[[Given], Result],
        sound: Callable[[Result], bool] = lambda _: True,
        load: Callable[[], object] = lambda: None,
        places: int = 2,
    ) -> None:
        super().__init__(work, sound)
        self._load, self._places = load, places
        self._waiting: list[_Place] = []
        self._copies: list[int] = []
        self._open: list[int] = []

    def __enter__(self) -> Beside[Given, Result]:
        """Begin loading."""
        if self._places and _may_copy():
            places = [_Place() for _ in range(self._places)]
            if self._copied(lambda: self._wait(places)):
                self._waiting = places
            for place in places:
                os.close(place.task)
                os.close(place.result)
                self._open += [place.give, place.back]
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
        self._waiting, self._copies, self._open = [], [], []

    def _elsewhere(self, given: Given, *, is_large: bool) -> int | None:
        if is_large and _may_copy():
            back, result = os.pipe()
            self._open.append(back)
            begun = self._copied(lambda: self._answer(result, given))
            os.close(result)
            return back if begun else None
        if not self._waiting:
            return None
        place = self._waiting.pop()
        self._open.remove(place.give)
        with suppress(OSError, pickle.PicklingError, TypeError, AttributeError), open(place.give, "wb") as to:
            pickle.dump(given, to, pickle.HIGHEST_PROTOCOL)
        return place.back

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
                os.close(place.result)
        with open(mine.task, "rb") as sent:
            given: Given = pickle.load(sent)  # noqa: S301 - written by the process that this is a copy of
        self._answer(mine.result, given)

    def _answer(self, result: int, given: Given) -> NoReturn:
        with open(result, "wb") as back:
            pickle.dump(self._work(given), back, pickle.HIGHEST_PROTOCOL)
        os._exit(0)


class _Place:
    """Where one copy waits: the pipe that its task comes through, and the one that its result goes back through."""

    def __init__(self) -> None:
        self.task, self.give = os.pipe()
        self.back, self.result = os.pipe()


def _may_copy() -> bool:
    """Tell whether a copy of this process would gain something and can do no harm: a second core, a single thread."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1
