"""Markdown to the middle form, for dossiers that were exported by a converter."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brief.diagnostics import OUR_FAULT, Diagnostic, Place, Severity
from brief.dossier.blocks import SourceBlock, spans_of, table_text
from brief.dossier.marks import Neighbours, typed_marker
from brief.text.lines import split_lines
from brief.text.markdown import parse
from brief.text.model import Block, Heading, Insert, ListItem, NoteMark, Paragraph, Run, Table
from brief.text.normal import normalise_spans
from brief.text.plain import plain_spans, shortened

if TYPE_CHECKING:
    from brief.text.parsed import Parsed

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BRACKETS = re.compile(r"[\[\]]|\n[ \t]*\n")
# `<!-- image -->`, `<!-- formula-not-decoded -->`, `<!-- picture 3 omitted -->`
_LEFT_OUT = re.compile(
    r"\b(?:image|picture|figure|chart|table|formula|equation|afbeelding|plaatje)\b|not[- ]decoded", re.I
)
_LARGEST = 5_000_000
_DEEPEST = 100
_ENTITY = re.compile(r"&#?\w{1,32};")
# a list by hand is read item by item; a comment stands among the rest
_READ_ALL_THE_SAME = frozenset({"BR076", "BR078"})
_KEPT = frozenset({"BR073", "BR077"})


def source_blocks(text: str, file: str) -> tuple[tuple[SourceBlock, ...], tuple[Diagnostic, ...]]:
    """Give the blocks of a dossier in Markdown, in order, and what was odd about it."""
    refusal = _too_much(text, file)
    if refusal is not None:
        return (), (refusal,)
    parsed = parse(text, file=file, citations=False)
    rows = split_lines(text)
    blocks: list[SourceBlock] = []
    neighbours = Neighbours()
    for block, line in zip(parsed.blocks, parsed.lines, strict=True):
        made = _of_block(block, _place(file, line, rows), rows, len(blocks), neighbours)
        neighbours.see(block if made.heading else made.block)
        blocks.append(made)
    for name, spans in parsed.notes.items():
        place = _place(file, parsed.note_lines[name], rows)
        blocks.append(SourceBlock(len(blocks), Paragraph(spans), place, plain_spans(spans), aside=f"voetnoot {name}"))
    for line, said in parsed.remarks:
        aside = SourceBlock(
            len(blocks), Paragraph((Run(said),)), _place(file, line, rows), said, aside="opmerking in HTML"
        )
        blocks.append(aside)
    lost = _unaccounted(text, parsed, file)
    odd = (_as_warning(each) for each in parsed.diagnostics if each.code not in _READ_ALL_THE_SAME)
    remarks = (_of_remark(said, _place(file, line, rows)) for line, said in parsed.remarks)
    return tuple(blocks), (*odd, *remarks, *lost)


def _place(file: str, line: int, rows: list[str]) -> Place:
    row = rows[line - 1] if line <= len(rows) else ""
    return Place(file, line, 1, max(len(row), 1), excerpt=row)


def _of_remark(said: str, place: Place) -> Diagnostic:
    """Report what is no text of the dossier; a converter leaves such a remark where it lost something."""
    if _LEFT_OUT.search(said):
        message = f"hier stond iets dat bij het omzetten naar Markdown is weggevallen: '{shortened(said, 60)}'"
        hint = "kijk in het oorspronkelijke dossier wat hier staat, en zet wat telt in de tekst"
        return Diagnostic("BR112", Severity.WAARSCHUWING, message, place, hint=hint)
    return Diagnostic("BR116", Severity.INFO, f"opmerking die niet in de tekst staat: '{shortened(said, 80)}'", place)


def _as_warning(diagnostic: Diagnostic) -> Diagnostic:
    """Give a mistake that would stop a letter as unknown mark-up: the dossier keeps all of its text."""
    return replace(diagnostic, code="BR070", severity=Severity.WAARSCHUWING) if diagnostic.code in _KEPT else diagnostic


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


def _of_block(block: Block, place: Place, rows: list[str], index: int, neighbours: Neighbours) -> SourceBlock:
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
            item = ListItem(normalise_spans(rest), neighbours.level(block.level), "-")
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
            hint=OUR_FAULT,
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
        extra += [name, plain_spans(spans)]
    extra += [said for _, said in parsed.remarks]
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
