"""Read a Word file, of a version or come back, as blocks of tokens; and say what each block of a version is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from brief.intake.returned.aligning import DocBlock
from brief.intake.returned.stream import Token, kind_of, tokens_of_spans
from brief.text import Heading, ListItem, Paragraph, Run, Table, plain_spans, write_spans
from brief.text.words import stretches
from brief.word.reading import Source, read
from brief.word.returned import Carried, carried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brief.diagnostics import Diagnostic
    from brief.text import Block, Spans
    from brief.word.reading import WordBlock, WordText

_NOTES = (Source.FOOTNOTE, Source.ENDNOTE)
_SHOWN = (Source.HEADER, Source.BODY, Source.TEXTBOX, Source.FOOTER)
_MAIN = (Source.BODY, Source.TEXTBOX)
_ODD_MARKER = re.compile(r"^\w{1,5}[.)]$")


@dataclass(frozen=True, slots=True)
class Doc:
    """A Word file: its blocks in order, its notes by the name that they have in the file, and what else it carries."""

    file: str
    blocks: tuple[DocBlock, ...]
    notes: Mapping[str, Spans]
    note_order: tuple[str, ...]
    carried: Carried
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Container:
    """What a block of a version belongs to.

    `soort` is afspraak, zinnen, brief, concept, kop, verwijzing, inhoud or sjabloon; `sleutel` the id of an afspraak,
    or the ids of a paragraph of sentences.
    """

    soort: str
    sleutel: tuple[str, ...] = ()

    @property
    def is_made(self) -> bool:
        """Tell whether a block of the letter stands in a block of afspraken."""
        return self.soort in {"zinnen", "concept"}


@dataclass(frozen=True, slots=True)
class Base:
    """A document of a version: its blocks, what each belongs to, and its notes by key."""

    versie: str
    naam: str
    doc: Doc
    containers: tuple[Container, ...]
    velden: Mapping[str, Any] = field(default_factory=dict)


def read_doc(data: bytes, file: str) -> Doc | None:
    """Read a Word file, tracked changes accepted; None when it cannot be read."""
    word = read(data, file)
    if word.failed:
        return None
    extra = carried(data, file)
    blocks = tuple(_blocks(word, extra))
    notes: dict[str, list[WordBlock]] = {}
    for block in word.by_source(*_NOTES):
        notes.setdefault(block.detail, []).append(block)
    texts = {name: _joined(each) for name, each in notes.items()}
    order = tuple(token.note for block in blocks for token in block.tokens if token.note is not None)
    return Doc(file, blocks, texts, order, extra, word.diagnostics)


def _joined(blocks: Sequence[WordBlock]) -> Spans:
    spans = [span for block in blocks for span in (*block.spans, Run("\n"))]
    return _stripped(spans[:-1])


def _blocks(word: WordText, extra: Carried) -> Iterator[DocBlock]:
    table: list[WordBlock] = []
    for block in word.by_source(*_SHOWN):
        if table and not _goes_on(table[0], block):
            yield _table(table, extra)
            table = []
        if block.cells:
            table.append(block)
        elif (block.text.strip() or block.notes) and not block.contents:
            yield _paragraph(block, extra)
    if table:
        yield _table(table, extra)


def _goes_on(first: WordBlock, block: WordBlock) -> bool:
    return bool(block.cells) and (block.cells[0].table, block.source) == (first.cells[0].table, first.source)


def _paragraph(block: WordBlock, extra: Carried) -> DocBlock:
    number = block.place.paragraph or 0
    spans = _stripped(block.spans)
    made: Block
    if block.outline and block.source is Source.BODY:
        made = Heading((), min(block.outline, 6))
    elif block.number is not None:
        shown = block.number.text
        made = ListItem((), block.number.level, "-" if block.number.bullet or not _ODD_MARKER.match(shown) else shown)
    else:
        made = Paragraph(())
    tokens = (Token(head=made, kind=kind_of(made)), *tokens_of_spans(spans))
    marks = extra.marks.get(number, ()) if block.source in _MAIN else ()
    return DocBlock(tokens, number, plain_spans(spans), marks, _where(block), (number,))


def _where(block: WordBlock) -> str:
    """Give what part of the file a block stands in; a frame that became a text box is body text all the same."""
    return Source.BODY.value if block.source in _MAIN else block.source.value


def _stripped(spans: Iterable[object]) -> Spans:
    """Give spans without white space at the edges, which is no text."""
    result = [span for span in spans if not isinstance(span, Run) or span.text]
    while result and isinstance(first := result[0], Run) and not first.text[:1].strip():
        result[0:1] = [replace(first, text=first.text.lstrip())] if first.text.strip() else []
    while result and isinstance(last := result[-1], Run) and not last.text[-1:].strip():
        result[-1:] = [replace(last, text=last.text.rstrip())] if last.text.strip() else []
    return tuple(result)  # type: ignore[arg-type]


def _table(cells: Sequence[WordBlock], extra: Carried) -> DocBlock:
    rows: dict[int, dict[int, list[WordBlock]]] = {}
    for block in cells:
        rows.setdefault(block.cells[0].row, {}).setdefault(block.cells[0].column, []).append(block)
    head = 1 if cells[0].cells[0].header else 0
    tokens = [Token(head=Table((), head), kind="tabel")]
    for row in rows.values():
        tokens.append(Token(head=Table((), 0), kind="rij"))
        for column in range(max(row) + 1):
            tokens.append(Token(head=Table((), 0), kind="cel"))
            tokens += tokens_of_spans(_joined(row.get(column, [])))
    numbers = tuple(dict.fromkeys(block.place.paragraph or 0 for block in cells))
    marks = tuple(dict.fromkeys(name for number in numbers for name in extra.marks.get(number, ())))
    text = " ".join(block.text for block in cells)
    return DocBlock(tuple(tokens), numbers[0], text, marks, _where(cells[0]), numbers)


def with_keys(doc: Doc, names: Mapping[str, str]) -> Doc:
    """Give a document in which each note goes by another name."""
    blocks = tuple(
        replace(block, tokens=tuple(_renamed(token, names) for token in block.tokens)) for block in doc.blocks
    )
    notes = {names.get(name, name): spans for name, spans in doc.notes.items()}
    return replace(doc, blocks=blocks, notes=notes, note_order=tuple(names.get(each, each) for each in doc.note_order))


def _renamed(token: Token, names: Mapping[str, str]) -> Token:
    return token if token.note is None else replace(token, note=names.get(token.note, token.note))


def base_of(versie: str, data: Mapping[str, Any], doc: Doc) -> Base:
    """Say what each block of a document of a version is, by what `inhoud.json` says of it."""
    said: list[Mapping[str, Any]] = list(data["blokken"])
    containers = [Container("inhoud" if _is_contents(block) else "sjabloon") for block in doc.blocks]
    names: dict[str, str] = {}
    left, right = [_letters(str(each["plat"])) for each in said], [_letters(block.text) for block in doc.blocks]
    for stayed, a, b, c, _ in stretches(left, right):
        for n in range(b - a) if stayed else ():
            containers[c + n] = _container(data["naam"], said, a + n, doc.blocks[c + n])
            notes = [token.note for token in doc.blocks[c + n].tokens if token.note is not None]
            keys = [each["sleutel"] for each in said[a + n].get("voetnoten", ())]
            names.update(zip(notes, keys, strict=False))
    return Base(versie, data["naam"], with_keys(doc, names), tuple(containers), data["velden"])


def _is_contents(block: DocBlock) -> bool:
    return any(name.startswith("_hki_") for name in block.marks)


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def _container(naam: str, said: Sequence[Mapping[str, Any]], index: int, block: DocBlock) -> Container:
    each = said[index]
    told = tuple(each.get("dekt", ()))
    if each.get("afspraak"):
        return Container("afspraak", (str(each["afspraak"]),))
    if each["rol"] == "concept":
        return Container("concept", told)
    if each["rol"] == "verwijzing":
        return Container("verwijzing")
    if naam != "kamerbrief":
        after = next((str(other["afspraak"]) for other in said[index:] if other.get("afspraak")), "")
        return Container("kop", (after,) if each["rol"] == "onderwerp" else ())
    made = any(name.startswith("_hkz_") for name in block.marks)
    written = any(name.startswith("_hkb_") for name in block.marks)
    return Container("zinnen", told) if told and (made or not written) else Container("brief")


def note_text(spans: Spans) -> str:
    """Give the text of a note as Markdown on one line."""
    return write_spans(spans, one_line=True).strip()
