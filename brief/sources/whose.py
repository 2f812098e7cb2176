"""Whose lines changed: what another saved in a file of a round, line by line, and who that was as far as is known."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.disk.files import read_file, replace_file, sha256
from brief.disk.journal import Deed, Journal
from brief.sources.names import RONDE
from brief.text.dutch import eerste
from brief.text.lines import Lines, split_lines
from brief.text.words import stretches

if TYPE_CHECKING:
    from pathlib import Path

    from brief.diagnostics import Diagnostic, Place

_ID = re.compile(r"\s*-\s+(?:\{\s*)?id:\s*['\"]?([\w./-]+)")
_MOST_NAMED = 4


class Stretch(Struct, frozen=True):
    """Lines that are another now, counted from 1 in the file as it is; `removed` lines of before stood there.

    `owner` is the id of the afspraak that they belong to, empty outside an afspraak.
    """

    first: int
    last: int
    removed: int
    owner: str = ""

    def __str__(self) -> str:
        """Write the stretch as a person reads it: `regel 12 (nw-2.3-1)`."""
        lines = f"regel {self.first}" if self.first >= self.last else f"regels {self.first}-{self.last}"
        gone = self.first > self.last
        said = f"weg na regel {self.last}" if gone else lines
        return f"{said} ({self.owner})" if self.owner else said


def changed_lines(before: str, now: str) -> tuple[Stretch, ...]:
    """Give the stretches of lines that differ, in the order of the file as it is."""
    old, new = split_lines(before), split_lines(now)
    return tuple(
        Stretch(start + 1, end, stop - begin, _owner(new, start, old, begin))
        for stayed, begin, stop, start, end in stretches(old, new)
        if not stayed
    )


def replace_as_read(path: Path, data: bytes, before: bytes | None) -> tuple[Diagnostic, ...]:
    """Put `data` in the place of a file that held `before` when it was read, None for a file that was not there.

    One that is another by now stays, and the finding says which lines changed and who saved them.
    """
    found = replace_file(path, data, read_as=None if before is None else sha256(before))
    if before is None:
        return found
    return tuple(said_whose(each, before, path) if each.code == "BR024" else each for each in found)


def said_whose(finding: Diagnostic, before: bytes, path: Path) -> Diagnostic:
    """Add to the finding that a file changed meanwhile which lines that were, and who saved them."""
    try:
        now = read_file(path)
    except OSError:
        return replace(finding, label="het bestand is er niet meer")
    changed = changed_lines(before.decode("utf-8", "replace"), now.decode("utf-8", "replace"))
    if not changed:
        return finding
    label = f"{_listed(changed)}: {saved_by(path, now)}"
    return replace(finding, place=_place(now, changed[0], path), label=label)


def saved_by(path: Path, now: bytes) -> str:
    """Say who saved a file with these bytes: the deed of `brief` that did, or else what the file says."""
    deed = deed_that_left(path, now)
    if deed is not None:
        return f"{deed.wie}, {deed.wanneer[11:16]} uur, met brief ({deed.wat})"
    moment, owner = "", ""
    with suppress(OSError, KeyError, NotImplementedError):
        moment = time.strftime("%H:%M uur", time.localtime(path.stat().st_mtime))
        owner = path.owner()
    return f"opgeslagen om {moment}, het bestand is van {owner}" if owner else "door een ander programma"


def deed_that_left(path: Path, now: bytes) -> Deed | None:
    """Give the last deed in the journal of the round that left a file with these bytes."""
    folder = next((each for each in path.resolve().parents if (each / RONDE).is_file()), None)
    if folder is None:
        return None
    name, digest = path.resolve().relative_to(folder).as_posix(), sha256(now)
    for deed in reversed(Journal(folder).deeds()):
        if any((each.pad, each.na) == (name, digest) for each in deed.bestanden):
            return deed
    return None


def _listed(changed: tuple[Stretch, ...]) -> str:
    return eerste([str(each) for each in changed], _MOST_NAMED)


def _place(now: bytes, stretch: Stretch, path: Path) -> Place:
    lines = Lines(now.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"), path.as_posix())
    return lines.place(lines.starts[min(stretch.first, len(lines.starts)) - 1])


def _owner(new: list[str], start: int, old: list[str], begin: int) -> str:
    """Give the id above a stretch; of lines that are gone, the id that they stood under."""
    for rows, index in ((new, start), (old, begin)):
        for row in reversed(rows[: index + 1]):
            if found := _ID.match(row):
                return found[1]
    return ""
