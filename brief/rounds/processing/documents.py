"""Read a Word file, of a version or come back, as blocks of tokens; and say what each block of a version is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from brief.intake.returned.aligning import DocBlock
from brief.intake.returned.stream import Token, kind_of, tokens_of_spans, word
from brief.text import Heading, ListItem, NoteMark, Paragraph, Run, Table, letters, plain_spans, write_spans
from brief.text.words import stretches
from brief.word.reading import Source
from brief.word.returned import Which, names_nobody, read_returned, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brief.text import Block, Spans
    from brief.text.words import Stretch
    from brief.word.reading import WordBlock
    from brief.word.returned import Alinea, Comment, Piece, Returned, Seen

_MAIN = (Source.BODY, Source.TEXTBOX)
_SHOWN = (Source.HEADER, *_MAIN, Source.FOOTER)
_SENTENCE = "_hkz_"
_ODD_MARKER = re.compile(r"^\w{1,5}[.)]$")


class Revision(Struct, frozen=True):
    """One tracked change: who, when (ISO 8601), the words, and whether they were put in."""

    author: str
    date: str
    text: str
    inserted: bool


class Remark(Struct, frozen=True):
    """A comment with the index of the block that it stands at, if any, and the words that it is about."""

    comment: Comment
    block: int | None
    words: str


class Doc(Struct, frozen=True):
    """A Word file: its blocks in order, its notes by name, and what else it carries.

    `note_order` names the notes in the order in which the text refers to them, `note_spans` are their texts.
    """

    file: str
    blocks: tuple[DocBlock, ...]
    notes: Mapping[str, Spans]
    note_order: tuple[str, ...]
    note_spans: tuple[Spans, ...] = ()
    revisions: tuple[Revision, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ronde: str = ""
    versie: str = ""
    document: str = ""
    anonymous: bool = False

    @property
    def is_nameless(self) -> bool:
        """Tell whether names of authors were taken out of the file."""
        names = [*(each.author for each in self.revisions), *(each.comment.author for each in self.remarks)]
        return self.anonymous or any(map(names_nobody, names))


class Container(Struct, frozen=True):
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


class Base(Struct, frozen=True):
    """A document of a version: its blocks, what each belongs to, and its notes by key.

    `kop` is how many levels deeper a heading of the letter stands in the document than in its source.
    """

    versie: str
    naam: str
    doc: Doc
    containers: tuple[Container, ...]
    velden: Mapping[str, Any] = field(default_factory=dict)
    kop: int = 0


def read_doc(data: bytes, file: str, which: Which = Which.NA) -> Doc | None:
    """Read a Word file, as it is with all its tracked changes or as it was before; None when it cannot be read."""
    returned = read_returned(data, file)
    if returned.failed:
        return None
    shown = seen(returned, which)
    groups = list(_grouped(shown))
    blocks = tuple(_table(each) if each[0].cells else _paragraph(each[0]) for each in groups)
    notes: dict[str, list[Run | NoteMark]] = {}
    for one in shown:
        if note := one.alineas[-1].note:
            spans: list[Any] = [*notes.get(note, []), *([Run("\n")] if note in notes else []), *one.spans]
            notes[note] = spans
    order = tuple(token.note for block in blocks for token in block.tokens if token.note is not None)
    return Doc(
        file,
        blocks,
        {name: _stripped(spans) for name, spans in notes.items()},
        order,
        tuple(_stripped(notes.get(name, ())) for name in order),
        tuple(_revisions(returned)),
        tuple(_remarks(returned, groups)),
        returned.ronde,
        returned.versie,
        returned.document,
        returned.anonymous,
    )


class _Shown(Struct, frozen=True):
    """A paragraph that is shown: its spans, how it was read, and the paragraphs of the file that it is made of."""

    spans: Spans
    block: WordBlock
    alineas: tuple[Alinea, ...]
    pieces: tuple[Piece, ...] = ()

    @property
    def cells(self) -> tuple[Any, ...]:
        return self.block.cells

    @property
    def marks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mark for each in self.alineas for mark in each.marks))

    @property
    def paragraphs(self) -> tuple[int, ...]:
        return tuple(each.number for each in self.alineas)


def _grouped(paragraphs: Iterable[Seen]) -> Iterator[list[_Shown]]:
    """Give the paragraphs that are shown, those of one table together."""
    table: list[_Shown] = []
    for one in paragraphs:
        block = next((each.block for each in reversed(one.alineas) if each.block is not None), None)
        if block is None or block.source not in _SHOWN or one.alineas[-1].note:
            continue
        shown = _Shown(one.spans, block, one.alineas, one.pieces)
        if table and not _goes_on(table[0], shown):
            yield table
            table = []
        if shown.cells:
            table.append(shown)
        elif one.text.strip() or any(isinstance(span, NoteMark) for span in one.spans):
            yield [shown]
    if table:
        yield table


def _goes_on(first: _Shown, shown: _Shown) -> bool:
    same = bool(shown.cells) and shown.cells[0].table == first.cells[0].table
    return same and shown.block.place.part == first.block.place.part


def _revisions(returned: Returned) -> Iterator[Revision]:
    texts: list[list[str]] = [[] for _ in returned.changes]
    for alinea in returned.alineas:
        for piece in alinea.pieces:
            for change in piece.changes:
                texts[change].append(piece.text)
        for change in alinea.end:
            texts[change].append("")
    for made, parts in zip(returned.changes, texts, strict=True):
        if made.kind.adds or made.kind.takes:
            yield Revision(made.author, made.date, "".join(parts), made.kind.adds)


def _remarks(returned: Returned, groups: Sequence[Sequence[_Shown]]) -> Iterator[Remark]:
    where: dict[str, int] = {}
    for index, group in enumerate(groups):
        for alinea in (alinea for one in group for alinea in one.alineas):
            for name in alinea.comments:
                where.setdefault(name, index)
    words: dict[str, list[str]] = {}
    for piece in (piece for alinea in returned.alineas for piece in alinea.pieces):
        for name in dict.fromkeys(piece.comments):
            words.setdefault(name, []).append(piece.text)
    for comment in returned.comments:
        said = " ".join("".join(words.get(comment.id, ())).split())
        yield Remark(comment, where.get(comment.id), said)


def _paragraph(shown: _Shown) -> DocBlock:
    block = shown.block
    spans = _stripped(shown.spans)
    made: Block
    if block.outline and block.source is Source.BODY:
        made = Heading((), min(block.outline, 6))
    elif block.number is not None:
        number = block.number
        odd = number.bullet or not _ODD_MARKER.match(number.text)
        made = ListItem((), number.level, "-" if odd else number.text)
    else:
        made = Paragraph(())
    tokens = (Token(head=made, kind=kind_of(made)), *_in_sentences(tokens_of_spans(spans), shown.pieces))
    return DocBlock(tokens, shown.paragraphs[0], plain_spans(spans), shown.marks, _where(block))


def _in_sentences(tokens: Iterable[Token], pieces: Iterable[Piece]) -> Iterator[Token]:
    """Name each token by the mark of the sentence of an afspraak that it stands in, if any.

    A token that goes over the edge of a mark has the name of neither.
    """
    marks: list[str] = []
    for piece in pieces:
        name = next((mark for mark in reversed(piece.marks) if mark.startswith(_SENTENCE)), "")
        marks += [name] * (_length(piece.text) if isinstance(piece.span, Run) else 1)
    if not any(marks):
        yield from tokens
        return
    position = 0
    for token in tokens:
        length = 1 if token.note is not None else _length(token.text)
        names = set(marks[position : position + length])
        position += length
        name = names.pop() if len(names) == 1 else ""
        if not name:
            yield token
        elif token.note is not None:
            yield replace(token, owner=name)
        else:
            yield word(token.text, token.style, token.link, name)


def _length(text: str) -> int:
    """Count the characters of a text, white space left out."""
    return 0 if text.isspace() else len("".join(text.split()))


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


def _table(cells: Sequence[_Shown]) -> DocBlock:
    rows: dict[int, dict[int, list[_Shown]]] = {}
    for each in cells:
        rows.setdefault(each.cells[0].row, {}).setdefault(each.cells[0].column, []).append(each)
    head = 1 if cells[0].cells[0].header else 0
    tokens = [Token(head=Table((), head), kind="tabel")]
    for row in rows.values():
        tokens.append(Token(head=Table((), 0), kind="rij"))
        for column in range(max(row) + 1):
            tokens.append(Token(head=Table((), 0), kind="cel"))
            found = [span for each in row.get(column, []) for span in (*each.spans, Run("\n"))]
            tokens += tokens_of_spans(_stripped(found[:-1]))
    marks = tuple(dict.fromkeys(name for each in cells for name in each.marks))
    text = " ".join(plain_spans(each.spans) for each in cells)
    return DocBlock(tuple(tokens), cells[0].paragraphs[0], text, marks, _where(cells[0].block))


def with_keys(doc: Doc, names: Mapping[str, str]) -> Doc:
    """Give a document in which each note goes by another name."""
    if not names:
        return doc
    blocks = tuple(_with_keys(block, names) for block in doc.blocks)
    notes = {names.get(name, name): spans for name, spans in doc.notes.items()}
    return replace(doc, blocks=blocks, notes=notes, note_order=tuple(names.get(each, each) for each in doc.note_order))


def _with_keys(block: DocBlock, names: Mapping[str, str]) -> DocBlock:
    places = [place for place, token in enumerate(block.tokens) if token.note in names]
    if not places:
        return block
    tokens = list(block.tokens)
    for place in places:
        tokens[place] = replace(tokens[place], note=names[tokens[place].note or ""])
    return replace(block, tokens=tuple(tokens))


def base_of(versie: str, data: Mapping[str, Any], doc: Doc) -> Base:
    """Say what each block of a document of a version is, by what `inhoud.json` says of it."""
    said: list[Mapping[str, Any]] = list(data["blokken"])
    containers = [Container("inhoud" if _is_contents(block) else "sjabloon") for block in doc.blocks]
    names: dict[str, str] = {}
    found = held_against(said, doc)
    for stayed, a, b, c, _ in found:
        for n in range(b - a) if stayed else ():
            containers[c + n] = _container(data["naam"], said, a + n, doc.blocks[c + n])
            notes = [token.note for token in doc.blocks[c + n].tokens if token.note is not None]
            keys = [each["sleutel"] for each in said[a + n].get("voetnoten", ())]
            names.update(zip(notes, keys, strict=False))
    depth = depth_of(said, doc, found)
    return Base(versie, data["naam"], with_keys(doc, names), tuple(containers), data["velden"], depth)


def held_against(said: Sequence[Mapping[str, Any]], doc: Doc) -> list[Stretch]:
    """Hold what `inhoud.json` says of a document against its blocks, by their letters."""
    return stretches([letters(str(each["plat"])) for each in said], [letters(block.text) for block in doc.blocks])


def depth_of(said: Sequence[Mapping[str, Any]], doc: Doc, found: Iterable[Stretch]) -> int:
    """Give how many levels deeper a heading stands in the document than `inhoud.json` says; `found` pairs them."""
    for stayed, a, b, c, _ in found:
        for n in range(b - a) if stayed else ():
            head = doc.blocks[c + n].tokens[0].head
            if isinstance(head, Heading) and said[a + n]["soort"] == "kop":
                return head.level - int(said[a + n]["niveau"])
    return 0


def _is_contents(block: DocBlock) -> bool:
    return any(name.startswith("_hki_") for name in block.marks)


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
    if any(name.startswith("_hkr_") for name in block.marks):
        return Container("verwijzing")
    made = any(name.startswith("_hkz_") for name in block.marks)
    written = any(name.startswith("_hkb_") for name in block.marks)
    return Container("zinnen", told) if told and (made or not written) else Container("brief")


def note_text(spans: Spans) -> str:
    """Give the text of a note as Markdown on one line."""
    return write_spans(spans, one_line=True).strip()
