"""Make a folder with its files whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from brief.disk.exchange import rename_new_folder
from brief.disk.files import sync, sync_folder
from brief.disk.owner import CODE, is_gone, this_process

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UNFINISHED = ".bezig-"
"""How the name of a folder begins while it is being made."""


def make_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files, by their paths from it.

    It is written beside its place under a hidden name and renamed at the end, so that at any moment it is there whole
    or not at all. Raises FileExistsError when something has its name, also when it came meanwhile, and another OSError,
    with the path that was asked for, when the disk does not take it; nothing is left behind then.
    """
    _prepare(path.parent)
    try:
        _make(path, files)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path.as_posix()) from error


def _make(path: Path, files: Mapping[str, bytes]) -> None:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    parent = path.parent
    clear_unfinished_folders(parent)
    building = parent / f"{UNFINISHED}{path.name[:100]}-{this_process()}-{secrets.token_hex(4)}"
    try:
        building.mkdir()
        for name, data in files.items():
            _write(building / name, data)
        sync_folder(building)
        rename_new_folder(building, path)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    sync_folder(parent)


def _prepare(folder: Path) -> None:
    """Make the folder that holds the new one; a file or a link to nothing in its place is named as what it is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        for place in (folder, *folder.parents):
            if place.is_symlink() and not place.exists():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), place.as_posix()) from None
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder.as_posix()) from None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        sync(file.fileno())


def clear_unfinished_folders(folder: Path) -> None:
    """Take away the unfinished folders that processes left which are surely gone, and nothing else."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            match = CODE.search(entry.name) if entry.name.startswith(UNFINISHED) else None
            if match and is_gone(match.group(), entry.stat(follow_symlinks=False).st_mtime):
                shutil.rmtree(entry.path, ignore_errors=True)
