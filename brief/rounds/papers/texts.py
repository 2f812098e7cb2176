"""Read a text in which references are looked for: a text file, stdin, or a Word file with its footnotes."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.diagnostics import Place
from brief.kamerstuk.notes import Noot
from brief.text import NoteMark, plain_spans
from brief.text.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.diagnostics import Diagnostic
    from brief.word.reading import WordBlock

_WORD = (b"PK", b"\xd0\xcf\x11\xe0")


class Leestekst(Struct, frozen=True, dict=True):
    """A text with the places of its parts.

    For a Word file `alineas` holds (begin, place) of each paragraph and `noten` the footnotes, if it has any; for plain
    text both are None, and places count lines and columns.
    """

    naam: str
    tekst: str
    alineas: tuple[tuple[int, Place], ...] | None = None
    noten: tuple[Noot, ...] | None = None

    def place(self, begin: int, end: int) -> Place:
        """Give the place of a stretch of the text, in the terms of the file that it came from."""
        if self.alineas is None:
            return self._lines.place(begin, end)
        return self.alineas[bisect_right(self.alineas, begin, key=itemgetter(0)) - 1][1]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.tekst, self.naam)


def lees_tekst(data: bytes, naam: str) -> tuple[Leestekst | None, tuple[Diagnostic, ...]]:
    """Make a text of the bytes of a file; None and a finding when that cannot be done."""
    if data.startswith(_WORD):
        return _lees_word(data, naam)
    try:
        # the byte order mark is a character of the input: the places that others read count it
        return Leestekst(naam, data.decode("utf-8")), ()
    except UnicodeDecodeError:
        from brief.sources.source import decode  # only when there is something to explain

        return None, decode(naam, data)[1]


def _lees_word(data: bytes, naam: str) -> tuple[Leestekst | None, tuple[Diagnostic, ...]]:
    """Read body, notes, headers and footers of a Word file, an empty line between paragraphs."""
    from brief.word.reading import Source, read  # a text file needs nothing of Word

    word = read(data, naam)
    if word.failed:
        return None, word.diagnostics
    numbers = _note_numbers(word.blocks)
    shown = (Source.BODY, Source.TEXTBOX, Source.HEADER, Source.FOOTER, Source.FOOTNOTE, Source.ENDNOTE)
    parts, length = list[str](), 0
    places, notes = list[tuple[int, Place]](), dict[int, Noot]()
    for block in word.by_source(*shown):
        if not block.text.strip():
            continue
        begin = length
        places.append((begin, block.place))
        parts.append(_with_marks(block, numbers))
        length += len(parts[-1])
        number = numbers.get(block.detail)
        if number is not None:
            notes[number] = Noot(number, notes[number].begin if number in notes else begin, length)
        parts.append("\n\n")
        length += 2
    # Without footnotes of Word, lines that are numbered by hand count as notes, as in plain text.
    return Leestekst(naam, "".join(parts), tuple(places), tuple(notes[number] for number in sorted(notes)) or None), ()


def _with_marks(block: WordBlock, numbers: Mapping[str, int]) -> str:
    """Give the text of a paragraph with `[^3]` where a footnote is referred to."""
    marked = (
        f"[^{numbers[each.name]}]" if isinstance(each, NoteMark) and each.name in numbers else plain_spans((each,))
        for each in block.spans
    )
    return "".join(marked)


def _note_numbers(blocks: Sequence[WordBlock]) -> dict[str, int]:
    """Give each note its number: the order in which the text refers to them, as in Word."""
    numbers: dict[str, int] = {}
    for block in blocks:
        for name in block.notes:
            if name.startswith("voetnoot"):
                numbers.setdefault(name, len(numbers) + 1)
    return numbers
