"""The lines of a text, counted in one way everywhere: a line ends at LF, CR LF or CR, as in every editor.

A vertical tab, a form feed, U+0085, U+2028 and U+2029 are characters of the line they stand on, whatever Python's
`splitlines` makes of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from brief.diagnostics import Place

LINE_END = re.compile(r"\r\n|\n|\r")
_LONGEST_SHOWN = 2_000


def split_lines(text: str) -> list[str]:
    """Give the lines without their ends; an empty text has one, and so has what stands after the last line end."""
    return LINE_END.split(text) if "\r" in text else text.split("\n")


class Lines:
    """The lines of one text, counted once, and the place of any stretch of it. `file` is its name in messages.

    A line of more than 2,000 characters is not kept with its places, so that many places on one long line take no more
    room and time than on many lines.
    """

    def __init__(self, text: str, file: str = "") -> None:
        self.text, self.file = text, file

    @cached_property
    def starts(self) -> list[int]:
        """Give the index at which each line starts."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def number(self, index: int) -> int:
        """Give the line, counted from 1, of an index in the text; a line end is part of its line."""
        return bisect_right(self.starts, index)

    def line(self, number: int) -> str:
        """Give a line, counted from 1, without its line end; empty where there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        return self.text[self.starts[number - 1] : self._end(number)]

    def _end(self, number: int) -> int:
        """Give the index at which a line ends, before its line end."""
        if number == len(self.starts):
            return len(self.text)
        end = self.starts[number]
        return end - (2 if self.text.startswith("\r\n", end - 2) else 1)

    def place(self, begin: int, end: int | None = None) -> Place:
        """Give the place of `text[begin:end]`; its length stops at the end of the line."""
        number = self.number(begin)
        start, stop = self.starts[number - 1], self._end(number)
        column = begin - start
        room = max(1, stop - begin)
        length = room if end is None else max(1, min(end - begin, room))
        excerpt = self.text[start:stop] if stop - start <= _LONGEST_SHOWN else None
        return Place(self.file, number, column + 1, length, excerpt=excerpt)


def place_of(text: str, begin: int, end: int, file: str = "") -> Place:
    """Give line, column and source line of one stretch of a text; for many, keep its `Lines`."""
    return Lines(text, file).place(begin, end)


def place_of_byte(data: bytes, position: int, file: str) -> Place:
    """Give the place of the first byte that is not UTF-8; the line is shown as the Windows code page reads it."""
    before = split_lines(data[:position].decode("utf-8"))
    excerpt = before[-1] + LINE_END.split(data[position:].decode("cp1252", "replace"), maxsplit=1)[0]
    return Place(file, len(before), len(before[-1]) + 1, excerpt=excerpt)
