"""A text file as it was read: its bytes, its text, its lines, and the place of any stretch of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Diagnostic, Place, Severity
from brief.diagnostics.system import reason
from brief.disk.files import read_file, sha256
from brief.text.lines import Lines, place_of_byte

if TYPE_CHECKING:
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"


class SourceFile(Struct, frozen=True, dict=True):
    """A file as read. `name` is its path as messages show it; `text` is without the byte order mark, line ends kept."""

    name: str
    data: bytes
    text: str

    @cached_property
    def sha256(self) -> str:
        """Give the hash of the bytes as read, in hexadecimal."""
        return sha256(self.data)

    @property
    def has_bom(self) -> bool:
        """Tell whether the file starts with a byte order mark."""
        return self.data.startswith(_BOM)

    def encoded(self, text: str) -> bytes:
        """Give the bytes of the file with another text, with a byte order mark when it has one."""
        return (_BOM if self.has_bom else b"") + text.encode("utf-8")

    @cached_property
    def lines(self) -> Lines:
        """Give the lines of the text, and the place of any stretch of it."""
        return Lines(self.text, self.name)

    @property
    def line_starts(self) -> list[int]:
        """Give the index in `text` at which each line starts."""
        return self.lines.starts

    def line(self, number: int) -> str:
        """Give a line, counted from 1, without its line end; empty beyond the end of the file."""
        return self.lines.line(number)

    def line_number(self, index: int) -> int:
        """Give the line, counted from 1, of an index in `text`."""
        return self.lines.number(index)

    def place(self, start: int, end: int | None = None) -> Place:
        """Give the place of `text[start:end]`; its length stops at the end of the line."""
        return self.lines.place(start, end)


def read_source(path: Path, name: str | None = None) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Read a text file; None and a finding when it is absent, unreadable or not UTF-8."""
    shown = name or path.as_posix()
    try:
        data = read_file(path)
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
        message, place = "dit bestand is niet opgeslagen als UTF-8", place_of_byte(body, position, name)
    return Diagnostic("BR002", Severity.FOUT, message, place, "kies bij opslaan de codering UTF-8")
