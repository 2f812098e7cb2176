"""The folder `output/<ronde>/` with its versions, `v01` and up.

A version is written in a hidden folder beside them and renamed at the end, so that at any moment a version is there
whole or not at all, and no earlier version is ever opened for writing.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from brief.disk.files import hash_of, read_file, sha256
from brief.disk.folders import make_folder
from brief.versions.forms import InhoudForm, ManifestForm, of_form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GEMAAKT = "gemaakt.zip"
"""The documents of a version once more, as they were made: what somebody wrote in one of them is told apart by it."""
INHOUD = "inhoud.json"
MANIFEST = "manifest.json"

_NAME = re.compile(r"v([0-9]{2,})")


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
        return manifest_there(folder, name)
    except OSError:
        return None


def manifest_there(folder: Path, name: str) -> dict[str, Any] | None:
    """Read the manifest of a version; None when it is not there or not of its form. Raises OSError when refused."""
    try:
        return of_form(read_file(folder / name / MANIFEST), ManifestForm)
    except (FileNotFoundError, ValueError):
        return None


def read_inhoud(folder: Path) -> dict[str, Any]:
    """Read what the version in a folder says. Raises OSError, or ValueError for what `brief` would not have written."""
    return of_form(read_file(folder / INHOUD), InhoudForm)


def changed_files(folder: Path, made: Mapping[str, str]) -> dict[str, str]:
    """Give the hash of each file in a folder that is there and not as it was made; `made` are the hashes of then.

    Raises OSError when one of them is there and cannot be read.
    """
    now = {name: hash_of(folder / name) for name in made if (folder / name).is_file()}
    return {name: sha for name, sha in now.items() if sha is not None and sha != made[name]}


def made_document(folder: Path, version: str, name: str) -> bytes | None:
    """Give a document of a version as it was made, also when somebody wrote in it since; None when that is lost.

    A version from before `gemaakt.zip`, whose document was written in, has no other copy.
    """
    made = (read_manifest(folder, version) or {}).get("uitvoer", {})
    data = _read(folder / version / name)
    if data is None or sha256(data) != made.get(name):
        data = _from_archive(folder / version / GEMAAKT, name)
    return data if data is not None and sha256(data) == made.get(name) else None


def _read(path: Path) -> bytes | None:
    try:
        return read_file(path)
    except OSError:
        return None


def _from_archive(path: Path, name: str) -> bytes | None:
    from brief.word.opc.package import BLOB_LIMIT, DAMAGE

    data = _read(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data or b"")) as archive:
            return archive.read(name) if archive.getinfo(name).file_size <= BLOB_LIMIT else None
    except DAMAGE:
        return None


def write_version(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write a version whole; give its folder.

    Raises FileExistsError when this version appeared meanwhile, another OSError when the disk does not take it (full,
    read-only, no rights); nothing is left behind then.
    """
    make_folder(folder / name, files)
    return folder / name
