"""Write a file whole or not at all, and never over a change that was not seen."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from brief.diagnostics import Diagnostic, Place, Severity


def replace_file(path: Path, data: bytes, *, read_as: str | None) -> tuple[Diagnostic, ...]:
    """Put `data` in the place of a file.

    `read_as` is the SHA-256 of the bytes that the change was made on, None for a file that must not exist yet. When the
    file on disk is another, nothing is written and a finding says so.
    """
    if _hash(path) != read_as:
        return (_changed(path, read_as),)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode if read_as else 0o666 & ~_umask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return ()


def _hash(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def _umask() -> int:
    """Give the process's mask for new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can do that for a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _changed(path: Path, read_as: str | None) -> Diagnostic:
    message = "dit bestand bestaat al" if read_as is None else "dit bestand is veranderd sinds het is gelezen"
    hint = "er is niets geschreven" + ("" if read_as is None else "; geef de opdracht nog een keer")
    return Diagnostic("BR024", Severity.FOUT, message, Place(path.as_posix()), hint=hint)
