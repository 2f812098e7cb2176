"""One at a time: a folder is held by who reads a file in it, changes it and writes it back.

The lock is the system's own, on a hidden file in the folder, so that it also holds between machines on a shared drive,
and ends with its process. Where a drive knows no locks the file itself is the lock: who makes it, has it. The file says
who is at work, and is taken away afterwards.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.owner import who

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCK = ".bezig"
PATIENCE = 5.0
"""How many seconds to wait for another; a command of ours is done sooner."""

_PAUSE = 0.02
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL}
_held = threading.local()


@contextmanager
def holding(folder: Path, patience: float | None = None) -> Iterator[tuple[Diagnostic, ...]]:
    """Hold a folder for as long as the block lasts; gives a finding when another holds it and does not let go.

    With a finding the folder is not held, and nothing may be written. Holding what this thread holds already is free.
    Raises OSError when the folder is not there or takes no file.
    """
    path = Path(os.path.realpath(folder)) / LOCK
    if path in _mine():
        yield ()
        return
    try:
        let_go = _taken(path, PATIENCE if patience is None else patience)
    except OSError as error:
        raise OSError(error.errno, error.strerror, folder.as_posix()) from error
    if let_go is None:
        yield (_busy(folder, path),)
        return
    _mine().add(path)
    try:
        yield ()
    finally:
        _mine().discard(path)
        let_go()


def clear_lock(folder: Path) -> None:
    """Take away a lock that a stopped process left in a folder; one that is held stays."""
    path = folder / LOCK
    with suppress(OSError):
        if path.exists() and (let_go := _try(path)) is not None:
            let_go()


def _mine() -> set[Path]:
    """Give the locks that this thread has."""
    if not hasattr(_held, "paths"):
        _held.paths = set[Path]()
    paths: set[Path] = _held.paths
    return paths


def _taken(path: Path, patience: float) -> Callable[[], None] | None:
    """Take the lock and give what lets it go; None when another kept it for as long as we wait."""
    last = time.monotonic() + patience
    while (let_go := _try(path)) is None:
        if time.monotonic() > last:
            return None
        time.sleep(_PAUSE)
    return let_go


def _try(path: Path) -> Callable[[], None] | None:
    """Take the lock when it is free; None when another has it, or is letting it go this very moment."""
    from filelock import lock_descriptor  # takes a tenth of a second to import, which only who writes must pay

    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except PermissionError:
        if sys.platform == "win32" and path.exists():  # pragma: no cover - a lock that is being taken away
            return None
        raise
    let_go: Callable[[], None] | None = None
    try:
        # a lock on a file that lost its name is a lock on nothing
        if lock_descriptor(lock, blocking=False) and _is_named(lock, path):
            let_go = _native(path, lock)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        let_go = _soft(path, lock)
    finally:
        if let_go is None:
            os.close(lock)
    return let_go


def _native(path: Path, lock: int) -> Callable[[], None]:
    """Sign a lock that was taken; give what lets it go."""
    _sign(lock)

    def let_go() -> None:
        with suppress(OSError):
            path.unlink()
        os.close(lock)
        if sys.platform == "win32":  # pragma: no cover - there an open file keeps its name
            with suppress(OSError):
                path.unlink()

    return let_go


def _soft(path: Path, lock: int) -> Callable[[], None] | None:
    """Take a lock on a drive that knows none: a file that only one can make. None when another made it."""
    from filelock import SoftFileLock, Timeout

    soft = SoftFileLock(path.with_name(f"{LOCK}-slot"), thread_local=False)
    try:
        soft.acquire(blocking=False)
    except Timeout:
        return None
    signed = _native(path, lock)

    def let_go() -> None:
        signed()
        soft.release()

    return let_go


def _is_named(lock: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.stat())
    except FileNotFoundError:
        return False


def _sign(lock: int) -> None:
    """Write in the lock who has it, and since when; its first byte is what Windows locks, and nobody may read that."""
    with suppress(OSError):  # on a full disk the lock holds all the same
        os.ftruncate(lock, 0)
        os.write(lock, f"\n{who()}, sinds {time.strftime('%H:%M:%S')}".encode("utf-8", "replace"))


def _signature(path: Path) -> str:
    """Read who has the lock; empty when that cannot be known."""
    try:
        lock = os.open(path, os.O_RDONLY)
    except OSError:
        return ""
    try:
        os.lseek(lock, 1, os.SEEK_SET)
        return os.read(lock, 500).decode("utf-8", "replace").strip()
    except OSError:
        return ""
    finally:
        os.close(lock)


def _busy(folder: Path, path: Path) -> Diagnostic:
    owner = _signature(path) or "een ander programma"
    message = f"in deze map wordt al gewerkt: {owner}"
    hint = "er is niets geschreven; geef de opdracht nog een keer als dat klaar is"
    return Diagnostic("BR028", Severity.FOUT, message, Place(folder.as_posix()), hint=hint)
