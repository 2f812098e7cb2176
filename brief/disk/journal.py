"""The journal of a folder: what each deed did to its files, with what they were, so that it can be taken back.

It stands in a hidden folder beside the files: one small JSON file a deed, and once, under its hash, each content that a
file had or got. What a file was is kept before the file is replaced, so that whoever is stopped halfway loses nothing.
The folder tells version control to leave it out.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct, field, to_builtins
from msgspec.structs import replace

from brief.disk.files import clear_unfinished, put_file, read_file, sha256
from brief.disk.locks import clear_lock, holding
from brief.disk.owner import person
from brief.disk.recording import listening, recorder_in

if TYPE_CHECKING:
    from collections.abc import Iterator

JOURNAL = ".terugdraaien"
MOST_DEEDS = 200
MOST_BYTES = 50_000_000
"""How much is kept: the last deeds, and of those no more than this of what files were; the very last one always."""

MOST_UNPACKED = 4 * MOST_BYTES
"""What one content may unpack to: a file of text that a person keeps in a round is never so large."""

_CONTENTS = "inhoud"
JOURNAL_FOLDERS = (JOURNAL, f"{JOURNAL}/{_CONTENTS}")


Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Change(Struct, frozen=True):
    """What a deed did to a file: the hash of its bytes before and after, None where there was no file."""

    pad: str
    voor: Digest | None
    na: Digest | None


class Deed(Struct, frozen=True):
    """One deed: what it is called, when (ISO 8601, local) and by whom, and the files that it changed, in order.

    `terug` is the number of the deed that it took back, if that is what it did. A deed that is not `klaar` was stopped
    halfway, or is going on.
    """

    nummer: int
    wat: str
    wanneer: str
    wie: str
    klaar: bool = False
    terug: int | None = None
    bestanden: tuple[Change, ...] = field(default_factory=tuple)


class Journal:
    """The journal of a folder, as it stands on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(os.path.realpath(folder))
        self.path = self.folder / JOURNAL

    def deeds(self) -> tuple[Deed, ...]:
        """Give the deeds that are kept, in order; one that cannot be read is left out."""
        return self._read()[0]

    def damaged(self) -> tuple[Path, ...]:
        """Give the files of deeds that cannot be read."""
        return self._read()[1]

    def _read(self) -> tuple[tuple[Deed, ...], tuple[Path, ...]]:
        """Give the deeds in order, and the files of those that cannot be read."""
        try:
            paths = self._paths()
        except OSError:
            return (), (self.path,)
        found = [(path, _read_deed(path)) for path in paths]
        deeds = sorted((deed for _, deed in found if deed is not None), key=lambda deed: deed.nummer)
        return tuple(deeds), tuple(path for path, deed in found if deed is None)

    def _paths(self) -> list[Path]:
        """Give the files of the deeds. Raises OSError when there are some and they cannot be read just now."""
        try:
            names = os.listdir(self.path)
        except FileNotFoundError:
            return []
        return [self.path / name for name in sorted(names) if name.endswith(".json")]

    def content(self, digest: str) -> bytes | None:
        """Give the bytes with this hash; None when they are not kept whole."""
        try:
            data = zlib.decompressobj().decompress(read_file(self._content_path(digest)), MOST_UNPACKED)
        except (OSError, zlib.error):
            return None
        return data if sha256(data) == digest else None

    def keep(self, data: bytes) -> str:
        """Keep these bytes, once; give their hash. Raises OSError when that cannot be."""
        digest = sha256(data)
        path = self._content_path(digest)
        if self.content(digest) is None:
            _put(path, zlib.compress(data, 1))
        return digest

    def write(self, deed: Deed) -> None:
        """Write a deed as it is now. Raises OSError when that cannot be."""
        ignore = self.path / ".gitignore"
        if not ignore.exists():
            _put(ignore, b"# wat brief bewaart om te kunnen terugdraaien hoort niet in versiebeheer\n*\n")
        _put(self._deed_path(deed.nummer), (json.dumps(to_builtins(deed), ensure_ascii=False) + "\n").encode("utf-8"))

    def forget(self, deed: Deed) -> None:
        """Take a deed away that changed nothing."""
        self._deed_path(deed.nummer).unlink(missing_ok=True)

    def next_number(self) -> int:
        """Give the number of a deed that is to come; none is ever used twice while a later one is kept.

        Raises OSError when the deeds cannot be read.
        """
        numbers = [int(path.stem) for path in self._paths() if path.stem.isdecimal()]
        return max(numbers, default=0) + 1

    def prune(self) -> int:
        """Take away the oldest deeds beyond what is kept, and the contents that none needs; give how many deeds."""
        for name in JOURNAL_FOLDERS:
            clear_lock(self.folder / name)
            clear_unfinished(self.folder / name)
        deeds, damaged = self._read()
        if damaged:
            return 0  # a deed that cannot be read just now may need any of the contents
        kept = _newest_within(deeds, self._sizes())
        for deed in deeds[: len(deeds) - len(kept)]:
            self.forget(deed)
        needed = {digest for deed in kept for each in deed.bestanden for digest in (each.voor, each.na)}
        with suppress(OSError):
            for entry in list(os.scandir(self.path / _CONTENTS)):
                if not entry.name.startswith(".") and entry.name not in needed:
                    Path(entry.path).unlink()
        return len(deeds) - len(kept)

    def _sizes(self) -> dict[str, int]:
        try:
            return {entry.name: entry.stat().st_size for entry in os.scandir(self.path / _CONTENTS)}
        except OSError:
            return {}

    def _deed_path(self, number: int) -> Path:
        return self.path / f"{_deed_name(number)}.json"

    def _content_path(self, digest: str) -> Path:
        return self.path / _CONTENTS / digest


