"""Read a file, and write one: whole or not at all, and never over a change that was not seen."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason
from brief.disk.exchange import exchange, rename_new
from brief.disk.locks import holding
from brief.disk.owner import CODE, is_gone, this_process
from brief.disk.recording import recorder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNFINISHED = ".tmp"
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MOST_SAVES = 20
"""How often another may save at the very moment of our rename before we leave it at that."""


def read_file(path: Path) -> bytes:
    """Read a file whole.

    Raises OSError when that cannot be done, also for what has no end or waits for another: a device, a pipe, a socket.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError:  # a character that no name of a file can have
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from None
    with os.fdopen(handle, "rb") as stream:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))
        return stream.read()


def bytes_of(path: Path) -> bytes | None:
    """Read a file whole, None when it is not there. Raises OSError when that cannot be told."""
    try:
        return read_file(path)
    except FileNotFoundError:
        return None


def sha256(data: bytes) -> str:
    """Give the SHA-256 of bytes in hexadecimal: by it is told whether a file is as it was."""
    return hashlib.sha256(data).hexdigest()


def hash_of(path: Path) -> str | None:
    """Give the SHA-256 of what a file holds now, None when it is not there.

    Raises OSError when that cannot be told: what cannot be read is not the same, and not gone either.
    """
    data = bytes_of(path)
    return None if data is None else sha256(data)


def replace_file(path: Path, data: bytes, *, read_as: str | None) -> tuple[Diagnostic, ...]:
    """Put `data` in the place of a file; give a finding, and write nothing, when that cannot be.

    `read_as` is the SHA-256 of the bytes that the change was made on, None for a file that must not exist yet. A file
    that is another by now, up to the moment of the rename, keeps what it has. A link is followed.
    """
    return _reported(path, data, _Meant(read_as))


def put_file(path: Path, data: bytes) -> tuple[Diagnostic, ...]:
    """Put `data` in a file that is ours to make, whatever it held; give a finding when that cannot be."""
    return _reported(path, data, None)


class _Meant(Struct, frozen=True):
    """What must be in the place of a file before it is written: the hash of its bytes, or None for nothing."""

    hash: str | None


def remove_file(path: Path, *, read_as: str) -> tuple[Diagnostic, ...]:
    """Take a file away that still has the bytes with this hash; give a finding, and leave it, when it has not."""
    try:
        target = Path(os.path.realpath(path))
        with holding(target.parent) as busy:
            return busy or _remove(path, target, read_as)
    except OSError as error:
        return (_unwritten(path, reason(error)),)


def _reported(path: Path, data: bytes, meant: _Meant | None) -> tuple[Diagnostic, ...]:
    try:
        target = Path(os.path.realpath(path))
        if meant is None and target.exists() and not target.is_file():
            _pour(target, data)
            return ()
        target.parent.mkdir(parents=True, exist_ok=True)
        with holding(target.parent) as busy:
            return busy or _replace(path, target, data, meant)
    except OSError as error:
        return (_unwritten(path, reason(error)),)


def _pour(target: Path, data: bytes) -> None:
    """Write to a device or a pipe such as /dev/stdout: there is nothing to keep whole.

    Raises OSError when that cannot be done, also for a pipe that nobody reads: that would wait without an end.
    """
    waits_not = getattr(os, "O_NONBLOCK", 0)
    handle = os.open(target, os.O_WRONLY | waits_not | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "wb") as stream:
        if waits_not:
            os.set_blocking(handle, True)
        stream.write(data)


def _replace(path: Path, target: Path, data: bytes, meant: _Meant | None) -> tuple[Diagnostic, ...]:
    clear_unfinished(target.parent)
    old = bytes_of(target)
    found = None if old is None else sha256(old)
    if meant is not None and found != meant.hash:
        return (_changed(path, meant.hash),)
    if refused := _refused(target) if found is not None else None:
        return (_unwritten(path, *refused),)
    return _recorded(target, old, data, lambda: _put_in_place(path, target, data, found))


def _put_in_place(path: Path, target: Path, data: bytes, found: str | None) -> tuple[Diagnostic, ...]:
    temporary = _written(target, data, exists=found is not None)
    try:
        if found is None:
            rename_new(temporary, target)
        elif not _swapped(temporary, target, sha256(data), found):
            return (_changed(path, found),)
    except FileExistsError:
        return (_changed(path, None),)
    finally:
        with suppress(OSError):  # what is written is written; the next run takes this away
            temporary.unlink()
    sync_folder(target.parent)
    return ()


def _remove(path: Path, target: Path, read_as: str) -> tuple[Diagnostic, ...]:
    old = bytes_of(target)
    if old is None or sha256(old) != read_as:
        return (_changed(path, read_as),)
    found = _recorded(target, old, None, lambda: _take_away(path, target, read_as))
    sync_folder(target.parent)
    return found


