"""A text in Markdown as it was read: its blocks, and where in the file everything stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from brief.text.model import Blocks, Spans
    from brief.text.told import Told


class Parsed(Struct, frozen=True):
    """What Markdown says: its blocks, the line each begins on, its free footnotes by name, and what was odd.

    `rows` are the lines that were read, of which the first is line `first_line` of `file`. `note_lines` gives the line
    of each footnote, `remarks` the comments that were left out, each with its line, `told` the stretches that name
    what they tell.
    """

    blocks: Blocks
    lines: tuple[int, ...] = ()
    notes: dict[str, Spans] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    rows: tuple[str, ...] = ()
    file: str = ""
    first_line: int = 1
    note_lines: dict[str, int] = field(default_factory=dict)
    remarks: tuple[tuple[int, str], ...] = ()
    told: tuple[Told, ...] = ()

    def place_in(self, block: int, words: str = "") -> Place:
        """Give the place of words in the block of that number, or of the line that the block begins on."""
        begin = self.lines[block] - self.first_line
        end = self.lines[block + 1] - self.first_line if block + 1 < len(self.lines) else len(self.rows)
        whole = re.compile(re.escape(words) + r"(?!-?\w)")  # kst-29435-2 does not stand in kst-29435-267
        for number in range(begin, end if words else begin):
            if found := whole.search(self.rows[number]):
                column = found.start() + 1
                return Place(self.file, self.first_line + number, column, len(words), excerpt=self.rows[number])
        row = self.rows[begin]
        return Place(self.file, self.first_line + begin, 1, max(1, len(row)), excerpt=row)

    def place_of(self, told: Told) -> Place:
        """Give the place of a stretch that tells something: its first words, or the line that begins the block."""
        words = told.words.split("\n")[0]
        row = self.rows[told.line - self.first_line]
        column = max(row.find(words), 0) if words else 0
        return Place(self.file, told.line, column + 1, len(words) or len(row), excerpt=row)

    def place_near(self, told: Told, name: str) -> Place:
        """Give the place of a name in the attributes of a stretch; of the stretch when it does not stand there."""
        whole = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)")
        begin = told.line - self.first_line
        end = begin + 1 + told.words.count("\n") + 1 if told.words else begin + 1
        for number in range(begin, min(end, len(self.rows))):
            row = self.rows[number]
            if found := whole.search(row, max(row.find("{"), 0)):
                return Place(self.file, self.first_line + number, found.start() + 1, len(name), excerpt=row)
        return self.place_of(told)
