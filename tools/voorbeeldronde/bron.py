"""Read a text source of the sample round: Markdown with a few directives for the mess of a real Word dossier.

Blocks: `#` … `####` headings, `- ` and `1. ` and `a. ` items (indented: second level), pipe tables, paragraphs.
Directives, each on a line of its own or at the end of a line:

- `---` front matter with `naam: waarde`;
- `{pagina-einde}` a page break, also in the middle of a sentence;
- `::: besturing Naam` … `:::` a content control around blocks;
- `::: inhoudsopgave` … `:::` a table of contents, a line each: `Titel | bladzijde`;
- `{.vet}` a heading that is only bold text, `{.los}` a loose CONCEPT line, `{.geel}` an editor's remark,
  `{.zonder-nummer}` a heading that Word does not number;
- `\\1. ` a number typed by hand, a paragraph that starts with `o ` a bullet typed by hand;
- `[^naam]: …` the text of a footnote. Everything within a line is in `inline.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ATTRIBUTES = re.compile(r"\s*\{((?:\.[a-z-]+ ?)+)\}$")  # "Provincie Flevoland {.vet}"
HEADING = re.compile(r"(#{1,4}) (.*)")  # "### 2.1. Nota Ruimte"
ITEM = re.compile(r"( *)(-|\d+\.|[a-z]\.) (.*)")  # "  - kades", "2. Rijk en regio", "   a. één in Overijssel"
NOTE = re.compile(r"\[\^(\w+)\]: (.*)")  # "[^balans]: De analyses …"
FENCE = re.compile(r"::: (\w+) ?(.*)")  # "::: besturing Afspraak 1"
CELL_BORDER = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Heading:
    """A heading; `level` is the number of `#`, 1 is the title of the dossier."""

    level: int
    text: str
    attributes: frozenset[str]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, with the names of its directives."""

    text: str
    attributes: frozenset[str]


@dataclass(frozen=True)
class Item:
    """A list item. `kind` is `punt`, `nummer` or `letter`; `starts` says that a new list begins here."""

    text: str
    level: int
    kind: str
    starts: bool


@dataclass(frozen=True)
class Table:
    """A table; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PageBreak:
    """A hard page break."""


@dataclass(frozen=True)
class Contents:
    """A table of contents as somebody last refreshed it: title and page."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Control:
    """A content control around blocks."""

    alias: str
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Item | Table | PageBreak | Contents | Control


@dataclass
class Source:
    """A whole text source: front matter, blocks in order, footnotes by name."""

    meta: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def read_source(path: Path) -> Source:
    """Read one source file. A line that fits no rule is a paragraph; a fence without end raises ValueError."""
    lines = path.read_text("utf8").splitlines()
    source = Source()
    start = _read_meta(lines, source.meta)
    source.blocks = list(_blocks(lines[start:], source.notes))
    return source


def _read_meta(lines: list[str], meta: dict[str, str]) -> int:
    if not lines or lines[0] != "---":
        return 0
    end = lines.index("---", 1)
    for line in lines[1:end]:
        name, _, value = line.partition(":")
        meta[name.strip()] = value.strip()
    return end + 1


def _blocks(lines: list[str], notes: dict[str, str]) -> Iterator[Block]:
    position, previous_kinds = 0, dict[int, str]()
    while position < len(lines):
        line = lines[position]
        if fence := FENCE.fullmatch(line):
            end = lines.index(":::", position)
            yield _fenced(fence[1], fence[2], lines[position + 1 : end], notes)
            position = end + 1
        elif line.startswith("|"):
            end = position
            while end < len(lines) and lines[end].startswith("|"):
                end += 1
            yield _table(lines[position:end])
            position = end
        else:
            position += 1
            if line.strip() and (block := _line(line, notes, previous_kinds)):
                yield block


def _fenced(name: str, argument: str, lines: list[str], notes: dict[str, str]) -> Block:
    if name == "inhoudsopgave":
        pairs = [line.rsplit("|", 1) for line in lines]
        return Contents(tuple((title.strip(), page.strip()) for title, page in pairs))
    if name != "besturing":
        raise ValueError(f"onbekend blok ':::' {name}")
    return Control(argument, tuple(_blocks(lines, notes)))


def _line(line: str, notes: dict[str, str], kinds: dict[int, str]) -> Block | None:
    if note := NOTE.fullmatch(line):
        notes[note[1]] = note[2]
        return None
    if line == "{pagina-einde}":
        return PageBreak()
    if item := ITEM.fullmatch(line):
        return _item(item, kinds)
    kinds.clear()
    text, attributes = _split_attributes(line)
    if heading := HEADING.fullmatch(text):
        return Heading(len(heading[1]), heading[2], attributes)
    return Paragraph(text, attributes)


def _item(match: re.Match[str], kinds: dict[int, str]) -> Item:
    level = min(len(match[1]) // 2, 2)
    kind = "punt" if match[2] == "-" else "nummer" if match[2][0].isdigit() else "letter"
    starts = kinds.get(level) != kind
    kinds[level] = kind
    for deeper in [known for known in kinds if known > level]:
        del kinds[deeper]
    return Item(match[3], level, kind, starts)


def _split_attributes(line: str) -> tuple[str, frozenset[str]]:
    found = ATTRIBUTES.search(line)
    if not found:
        return line, frozenset()
    return line[: found.start()], frozenset(name.lstrip(".") for name in found[1].split())


def _table(lines: list[str]) -> Table:
    rows = [tuple(cell.strip() for cell in CELL_BORDER.split(line.strip())[1:-1]) for line in lines]
    return Table(tuple(row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)))
