"""Markdown to blocks: a subset of Pandoc's Markdown, with a place for all that it does not know.

What a text may hold: paragraphs, headings (`# Kop`, or underlined), lists (`-`, `1.`, `a)`, `iv.`) nested by
indentation, pipe tables, free footnotes `[^naam]: …` and fenced blocks `::: {.afspraken thema=water}`. A line of
another kind (a quotation, a code block) is read as text and reported, so that nothing is lost; a comment `<!-- … -->`
is left out, and kept in `remarks`. `unknown` looks at the lines, `leftover` at what came of them.
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct, field

from brief.text import unknown
from brief.text.asides import comment_end, metadata_end
from brief.text.fences import Fences, is_end, read_fence
from brief.text.findings import Findings
from brief.text.footnotes import NOTE, escaped_marks, indent_of, note_end, note_text
from brief.text.inline import parse_spans
from brief.text.leftover import has_suspects, shown_spans, shown_text
from brief.text.lines import split_lines
from brief.text.model import Block, Heading, Insert, ListItem, NoteMark, Paragraph, Run, Spans, Table
from brief.text.normal import normalise_spans
from brief.text.parsed import Parsed
from brief.text.simple import RAISED, is_plain, only_sentence
from brief.text.tables import is_rule, is_table_start, table_of
from brief.text.told import CLASS, Telling

# `# Water`, `## 2.1 Nota Ruimte ##`
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
# `=====` or `-----` under a line
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})[ \t]*$")
# `- punt`, `  a. punt`, `12) punt`; a capital with a dot needs two spaces, so that `A. Jansen` is a name
_ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<marker>[-+*•]|(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]|[A-Z]\)|[A-Z]\.(?=  ))"
    r"(?P<gap>[ \t]+)(?P<text>[^ \t].*)$"
)
_LEVELS = 9
_WITHOUT_SPANS = (Table, Insert)
_BLANK = " \t"


def parse(text: str, *, file: str = "", first_line: int = 1, citations: bool = True) -> Parsed:
    """Read Markdown into blocks in normal form; never fails.

    `first_line` is the line of `file` on which `text` begins, for the places in messages and in `lines`. Without
    `citations`, `[@kst-1]` is text: for texts that others wrote.
    """
    if (sentence := only_sentence(text)) is not None:
        line = first_line + text.count("\n", 0, text.index(sentence))
        spans = normalise_spans(parse_spans(sentence)) if RAISED.search(sentence) else (Run(sentence),)
        rows = tuple(split_lines(text))
        return Parsed((Paragraph(spans),), (line,), rows=rows, file=file, first_line=first_line)
    rows = tuple(split_lines(text))
    reader = _Reader(Findings(file, first_line, rows), citations=citations)
    reader.read(text)
    found = (tuple(reader.blocks), tuple(reader.lines), reader.notes, tuple(reader.found.diagnostics))
    left_out = (tuple(reader.found.remarks), tuple(reader.telling.told))
    return Parsed(*found, rows, file, first_line, reader.note_lines, *left_out)


class _Open(Struct):
    """The list items that are open, outermost first: the column of the marker and that of its text."""

    columns: list[tuple[int, int]] = field(default_factory=list)

    def level_at(self, indent: int) -> int:
        """Give the level of a list item whose marker stands at `indent`."""
        level = 0
        for marker, content in self.columns:
            if indent >= content or indent >= marker + 2:
                level += 1
        return level


class _Reader:
    """Reads line by line; a paragraph or item stays open in `_pending` until it ends."""

    def __init__(self, found: Findings, *, citations: bool) -> None:
        self.found = found
        self.blocks: list[Block] = []
        self.lines: list[int] = []
        self.notes: dict[str, Spans] = {}
        self.note_lines: dict[str, int] = {}
        self.telling = Telling(found.first_line)
        self._citations = citations
        self._rows = found.rows
        self._fences = Fences(found.rows)
        self._code = False
        self._open = _Open()
        self._pending: list[str] = []
        self._start = 0
        self._item: tuple[int, str] | None = None
        self._level = 0
        self._specials = {
            "#": self._heading,
            ":": self._fence,
            "[": self._note,
            "|": self._table,
            "=": self._underlined,
            "-": self._underlined,
            "<": self._comment,
        }

    def read(self, text: str) -> None:
        rows = self._rows
        number = self._metadata()
        while number < len(rows):
            number = self._line(number)
        self._close()
        while self.telling.open:
            self._not_ended(self.telling.open[-1][2])
            self.telling.end(len(self.blocks), len(rows) - 1)
        if self._citations and "\\[" in text:
            for row, mark in escaped_marks(rows, self.notes):
                self.found.unknown(unknown.ESCAPED_MARK, row, mark)
        if self._citations or has_suspects(text):
            self.found.look_again(self._finished(), citations=self._citations)

    def _metadata(self) -> int:
        """Read the data that Pandoc takes from the top of a text as text; give the number of the line after it."""
        end = metadata_end(self._rows)
        if end:
            self.found.unknown(unknown.METADATA, 0)
            self._add(Paragraph(self._spans("\n".join(row.strip(_BLANK) for row in self._rows[:end]), 0)), 0)
        return end

    def _line(self, number: int) -> int:
        """Read the line at `number`, and what belongs to it; give the number of the next."""
        row = self._rows[number]
        first = row.lstrip(_BLANK)[:1]
        if not first:
            self._close()
            return number + 1
        special = self._specials.get(first)
        if special is not None and (after := special(number)) is not None:
            return after
        if "|" in row and is_table_start(row, self._next(number)):
            return self._rows_of_table(number)
        found = _ITEM.match(row)
        if found and self._starts_item(found):
            self._begin_item(found, number)
        else:
            self._text_line(row, number)
        return number + 1

    def _next(self, number: int) -> str:
        return self._rows[number + 1] if number + 1 < len(self._rows) else ""

    def _heading(self, number: int) -> int | None:
        found = _HEADING.match(self._rows[number])
        text = _CLOSING.sub("", (found[2] or "").rstrip(_BLANK)).strip(_BLANK) if found else ""
        if not found or not text:
            return None
        self._close()
        self._open.columns.clear()
        if unknown.SILENCER.pattern.match(text):
            self.found.unknown(unknown.SILENCER, number)
        self._add(Heading(self._spans(text, number), len(found[1])), number)
        return number + 1

    def _underlined(self, number: int) -> int | None:
        """Read a heading with a line under it; anything else that begins with a dash is read further on."""
        if len(self._pending) != 1 or self._item is not None or self._level or not _UNDERLINE.match(self._rows[number]):
            return None
        spans = self._spans(self._pending.pop(), self._start)
        self._open.columns.clear()
        self._add(Heading(spans, 1 if "=" in self._rows[number] else 2), self._start)
        return number + 1

    def _fence(self, number: int) -> int | None:
        fence = read_fence(self._rows[number])
        if fence is None and not (self.telling.open and is_end(self._rows[number])):
            return None
        self._close()
        self._open.columns.clear()
        if fence is None:
            self.telling.end(len(self.blocks), number)
            return number + 1
        insert, left = fence
        if left:
            hint = "schrijf `naam=waarde`, bijvoorbeeld `thema=water`; een waarde met spaties tussen aanhalingstekens"
            self.found.report("BR073", f"dit deel van het blok is niet te lezen: '{left}'", number, hint, left)
        if insert.name == CLASS and self._citations:
            self.telling.begin(insert.attributes, len(self.blocks), number)
            return number + 1
        self._add(insert, number)
        end = self._fences.end_of(number)
        if end is None:
            self._not_ended(number)
            return number + 1
        inside = next((n for n in range(number + 1, end) if self._rows[n].strip()), None)
        if inside is not None:
            hint = "zet deze tekst boven of onder het blok; binnen het blok komt hij niet in de brief"
            self.found.report("BR072", "tekst binnen een blok dat wordt vervangen", inside, hint)
        return end + 1

    def _not_ended(self, number: int) -> None:
        hint = "sluit het af met een regel met `:::`"
        self.found.report("BR071", "dit blok is niet afgesloten", number, hint)

    def _note(self, number: int) -> int | None:
        found = NOTE.match(self._rows[number])
        if not found:
            return None
        self._close()
        if indent_of(self._rows[number]) < 2:
            self._open.columns.clear()
        name = found[1]
        end = note_end(self._rows, number)
        if name in self.notes:
            hint = "geef een van de twee een andere naam"
            self.found.report("BR074", f"de voetnoot '{name}' staat er twee keer", number, hint, name)
            return end
        text, lists = note_text([found[2], *self._rows[number + 1 : end]])
        for offset in lists:
            self.found.unknown(unknown.NOTE_LIST, number + offset)
        for offset, row in enumerate([found[2], *self._rows[number + 1 : end]]):
            if unknown.NOTE_BLOCK.pattern.match(row):
                self.found.unknown(unknown.NOTE_BLOCK, number + offset)
        if not "".join(text).strip():
            self.found.unknown(unknown.EMPTY_NOTE, number)
        self.note_lines[name] = self.found.first_line + number
        self.notes[name] = self._without_marks(self._spans(text, number), number)
        self.telling.block(None)
        return end

    def _without_marks(self, spans: Spans, number: int) -> Spans:
        """Leave a note within a note as the text it is: Word has no such thing."""
        if not any(isinstance(span, NoteMark) for span in spans):
            return spans
        for span in spans:
            if isinstance(span, NoteMark):
                hint = "zet de tekst van die voetnoot in deze voetnoot, tussen haakjes"
                mark = f"[^{span.name}]"
                self.found.report("BR077", f"een voetnoot kan geen voetnoot bevatten: {mark}", number, hint, mark)
        return normalise_spans(Run(f"[^{span.name}]") if isinstance(span, NoteMark) else span for span in spans)

    def _table(self, number: int) -> int | None:
        if self._pending and not is_rule(self._next(number)):
            return None
        return self._rows_of_table(number)

    def _rows_of_table(self, number: int) -> int:
        barred = self._rows[number].lstrip(_BLANK).startswith("|")
        end = number
        while end < len(self._rows) and (row := self._rows[end].lstrip(_BLANK)):
            if "|" not in row or (barred and not row.startswith("|")):
                break
            end += 1
        self._close()
        self._open.columns.clear()
        for offset, row in enumerate(self._rows[number:end]):
            if unknown.RULE.pattern.match(row) and not (is_rule(row) if offset == 1 else offset and "---" not in row):
                self.found.unknown(unknown.RULE, number + offset)
            elif unknown.GLUED_TABLE.pattern.search(row):
                self.found.unknown(unknown.GLUED_TABLE, number + offset)
        if self._rows[number].lstrip(_BLANK).startswith("||") and not unknown.RULE.pattern.match(self._next(number)):
            self.found.unknown(unknown.RULE, number)
        table = table_of(self._rows[number:end], lambda cell, n: self._spans(cell, number + n))
        empty = "".join(self._rows[number:end]).strip("| \t") == ""
        if table is None or empty:
            self.found.unknown(unknown.EMPTY_TABLE if empty else unknown.WIDE, number)
            self._pending, self._start, self._level = [row.strip(_BLANK) for row in self._rows[number:end]], number, 0
            self._close()
        else:
            self._add(table, number)
        return end

    def _comment(self, number: int) -> int | None:
        """Pass over a comment that stands on lines of its own."""
        end = comment_end(self._rows, number, self._last_comment)
        if end is not None:
            self.found.remark("\n".join(self._rows[number:end]).strip(_BLANK), number)
        return end

    @cached_property
    def _last_comment(self) -> int:
        """Give the last line in which a comment ends, -1 when there is none."""
        return max((number for number, row in enumerate(self._rows) if "-->" in row), default=-1)

    def _starts_item(self, found: re.Match[str]) -> bool:
        """Tell whether a line like a list item is one, and not a paragraph that goes on with "2. "."""
        if not self._pending or found["marker"] in "-+*•":
            return True
        if self._item is None and not self._level:
            return found["marker"][:-1] == "1"
        indent = _width(found["indent"])
        return found["marker"][:-1] in {"1", "a", "i"} or any(indent == column for column, _ in self._open.columns)

    def _begin_item(self, found: re.Match[str], number: int) -> None:
        self._close()
        indent = _width(found["indent"])
        level = self._open.level_at(indent)
        marker = found["marker"]
        del self._open.columns[level:]
        self._open.columns.append((indent, indent + len(marker) + min(len(found["gap"]), 4)))
        self._item = (level, "-" if marker in "-+*•" else marker)
        self._pending = [found["text"]]
        self._start = number
        if level == _LEVELS:
            self.found.unknown(unknown.DEEP, number)
        for kind in (unknown.NESTED, unknown.BLOCK_IN_ITEM):
            if kind.pattern.match(found["text"]):
                self.found.unknown(kind, number)

    def _text_line(self, row: str, number: int) -> None:
        before = self._rows[number - 1] if number else ""
        if (kind := unknown.hand_made_item(row, before, self._next(number))) is not None:
            self._close()
            self.found.unknown(kind, number)
        elif (kind := unknown.unknown_line(row)) is not None:
            self._code = kind is unknown.CODE and not self._code
            of_grid = kind is unknown.TABLE_ROW and bool(self._pending) and self._pending[0].startswith("+")
            if not of_grid and (self._code or kind is not unknown.CODE):
                self.found.unknown(kind, number)
        elif (kind := unknown.glued_line(row, before, self._next(number))) is not None:
            self.found.unknown(kind, number)
        self.found.broken_word(number)
        if not self._pending:
            self._start = number
            self._item = None
            indent = _width(row[: len(row) - len(row.lstrip(_BLANK))])
            self._level = self._open.level_at(indent) if indent else 0
            del self._open.columns[self._level :]
        self._pending.append(row.lstrip(_BLANK))

    def _close(self) -> None:
        if not self._pending:
            return
        spans = self._spans("\n".join(self._pending), self._start)
        if self._item is not None:
            self._add(ListItem(spans, *self._item), self._start)
        else:
            self._add(Paragraph(spans, self._level), self._start)
        self._pending = []
        self._item = None

    def _spans(self, text: str, number: int) -> Spans:
        """Read the text of one paragraph or cell, which begins on the line at `number`."""
        if is_plain(text):
            text = text.strip(_BLANK)
            return (Run(text),) if text else ()
        if "![" in text:
            for offset, row in enumerate(text.split("\n")):
                if unknown.IMAGE.pattern.search(row):
                    self.found.unknown(unknown.IMAGE, number + offset)
        self.found.hardly_meant(text, number)
        asides: list[str] = []
        told: list[tuple[str, str]] = []
        spans = normalise_spans(parse_spans(text, citations=self._citations, asides=asides, told=told))
        for attributes, words in told:
            self.telling.span(attributes, number + text.count("\n", 0, max(text.find(words), 0)), words)
        at = 0
        for aside in asides:
            at = max(text.find(aside, at), at)
            self.found.remark(aside, number + text.count("\n", 0, at))
        return spans

    def _add(self, block: Block, number: int) -> None:
        if not isinstance(block, _WITHOUT_SPANS) and not block.spans:
            self.telling.block(None)
            return
        self.telling.block(len(self.blocks))
        self.blocks.append(block)
        self.lines.append(self.found.first_line + number)

    def _finished(self) -> list[tuple[int, str]]:
        """Give what came of the text, as it will be printed, each piece with its line."""
        blocks = zip(self.lines, self.blocks, strict=True)
        notes = ((self.note_lines[name], shown_spans(spans)) for name, spans in self.notes.items())
        return [*((line, shown_text(block)) for line, block in blocks), *notes]


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))