def _take_away(path: Path, target: Path, read_as: str) -> tuple[Diagnostic, ...]:
    aside = _beside(target)
    target.rename(aside)
    try:
        is_ours = hash_of(aside) == read_as
    except OSError:
        rename_new(aside, target)
        raise
    if is_ours:
        aside.unlink()
        return ()
    rename_new(aside, target)  # saved by another at that very moment: it has its name again
    return (_changed(path, read_as),)


def _recorded(
    target: Path, old: bytes | None, new: bytes | None, change: Callable[[], tuple[Diagnostic, ...]]
) -> tuple[Diagnostic, ...]:
    """Change a file; who keeps a journal knows before what it was, and afterwards that it was not changed, if so."""
    recorder = recorder_of(target)
    if recorder is None:
        return change()
    recorder.before(target, old, new)
    try:
        found = change()
    except OSError:
        recorder.refused(target)
        raise
    if found:
        recorder.refused(target)
    return found


def _swapped(temporary: Path, target: Path, ours: str, found: str) -> bool:
    """Give our file its name; False, with the name as it was, when what had the name is not what we found there."""
    if hash_of(target) != found:
        return False
    if not exchange(temporary, target):
        temporary.replace(target)
        return True
    try:
        held = hash_of(temporary)
    except OSError:
        exchange(temporary, target)
        raise
    if held != found:
        _give_back(temporary, target, ours, held)
    return held == found


def _give_back(temporary: Path, target: Path, expected: str | None, held: str | None) -> None:
    """Exchange once more, so that what another saved has its name again; who saves in between keeps the last saved.

    `expected` is the hash of what we take from the name, `held` that of what we give it.
    """
    for _ in range(_MOST_SAVES):
        try:
            exchange(temporary, target)
        except FileNotFoundError:  # what had the name was taken away meanwhile
            rename_new(temporary, target)
            return
        if (taken := hash_of(temporary)) == expected:
            return
        expected, held = held, taken


def _written(target: Path, data: bytes, *, exists: bool) -> Path:
    """Write the bytes to a hidden file beside the target, with the rights that it will have."""
    temporary = _beside(target)
    handle = os.open(temporary, _NEW, 0o600 if exists else 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            sync(handle)
            if exists:
                _give_rights(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _beside(target: Path) -> Path:
    """Give a new name beside a file, hidden, that tells which process made it."""
    return target.with_name(f".{target.name[:100]}.{this_process()}-{secrets.token_hex(4)}{_UNFINISHED}")


def _give_rights(file: Path, like: Path) -> None:
    """Give a new file the rights and the owner of the one it takes the place of."""
    known = like.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):  # only the system's manager may give a file away
            os.chown(file, known.st_uid, known.st_gid)
    file.chmod(stat.S_IMODE(known.st_mode))


def _refused(target: Path) -> tuple[str, str] | None:
    """Say why a file that is there may not be replaced, and what to do; None when it may."""
    known = target.stat()
    if not known.st_mode & 0o222 or not os.access(target, os.W_OK):
        return "dit bestand is alleen te lezen", "haal die beveiliging eraf, of vraag wie haar erop heeft gezet"
    if known.st_nlink > 1:
        message = "dit bestand heeft nog een naam (een harde koppeling), en die zou de oude tekst houden"
        return message, "maak er een gewone kopie van en geef die deze naam"
    return None


def clear_unfinished(folder: Path) -> None:
    """Take away the unfinished files that processes left which are surely gone, and nothing else."""
    for path, code in _unfinished(folder):
        with suppress(OSError):
            if is_gone(code, path.stat().st_mtime):
                path.unlink()


def _unfinished(folder: Path) -> Iterator[tuple[Path, str]]:
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if entry.name.startswith(".") and entry.name.endswith(_UNFINISHED):
                for match in CODE.finditer(entry.name):
                    yield Path(entry.path), match.group()


def sync(handle: int) -> None:
    """Let the bytes of an open file last through a power cut, where the file system can do that."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EROFS}:
            raise


def sync_folder(folder: Path) -> None:
    """Let new names in a folder last through a power cut, where the system can do that; they are there already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _changed(path: Path, read_as: str | None) -> Diagnostic:
    message = "dit bestand bestaat al" if read_as is None else "dit bestand is veranderd sinds het is gelezen"
    hint = "er is niets geschreven" + ("" if read_as is None else "; geef de opdracht nog een keer")
    return Diagnostic("BR024", Severity.FOUT, message, Place(path.as_posix()), hint=hint)


def _unwritten(path: Path, why: str, hint: str | None = None) -> Diagnostic:
    message = f"dit bestand is niet geschreven: {why}"
    return Diagnostic("BR901", Severity.FOUT, message, Place(path.as_posix()), hint=hint)
