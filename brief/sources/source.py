"""A text file as it was read: its bytes, its text, its lines, and the place of any stretch of it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason

if TYPE_CHECKING:
    from pathlib import Path

_LINE_END = re.compile(r"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class SourceFile:
    """A file as read. `name` is its path as messages show it; `text` is without the byte order mark, line ends kept."""

    name: str
    data: bytes
    text: str

    @cached_property
    def sha256(self) -> str:
        """Give the hash of the bytes as read, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def has_bom(self) -> bool:
        """Tell whether the file starts with a byte order mark."""
        return self.data.startswith(_BOM)

    @cached_property
    def line_starts(self) -> list[int]:
        """Give the index in `text` at which each line starts."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def line(self, number: int) -> str:
        """Give a line, counted from 1, without its line end; empty beyond the end of the file."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        match = _LINE_END.search(self.text, self.line_starts[number - 1])
        return self.text[self.line_starts[number - 1] : match.start() if match else len(self.text)]

    def line_number(self, index: int) -> int:
        """Give the line, counted from 1, of an index in `text`."""
        return bisect_right(self.line_starts, index)

    def place(self, start: int, end: int | None = None) -> Place:
        """Give the place of `text[start:end]`; its length stops at the end of the line."""
        number = self.line_number(start)
        excerpt = self.line(number)
        column = start - self.line_starts[number - 1]
        room = max(1, len(excerpt) - column)
        length = room if end is None else max(1, min(end - start, room))
        return Place(self.name, number, column + 1, length, excerpt=excerpt)


def read_source(path: Path, name: str | None = None) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Read a text file; None and a finding when it is absent, unreadable or not UTF-8."""
    shown = name or path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, (_unreadable(shown, error),)
    return decode(shown, data)


def decode(name: str, data: bytes) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Make a source of bytes; None and a finding when they are not UTF-8."""
    body = data.removeprefix(_BOM)
    try:
        return SourceFile(name, data, body.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(name, body, error.start),)


def _unreadable(name: str, error: OSError) -> Diagnostic:
    if isinstance(error, FileNotFoundError):
        return Diagnostic("BR001", Severity.FOUT, "dit bestand bestaat niet", Place(name))
    return Diagnostic("BR001", Severity.FOUT, f"dit bestand is niet te lezen: {reason(error)}", Place(name))


def _not_utf8(name: str, body: bytes, position: int) -> Diagnostic:
    """Say where the first byte stands that is not UTF-8, and which letter it is in the Windows code page."""
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        message, place = "dit bestand is opgeslagen als UTF-16", Place(name)
    else:
        before = body[:position].decode("utf-8")
        number = len(_LINE_END.findall(before)) + 1
        column = len(_LINE_END.split(before)[-1]) + 1
        excerpt = _LINE_END.split(body.decode("cp1252", "replace"))[number - 1]
        message = "dit bestand is niet opgeslagen als UTF-8"
        place = Place(name, number, column, excerpt=excerpt)
    return Diagnostic("BR002", Severity.FOUT, message, place, "kies bij opslaan de codering UTF-8")
