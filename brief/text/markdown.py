"""Markdown to blocks: a subset of Pandoc's Markdown, with a place for all that it does not know.

What a text may hold: paragraphs, headings `#`, lists (`-`, `1.`, `a)`, `iv.`) nested by indentation, pipe tables, free
footnotes `[^naam]: …` and fenced blocks `::: {.afspraken thema=water}`. A line of another kind (a quotation, a code
block) is read as text and reported, so that nothing is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from brief.diagnostics import Diagnostic, Place, Severity
from brief.text.inline import parse_spans
from brief.text.lines import split_lines
from brief.text.model import Block, Blocks, Heading, Insert, ListItem, Paragraph, Run, Spans, Table
from brief.text.normal import normalise_spans

# `# Water`, `## 2.1 Nota Ruimte ##`
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
# `- punt`, `  a. punt`, `12) punt`; a capital needs two spaces, so that `A. Jansen` is a name
_ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<marker>[-+*•]|(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]|[A-Z][.)](?=  ))"
    r"(?P<gap>[ \t]+)(?P<text>[^ \t].*)$"
)
# `::: {.afspraken thema=water}`
_FENCE = re.compile(r"^ {0,3}:{3,}\s*(?:\{\s*\.([\w-]+)(?P<attributes>[^}]*)\}|([\w-]+))\s*:*\s*$")
_FENCE_END = re.compile(r"^ {0,3}:{3,}\s*$")
_ATTRIBUTE = re.compile(r"""\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))""")
# `[^minhas]: De motie …`
_NOTE = re.compile(r"^ {0,3}\[\^([^\s\[\]^]+)\]:[ \t]*(.*)$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_UNKNOWN = (
    (re.compile(r"^ {0,3}>"), "een citaatblok (`>`)"),
    (re.compile(r"^ {0,3}(?:```|~~~)"), "een codeblok"),
    (re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$"), "een horizontale lijn"),
    (re.compile(r"!\["), "een afbeelding"),
    (re.compile(r"^ {0,3}</?(?:div|p|table|tr|td|ul|ol|li|h\d|span|img)\b", re.IGNORECASE), "HTML"),
)
_BLANK = " \t"
# what makes a text more than one plain sentence: a second line, a special character, or `a. ` and `ii) ` at its start
_NOT_PLAIN = re.compile(r"[\n\r\\*_^~\[\]<&@]")
_LETTERED = re.compile(r"(?:[a-zA-Z]|[ivxlc]{1,6})[.)](?:[ \t]|$)")
_BARE_KEY = re.compile(r"(?<![\w\[@])@((?:kst|blg|ah|h)-[\w-]+|\d{4}[DZ]\d{5})")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What Markdown says: its blocks, the line each begins on, its free footnotes by name, and what was odd.

    `rows` are the lines that were read, of which the first is line `first_line` of `file`.
    """

    blocks: Blocks
    lines: tuple[int, ...] = ()
    notes: dict[str, Spans] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    rows: tuple[str, ...] = ()
    file: str = ""
    first_line: int = 1

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


def parse(text: str, *, file: str = "", first_line: int = 1) -> Parsed:
    """Read Markdown into blocks in normal form; never fails.

    `first_line` is the line of `file` on which `text` begins, for the places in messages and in `lines`.
    """
    if (sentence := _only_a_sentence(text)) is not None:
        line = first_line + text.count("\n", 0, text.index(sentence))
        rows = tuple(split_lines(text))
        return Parsed((Paragraph((Run(sentence),)),), (line,), rows=rows, file=file, first_line=first_line)
    reader = _Reader(file, first_line)
    reader.read(text)
    found = (tuple(reader.blocks), tuple(reader.lines), reader.notes, tuple(reader.diagnostics))
    return Parsed(*found, tuple(reader.rows), file, first_line)


def _only_a_sentence(text: str) -> str | None:
    """Give the text when it is one line without any mark-up, as most are; None when it must be read with care."""
    line = text.strip(" \t\n")
    return line if line[:1].isalpha() and not _NOT_PLAIN.search(line) and not _LETTERED.match(line) else None


