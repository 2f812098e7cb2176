"""The folder `output/<ronde>/` with its versions, `v01` and up.

A version is written in a hidden folder beside them and renamed at the end, so that at any moment a version is there
whole or not at all, and no earlier version is ever opened for writing.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAME = re.compile(r"v(\d{2,})")
_UNFINISHED = ".bezig-"


def versions(folder: Path) -> tuple[str, ...]:
    """List the versions in a folder, oldest first; a folder that does not exist has none."""
    if not folder.is_dir():
        return ()
    found = [path.name for path in folder.iterdir() if path.is_dir() and _NAME.fullmatch(path.name)]
    return tuple(sorted(found, key=lambda name: int(name[1:])))


def next_version(folder: Path) -> str:
    """Name the version after the newest one; a file of that name counts, so that the name is free."""
    taken = [int(path.name[1:]) for path in folder.iterdir() if _NAME.fullmatch(path.name)] if folder.is_dir() else []
    return f"v{max(taken, default=0) + 1:02d}"


def read_manifest(folder: Path, name: str) -> dict[str, Any] | None:
    """Read the manifest of a version; None when it is not there or not readable."""
    try:
        data = json.loads((folder / name / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def write_version(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write a version whole; give its folder.

    Raises FileExistsError when this version appeared meanwhile, another OSError when the disk does not take it (full,
    read-only, no rights); nothing is left behind then.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder.as_posix())
    folder.mkdir(parents=True, exist_ok=True)
    _clear_unfinished(folder)
    building = folder / f"{_UNFINISHED}{name}-{os.getpid()}"
    try:
        building.mkdir()
        for path, data in files.items():
            _write(building / path, data)
        _sync(building)
        _rename(building, folder / name)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _sync(folder)
    return folder / name


def _rename(building: Path, target: Path) -> None:
    """Give the finished folder its name, unless something stands there: the system would take an empty folder over."""
    if target.exists():
        raise FileExistsError(target)
    try:
        building.rename(target)
    except OSError as error:
        if target.exists():
            raise FileExistsError(target) from error
        raise


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear_unfinished(folder: Path) -> None:
    """Remove what a run that was killed left behind; the folder of a run that still works is left alone."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        process = path.name.rpartition("-")[2]
        if process.isdigit() and not _is_running(int(process)):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
