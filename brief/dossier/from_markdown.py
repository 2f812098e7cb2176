"""Markdown to the middle form, for dossiers that were exported by a converter."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.dossier.blocks import SourceBlock, table_text
from brief.dossier.marks import typed_marker
from brief.text.markdown import parse
from brief.text.model import Block, Heading, ListItem, NoteMark, Paragraph, Run, Table
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans

if TYPE_CHECKING:
    from brief.text.markdown import Parsed

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ESCAPED_SPACE = re.compile(r"\\ ")


def source_blocks(text: str, file: str) -> tuple[tuple[SourceBlock, ...], tuple[Diagnostic, ...]]:
    """Give the blocks of a dossier in Markdown, in order, and what was odd about it."""
    parsed = parse(text, file=file)
    rows = text.splitlines() or [""]
    blocks: list[SourceBlock] = []
    for block, line in zip(parsed.blocks, parsed.lines, strict=True):
        row = rows[line - 1] if line <= len(rows) else ""
        blocks.append(_of_block(block, Place(file, line, 1, max(len(row), 1), excerpt=row), rows, len(blocks)))
    for name, spans in parsed.notes.items():
        line = next((n for n, row in enumerate(rows, 1) if row.lstrip().startswith(f"[^{name}]:")), 1)
        place = Place(file, line, 1, excerpt=rows[line - 1])
        blocks.append(SourceBlock(len(blocks), Paragraph(spans), place, plain_spans(spans), aside=f"voetnoot {name}"))
    lost = _unaccounted(text, parsed, file)
    return tuple(blocks), (*parsed.diagnostics, *lost)


def _of_block(block: Block, place: Place, rows: list[str], index: int) -> SourceBlock:
    if isinstance(block, Table):
        return _of_table(block, place, rows, index)
    spans = getattr(block, "spans", ())
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
    """Prove that the blocks hold all letters and digits of the Markdown, in order, mark-up aside."""
    source = _letters(html.unescape(_TAG.sub("", _ESCAPED_SPACE.sub(" ", text))))
    read = _letters(" ".join(_block_text(block) for block in parsed.blocks))
    if _without_notes(source, parsed) == read or sorted(source) == sorted(read + _extras(parsed)):
        return ()
    at = next((n for n, (one, other) in enumerate(zip(source, read, strict=False)) if one != other), len(read))
    return (
        Diagnostic(
            "BR137",
            Severity.FOUT,
            f"niet alle tekst is gelezen; het gaat mis bij '{source[at : at + 40]}'",
            Place(file),
            hint="dit is een fout in brief; er is niets geschreven. Meld het met het bestand erbij",
        ),
    )


def _without_notes(source: str, parsed: Parsed) -> str:
    return source if not parsed.notes else ""


def _extras(parsed: Parsed) -> str:
    """Give the letters that stand in the source as mark-up: addresses of links, names and texts of notes."""
    extra: list[str] = []
    for block in parsed.blocks:
        cells = (
            [cell for row in block.rows for cell in row] if isinstance(block, Table) else [getattr(block, "spans", ())]
        )
        for spans in cells:
            extra += [span.link for span in spans if isinstance(span, Run) and span.link and span.link != span.text]
            extra += [span.name for span in spans if isinstance(span, NoteMark)]
    for name, spans in parsed.notes.items():
        extra += [name, plain_spans(spans)]
    return _letters(" ".join(extra))


def _block_text(block: Block) -> str:
    if isinstance(block, Table):
        return table_text(block)
    marker = block.marker if isinstance(block, ListItem) else ""
    return f"{marker} {plain_spans(getattr(block, 'spans', ()))}"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