@dataclass(slots=True)
class _Open:
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

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.rows: list[str] = []
        self.blocks: list[Block] = []
        self.lines: list[int] = []
        self.notes: dict[str, Spans] = {}
        self.diagnostics: list[Diagnostic] = []
        self._open = _Open()
        self._pending: list[str] = []
        self._start = 0
        self._item: tuple[int, str] | None = None
        self._level = 0
        self._specials = {"#": self._heading, ":": self._fence, "[": self._note, "|": self._table}

    def read(self, text: str) -> None:
        """Read a text line by line."""
        rows = self.rows = split_lines(text)
        number = 0
        while number < len(rows):
            number = self._line(rows, number)
        self._close()

    def _line(self, rows: list[str], number: int) -> int:
        """Read the line at `number`, and what belongs to it; give the number of the next."""
        row = rows[number]
        first = row.lstrip(_BLANK)[:1]
        if not first:
            self._close()
            return number + 1
        special = self._specials.get(first)
        if special is not None and (after := special(rows, number)) is not None:
            return after
        found = _ITEM.match(row)
        if found and self._starts_item(found):
            self._begin_item(found, number)
        else:
            self._text_line(row, number)
        return number + 1

    def _heading(self, rows: list[str], number: int) -> int | None:
        found = _HEADING.match(rows[number])
        if not found:
            return None
        self._close()
        self._open.columns.clear()
        self._add(Heading(self._spans(found[2] or "", number), len(found[1])), number)
        return number + 1

    def _fence(self, rows: list[str], number: int) -> int | None:
        found = _FENCE.match(rows[number])
        if not found:
            return None
        self._close()
        self._open.columns.clear()
        attributes = found["attributes"] or ""
        self._check_attributes(attributes, rows[number], number)
        pairs = tuple((a[1], a[2] or a[3] or a[4] or "") for a in _ATTRIBUTE.finditer(attributes))
        self._add(Insert(found[1] or found[3], pairs), number)
        end = number + 1
        while end < len(rows) and not _FENCE_END.match(rows[end]):
            end += 1
        if end == len(rows):
            hint = "zet op de volgende regel een afsluitende regel met `:::`"
            self._report("BR071", "dit blok is niet afgesloten", rows[number], number, hint)
            return number + 1
        if any(row.strip() for row in rows[number + 1 : end]):
            hint = "zet deze tekst boven of onder het blok; binnen het blok komt hij niet in de brief"
            self._report("BR072", "tekst binnen een blok dat wordt vervangen", rows[number + 1], number + 1, hint)
        return end + 1

    def _check_attributes(self, attributes: str, row: str, number: int) -> None:
        left = _ATTRIBUTE.sub("", attributes).strip()
        if left:
            hint = "schrijf `naam=waarde`, bijvoorbeeld `thema=water`; een waarde met spaties tussen aanhalingstekens"
            self._report("BR073", f"dit deel van het blok is niet te lezen: '{left}'", row, number, hint, left)

    def _note(self, rows: list[str], number: int) -> int | None:
        found = _NOTE.match(rows[number])
        if not found:
            return None
        self._close()
        self._open.columns.clear()
        parts = [found[2]]
        end = number + 1
        while (
            end < len(rows) and rows[end].strip(_BLANK) and not _NOTE.match(rows[end]) and not _HEADING.match(rows[end])
        ):
            parts.append(rows[end].strip(_BLANK))
            end += 1
        if found[1] in self.notes:
            hint = "geef een van de twee een andere naam"
            self._report("BR074", f"de voetnoot '{found[1]}' staat er twee keer", rows[number], number, hint, found[1])
        else:
            self.notes[found[1]] = self._spans("\n".join(parts), number)
        return end

    def _table(self, rows: list[str], number: int) -> int | None:
        if self._pending or not rows[number].lstrip(_BLANK).startswith("|"):
            return None
        end = number
        while end < len(rows) and rows[end].lstrip(_BLANK).startswith("|"):
            end += 1
        self._open.columns.clear()
        has_rule = end > number + 1 and bool(_TABLE_RULE.match(rows[number + 1]))
        kept = [n for n in range(number, end) if not (has_rule and n == number + 1)]
        cells = [tuple(self._spans(cell, n) for cell in _cells(rows[n])) for n in kept]
        headless = has_rule and not any(cells[0])
        self._add(Table(tuple(cells[1:] if headless else cells), int(has_rule and not headless)), number)
        return end

    def _starts_item(self, found: re.Match[str]) -> bool:
        """Tell whether a line like a list item is one, and not a paragraph that goes on with "2. "."""
        if not self._pending or found["marker"] in "-+*•":
            return True
        if self._item is None:
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

    def _text_line(self, row: str, number: int) -> None:
        if not self._pending:
            self._start = number
            self._item = None
            indent = _width(row[: len(row) - len(row.lstrip(_BLANK))])
            self._level = self._open.level_at(indent) if indent else 0
            del self._open.columns[self._level :]
            for pattern, name in _UNKNOWN:
                if pattern.search(row):
                    self._unknown(name, row, number)
        self._pending.append(row.lstrip(_BLANK))

    def _unknown(self, name: str, row: str, number: int) -> None:
        hint = "gebruik gewone alinea's, koppen, lijsten, tabellen, vet en cursief"
        self._report("BR070", f"{name} kent brief niet; dit is gelezen als gewone tekst", row, number, hint)

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
        if not _NOT_PLAIN.search(text):
            text = text.strip(_BLANK)
            return (Run(text),) if text else ()
        if "@" in text:
            for found in _BARE_KEY.finditer(re.sub(r"\[[^\[\]]*\]", lambda m: " " * len(m[0]), text)):
                hint = f"zet de verwijzing tussen vierkante haken: [@{found[1]}]"
                message = f"verwijzing zonder haken: '@{found[1]}' wordt geen voetnoot"
                here = number + text.count("\n", 0, found.start())
                self._report("BR075", message, self.rows[here], here, hint, "@" + found[1])
        return normalise_spans(parse_spans(text))

    def _add(self, block: Block, number: int) -> None:
        if isinstance(block, Paragraph | Heading | ListItem) and not block.spans:
            return
        self.blocks.append(block)
        self.lines.append(self.first_line + number)

    def _report(self, code: str, message: str, row: str, number: int, hint: str, at: str = "") -> None:
        column = row.find(at) + 1 if at and at in row else len(row) - len(row.lstrip()) + 1
        place = Place(self.file, self.first_line + number, column, max(len(at), 1), excerpt=row)
        severity = Severity.FOUT if code in {"BR071", "BR072", "BR073", "BR074"} else Severity.WAARSCHUWING
        self.diagnostics.append(Diagnostic(code, severity, message, place, hint=hint))


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))


def _cells(row: str) -> list[str]:
    inside = row.strip(_BLANK).removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [cell.strip(_BLANK).replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inside)]
