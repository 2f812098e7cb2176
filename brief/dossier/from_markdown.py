"""Markdown to the middle form, for dossiers that were exported by a converter."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.dossier.blocks import SourceBlock, spans_of, table_text
from brief.dossier.marks import typed_marker
from brief.text.lines import split_lines
from brief.text.markdown import parse
from brief.text.model import Block, Citation, Heading, Insert, ListItem, NoteMark, Paragraph, Run, Table
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from brief.text.markdown import Parsed
    from brief.text.model import Spans

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BRACKETS = re.compile(r"[\[\]]|\n[ \t]*\n")
_LARGEST = 5_000_000
_DEEPEST = 100
_ENTITY = re.compile(r"&#?\w{1,32};")


def source_blocks(text: str, file: str) -> tuple[tuple[SourceBlock, ...], tuple[Diagnostic, ...]]:
    """Give the blocks of a dossier in Markdown, in order, and what was odd about it."""
    refusal = _too_much(text, file)
    if refusal is not None:
        return (), (refusal,)
    parsed = parse(text, file=file)
    parsed = replace(parsed, blocks=tuple(_without_citations(block) for block in parsed.blocks))
    rows = split_lines(text)
    blocks: list[SourceBlock] = []
    for block, line in zip(parsed.blocks, parsed.lines, strict=True):
        row = rows[line - 1]
        blocks.append(_of_block(block, Place(file, line, 1, max(len(row), 1), excerpt=row), rows, len(blocks)))
    for name, note in parsed.notes.items():
        spans = _as_text(note)
        line = next((n for n, row in enumerate(rows, 1) if row.lstrip().startswith(f"[^{name}]:")), 1)
        place = Place(file, line, 1, excerpt=rows[line - 1])
        blocks.append(SourceBlock(len(blocks), Paragraph(spans), place, plain_spans(spans), aside=f"voetnoot {name}"))
    lost = _unaccounted(text, parsed, file)
    return tuple(blocks), (*parsed.diagnostics, *lost)


def _too_much(text: str, file: str) -> Diagnostic | None:
    """Refuse what no dossier is: megabytes of text, or brackets nested by the hundred, which cost a parser hours."""
    deepest = depth = 0
    for found in _BRACKETS.finditer(text):
        depth = 0 if found[0][0] == "\n" else max(depth + (1 if found[0] == "[" else -1), 0)
        deepest = max(deepest, depth)
    if len(text) <= _LARGEST and deepest <= _DEEPEST:
        return None
    what = "te groot" if len(text) > _LARGEST else "er staan honderden vierkante haken in elkaar"
    return Diagnostic("BR105", Severity.FOUT, f"{what} voor een dossier", Place(file), hint="is dit echt een dossier?")


def _without_citations(block: Block) -> Block:
    """Give a block with what looks like a citation as the text it is: a dossier has none."""
    if isinstance(block, Insert):
        return block
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_as_text(cell) for cell in row) for row in block.rows))
    return replace(block, spans=_as_text(block.spans))


def _as_text(spans: Spans) -> Spans:
    if not any(isinstance(span, Citation) for span in spans):
        return spans
    return normalise_spans(Run(_written(span)) if isinstance(span, Citation) else span for span in spans)


def _written(citation: Citation) -> str:
    parts = (f"{each.prefix} @{each.key}{', ' if each.suffix else ''}{each.suffix}" for each in citation.references)
    return f"[{'; '.join(part.strip() for part in parts)}]"


def _of_block(block: Block, place: Place, rows: list[str], index: int) -> SourceBlock:
    if isinstance(block, Table):
        return _of_table(block, place, rows, index)
    if isinstance(block, Insert):
        row = place.excerpt or ""
        return SourceBlock(index, Paragraph((Run(row),)), place, row, aside="invoegblok")
    spans = spans_of(block)
    text = plain_spans(spans)
    notes = tuple(span.name for span in spans if isinstance(span, NoteMark))
    if isinstance(block, Heading):
        return SourceBlock(index, Paragraph(spans), place, text, heading=block.level, notes=notes)
    marker, marks, rest = typed_marker(spans)
    if isinstance(block, ListItem):
        number = "" if block.marker == "-" else block.marker
        remark = (place.excerpt or "").lstrip().startswith("+ ")
        if remark:
            spans, text = normalise_spans((Run("+ "), *spans)), f"+ {text}"
            return SourceBlock(index, Paragraph(spans), place, text, notes=notes)
        if marker == "-" and not number:
            item = ListItem(normalise_spans(rest), max(block.level, 1), "-")
            return SourceBlock(index, item, place, text, marks=marks, notes=notes)
        return SourceBlock(index, block, place, text, number=number, notes=notes)
    if marker and isinstance(block, Paragraph):
        item = ListItem(normalise_spans(rest), block.level, marker)
        return SourceBlock(index, item, place, text, marks=marks, notes=notes)
    return SourceBlock(index, block, place, text, notes=notes)


def _of_table(table: Table, place: Place, rows: list[str], index: int) -> SourceBlock:
    kept = Table(tuple(row for row in table.rows if any(row)), table.head)
    lines = []
    number = place.line or 1
    while number <= len(rows) and rows[number - 1].lstrip().startswith("|"):
        row = rows[number - 1]
        shown = " ".join(_TAG.sub("", row).replace("|", " ").split())
        if shown.strip("-: "):
            lines.append((shown, Place(place.file, number, 1, len(row), excerpt=row)))
        number += 1
    return SourceBlock(index, kept, place, table_text(kept), lines=tuple(lines))


def _unaccounted(text: str, parsed: Parsed, file: str) -> tuple[Diagnostic, ...]:
    """Prove that the blocks hold all letters and digits of the Markdown, but for those of tags and entities."""
    source = Counter(_letters(text))
    read = Counter(_letters(" ".join(_block_text(block) for block in parsed.blocks)) + _extras(parsed))
    marks = [*_TAG.findall(text), *_ENTITY.findall(text)]
    lost, extra = source - read, read - source
    if lost <= Counter(_letters("".join(marks))) and extra <= Counter(_letters(html.unescape("".join(marks)))):
        return ()
    said = f"kwijt: '{''.join(lost.elements())[:40]}', te veel: '{''.join(extra.elements())[:40]}'"
    return (
        Diagnostic(
            "BR137",
            Severity.FOUT,
            f"niet alle tekst is gelezen ({said})",
            Place(file),
            hint="dit is een fout in brief; er is niets geschreven. Meld het met het bestand erbij",
        ),
    )


def _extras(parsed: Parsed) -> str:
    """Give the letters that stand in the source as mark-up: addresses of links, names and texts of notes."""
    extra: list[str] = []
    for block in parsed.blocks:
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else [spans_of(block)]
        for spans in cells:
            extra += [span.link for span in spans if isinstance(span, Run) and span.link and span.link != span.text]
            extra += [span.name for span in spans if isinstance(span, NoteMark)]
    for name, spans in parsed.notes.items():
        extra += [name, plain_spans(_as_text(spans))]
    return _letters(" ".join(extra))


def _block_text(block: Block) -> str:
    if isinstance(block, Table):
        return table_text(block)
    if isinstance(block, Insert):
        return " ".join([block.name, *(word for pair in block.attributes for word in pair)])
    marker = block.marker if isinstance(block, ListItem) else ""
    return f"{marker} {plain_spans(spans_of(block))}"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