class _Recorder:
    """Writes one deed into a journal, from its first file on; a deed that changes nothing leaves no trace."""

    def __init__(self, folder: Path, deed: Deed) -> None:
        self.journal = Journal(folder)
        self.folder = self.journal.folder
        self.deed = deed
        self.is_unfinished = False

    def before(self, path: Path, old: bytes | None, new: bytes | None) -> None:
        if old == new or path.is_relative_to(self.journal.path):
            return
        before, after = (None if data is None else self.journal.keep(data) for data in (old, new))
        number = self.deed.nummer or self.journal.next_number()
        change = Change(path.relative_to(self.folder).as_posix(), before, after)
        self._write(replace(self.deed, nummer=number, bestanden=(*self.deed.bestanden, change)))

    def refused(self, path: Path) -> None:
        name = path.relative_to(self.folder).as_posix()
        if self.deed.bestanden and self.deed.bestanden[-1].pad == name:
            self._write(replace(self.deed, bestanden=self.deed.bestanden[:-1]))

    def close(self, *, finished: bool) -> None:
        """Say that the deed is done, if it is; what cannot be said any more is no failure of what was done."""
        if not self.deed.nummer:
            return
        with suppress(OSError), holding(self.folder):
            if self.deed.bestanden:
                self._write(replace(self.deed, klaar=finished))
            else:
                self.journal.forget(self.deed)
            self.journal.prune()

    def _write(self, deed: Deed) -> None:
        self.journal.write(deed)
        self.deed = deed


@contextmanager
def recording(folder: Path, what: str, *, takes_back: int | None = None) -> Iterator[None]:
    """Keep a journal of what is replaced in a folder while the block lasts, as one deed called `what`, in Dutch.

    Within a deed that is going on already, what happens belongs to that one.
    """
    real = Path(os.path.realpath(folder))
    if recorder_in(real) is not None:
        yield
        return
    moment = time.strftime("%Y-%m-%dT%H:%M:%S")
    recorder = _Recorder(real, Deed(0, what, moment, person(), terug=takes_back))
    with listening(recorder):
        finished = False
        try:
            yield
            finished = not recorder.is_unfinished
        finally:
            recorder.close(finished=finished)


def rename_deed(folder: Path, what: str) -> None:
    """Call the deed that is going on in a folder by another name, now that it is known what it does."""
    recorder = recorder_in(Path(os.path.realpath(folder)))
    if isinstance(recorder, _Recorder):
        recorder.deed = replace(recorder.deed, wat=what)


def leave_unfinished(folder: Path) -> None:
    """Note that the deed that is going on in a folder did not do all that it was to do."""
    recorder = recorder_in(Path(os.path.realpath(folder)))
    if isinstance(recorder, _Recorder):
        recorder.is_unfinished = True


def _put(path: Path, data: bytes) -> None:
    if found := put_file(path, data):
        why = found[0].message.rpartition(": ")[2]
        raise OSError(None, f"hoe het terug te draaien is kan niet worden bewaard, want {why}", path.as_posix())


def _read_deed(path: Path) -> Deed | None:
    """Read a deed; None for what is not the JSON that `write` writes, or stands under the number of another."""
    try:
        deed = msgspec.json.decode(read_file(path), type=Deed)
    except (OSError, ValueError, RecursionError):
        return None
    is_own = path.stem == _deed_name(deed.nummer)
    return deed if is_own and all(_is_inside(each.pad) for each in deed.bestanden) else None


def _deed_name(number: int) -> str:
    return f"{number:06}"


def _is_inside(name: str) -> bool:
    """Tell whether a path of the journal stays in its folder, whatever somebody made of the journal."""
    path = Path(name)
    return bool(path.parts) and not path.anchor and not {"..", JOURNAL} & {*path.parts} and "\0" not in name


def _newest_within(deeds: tuple[Deed, ...], sizes: dict[str, int]) -> tuple[Deed, ...]:
    """Give the newest deeds that fit within the bounds, the last one in any case."""
    kept: list[Deed] = []
    counted: set[str] = set()
    total = 0
    for deed in reversed(deeds[-MOST_DEEDS:]):
        fresh = {digest for each in deed.bestanden for digest in (each.voor, each.na) if digest} - counted
        total += sum(sizes.get(digest, 0) for digest in fresh)
        if kept and total > MOST_BYTES:
            break
        counted |= fresh
        kept.append(deed)
    return tuple(reversed(kept))
